"""What only whoever runs the mock asks: errors to come, ids to use, reviews to end.

Nothing of it is an operation of the service.
"""
