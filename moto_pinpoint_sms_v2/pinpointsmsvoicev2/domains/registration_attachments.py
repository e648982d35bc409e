"""Registration attachments: the documents that a form asks for."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.domain import Domain
from ..core.resource import Resource


@dataclass(kw_only=True, eq=False)
class RegistrationAttachment(Resource):
    """An uploaded document."""

    kind = "registration-attachment"
    id_prefix = "attachment-"
    quota = "REGISTRATION_ATTACHMENTS"

    attachment_status: str = "UPLOAD_IN_PROGRESS"
    attachment_upload_error_reason: str | None = None
    attachment_url: str | None = None
    attachment_body: bytes | None = None


class RegistrationAttachments(Domain):
    """The operations on registration attachments."""
