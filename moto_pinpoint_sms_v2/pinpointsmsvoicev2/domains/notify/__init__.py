"""What notify adds to the service: AWS's templates and countries, and configurations.

How a notify message is sent is in ``sending``.
"""
