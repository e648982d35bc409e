"""``AWS::SMSVOICE::SenderId``."""

from __future__ import annotations

from typing import Any

from .kind import Call, Kind, Row, only_row


class SenderIdKind(Kind):
    """A sender ID, which is named together with its country."""

    def named(self, id: str) -> dict[str, Any]:
        """Return both parts of its id."""
        return dict(zip(self.schema.identifier, id.split("|"), strict=True))

    def read(self, call: Call, id: str) -> Row:
        """Return the sender ID of that country."""
        return only_row("DescribeSenderIds", call, SenderIds=[self.named(id)])
