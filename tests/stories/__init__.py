"""What people do with the service all day, in process and against a server."""
