"""What receives the events of an event destination: which ARNs AWS takes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...core.access import Access
from ...exceptions import ValidationException

# A FIFO topic ends in ``.fifo``, and is none that AWS publishes events to.
_ARNS = {
    "TopicArn": (
        "topic_arn",
        "a standard SNS topic",
        r"sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}",
    ),
    "DeliveryStreamArn": (
        "delivery_stream_arn",
        "a Firehose stream",
        r"firehose:[a-z0-9-]+:[0-9]{12}:deliverystream/[A-Za-z0-9_.-]{1,64}",
    ),
    "LogGroupArn": (
        "log_group_arn",
        "a log group",
        r"logs:[a-z0-9-]+:[0-9]{12}:log-group:[A-Za-z0-9_/.#-]{1,512}(:\*)?",
    ),
    "IamRoleArn": ("iam_role_arn", "an IAM role", r"iam::[0-9]{12}:role/[!-~]{1,576}"),
}
_PATTERNS = {
    member: re.compile(r"arn:aws[a-z-]*:" + pattern) for member, (_, _, pattern) in _ARNS.items()
}


def check_target(kind: str, target: Mapping[str, str]) -> None:
    """Refuse a target with the ARN of anything else than its kind takes.

    ``kind`` is the parameter in snake_case. That the reason is INVALID_ARN is a choice.
    """
    for member, arn in target.items():
        if _PATTERNS[member].fullmatch(arn) is None:
            name, wanted, _ = _ARNS[member]
            raise ValidationException("INVALID_ARN", **{f"{kind}.{name}": f"must be {wanted}"})


def check_access(access: Access, kind: str, target: Mapping[str, str], set_arn: str) -> None:
    """Refuse a target that AWS does not get at for the configuration set of that ARN."""
    if "IamRoleArn" in target:
        access.check_role(f"{kind}.iam_role_arn", target["IamRoleArn"], set_arn)
    if "DeliveryStreamArn" in target:
        access.check_stream(f"{kind}.delivery_stream_arn", target["DeliveryStreamArn"])
