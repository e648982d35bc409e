"""What pytest loads at every start: importing the package has registered the service."""
