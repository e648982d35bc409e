"""Numbers to send from and to, of which nobody is called."""

from __future__ import annotations

from collections.abc import Iterator

from moto_pinpoint_sms_v2 import Simulator

from .measuring import REGION

# Kept for fiction by Ofcom, a thousand each:
# https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
_FICTION = (
    "+447700900",
    "+441632960",
    "+442079460",
    "+441134960",
    "+441144960",
    "+441154960",
    "+441164960",
    "+441174960",
    "+441184960",
    "+441214960",
    "+441314960",
    "+441414960",
    "+441514960",
    "+441614960",
)


def new_numbers() -> Iterator[str]:
    """Yield numbers of Great Britain, each once."""
    for digits in range(1000):
        for prefix in _FICTION:
            yield f"{prefix}{digits:03}"


def sender() -> str:
    """Return the id of a number that sends to Great Britain."""
    owned = Simulator(region_name=REGION).add_phone_number(
        iso_country_code="GB", number_type="LONG_CODE"
    )
    return str(owned["PhoneNumberId"])
