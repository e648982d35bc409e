"""Notify countries."""

from __future__ import annotations

from typing import Any

import pytest

from ...support import body, pages

# fmt: off
BASIC = [
    "AS", "AU", "BE", "BR", "CA", "CH", "CO", "DE", "DK", "ES", "FI", "FR", "GB", "GU", "HK",
    "IE", "IN", "IT", "JP", "KR", "MP", "MX", "NL", "NZ", "PR", "PT", "SE", "SG", "US", "VI",
]
# fmt: on


def codes(answer: dict[str, Any]) -> list[str]:
    return [country["IsoCountryCode"] for country in answer["NotifyCountries"]]


def all_countries(sms: Any, **arguments: Any) -> dict[str, dict[str, Any]]:
    found = pages(sms.list_notify_countries, "NotifyCountries", 100, **arguments)
    return {country["IsoCountryCode"]: country for page in found for country in page}


@pytest.mark.parametrize(
    ("code", "name", "tiers"),
    [("US", "United States", ["BASIC", "ADVANCED"]), ("AT", "Austria", ["ADVANCED"])],
)
def test_list_notify_countries_tells_what_a_country_has(
    sms: Any, code: str, name: str, tiers: list[str]
) -> None:
    assert all_countries(sms)[code] == {
        "IsoCountryCode": code,
        "CountryName": name,
        "SupportedChannels": ["SMS", "VOICE"],
        "SupportedUseCases": ["CODE_VERIFICATION"],
        "SupportedTiers": tiers,
        "CustomerOwnedIdentityRequired": False,
    }


def test_the_basic_tier_has_thirty_countries(sms: Any) -> None:
    assert codes(sms.list_notify_countries(Tier="BASIC")) == BASIC


def test_the_advanced_tier_has_every_country(sms: Any) -> None:
    assert all_countries(sms, Tier="ADVANCED") == all_countries(sms)
    assert len(all_countries(sms)) > 200


@pytest.mark.parametrize(
    ("channels", "found"),
    [(["SMS"], BASIC), (["VOICE"], BASIC), (["VOICE", "MMS"], BASIC), (["MMS", "RCS"], [])],
)
def test_list_notify_countries_lists_countries_with_any_of_the_channels(
    sms: Any, channels: list[str], found: list[str]
) -> None:
    assert codes(sms.list_notify_countries(Tier="BASIC", Channels=channels)) == found


def test_list_notify_countries_lists_countries_with_the_use_case(sms: Any) -> None:
    found = sms.list_notify_countries(Tier="BASIC", UseCases=["CODE_VERIFICATION"])

    assert codes(found) == BASIC


def test_list_notify_countries_comes_in_pages(sms: Any) -> None:
    found = pages(sms.list_notify_countries, "NotifyCountries", 12, Tier="BASIC")

    assert [[country["IsoCountryCode"] for country in page] for page in found] == [
        BASIC[:12],
        BASIC[12:24],
        BASIC[24:],
    ]


def test_every_country_has_a_name(sms: Any) -> None:
    names = [country["CountryName"] for country in all_countries(sms).values()]

    assert all(names)
    assert len(set(names)) == len(names)


def test_the_countries_are_the_same_everywhere(sms: Any, stranger: Any) -> None:
    assert (
        body(sms.list_notify_countries())["NotifyCountries"]
        == (stranger.list_notify_countries()["NotifyCountries"])
    )
