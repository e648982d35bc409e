"""Registration attachments: the documents that a form asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...core.domain import Domain, step_of
from ...core.filters import Filter
from ...core.object_store import Reader, find_object, is_s3_url
from ...core.recent import Recent
from ...core.resource import Resource, Tag
from ...core.table import Selection
from ...exceptions import ConflictException, ValidationException
from .documents import kind_of
from .registrations import Registration

_LARGEST = 5 * 1024 * 1024


@dataclass(kw_only=True, eq=False)
class RegistrationAttachment(Resource):
    """An uploaded document."""

    kind = "registration-attachment"
    id_prefix = "attachment-"
    quota = "REGISTRATION_ATTACHMENTS"

    attachment_body: bytes | None = field(repr=False)
    """The document; None if there is none at the URL."""
    attachment_url: str | None = None
    """Where in S3 the document came from; how AWS shows an uploaded body was never published."""
    attachment_status: str = "UPLOAD_IN_PROGRESS"
    attachment_upload_error_reason: str | None = None


class RegistrationAttachments(Domain):
    """The operations on registration attachments."""

    attachments_created: Recent
    """The attachments of the last 24 hours, deleted ones included."""

    def create_registration_attachment(
        self,
        *,
        attachment_body: bytes | None = None,
        attachment_url: str | None = None,
        tags: Sequence[Tag] = (),
    ) -> RegistrationAttachment:
        """Begin to upload a document, given itself or by where it lies in S3."""
        document = self._document(attachment_body, attachment_url)
        if document is not None:
            _refuse_document(document)
        self.store.limits.check(
            "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY",
            self.attachments_created.count(RegistrationAttachment),
        )

        attachment = self.store.create(
            RegistrationAttachment,
            tags=tags,
            attachment_body=document,
            attachment_url=attachment_url,
        )
        self.attachments_created.add(RegistrationAttachment)
        return attachment

    def describe_registration_attachments(
        self, *, registration_attachment_ids: Sequence[str] = (), filters: Sequence[Filter] = ()
    ) -> Selection[RegistrationAttachment]:
        """List the attachments; deleted ones are gone."""
        return self.store.select(
            RegistrationAttachment, identifiers=registration_attachment_ids, filters=filters
        )

    def delete_registration_attachment(
        self, *, registration_attachment_id: str
    ) -> RegistrationAttachment:
        """Delete an attachment that no version of a registration holds."""
        attachment = self.store.get(RegistrationAttachment, registration_attachment_id)
        if self._is_held(attachment):
            raise ConflictException("RESOURCE_DELETION_NOT_ALLOWED", attachment)

        self.store.remove(attachment)
        attachment.attachment_status = "DELETED"
        return attachment

    @step_of(RegistrationAttachment)
    def end_upload(self, attachment: RegistrationAttachment) -> bool:
        """End the upload, if it has not ended yet."""
        if attachment.attachment_status != "UPLOAD_IN_PROGRESS":
            return False
        if attachment.attachment_body is None:
            attachment.attachment_status = "UPLOAD_FAILED"
            attachment.attachment_upload_error_reason = "INTERNAL_ERROR"
        else:
            attachment.attachment_status = "UPLOAD_COMPLETE"
        return True

    def _document(self, body: bytes | None, url: str | None) -> bytes | None:
        """Return what is to be uploaded, None if nothing lies at the URL."""
        if url is None:
            if body is None:
                raise ValidationException("MISSING_PARAMETER", attachment_body="is required")
            return body
        if body is not None:
            raise ValidationException(
                "PARAMETERS_CANNOT_BE_USED_TOGETHER",
                attachment_body="cannot be used with attachmentUrl",
                attachment_url="cannot be used with attachmentBody",
            )
        if not is_s3_url(url):
            raise ValidationException(
                "INVALID_PARAMETER", attachment_url="must be like s3://BucketName/FileName"
            )
        found = find_object(url, Reader(self.account_id))
        return None if found is None else found.content

    def _is_held(self, attachment: RegistrationAttachment) -> bool:
        return any(
            value.registration_attachment_id == attachment.id
            for registration in self.store.all(Registration)
            for version in registration.versions
            for value in version.field_values
        )


def _refuse_document(document: bytes) -> None:
    """Refuse what is too large, or neither PDF nor JPEG nor PNG."""
    if len(document) > _LARGEST:
        raise ValidationException("MAXIMUM_SIZE_EXCEEDED")
    if kind_of(document) is None:
        raise ValidationException("ATTACHMENT_TYPE_NOT_SUPPORTED")
