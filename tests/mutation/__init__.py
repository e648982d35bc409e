"""Mutants: small faults put into the package, each of which some test must find."""
