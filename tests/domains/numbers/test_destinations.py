"""Destinations."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import phonenumbers
import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.numbers.destinations import (
    Destination,
    countries,
    parse,
)


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("+12065550100", "US"),
        ("+14165550100", "CA"),
        ("+17875550100", "PR"),
        ("+61455944038", "AU"),
        ("+43676800442031", "AT"),
        ("+32460213922", "BE"),
        ("+56229140630", "CL"),
        ("+420790542286", "CZ"),
        ("+4525919410", "DK"),
        ("+37282720792", "EE"),
        ("+3584573979110", "FI"),
        ("+33755512501", "FR"),
        ("+85257048426", "HK"),
        ("+36707178770", "HU"),
        ("+394390009172", "IT"),
        ("+447937404990", "JE"),
        ("+352691385880", "LU"),
        ("+3197008100148", "NL"),
        ("+4759449384", "NO"),
        ("+48732141440", "PL"),
        ("+351927946948", "PT"),
        ("+40783900330", "RO"),
        ("+34683783440", "ES"),
        ("+46790645100", "SE"),
        ("+41798075872", "CH"),
        ("+886903444630", "TW"),
        ("+447860019066", "GB"),
        ("+14254147755", "US"),
    ],
)
def test_a_number_tells_its_country(number: str, country: str) -> None:
    destination = parse(number)

    assert (destination.e164, destination.iso_country_code) == (number, country)
    assert destination.is_possible


@pytest.mark.parametrize(
    ("number", "country"), [("+447700900123", "GB"), ("+18005550199", "US"), ("+12075550100", "US")]
)
def test_a_number_of_fiction_tells_the_country_of_its_code(number: str, country: str) -> None:
    destination = parse(number)

    assert (destination.iso_country_code, destination.is_possible) == (country, True)


def test_a_number_without_its_plus_is_the_same_number() -> None:
    assert parse("12065550100") == parse("+12065550100")


def test_a_national_prefix_is_no_part_of_the_number() -> None:
    assert parse("+4407860019066").e164 == "+447860019066"


def test_a_leading_zero_that_belongs_to_the_number_stays() -> None:
    assert parse("+390669812345").e164 == "+390669812345"


def test_a_satellite_phone_has_no_country() -> None:
    assert parse("+881612345678") == Destination("+881612345678", None, is_possible=True)


@pytest.mark.parametrize("number", ["+999123456789", "+12"])
def test_a_number_of_no_plan_has_no_country_and_is_impossible(number: str) -> None:
    assert parse(number) == Destination(number, None, is_possible=False)


@pytest.mark.parametrize("number", ["+1206555", "+12065550"], ids=["for all", "for other towns"])
def test_a_number_too_short_for_its_country_is_impossible(number: str) -> None:
    assert parse(number) == Destination(number, "US", is_possible=False)


def test_countries_are_iso_codes_in_order() -> None:
    assert len(countries()) >= 240
    assert list(countries()) == sorted(set(countries()))
    assert {"AT", "CA", "GB", "IN", "US"} <= set(countries())
    assert all(len(country) == 2 and country.isalpha() for country in countries())


def test_importing_the_package_does_not_import_the_library_of_numbers() -> None:
    program = (
        "import sys; import moto_pinpoint_sms_v2.pinpointsmsvoicev2;"
        "sys.exit('phonenumbers' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603


def by_the_library(number: str) -> Destination:
    """Return what the library's own parser says, which takes its time."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return Destination(number, None, is_possible=False)
    country = phonenumbers.region_code_for_number(
        parsed
    ) or phonenumbers.region_code_for_country_code(parsed.country_code)
    return Destination(
        phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164),
        None if country in ("001", "ZZ") else country,
        is_possible=phonenumbers.is_possible_number_with_reason(parsed)
        == phonenumbers.ValidationResult.IS_POSSIBLE,
    )


def numbers_like(example: str, code: str) -> Iterator[str]:
    """Yield the example, and what differs from it in a digit, in length or in a prefix."""
    yield example
    for place in range(len(code) + 1, len(example)):
        yield f"{example[:place]}{(int(example[place]) + 3) % 10}{example[place + 1 :]}"
    yield from (example[:-1], example[:6], example + "1", example + "12345678")
    yield from (f"+{code}0{example[len(code) + 1 :]}", f"+{code}{example[1:]}", "+0" + example[1:])


@pytest.mark.parametrize("code", sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE))
def test_a_number_is_taken_as_the_library_takes_it(code: int) -> None:
    examples = [
        phonenumbers.example_number_for_type(region, type)
        for region in phonenumbers.COUNTRY_CODE_TO_REGION_CODE[code]
        for type in range(11)
        if region != "001"
    ] or [phonenumbers.example_number_for_non_geo_entity(code)]

    differing = {
        number: (parse(number), by_the_library(number))
        for example in examples
        if example is not None
        for number in numbers_like(phonenumbers.format_number(example, 0), str(code))
        if parse(number) != by_the_library(number)
    }

    assert differing == {}


@pytest.mark.parametrize(
    "number",
    [
        "+",
        "+0",
        "+1 206 555 0100",
        "+12065550100 ext 5",
        "+1206555010a",
        "+\u0661206555010",
        "+1\n",
    ],
)
def test_what_is_no_e164_is_taken_as_the_library_takes_it(number: str) -> None:
    assert parse(number) == by_the_library(number)
