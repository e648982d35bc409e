"""Spend limits, and how they are set lower and raised."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.exceptions import ServiceQuotaExceededException

from ...support import backend, body, pages, refused

CHANNELS = ("TEXT", "VOICE", "MEDIA", "NOTIFY", "RCS")
NAMES = [f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT" for channel in CHANNELS]

every_channel = pytest.mark.parametrize("channel", CHANNELS)


def set_override(sms: Any, channel: str, monthly_limit: int) -> dict[str, Any]:
    operation = getattr(sms, f"set_{channel.lower()}_message_spend_limit_override")
    return body(operation(MonthlyLimit=monthly_limit))


def delete_override(sms: Any, channel: str) -> dict[str, Any]:
    return body(getattr(sms, f"delete_{channel.lower()}_message_spend_limit_override")())


def limit_of(sms: Any, channel: str) -> dict[str, Any]:
    limits = {limit["Name"]: limit for limit in sms.describe_spend_limits()["SpendLimits"]}
    return dict(limits[f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT"])


def limit(channel: str, *, enforced: int, largest: int, overridden: bool) -> dict[str, Any]:
    return {
        "Name": f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT",
        "EnforcedLimit": enforced,
        "MaxLimit": largest,
        "Overridden": overridden,
    }


def test_describe_spend_limits_lists_every_channel(sms: Any) -> None:
    assert body(sms.describe_spend_limits()) == {
        "SpendLimits": [
            limit(channel, enforced=10_000, largest=10_000, overridden=False)
            for channel in CHANNELS
        ]
    }


def test_describe_spend_limits_comes_in_pages(sms: Any) -> None:
    names = [
        [each["Name"] for each in page]
        for page in pages(sms.describe_spend_limits, "SpendLimits", 2)
    ]

    assert names == [NAMES[:2], NAMES[2:4], NAMES[4:]]


@every_channel
def test_an_override_is_enforced_on_its_channel(sms: Any, channel: str) -> None:
    assert set_override(sms, channel, 50) == {"MonthlyLimit": 50}

    assert body(sms.describe_spend_limits()) == {
        "SpendLimits": [
            limit(each, enforced=50, largest=10_000, overridden=True)
            if each == channel
            else limit(each, enforced=10_000, largest=10_000, overridden=False)
            for each in CHANNELS
        ]
    }


@pytest.mark.parametrize("monthly_limit", [0, 10_000])
def test_an_override_reaches_from_nothing_to_the_limit_of_aws(sms: Any, monthly_limit: int) -> None:
    assert set_override(sms, "TEXT", monthly_limit) == {"MonthlyLimit": monthly_limit}

    assert limit_of(sms, "TEXT") == limit(
        "TEXT", enforced=monthly_limit, largest=10_000, overridden=True
    )


@every_channel
def test_an_override_above_the_limit_of_aws_is_refused(sms: Any, channel: str) -> None:
    set_override(sms, channel, 50)

    with refused(
        "ValidationException",
        "REQUESTED_SPEND_LIMIT_HIGHER_THAN_SERVICE_LIMIT",
        fields=["monthlyLimit"],
    ):
        set_override(sms, channel, 10_001)

    assert limit_of(sms, channel) == limit(channel, enforced=50, largest=10_000, overridden=True)


@every_channel
def test_deleting_an_override_answers_the_limit_of_aws(sms: Any, channel: str) -> None:
    set_override(sms, channel, 50)

    assert delete_override(sms, channel) == {"MonthlyLimit": 10_000}

    assert limit_of(sms, channel) == limit(
        channel, enforced=10_000, largest=10_000, overridden=False
    )


@every_channel
def test_deleting_an_override_that_is_not_there_is_no_error(sms: Any, channel: str) -> None:
    assert delete_override(sms, channel) == {"MonthlyLimit": 10_000}


def test_the_sandbox_allows_one_dollar(sms: Any, simulator: Simulator) -> None:
    simulator.set_account_tier("SANDBOX")

    assert body(sms.describe_spend_limits()) == {
        "SpendLimits": [
            limit(channel, enforced=1, largest=1, overridden=False) for channel in CHANNELS
        ]
    }


def test_an_override_never_lifts_the_limit_of_a_new_tier(sms: Any, simulator: Simulator) -> None:
    set_override(sms, "TEXT", 50)

    simulator.set_account_tier("SANDBOX")

    assert limit_of(sms, "TEXT") == limit("TEXT", enforced=1, largest=1, overridden=True)


def test_leaving_the_sandbox_raises_what_may_be_set_and_not_what_is_enforced(
    sms: Any, simulator: Simulator
) -> None:
    simulator.set_account_tier("SANDBOX")
    simulator.set_account_tier("PRODUCTION")

    assert limit_of(sms, "TEXT") == limit("TEXT", enforced=1, largest=10_000, overridden=False)
    assert set_override(sms, "TEXT", 500) == {"MonthlyLimit": 500}
    assert limit_of(sms, "TEXT") == limit("TEXT", enforced=500, largest=10_000, overridden=True)
    assert delete_override(sms, "TEXT") == {"MonthlyLimit": 10_000}


def test_aws_can_raise_the_limit_of_one_channel(sms: Any, simulator: Simulator) -> None:
    simulator.set_account_limit("VOICE_MESSAGE_MONTHLY_SPEND_LIMIT", 20_000)

    assert limit_of(sms, "VOICE") == limit(
        "VOICE", enforced=10_000, largest=20_000, overridden=False
    )
    assert set_override(sms, "VOICE", 15_000) == {"MonthlyLimit": 15_000}
    assert limit_of(sms, "TEXT") == limit("TEXT", enforced=10_000, largest=10_000, overridden=False)


def test_spend_limits_belong_to_one_account_and_region(sms: Any, stranger: Any) -> None:
    set_override(sms, "TEXT", 50)

    assert limit_of(stranger, "TEXT") == limit(
        "TEXT", enforced=10_000, largest=10_000, overridden=False
    )


def test_a_reset_forgets_overrides(sms: Any) -> None:
    set_override(sms, "TEXT", 50)

    backend().reset()

    assert limit_of(sms, "TEXT") == limit("TEXT", enforced=10_000, largest=10_000, overridden=False)


# What a message costs is for sending to say; here is only what the account makes of it.


@every_channel
@pytest.mark.parametrize("amount", ["1.0", "0.000001"])
def test_a_message_may_cost_no_more_than_is_left(
    sms: Any, simulator: Simulator, channel: str, amount: str
) -> None:
    set_override(sms, channel, 10)
    simulator.set_spend(f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT", 10 - float(amount))
    account = backend().account
    account.check_spend(channel, Decimal(amount))

    with pytest.raises(ServiceQuotaExceededException) as caught:
        account.check_spend(channel, Decimal(amount) + Decimal("0.000001"))

    assert caught.value.reason == f"MONTHLY_SPEND_LIMIT_REACHED_FOR_{channel}"


def test_at_the_limit_not_even_a_free_message_goes(sms: Any) -> None:
    set_override(sms, "TEXT", 0)

    with pytest.raises(ServiceQuotaExceededException):
        backend().account.check_spend("TEXT", Decimal(0))


def test_many_small_prices_add_up_to_the_last_digit(sms: Any) -> None:
    set_override(sms, "TEXT", 1)
    account = backend().account

    for _ in range(100):
        account.check_spend("TEXT", Decimal("0.01"))
        account.charge("TEXT", Decimal("0.01"))

    with pytest.raises(ServiceQuotaExceededException):
        account.check_spend("TEXT", Decimal("0.01"))


@pytest.mark.parametrize("next_month", ["2026-02-01", "2027-01-31"])
def test_spending_starts_anew_with_the_month(
    sms: Any, simulator: Simulator, next_month: str
) -> None:
    with freeze_time("2026-01-31 23:59:59"):
        simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 10_000)
        with pytest.raises(ServiceQuotaExceededException):
            backend().account.check_spend("TEXT", Decimal("0.01"))

    with freeze_time(next_month):
        backend().account.check_spend("TEXT", Decimal(10_000))
