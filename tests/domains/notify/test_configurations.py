"""Notify configurations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest
from freezegun import freeze_time
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...support import backend, body, pages, refused

ID = "notify-0123456789abcdef0123456789abcdef"
ARN = f"arn:aws:sms-voice:us-east-1:123456789012:notify-configuration/{ID}"
TEMPLATE = "notify-code-verification-english-001"
ADVANCED_TEMPLATE = "notify-code-verification-english-002"
BRAND = {"DisplayName": "MyBrand", "UseCase": "CODE_VERIFICATION", "EnabledChannels": ["SMS"]}


@pytest.fixture
def brand(sms: Any, simulator: Simulator) -> dict[str, Any]:
    """A configuration with the id ``ID`` and nothing optional."""
    simulator.use_id("notify-configuration", ID)
    with freeze_time("2026-01-02 03:04:05.678"):
        return body(sms.create_notify_configuration(**BRAND))


@pytest.fixture
def pool(sms: Any) -> dict[str, Any]:
    """A pool of one simulator number."""
    number = sms.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="SIMULATOR",
    )["PhoneNumberId"]
    return body(
        sms.create_pool(
            OriginationIdentity=number, IsoCountryCode="US", MessageType="TRANSACTIONAL"
        )
    )


@pytest.fixture
def life() -> Iterator[str]:
    """The name of the life of a configuration, whose transition is taken back afterwards."""
    name = "pinpoint-sms-voice-v2::notify-configuration"
    yield name
    state_manager.unset_transition(name)


@pytest.fixture
def slow_pools(pool: dict[str, Any], sms: Any) -> Iterator[None]:
    """From now on a pool that is active stays for two Describes after its deletion."""
    sms.describe_pools()
    state_manager.set_transition(
        "pinpoint-sms-voice-v2::pool", {"progression": "manual", "times": 2}
    )
    yield
    state_manager.unset_transition("pinpoint-sms-voice-v2::pool")


def described(sms: Any, *identifiers: str) -> list[dict[str, Any]]:
    answer = sms.describe_notify_configurations(NotifyConfigurationIds=list(identifiers))
    return list(answer["NotifyConfigurations"])


def shown(brand: dict[str, Any], **members: Any) -> dict[str, Any]:
    """What a Describe shows of ``brand`` after a change."""
    return {**brand, "Status": "ACTIVE", **members}


def test_create_notify_configuration_answers_the_configuration(brand: dict[str, Any]) -> None:
    assert brand == {
        "NotifyConfigurationArn": ARN,
        "NotifyConfigurationId": ID,
        "DisplayName": "MyBrand",
        "UseCase": "CODE_VERIFICATION",
        "EnabledChannels": ["SMS"],
        "Tier": "BASIC",
        "TierUpgradeStatus": "BASIC",
        "Status": "PENDING",
        "DeletionProtectionEnabled": False,
        "CreatedTimestamp": datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc),
    }


def test_create_notify_configuration_keeps_everything_given(
    sms: Any, simulator: Simulator, pool: dict[str, Any]
) -> None:
    simulator.use_id("notify-configuration", ID)
    tags = [{"Key": "team", "Value": "growth"}]

    created = body(
        sms.create_notify_configuration(
            DisplayName="My-Brand_ 1",
            UseCase="CODE_VERIFICATION",
            DefaultTemplateId=TEMPLATE,
            PoolId=pool["PoolArn"],
            EnabledCountries=["US", "VI"],
            EnabledChannels=["VOICE", "SMS"],
            DeletionProtectionEnabled=True,
            Tags=tags,
        )
    )

    del created["CreatedTimestamp"]
    assert created == {
        "NotifyConfigurationArn": ARN,
        "NotifyConfigurationId": ID,
        "DisplayName": "My-Brand_ 1",
        "UseCase": "CODE_VERIFICATION",
        "DefaultTemplateId": TEMPLATE,
        "PoolId": pool["PoolId"],
        "EnabledCountries": ["US", "VI"],
        "EnabledChannels": ["VOICE", "SMS"],
        "Tier": "BASIC",
        "TierUpgradeStatus": "BASIC",
        "Status": "PENDING",
        "DeletionProtectionEnabled": True,
        "Tags": tags,
    }
    assert sms.list_tags_for_resource(ResourceArn=ARN)["Tags"] == tags


def test_create_notify_configuration_makes_up_an_id(sms: Any) -> None:
    first, second = (
        sms.create_notify_configuration(**BRAND)["NotifyConfigurationId"] for _ in range(2)
    )

    assert first != second
    assert len(first) == len(ID)
    assert first.startswith("notify-")


def test_the_same_client_token_makes_one_configuration(sms: Any) -> None:
    first = sms.create_notify_configuration(**BRAND, ClientToken="once")

    assert body(sms.create_notify_configuration(**BRAND, ClientToken="once")) == body(first)
    assert len(described(sms)) == 1


REFUSALS = [
    ({"EnabledChannels": ["SMS", "MMS"]}, ["enabledChannels"]),
    ({"EnabledChannels": ["RCS"]}, ["enabledChannels"]),
    ({"EnabledCountries": ["US", "AT"]}, ["enabledCountries"]),
    ({"EnabledCountries": ["XX"]}, ["enabledCountries"]),
    ({"DefaultTemplateId": ADVANCED_TEMPLATE}, ["defaultTemplateId"]),
]


@pytest.mark.parametrize(
    ("members", "fields"),
    [*REFUSALS, ({"DefaultTemplateId": "UNSET_DEFAULT_TEMPLATE"}, ["defaultTemplateId"])],
)
def test_create_notify_configuration_refuses_what_the_tier_does_not_have(
    sms: Any, members: dict[str, Any], fields: list[str]
) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=fields):
        sms.create_notify_configuration(**{**BRAND, **members})

    assert described(sms) == []


@pytest.mark.parametrize(
    ("members", "kind", "id"),
    [
        ({"DefaultTemplateId": "no-such"}, "notify-template", "no-such"),
        ({"PoolId": "pool-no-such"}, "pool", "pool-no-such"),
        (
            {"PoolId": "UNSET_DEFAULT_POOL_FOR_NOTIFY"},
            "pool",
            "UNSET_DEFAULT_POOL_FOR_NOTIFY",
        ),
    ],
)
def test_create_notify_configuration_refuses_what_is_not_there(
    sms: Any, members: dict[str, Any], kind: str, id: str
) -> None:
    with refused("ResourceNotFoundException", kind=kind, id=id):
        sms.create_notify_configuration(**{**BRAND, **members})

    assert described(sms) == []


def test_an_account_has_25_notify_configurations(sms: Any) -> None:
    for _ in range(25):
        sms.create_notify_configuration(**BRAND)

    with refused("ServiceQuotaExceededException", "NOTIFY_CONFIGURATIONS_PER_ACCOUNT"):
        sms.create_notify_configuration(**BRAND)


def test_a_configuration_is_active_at_the_next_read(sms: Any, brand: dict[str, Any]) -> None:
    assert described(sms, ID) == [shown(brand)]


def test_a_configuration_waits_for_its_review_if_the_test_says_so(
    sms: Any, brand: dict[str, Any], life: str
) -> None:
    state_manager.set_transition(life, {"progression": "manual", "times": 2})

    statuses = [described(sms, ID)[0]["Status"] for _ in range(3)]

    assert statuses == ["PENDING", "ACTIVE", "ACTIVE"]


@pytest.mark.parametrize("operation", ["create", "update"])
def test_a_configuration_takes_no_pool_that_is_being_deleted(
    sms: Any, brand: dict[str, Any], pool: dict[str, Any], slow_pools: None, operation: str
) -> None:
    sms.delete_pool(PoolId=pool["PoolId"])
    call, arguments = {
        "create": (sms.create_notify_configuration, BRAND),
        "update": (sms.update_notify_configuration, {"NotifyConfigurationId": ID}),
    }[operation]

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="pool", id=pool["PoolId"]):
        call(PoolId=pool["PoolId"], **arguments)

    assert described(sms, ID) == [shown(brand)]


@pytest.mark.parametrize("identifier", [ID, ARN], ids=["id", "ARN"])
def test_describe_notify_configurations_finds_by(
    sms: Any, brand: dict[str, Any], identifier: str
) -> None:
    sms.create_notify_configuration(**BRAND)

    assert described(sms, identifier) == [shown(brand)]


def test_describe_notify_configurations_refuses_an_unknown_id(
    sms: Any, brand: dict[str, Any]
) -> None:
    with refused("ResourceNotFoundException", kind="notify-configuration", id="notify-1"):
        described(sms, ID, "notify-1")


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("display-name", "Second", ["Second"]),
        ("enabled-countries", "FR", ["Second"]),
        ("enabled-channels", "VOICE", ["Second"]),
        ("enabled-channels", "SMS", ["First", "Second"]),
        ("default-template", TEMPLATE, ["Second"]),
        ("use-case", "CODE_VERIFICATION", ["First", "Second"]),
        ("status", "ACTIVE", ["First", "Second"]),
        ("status", "REJECTED", []),
        ("deletion-protection-enabled", "true", ["Second"]),
        ("deletion-protection-enabled", "false", ["First"]),
        ("tier-upgrade-status", "BASIC", ["First", "Second"]),
        ("tier-upgrade-status", "ADVANCED", []),
    ],
)
def test_describe_notify_configurations_filters(
    sms: Any, name: str, value: str, found: list[str]
) -> None:
    sms.create_notify_configuration(**{**BRAND, "DisplayName": "First"})
    sms.create_notify_configuration(
        DisplayName="Second",
        UseCase="CODE_VERIFICATION",
        EnabledChannels=["SMS", "VOICE"],
        EnabledCountries=["DE", "FR"],
        DefaultTemplateId=TEMPLATE,
        DeletionProtectionEnabled=True,
    )

    answer = sms.describe_notify_configurations(Filters=[{"Name": name, "Values": [value]}])

    assert [each["DisplayName"] for each in answer["NotifyConfigurations"]] == found


def test_describe_notify_configurations_filters_by_pool(sms: Any, pool: dict[str, Any]) -> None:
    sms.create_notify_configuration(**BRAND)
    with_pool = sms.create_notify_configuration(**BRAND, PoolId=pool["PoolId"])

    answer = sms.describe_notify_configurations(
        Filters=[{"Name": "default-pool", "Values": [pool["PoolId"]]}]
    )

    assert [each["NotifyConfigurationId"] for each in answer["NotifyConfigurations"]] == [
        with_pool["NotifyConfigurationId"]
    ]


def test_describe_notify_configurations_refuses_a_word_for_a_boolean(sms: Any) -> None:
    with refused("ValidationException", "INVALID_FILTER_VALUES", fields=["filters"]):
        sms.describe_notify_configurations(
            Filters=[{"Name": "deletion-protection-enabled", "Values": ["yes"]}]
        )


def test_describe_notify_configurations_comes_in_pages(sms: Any) -> None:
    created = [sms.create_notify_configuration(**BRAND)["NotifyConfigurationId"] for _ in range(5)]

    found = [
        [each["NotifyConfigurationId"] for each in page]
        for page in pages(sms.describe_notify_configurations, "NotifyConfigurations", 2)
    ]

    assert found == [created[:2], created[2:4], created[4:]]


@pytest.mark.parametrize("identifier", [ID, ARN], ids=["id", "ARN"])
def test_update_notify_configuration_changes_what_is_given(
    sms: Any, brand: dict[str, Any], pool: dict[str, Any], identifier: str
) -> None:
    changed = shown(
        brand,
        DefaultTemplateId=TEMPLATE,
        PoolId=pool["PoolId"],
        EnabledCountries=["US", "CA"],
        EnabledChannels=["VOICE"],
        DeletionProtectionEnabled=True,
    )

    answer = sms.update_notify_configuration(
        NotifyConfigurationId=identifier,
        DefaultTemplateId=TEMPLATE,
        PoolId=pool["PoolArn"],
        EnabledCountries=["US", "CA"],
        EnabledChannels=["VOICE"],
        DeletionProtectionEnabled=True,
    )

    assert body(answer) == changed
    assert described(sms, ID) == [changed]


@pytest.fixture
def full(sms: Any, simulator: Simulator, pool: dict[str, Any]) -> dict[str, Any]:
    """A configuration with the id ``ID`` and everything optional."""
    simulator.use_id("notify-configuration", ID)
    sms.create_notify_configuration(
        **BRAND,
        DefaultTemplateId=TEMPLATE,
        PoolId=pool["PoolId"],
        EnabledCountries=["US"],
        DeletionProtectionEnabled=True,
    )
    return described(sms, ID)[0]


@pytest.mark.parametrize(
    ("members", "gone"),
    [
        ({}, []),
        ({"DefaultTemplateId": "UNSET_DEFAULT_TEMPLATE"}, ["DefaultTemplateId"]),
        ({"PoolId": "UNSET_DEFAULT_POOL_FOR_NOTIFY"}, ["PoolId"]),
        ({"EnabledCountries": []}, ["EnabledCountries"]),
        ({"DefaultTemplateId": ""}, []),
    ],
)
def test_update_notify_configuration_takes_away_only_what_it_is_told_to(
    sms: Any, full: dict[str, Any], members: dict[str, Any], gone: list[str]
) -> None:
    left = {name: value for name, value in full.items() if name not in gone}

    assert body(sms.update_notify_configuration(NotifyConfigurationId=ID, **members)) == left

    assert described(sms, ID) == [left]


def test_update_notify_configuration_can_end_the_protection(sms: Any, full: dict[str, Any]) -> None:
    answer = sms.update_notify_configuration(
        NotifyConfigurationId=ID, DeletionProtectionEnabled=False
    )

    assert body(answer) == {**full, "DeletionProtectionEnabled": False}


@pytest.mark.parametrize(("members", "fields"), REFUSALS)
def test_update_notify_configuration_refuses_what_the_tier_does_not_have(
    sms: Any, full: dict[str, Any], members: dict[str, Any], fields: list[str]
) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=fields):
        sms.update_notify_configuration(
            NotifyConfigurationId=ID, DeletionProtectionEnabled=False, **members
        )

    assert described(sms, ID) == [full]


@pytest.mark.parametrize(
    ("members", "kind", "id"),
    [
        ({"NotifyConfigurationId": "notify-1"}, "notify-configuration", "notify-1"),
        ({"DefaultTemplateId": "no-such"}, "notify-template", "no-such"),
        ({"PoolId": "pool-no-such"}, "pool", "pool-no-such"),
    ],
)
def test_update_notify_configuration_refuses_what_is_not_there(
    sms: Any, full: dict[str, Any], members: dict[str, Any], kind: str, id: str
) -> None:
    with refused("ResourceNotFoundException", kind=kind, id=id):
        sms.update_notify_configuration(
            **{"NotifyConfigurationId": ID, "EnabledChannels": ["VOICE"], **members}
        )

    assert described(sms, ID) == [full]


@pytest.mark.parametrize("identifier", [ID, ARN], ids=["id", "ARN"])
def test_delete_notify_configuration_answers_what_it_forgets(
    sms: Any, brand: dict[str, Any], identifier: str
) -> None:
    answer = sms.delete_notify_configuration(NotifyConfigurationId=identifier)

    assert body(answer) == shown(brand)
    assert described(sms) == []
    with refused("ResourceNotFoundException", kind="notify-configuration", id=ID):
        sms.delete_notify_configuration(NotifyConfigurationId=ID)


def test_delete_notify_configuration_refuses_a_protected_one(
    sms: Any, full: dict[str, Any]
) -> None:
    with refused(
        "ConflictException", "DELETION_PROTECTION_ENABLED", kind="notify-configuration", id=ID
    ):
        sms.delete_notify_configuration(NotifyConfigurationId=ID)

    assert described(sms, ID) == [full]


def test_notify_configurations_belong_to_one_account_and_region(
    brand: dict[str, Any], stranger: Any
) -> None:
    assert described(stranger) == []
    with refused("ResourceNotFoundException", kind="notify-configuration", id=ARN):
        described(stranger, ARN)


def test_a_reset_forgets_notify_configurations(sms: Any, brand: dict[str, Any]) -> None:
    backend().reset()

    assert described(sms) == []


def test_a_status_that_was_set_is_held(sms: Any, simulator: Simulator) -> None:
    created = sms.create_notify_configuration(
        DisplayName="Example", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )["NotifyConfigurationId"]

    simulator.set_notify_configuration_status(created, "PENDING")

    for _ in range(2):
        [found] = sms.describe_notify_configurations()["NotifyConfigurations"]
        assert found["Status"] == "PENDING"


@pytest.mark.parametrize("status", ["ACTIVE", "PENDING"])
def test_only_what_aws_is_not_content_with_has_a_reason(
    sms: Any, simulator: Simulator, status: str
) -> None:
    created = sms.create_notify_configuration(
        DisplayName="Example", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )["NotifyConfigurationId"]
    told = f"is for REJECTED and REQUIRES_VERIFICATION only, not for {status}"

    with pytest.raises(ValueError, match=told):
        simulator.set_notify_configuration_status(created, status, rejection_reason="No")

    simulator.set_notify_configuration_status(created, "REJECTED", rejection_reason="No")
    simulator.set_notify_configuration_status(created, status)
    [found] = sms.describe_notify_configurations()["NotifyConfigurations"]
    assert (found["Status"], "RejectionReason" in found) == (status, False)


@pytest.mark.parametrize("status", ["REJECTED", "REQUIRES_VERIFICATION"])
def test_what_aws_is_not_content_with_tells_why_and_sends_nothing(
    sms: Any, simulator: Simulator, brand: dict[str, Any], status: str
) -> None:
    (before,) = described(sms, ID)

    simulator.set_notify_configuration_status(ID, status, rejection_reason="Not your own name")

    reason = {"Status": status, "RejectionReason": "Not your own name"}
    assert described(sms, ID) == [{**before, **reason}]
    with refused(
        "ConflictException", "NOTIFY_CONFIGURATION_NOT_ACTIVE", kind="notify-configuration", id=ID
    ):
        sms.send_notify_text_message(
            NotifyConfigurationId=ID,
            DestinationPhoneNumber="+12065550100",
            TemplateId="notify-code-verification-english-001",
            TemplateVariables={"code": "123456"},
        )
