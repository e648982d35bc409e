"""One noun of the service, one file."""
