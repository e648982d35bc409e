"""Where the media go that people send to an RCS agent.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-inbound-media.html
The reasons of the refusals are a choice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...exceptions import ValidationException

_UNSET = "UNSET_RCS_MEDIA_CONFIGURATION"
_NEEDS_BOTH = "goes together with the bucket or the role"


@dataclass(frozen=True, kw_only=True)
class RcsMedia:
    """A place in S3, and the role that may write there; all None where media are not kept."""

    bucket_name: str | None = None
    key_prefix: str | None = None
    role: str | None = None

    def changed(self, change: RcsMedia, *, two_way_enabled: bool) -> RcsMedia:
        """Return the place after a change, in which None keeps what is there, or refuse it.

        Without two-way messages nothing is kept.
        """
        _check(self, change, two_way_enabled=two_way_enabled)

        if change.bucket_name == _UNSET or not two_way_enabled:
            return RcsMedia()
        given = {name: value for name, value in vars(change).items() if value is not None}
        return replace(self, **given)


def _check(media: RcsMedia, change: RcsMedia, *, two_way_enabled: bool) -> None:
    unset = change.bucket_name == _UNSET
    if change.bucket_name is None and change.role is not None:
        raise ValidationException("MISSING_PARAMETER", two_way_media_s3_bucket_name=_NEEDS_BOTH)
    if change.role is None and change.bucket_name is not None:
        raise ValidationException("MISSING_PARAMETER", two_way_media_s3_role=_NEEDS_BOTH)
    if unset != (change.role == _UNSET):
        field = "two_way_media_s3_role" if unset else "two_way_media_s3_bucket_name"
        raise ValidationException("INVALID_PARAMETER", **{field: f"must be {_UNSET} as well"})
    if change.key_prefix is not None and unset:
        raise ValidationException(
            "PARAMETERS_CANNOT_BE_USED_TOGETHER", two_way_media_s3_key_prefix="goes with a bucket"
        )
    if change != RcsMedia() and not unset and not two_way_enabled:
        raise ValidationException("TWO_WAY_NOT_ENABLED", two_way_enabled="is needed for media")
    if change.key_prefix is not None and (change.bucket_name or media.bucket_name) is None:
        raise ValidationException("MISSING_PARAMETER", two_way_media_s3_bucket_name=_NEEDS_BOTH)
