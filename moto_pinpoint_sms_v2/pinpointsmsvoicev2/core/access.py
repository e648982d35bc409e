"""Access: whether the service gets at the roles and streams that a caller names, as moto has them.

AWS tries both when a setting names them. What Terraform's provider waits for tells how it refuses:
https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service/pinpointsmsvoicev2
"""

from __future__ import annotations

import os
from sys import modules
from typing import Any

from ..exceptions import ValidationException
from .backends import find_backend
from .policies import Question, is_allowed, is_denied, read_policy

CHECK_ACCESS = "MOTO_PINPOINT_SMS_CHECK_ACCESS"
"""The environment variable that says what every account begins with."""

_OFF = ("0", "false", "no", "off")
SERVICE = "sms-voice.amazonaws.com"
"""By which name roles trust the service, and are passed to it."""


class Access:
    """What the account lets the service use, looked up unless a test switched that off."""

    def __init__(self, account_id: str) -> None:
        self._account_id = account_id
        self.is_checked = os.environ.get(CHECK_ACCESS, "").strip().lower() not in _OFF

    def check_role(self, field: str, role_arn: str, source_arn: str) -> None:
        """Refuse a role that the service cannot assume for the resource of ``source_arn``.

        ``field`` is the parameter in snake_case. The reason is seen where two-way channels name a
        role; that it is the same where event destinations do is a choice.
        """
        if not self.can_assume(role_arn, source_arn):
            raise ValidationException(
                "RESOURCE_NOT_ACCESSIBLE",
                message=f"Could not assume IAM role {role_arn}",
                **{field: f"must be a role that {SERVICE} may assume"},
            )

    def check_stream(self, field: str, stream_arn: str) -> None:
        """Refuse a Firehose stream that is not there."""
        if self.is_checked and not _has_stream(stream_arn):
            raise ValidationException(
                "RESOURCE_NOT_ACCESSIBLE",
                message=f"Could not access Kinesis Firehose Stream {stream_arn}",
                **{field: "must be a stream that is there"},
            )

    def can_assume(self, role_arn: str, source_arn: str) -> bool:
        """Say whether the service may assume the role, for the sake of one resource.

        That conditions are asked for the account and the resource alone is a choice.
        """
        if not self.is_checked:
            return True
        role = _role(role_arn)
        trust = {} if role is None else read_policy(role.assume_role_policy_document)
        question = Question(
            "sts:AssumeRole",
            None,
            {"aws:sourceaccount": [self._account_id], "aws:sourcearn": [source_arn]},
            SERVICE,
        )
        return is_allowed([trust], question) and not is_denied([trust], question)


def _role(role_arn: str) -> Any:
    # Not imported for this, because what is not there yet has no roles.
    module = modules.get("moto.iam.models")
    if module is None:
        return None
    _, partition, _, _, account_id, _ = (role_arn + ":::::").split(":", 5)
    iam = find_backend(module.iam_backends, account_id, partition)
    roles = () if iam is None else iam.get_roles()
    return next((role for role in roles if role.arn == role_arn), None)


def _has_stream(stream_arn: str) -> bool:
    module = modules.get("moto.firehose.models")
    if module is None:
        return False
    *_, region_name, account_id, name = stream_arn.split(":", 5)
    firehose = find_backend(module.firehose_backends, account_id, region_name)
    return firehose is not None and name.partition("/")[2] in firehose.delivery_streams
