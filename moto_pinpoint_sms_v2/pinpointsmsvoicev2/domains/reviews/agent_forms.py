"""What a review sees in the form of an RCS agent, for its tests or for a country.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-compliance-denial-reasons.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_LABELS = {
    "agentDetails.contactPhoneNumber": "agentDetails.contactPhoneLabel",
    "agentDetails.contactEmailAddress": "agentDetails.contactEmailLabel",
    "agentDetails.contactWebsite": "agentDetails.contactWebsiteLabel",
}
"""Each way to reach the brand, and the field that names it."""
_KEYWORD_FIELDS = {
    "HELP": "complianceKeywords.helpResponse",
    "STOP": "complianceKeywords.stopResponse",
}
_ACCENT_COLOR = "agentDetails.accentColor"
_LEAST_CONTRAST = 4.5


def agent_faults(
    faults: Mapping[str, str], texts: Mapping[str, str], own_responses: Mapping[str, str]
) -> dict[str, str]:
    """Return what is wrong with the form, given what its definition finds wrong.

    ``own_responses`` are the messages of the agent's own HELP and STOP keywords.
    """
    found = dict(faults)
    for path in _missing_contacts(texts):
        found[path] = "CONTACT_DETAILS_MISSING"
    for word, path in _KEYWORD_FIELDS.items():
        if word not in own_responses:
            continue
        if path not in texts:
            found.pop(path, None)
        elif texts[path] != own_responses[word]:
            found[path] = "INVALID_FIELD_VALUE"
    color = texts.get(_ACCENT_COLOR)
    if color is not None and _ACCENT_COLOR not in found and contrast(color) < _LEAST_CONTRAST:
        found[_ACCENT_COLOR] = "ACCENT_COLOR_CONTRAST_INSUFFICIENT"
    return found


def contrast(color: str) -> float:
    """Return the contrast of ``#RRGGBB`` against white, from 1 to 21.

    https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
    """
    channels = (int(part, 16) / 255 for part in re.findall("[0-9A-Fa-f]{2}", color))
    red, green, blue = map(_linear, channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _missing_contacts(texts: Mapping[str, str]) -> list[str]:
    """Return the fields that would make a contact: any if there is none, else the labels."""
    given = [path for path in _LABELS if path in texts]
    return [_LABELS[path] for path in given if _LABELS[path] not in texts] if given else [*_LABELS]
