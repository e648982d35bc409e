"""Number overrides of protect configurations."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from ...support import body, pages, refused

ARN = "arn:aws:sms-voice:us-east-1:123456789012:protect-configuration/"
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
NUMBER = "+12065550100"
HOUR = timedelta(hours=1)


def put(sms: Any, protect: str, number: str = NUMBER, **changes: Any) -> dict[str, Any]:
    arguments = {"Action": "BLOCK", **changes}
    return body(
        sms.put_protect_configuration_rule_set_number_override(
            ProtectConfigurationId=protect, DestinationPhoneNumber=number, **arguments
        )
    )


def delete(sms: Any, protect: str, number: str = NUMBER) -> dict[str, Any]:
    return body(
        sms.delete_protect_configuration_rule_set_number_override(
            ProtectConfigurationId=protect, DestinationPhoneNumber=number
        )
    )


def listed(sms: Any, protect: str, *filters: tuple[str, list[str]]) -> list[str]:
    answer = sms.list_protect_configuration_rule_set_number_overrides(
        ProtectConfigurationId=protect,
        Filters=[{"Name": name, "Values": values} for name, values in filters],
    )
    return [each["DestinationPhoneNumber"] for each in answer["RuleSetNumberOverrides"]]


@freeze_time(NOW)
@pytest.mark.parametrize("prefix", ["", ARN], ids=["id", "ARN"])
@pytest.mark.parametrize("action", ["ALLOW", "BLOCK"])
def test_put_answers_and_lists_the_override(
    sms: Any, protect: str, action: str, prefix: str
) -> None:
    owner = {"ProtectConfigurationArn": ARN + protect, "ProtectConfigurationId": protect}
    override = {
        "DestinationPhoneNumber": NUMBER,
        "CreatedTimestamp": NOW,
        "Action": action,
        "IsoCountryCode": "US",
        "ExpirationTimestamp": NOW + HOUR,
    }

    answer = put(sms, prefix + protect, Action=action, ExpirationTimestamp=NOW + HOUR)

    assert answer == owner | override
    assert body(
        sms.list_protect_configuration_rule_set_number_overrides(
            ProtectConfigurationId=prefix + protect
        )
    ) == {**owner, "RuleSetNumberOverrides": [override]}


@pytest.mark.parametrize(
    ("number", "country"),
    [(NUMBER, "US"), ("+14165550100", "CA"), ("+447700900123", "GB"), ("+881612345678", None)],
)
def test_put_answers_the_country_of_the_number(
    sms: Any, protect: str, number: str, country: str | None
) -> None:
    assert put(sms, protect, number).get("IsoCountryCode") == country


def test_an_override_without_expiration_answers_without_it(sms: Any, protect: str) -> None:
    assert "ExpirationTimestamp" not in put(sms, protect)


def test_put_with_the_token_of_the_first_call_answers_the_same(sms: Any, protect: str) -> None:
    assert put(sms, protect, ClientToken="once") == put(sms, protect, ClientToken="once")


def test_put_on_the_same_number_updates_the_override(sms: Any, protect: str) -> None:
    with freeze_time(NOW):
        put(sms, protect, Action="BLOCK", ExpirationTimestamp=NOW + 2 * HOUR)
    with freeze_time(NOW + HOUR):
        # Without its plus it is the same number.
        updated = put(sms, protect, NUMBER.removeprefix("+"), Action="ALLOW")

        assert updated == {
            "ProtectConfigurationArn": ARN + protect,
            "ProtectConfigurationId": protect,
            "DestinationPhoneNumber": NUMBER,
            "CreatedTimestamp": NOW,
            "Action": "ALLOW",
            "IsoCountryCode": "US",
        }
        assert listed(sms, protect) == [NUMBER]


def test_put_on_a_number_whose_override_expired_makes_a_new_one(sms: Any, protect: str) -> None:
    with freeze_time(NOW):
        put(sms, protect, ExpirationTimestamp=NOW + HOUR)
    with freeze_time(NOW + 2 * HOUR):
        assert put(sms, protect)["CreatedTimestamp"] == NOW + 2 * HOUR


@pytest.mark.parametrize("number", ["+999123456789", "+1206555", "12"])
def test_put_refuses_what_is_no_phone_number(sms: Any, protect: str, number: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["destinationPhoneNumber"]):
        put(sms, protect, number)
    assert listed(sms, protect) == []


@freeze_time(NOW)
@pytest.mark.parametrize("prefix", ["", ARN], ids=["id", "ARN"])
@pytest.mark.parametrize("number", [NUMBER, NUMBER.removeprefix("+")], ids=["plus", "no plus"])
def test_delete_answers_the_override_deleted(
    sms: Any, protect: str, number: str, prefix: str
) -> None:
    made = put(sms, protect, ExpirationTimestamp=NOW + HOUR)
    put(sms, protect, "+12065550101")

    assert delete(sms, prefix + protect, number) == made
    assert listed(sms, protect) == ["+12065550101"]


def test_delete_refuses_a_number_without_override(sms: Any, protect: str) -> None:
    with refused("ResourceNotFoundException", kind="protect-configuration", id=NUMBER):
        delete(sms, protect)


def test_delete_refuses_a_number_whose_override_expired(sms: Any, protect: str) -> None:
    with freeze_time(NOW):
        put(sms, protect, ExpirationTimestamp=NOW + HOUR)

    with (
        freeze_time(NOW + HOUR),
        refused("ResourceNotFoundException", kind="protect-configuration", id=NUMBER),
    ):
        delete(sms, protect)


@pytest.mark.parametrize("operation", [put, delete, listed])
def test_an_unknown_protect_configuration_is_refused(sms: Any, operation: Any) -> None:
    with refused("ResourceNotFoundException", kind="protect-configuration", id="protect-gone"):
        operation(sms, "protect-gone")


def test_overrides_are_those_of_one_configuration(sms: Any, protect: str) -> None:
    other = sms.create_protect_configuration()["ProtectConfigurationId"]
    put(sms, protect)

    assert listed(sms, other) == []


def test_an_override_is_listed_until_it_expires(sms: Any, protect: str) -> None:
    with freeze_time(NOW):
        put(sms, protect, ExpirationTimestamp=NOW + HOUR)
        put(sms, protect, "+12065550101")

    with freeze_time(NOW + HOUR - timedelta(seconds=1)):
        assert listed(sms, protect) == [NUMBER, "+12065550101"]
    with freeze_time(NOW + HOUR):
        assert listed(sms, protect) == ["+12065550101"]


def test_overrides_come_in_pages(sms: Any, protect: str) -> None:
    numbers = [f"+1206555010{digit}" for digit in range(5)]
    for number in numbers:
        put(sms, protect, number)

    found = pages(
        sms.list_protect_configuration_rule_set_number_overrides,
        "RuleSetNumberOverrides",
        2,
        ProtectConfigurationId=protect,
    )

    assert [[each["DestinationPhoneNumber"] for each in page] for page in found] == [
        numbers[:2],
        numbers[2:4],
        numbers[4:],
    ]


AMERICAN, BRITISH = NUMBER, "+447700900123"


@pytest.fixture
def two_overrides(sms: Any, protect: str) -> str:
    """A US number blocked at 03:04:05 for good, a British one allowed an hour later for a day."""
    with freeze_time(NOW):
        put(sms, protect, AMERICAN, Action="BLOCK")
    with freeze_time(NOW + HOUR):
        put(sms, protect, BRITISH, Action="ALLOW", ExpirationTimestamp=NOW + 25 * HOUR)
    return protect


@pytest.mark.parametrize(
    ("name", "values", "found"),
    [
        ("iso-country-code", ["US"], [AMERICAN]),
        ("iso-country-code", ["US", "GB"], [AMERICAN, BRITISH]),
        ("iso-country-code", ["FR"], []),
        ("destination-phone-number-begins-with", ["+1206"], [AMERICAN]),
        ("destination-phone-number-begins-with", ["44"], [BRITISH]),
        ("destination-phone-number-begins-with", ["+1207", "+44"], [BRITISH]),
        ("destination-phone-number-begins-with", ["206"], []),
        ("action", ["BLOCK"], [AMERICAN]),
        ("action", ["ALLOW"], [BRITISH]),
        ("created-before", ["2026-01-02T03:34:05Z"], [AMERICAN]),
        ("created-after", ["2026-01-02T03:34:05Z"], [BRITISH]),
        ("created-after", ["2026-01-02T03:04:05Z"], [BRITISH]),
        ("created-after", ["2026-01-02T03:34:05"], [BRITISH]),
        ("created-after", ["2026-01-02T04:34:05+01:00"], [BRITISH]),
        ("created-after", ["2026-01-02T03:34:05.678Z"], [BRITISH]),
        ("created-after", ["2026-01-02"], [AMERICAN, BRITISH]),
        ("created-after", ["1767323045"], [BRITISH]),
        ("created-after", ["1767323044.999"], [AMERICAN, BRITISH]),
        ("expires-before", ["2026-01-03T04:04:06Z"], [BRITISH]),
        ("expires-before", ["2026-01-03T04:04:05Z"], []),
        ("expires-after", ["2026-01-03T04:04:04Z"], [BRITISH]),
        ("expires-after", ["2026-01-03T04:04:05Z"], []),
    ],
)
def test_overrides_are_filtered(
    sms: Any, two_overrides: str, name: str, values: list[str], found: list[str]
) -> None:
    with freeze_time(NOW + 2 * HOUR):
        assert listed(sms, two_overrides, (name, values)) == found


def test_overrides_must_satisfy_all_filters(sms: Any, two_overrides: str) -> None:
    with freeze_time(NOW + 2 * HOUR):
        assert listed(sms, two_overrides, ("action", ["ALLOW"]), ("iso-country-code", ["US"])) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("iso-country-code", "us"),
        ("iso-country-code", "USA"),
        ("destination-phone-number-begins-with", "+0"),
        ("destination-phone-number-begins-with", "phone"),
        ("action", "MONITOR"),
        ("expires-before", "soon"),
        ("expires-after", "2026-13-01"),
        ("created-before", "nan"),
        ("created-after", "1e400"),
        ("created-after", "99999999999999999999"),
    ],
)
def test_a_filter_refuses_values_of_another_form(
    sms: Any, protect: str, name: str, value: str
) -> None:
    with refused("ValidationException", "INVALID_FILTER_VALUES", fields=["filters"]):
        listed(sms, protect, (name, [value]))
