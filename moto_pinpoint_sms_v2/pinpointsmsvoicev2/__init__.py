"""The pinpoint-sms-voice-v2 service, in moto's own five files."""

from .models import pinpointsmsvoicev2_backends

__all__ = ["pinpointsmsvoicev2_backends"]
