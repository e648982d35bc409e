"""Carrier lookup: what is known about a phone number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from ...core.domain import Domain
from ...data import load
from ...exceptions import ValidationException
from .mobile_networks import network_of

_SEPARATORS = re.compile(r"[^0-9]")


@dataclass(frozen=True, kw_only=True)
class CarrierInformation:
    """What a lookup answers; of an invalid number only the first two."""

    e164_phone_number: str
    phone_number_type: str
    dialing_country_code: str | None = None
    iso_country_code: str | None = None
    country: str | None = None
    mcc: str | None = None
    mnc: str | None = None
    carrier: str | None = None
    original_phone_number: str | None = None


_FORMS = {
    "dialing_country_code": re.compile("[0-9]{1,3}"),
    "iso_country_code": re.compile("[A-Z]{2}"),
    "mcc": re.compile("[0-9]{3}"),
    "mnc": re.compile("[0-9]{2,3}"),
}
"""What the model lets members be."""


class CarrierLookups(Domain):
    """The operations on carriers."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, str]] = {}

    def set_carrier_lookup(
        self,
        phone_number: str,
        *,
        phone_number_type: str | None = None,
        dialing_country_code: str | None = None,
        iso_country_code: str | None = None,
        country: str | None = None,
        mcc: str | None = None,
        mnc: str | None = None,
        carrier: str | None = None,
    ) -> None:
        """Answer for the number what is given, and the rest as ever."""
        digits = _SEPARATORS.sub("", phone_number)
        if not 2 <= len(digits) <= 19:
            raise ValueError(f"{phone_number} is no number: it must have 2 to 19 digits")
        if digits[0] == "0":
            raise ValueError(
                f"{phone_number!r} is not a phone number for phone_number: it needs its country "
                "code, as in +447700900123"
            )
        members = {
            "phone_number_type": phone_number_type,
            "dialing_country_code": dialing_country_code,
            "iso_country_code": iso_country_code,
            "country": country,
            "mcc": mcc,
            "mnc": mnc,
            "carrier": carrier,
        }
        given = {name: value for name, value in members.items() if value is not None}
        for name, value in given.items():
            if name in _FORMS and _FORMS[name].fullmatch(value) is None:
                raise ValueError(f"{value!r} for {name} must match {_FORMS[name].pattern}")

        self._told[f"+{digits}"] = given

    def carrier_name(self, e164: str, iso_country_code: str) -> str | None:
        """Return whose number it is, as far as a test or its digits tell."""
        told = self._told.get(e164, {}).get("carrier")
        return told or network_of(e164, iso_country_code).get("carrierName")

    def carrier_lookup(
        self, *, phone_number: str, enable_cleansing: bool = False
    ) -> CarrierInformation:
        """Tell type, country and carrier of a number; cleansing corrects its national prefix."""
        found = _look_up(phone_number, enable_cleansing=enable_cleansing)
        told = self._told.get(found.e164_phone_number)
        if not told:
            return found
        if told.get("phone_number_type", found.phone_number_type) == "INVALID":
            return CarrierInformation(
                e164_phone_number=found.e164_phone_number, phone_number_type="INVALID"
            )
        return replace(found, **told)


def _look_up(phone_number: str, *, enable_cleansing: bool) -> CarrierInformation:
    import phonenumbers

    given = "+" + _SEPARATORS.sub("", phone_number)
    if not 3 <= len(given) <= 20:
        raise ValidationException("INVALID_PARAMETER", phone_number="must have 2 to 19 digits")

    invalid = CarrierInformation(e164_phone_number=given, phone_number_type="INVALID")
    try:
        parsed = phonenumbers.parse(given)
    except phonenumbers.NumberParseException:
        return invalid
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    if not phonenumbers.is_valid_number(parsed) or (given != e164 and not enable_cleansing):
        return invalid
    return CarrierInformation(
        e164_phone_number=e164,
        phone_number_type=_type_of(parsed),
        dialing_country_code=str(parsed.country_code),
        original_phone_number=phone_number if enable_cleansing and given != e164 else None,
        **_origin_of(parsed),
    )


def _type_of(parsed: Any) -> str:
    from phonenumbers import PhoneNumberType, number_type

    types = {
        PhoneNumberType.FIXED_LINE: "LANDLINE",
        PhoneNumberType.MOBILE: "MOBILE",
        # North American numbers do not show which of the two they are; mobile is a choice.
        PhoneNumberType.FIXED_LINE_OR_MOBILE: "MOBILE",
        PhoneNumberType.VOIP: "VOIP",
    }
    return types.get(number_type(parsed), "OTHER")


def _origin_of(parsed: Any) -> dict[str, str]:
    """Return country, carrier and mobile network, as far as they are known."""
    from phonenumbers import carrier, region_code_for_number

    code = region_code_for_number(parsed)
    # Numbers of no country, such as international freephone, have the region 001.
    if code not in load("country_names"):
        return {}
    origin = {"iso_country_code": code, "country": load("country_names")[code]}
    name = carrier.name_for_number(parsed, "en")
    if name:
        # The codes are those of ITU-T E.212, for the networks best known; which of its several
        # codes a network answers with is a choice.
        origin |= {"carrier": name, **load("mobile_networks").get(code, {}).get(name, {})}
    return origin
