"""The hosts of the service: plain, FIPS and dual stack, in every partition."""

from .responses import PinpointSMSVoiceV2Response

# The Region takes no dot, or the first version's host sms-voice.pinpoint.REGION would match too.
url_bases = [
    r"https?://sms-voice(-fips)?\.([^.]+)\.amazonaws\.com",
    r"https?://sms-voice(-fips)?\.([^.]+)\.api\.aws",
]

url_paths = {"{0}/$": PinpointSMSVoiceV2Response.dispatch}
