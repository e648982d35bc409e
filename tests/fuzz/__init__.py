"""Random calls of everything, in an account in which most of them can succeed."""
