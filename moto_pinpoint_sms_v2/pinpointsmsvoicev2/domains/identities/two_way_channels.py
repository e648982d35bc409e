"""Two-way channels: where AWS takes what people write.

https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms.html
"""

from __future__ import annotations

import re
from functools import cache

from ...exceptions import ValidationException

# A FIFO topic is none of these, because AWS does not publish to one:
# https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-two-way-sms.html
_TOPIC = re.compile(r"arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}")
_CONNECT = re.compile(r"connect\.(?P<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?")


def check_channel(two_way_channel_arn: str) -> None:
    """Refuse what is neither a topic nor Amazon Connect in a Region where it is offered."""
    if _TOPIC.fullmatch(two_way_channel_arn) is not None:
        return
    connect = _CONNECT.fullmatch(two_way_channel_arn)
    if connect is None:
        raise ValidationException(
            "INVALID_ARN",
            two_way_channel_arn="must be a standard SNS topic or connect.<region>.amazonaws.com",
        )
    if connect["region"] not in _connect_regions():
        raise ValidationException(
            "TWO_WAY_NOT_SUPPORTED_IN_REGION",
            two_way_channel_arn=f"Amazon Connect is not offered in {connect['region']}",
        )


@cache
def _connect_regions() -> frozenset[str]:
    """Return the Regions that have Amazon Connect, as botocore lists them."""
    from botocore.session import get_session

    session = get_session()
    return frozenset(
        region
        for partition in session.get_available_partitions()
        for region in session.get_available_regions("connect", partition)
    )
