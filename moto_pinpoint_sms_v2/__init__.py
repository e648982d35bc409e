"""AWS End User Messaging SMS (``pinpoint-sms-voice-v2``) for moto.

Importing this package registers the service: ``mock_aws``, moto's server and its proxy have it.
"""

from moto import mock_aws

from .plugin import install

__version__ = "0.1.0"
__all__ = ["__version__", "mock_aws"]

install()
