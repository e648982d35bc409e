"""``AWS::SMSVOICE::PhoneNumber``."""

from __future__ import annotations

from typing import Any

from .keywords import settle_keywords
from .kind import Call, Kind, Properties

MESSAGE_TYPE = "TRANSACTIONAL"
"""What is asked for, as the type has no property for it and AWS has not published it; a choice."""


class PhoneNumberKind(Kind):
    """A number, with its keywords and settings; it is not registered by this type."""

    def given_at_creation(self, wanted: Properties) -> dict[str, Any]:
        """Return what the number is chosen by."""
        return {**super().given_at_creation(wanted), "MessageType": MESSAGE_TYPE}

    def settle(self, call: Call, id: str, before: Properties, after: Properties) -> None:
        """Change settings and keywords."""
        super().settle(call, id, before, after)
        settle_keywords(call, id, before, after)
