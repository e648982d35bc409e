"""``AWS::SMSVOICE::RegistrationAttachment``."""

from __future__ import annotations

from typing import Any

from .kind import Kind, Row


class RegistrationAttachmentKind(Kind):
    """A document, as Base64 or by where it lies in S3."""

    def attributes(self, row: Row) -> dict[str, Any]:
        """Return what GetAtt answers, which has another name for the URL."""
        return {**super().attributes(row), "UploadedAttachmentUrl": row.get("AttachmentUrl")}
