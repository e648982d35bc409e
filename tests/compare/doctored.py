"""A mock that plays AWS, with one rule of each level changed on purpose."""

from __future__ import annotations

import sys
from typing import Any

from moto_pinpoint_sms_v2.__main__ import main
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core import store
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.data import load
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.identities import keyword_matching

PLANTED = {
    0: "spend limits",
    1: "a tag key with `aws:`, or twice in a request",
    2: "texts of HELP and STOP",
}
"""The row of each rule that is changed, by its level."""


def doctor() -> None:
    """Change the rules of this process."""
    words: Any = keyword_matching
    words.MANDATORY_KEYWORDS = (
        keyword_matching.Keyword("HELP", "Call us.", "AUTOMATIC_RESPONSE"),
        keyword_matching.MANDATORY_KEYWORDS[1],
    )
    load("spend_limits")["PRODUCTION"] = 500
    checked: Any = store
    checked.check_tags = lambda *tags: None


if __name__ == "__main__":
    doctor()
    sys.exit(main(["server", *sys.argv[1:]]))
