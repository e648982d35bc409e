"""What every operation shares, once; it knows no noun of the service."""
