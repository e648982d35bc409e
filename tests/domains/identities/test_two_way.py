"""Two-way messaging: the settings that numbers, pools and RCS agents share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ...access import trusted_role
from ...support import refused
from ..number_types import ARN, request
from ..senders import given, identifier

CONNECT = "connect.us-east-1.amazonaws.com"
TOPIC = "arn:aws:sns:us-east-1:123456789012:replies"
ROLE = "arn:aws:iam::123456789012:role/replies"

Change = Callable[..., dict[str, Any]]


@pytest.fixture(params=["phone-number", "pool", "rcs-agent"])
def change(request: pytest.FixtureRequest, sms: Any) -> Change:
    """Update an identity of each kind, and return its two-way settings."""
    assert trusted_role("replies") == ROLE
    update = _UPDATES[request.param](sms)

    def settings(**arguments: Any) -> dict[str, Any]:
        answer = update(**arguments)
        return {name: answer[name] for name in _SETTINGS if name in answer}

    return settings


def _update_number(sms: Any) -> Callable[..., Any]:
    number = request(sms)
    return lambda **arguments: sms.update_phone_number(PhoneNumberId=number, **arguments)


def _update_pool(sms: Any) -> Callable[..., Any]:
    number = request(sms)
    pool = sms.create_pool(
        OriginationIdentity=number, IsoCountryCode="US", MessageType="TRANSACTIONAL"
    )["PoolId"]
    return lambda **arguments: sms.update_pool(PoolId=pool, **arguments)


def _update_agent(sms: Any) -> Callable[..., Any]:
    agent = sms.create_rcs_agent()["RcsAgentId"]
    return lambda **arguments: sms.update_rcs_agent(RcsAgentId=agent, **arguments)


_UPDATES = {
    "phone-number": _update_number,
    "pool": _update_pool,
    "rcs-agent": _update_agent,
}
_SETTINGS = (
    "TwoWayEnabled",
    "TwoWayChannelArn",
    "TwoWayChannelRole",
    "SelfManagedOptOutsEnabled",
    "OptOutListName",
    "DeletionProtectionEnabled",
)
OFF = {
    "TwoWayEnabled": False,
    "SelfManagedOptOutsEnabled": False,
    "OptOutListName": "Default",
    "DeletionProtectionEnabled": False,
}
ON = {**OFF, "TwoWayEnabled": True, "TwoWayChannelArn": TOPIC}


def test_two_way_is_off_at_first(change: Change) -> None:
    assert change() == OFF


@pytest.mark.parametrize(
    "channel",
    [
        pytest.param(TOPIC, id="topic"),
        pytest.param(CONNECT, id="connect"),
        pytest.param("arn:aws-cn:sns:cn-north-1:123456789012:replies", id="partition"),
    ],
)
def test_two_way_goes_to_a_channel(change: Change, channel: str) -> None:
    assert change(TwoWayEnabled=True, TwoWayChannelArn=channel, TwoWayChannelRole=ROLE) == {
        **ON,
        "TwoWayChannelArn": channel,
        "TwoWayChannelRole": ROLE,
    }


def test_two_way_needs_no_role(change: Change) -> None:
    assert change(TwoWayEnabled=True, TwoWayChannelArn=TOPIC) == ON


def test_two_way_takes_the_channel_that_is_stored(change: Change) -> None:
    change(TwoWayChannelArn=TOPIC)

    assert change(TwoWayEnabled=True) == ON


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"TwoWayEnabled": True}, id="two-way"),
        pytest.param({"TwoWayChannelRole": ROLE}, id="role"),
    ],
)
def test_two_way_needs_a_channel(change: Change, settings: dict[str, Any]) -> None:
    with refused("ValidationException", "TWO_WAY_CHANNEL_NOT_PRESENT", fields=["twoWayChannelArn"]):
        change(**settings)


@pytest.mark.parametrize(
    "channel",
    [
        pytest.param(TOPIC + ".fifo", id="fifo"),
        pytest.param("arn:aws:sqs:us-east-1:123456789012:replies", id="queue"),
        pytest.param("https://example.com/replies", id="url"),
    ],
)
def test_two_way_refuses_what_is_no_channel(change: Change, channel: str) -> None:
    with refused("ValidationException", "INVALID_ARN", fields=["twoWayChannelArn"]):
        change(TwoWayEnabled=True, TwoWayChannelArn=channel)


@pytest.mark.parametrize("region", ["eu-west-1", "mars-north-1"])
def test_two_way_goes_to_connect_where_that_is_offered(change: Change, region: str) -> None:
    with refused(
        "ValidationException", "TWO_WAY_NOT_SUPPORTED_IN_REGION", fields=["twoWayChannelArn"]
    ):
        change(TwoWayEnabled=True, TwoWayChannelArn=f"connect.{region}.amazonaws.com")

    assert change() == OFF


def test_opt_outs_are_managed_in_connect_too(change: Change) -> None:
    assert change(TwoWayEnabled=True, TwoWayChannelArn=CONNECT, SelfManagedOptOutsEnabled=True) == {
        **ON,
        "TwoWayChannelArn": CONNECT,
        "SelfManagedOptOutsEnabled": True,
    }


def test_settings_left_out_stay(change: Change) -> None:
    change(TwoWayEnabled=True, TwoWayChannelArn=TOPIC, TwoWayChannelRole=ROLE)

    assert change(DeletionProtectionEnabled=True) == {
        **ON,
        "TwoWayChannelRole": ROLE,
        "DeletionProtectionEnabled": True,
    }


def test_switching_two_way_off_takes_all_of_it(change: Change) -> None:
    change(
        TwoWayEnabled=True,
        TwoWayChannelArn=TOPIC,
        TwoWayChannelRole=ROLE,
        SelfManagedOptOutsEnabled=True,
    )

    assert change(TwoWayEnabled=False) == OFF


def test_self_managed_opt_outs_need_two_way(change: Change) -> None:
    with refused(
        "ValidationException", "TWO_WAY_NOT_ENABLED", fields=["selfManagedOptOutsEnabled"]
    ):
        change(SelfManagedOptOutsEnabled=True)


def test_self_managed_opt_outs_come_with_two_way(change: Change) -> None:
    settings = {"TwoWayEnabled": True, "TwoWayChannelArn": TOPIC, "SelfManagedOptOutsEnabled": True}

    assert change(**settings) == {**ON, "SelfManagedOptOutsEnabled": True}


@pytest.mark.parametrize("name", ["news", ARN + "opt-out-list/news"], ids=["name", "arn"])
def test_opt_out_list_is_answered_by_name(sms: Any, change: Change, name: str) -> None:
    sms.create_opt_out_list(OptOutListName="news")

    assert change(OptOutListName=name) == {**OFF, "OptOutListName": "news"}


def test_opt_out_list_must_exist(change: Change) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id="news"):
        change(OptOutListName="news")


def test_a_refused_change_changes_nothing(change: Change) -> None:
    with refused(
        "ValidationException", "TWO_WAY_NOT_ENABLED", fields=["selfManagedOptOutsEnabled"]
    ):
        change(
            DeletionProtectionEnabled=True, SelfManagedOptOutsEnabled=True, TwoWayChannelArn=TOPIC
        )

    assert change() == OFF


def test_two_way_of_a_number_depends_on_its_country(sms: Any) -> None:
    number = identifier(sms, given(sms, IsoCountryCode="AR", NumberType="SHORT_CODE"))

    with refused(
        "ValidationException", "TWO_WAY_NOT_SUPPORTED_IN_COUNTRY", fields=["twoWayEnabled"]
    ):
        sms.update_phone_number(PhoneNumberId=number, TwoWayEnabled=True, TwoWayChannelArn=TOPIC)


def test_two_way_of_a_pool_depends_on_its_numbers(sms: Any) -> None:
    number = identifier(sms, given(sms, IsoCountryCode="AR", NumberType="SHORT_CODE"))
    pool = sms.create_pool(
        OriginationIdentity=number, IsoCountryCode="AR", MessageType="TRANSACTIONAL"
    )["PoolId"]

    with refused(
        "ValidationException", "TWO_WAY_NOT_SUPPORTED_IN_COUNTRY", fields=["twoWayEnabled"]
    ):
        sms.update_pool(PoolId=pool, TwoWayEnabled=True, TwoWayChannelArn=TOPIC)
