"""Loading an account: from a file of one's own, from pasted answers, and from a broken one."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from moto_pinpoint_sms_v2 import Simulator

from ...support import ACCOUNT, REGION, body
from .accounts import ARN, WHOLE
from .conftest import Place, place

THERE = "arn:aws:sms-voice:eu-west-1:999999999999:"
PROTECT = "arn:aws:sms-voice:us-east-1:123456789012:protect-configuration/protect-1"
THREE_NUMBERS = {
    "PhoneNumbers": [
        {"PhoneNumber": "+18885550100", "NumberType": "TOLL_FREE", "PoolId": "pool-1"},
        {"PhoneNumber": "+18885550101", "NumberType": "TOLL_FREE", "PoolId": "pool-1"},
        {"PhoneNumber": "36063", "NumberType": "SHORT_CODE", "IsoCountryCode": "FR"},
    ]
}
SIMULATED = "+14254147755"


def numbers(sms: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = sms.describe_phone_numbers()["PhoneNumbers"]
    return rows


def test_three_numbers_written_by_hand_send(here: Place, tmp_path: Path) -> None:
    file = tmp_path / "account.json"
    file.write_text(json.dumps(THREE_NUMBERS), "utf-8")

    here.simulator.load_account(file)

    assert [
        (each["PhoneNumber"], each["IsoCountryCode"], each["Status"], each["MessageType"])
        for each in numbers(here.sms)
    ] == [
        ("+18885550100", "US", "ACTIVE", "TRANSACTIONAL"),
        ("+18885550101", "US", "ACTIVE", "TRANSACTIONAL"),
        ("36063", "FR", "ACTIVE", "TRANSACTIONAL"),
    ]
    here.sms.send_text_message(
        DestinationPhoneNumber=SIMULATED, OriginationIdentity="pool-1", MessageBody="Hello."
    )
    assert here.simulator.messages()[0].origination_identity == "+18885550100"


def test_an_opt_out_that_was_loaded_holds(here: Place) -> None:
    here.simulator.load_account(
        {
            **THREE_NUMBERS,
            "OptedOutNumbers": [
                {
                    "OptOutListName": "Default",
                    "OptedOutNumbers": [{"OptedOutNumber": SIMULATED, "EndUserOptedOut": True}],
                }
            ],
        }
    )

    with pytest.raises(ClientError, match="DESTINATION_PHONE_NUMBER_OPTED_OUT"):
        here.sms.send_text_message(
            DestinationPhoneNumber=SIMULATED, OriginationIdentity="pool-1", MessageBody="Hello."
        )


DESCRIBED = {
    "PhoneNumbers": [
        {
            "PhoneNumberArn": f"{THERE}phone-number/phone-0123456789abcdef0123456789abcdef",
            "PhoneNumberId": "phone-0123456789abcdef0123456789abcdef",
            "PhoneNumber": "+18885550100",
            "Status": "ACTIVE",
            "IsoCountryCode": "US",
            "MessageType": "TRANSACTIONAL",
            "NumberCapabilities": ["SMS", "VOICE", "MMS"],
            "NumberType": "TOLL_FREE",
            "MonthlyLeasingPrice": "2.00",
            "TwoWayEnabled": True,
            "TwoWayChannelArn": "arn:aws:sns:eu-west-1:999999999999:replies",
            "TwoWayChannelRole": "arn:aws:iam::999999999999:role/sms",
            "SelfManagedOptOutsEnabled": False,
            "OptOutListName": "marketing",
            "InternationalSendingEnabled": True,
            "DeletionProtectionEnabled": True,
            "RegistrationId": "registration-0123456789abcdef0123456789abcdef",
            "MessagingLimits": {"RateLimits": {"SMS": 3}},
            "PricingTier": "standard",
            "CreatedTimestamp": "2025-03-04T05:06:07.089000+00:00",
        }
    ]
}
"""What ``aws pinpoint-sms-voice-v2 describe-phone-numbers`` prints."""


def test_what_the_command_line_printed_is_shown_again_in_this_account(here: Place) -> None:
    here.simulator.load_account(DESCRIBED)

    (shown,) = numbers(here.sms)
    assert shown == {
        **DESCRIBED["PhoneNumbers"][0],
        "PhoneNumberArn": f"{ARN}phone-number/phone-0123456789abcdef0123456789abcdef",
        "TwoWayChannelArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:replies",
        "TwoWayChannelRole": f"arn:aws:iam::{ACCOUNT}:role/sms",
        "CreatedTimestamp": datetime(2025, 3, 4, 5, 6, 7, 89000, tzinfo=timezone.utc),
    }
    lists = here.sms.describe_opt_out_lists()["OptOutLists"]
    assert [each["OptOutListName"] for each in lists] == ["Default", "marketing"]


def test_epoch_seconds_will_do_for_a_moment(here: Place) -> None:
    row = {**DESCRIBED["PhoneNumbers"][0], "CreatedTimestamp": 1741064767.089}
    here.simulator.load_account({"PhoneNumbers": [row]})

    (shown,) = numbers(here.sms)
    assert shown["CreatedTimestamp"].timestamp() == 1741064767.089


def test_answers_may_be_pasted_one_after_another(here: Place) -> None:
    here.simulator.load_account(
        [
            THREE_NUMBERS,
            {
                "OriginationIdentityArn": f"{ARN}pool/pool-1",
                "OriginationIdentity": "pool-1",
                "Keywords": [
                    {
                        "Keyword": "INFO",
                        "KeywordMessage": "Hello.",
                        "KeywordAction": "AUTOMATIC_RESPONSE",
                    }
                ],
                "NextToken": "more",
            },
            {"ResourceArn": f"{ARN}pool/pool-1", "Tags": [{"Key": "team", "Value": "growth"}]},
        ]
    )

    keywords = here.sms.describe_keywords(OriginationIdentity="pool-1")["Keywords"]
    assert [each["Keyword"] for each in keywords] == ["HELP", "STOP", "INFO"]
    tags = here.sms.list_tags_for_resource(ResourceArn=f"{ARN}pool/pool-1")["Tags"]
    assert tags == [{"Key": "team", "Value": "growth"}]


def test_a_second_source_adds_to_the_first(here: Place) -> None:
    here.simulator.load_account({"OptOutLists": [{"OptOutListName": "news"}]})
    here.simulator.load_account(
        {
            "OptedOutNumbers": [
                {"OptOutListName": "news", "OptedOutNumbers": [{"OptedOutNumber": SIMULATED}]}
            ]
        }
    )

    found = here.sms.describe_opted_out_numbers(OptOutListName="news")["OptedOutNumbers"]
    assert [each["OptedOutNumber"] for each in found] == [SIMULATED]


def test_arns_stay_as_they_are_if_that_is_asked_for() -> None:
    there = Simulator(region_name="eu-west-1", account_id="999999999999")
    there.load_account(DESCRIBED, rewrite_arns=False)
    (taken,) = there.snapshot()["PhoneNumbers"]
    assert taken["TwoWayChannelRole"] == "arn:aws:iam::999999999999:role/sms"

    with pytest.raises(ValueError, match=r"PhoneNumbers\[0\].PhoneNumberArn: is not the ARN of"):
        Simulator(region_name=REGION).load_account(DESCRIBED, rewrite_arns=False)


def test_arns_of_third_parties_are_left_alone(here: Place) -> None:
    policy = json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": {
                "Effect": "Allow",
                "Principal": {
                    "AWS": [
                        "arn:aws:iam::999999999999:root",
                        "arn:aws:iam::888888888888:root",
                    ]
                },
                "Action": "sms-voice:SendTextMessage",
            },
        }
    )
    arn = f"{THERE}phone-number/phone-0123456789abcdef0123456789abcdef"
    here.simulator.load_account(
        {
            **DESCRIBED,
            "ResourcePolicy": [
                {"ResourceArn": arn, "Policy": policy, "CreatedTimestamp": 1741064768.5}
            ],
        }
    )

    shown = here.sms.get_resource_policy(ResourceArn=numbers(here.sms)[0]["PhoneNumberArn"])
    assert shown["CreatedTimestamp"].timestamp() == 1741064768.5
    assert shown["Policy"] == policy.replace("999999999999", ACCOUNT)


def test_a_pool_that_only_its_numbers_name_is_as_they_are(here: Place) -> None:
    number = {
        **THREE_NUMBERS["PhoneNumbers"][0],
        "OptOutListName": "news",
        "MessageType": "PROMOTIONAL",
        "SelfManagedOptOutsEnabled": True,
        "TwoWayEnabled": True,
        "TwoWayChannelArn": "arn:aws:sns:us-east-1:123456789012:replies",
    }

    here.simulator.load_account({"PhoneNumbers": [number]})

    (pool,) = here.sms.describe_pools()["Pools"]
    told = [name for name in number if name in pool and name != "PoolId"]
    assert len(told) == 5
    assert pool["Status"] == "ACTIVE"
    assert {name: pool[name] for name in told} == {name: number[name] for name in told}


def test_a_number_without_its_plus_is_the_same(here: Place) -> None:
    here.simulator.load_account(
        {"PhoneNumbers": [{"PhoneNumber": "18885550100", "NumberType": "TOLL_FREE"}]}
    )

    assert [each["PhoneNumber"] for each in numbers(here.sms)] == ["+18885550100"]


def test_a_notify_configuration_is_as_far_on_its_way_to_the_advanced_tier(here: Place) -> None:
    row = {
        "NotifyConfigurationId": "nc-1",
        "DisplayName": "News",
        "UseCase": "CODE_VERIFICATION",
        "Tier": "BASIC",
        "TierUpgradeStatus": "PENDING_UPGRADE",
    }
    here.simulator.load_account({"NotifyConfigurations": [row]})

    (shown,) = here.sms.describe_notify_configurations()["NotifyConfigurations"]
    assert {name: shown[name] for name in row} == row


def test_the_configuration_that_protects_by_default_does_so(here: Place) -> None:
    row = {"ProtectConfigurationId": "protect-1", "AccountDefault": True}
    here.simulator.load_account({"ProtectConfigurations": [row]})

    attributes = here.sms.describe_account_attributes()["AccountAttributes"]
    told = {each["Name"]: each["Value"] for each in attributes}
    assert told["DEFAULT_PROTECT_CONFIGURATION_ID"] == "protect-1"


def test_versions_that_nobody_describes_were_discarded(here: Place) -> None:
    registration = {"RegistrationId": "registration-1"}
    here.simulator.load_account(
        {
            "Registrations": [
                {
                    **registration,
                    "RegistrationType": "US_TOLL_FREE_REGISTRATION",
                    "CurrentVersionNumber": 3,
                }
            ],
            "RegistrationVersions": [
                {
                    **registration,
                    "RegistrationVersions": [
                        {"VersionNumber": 3, "RegistrationVersionStatus": "DRAFT"}
                    ],
                }
            ],
        }
    )

    versions = here.sms.describe_registration_versions(**registration)["RegistrationVersions"]
    assert {each["VersionNumber"]: each["RegistrationVersionStatus"] for each in versions} == {
        1: "DISCARDED",
        2: "DISCARDED",
        3: "DRAFT",
    }


@pytest.mark.parametrize("member", ["ProtectConfigurationId", "ProtectConfigurationArn"])
def test_what_protects_is_found_by_its_id_or_arn(here: Place, member: str) -> None:
    made = {"ProtectConfigurationId": "protect-1", "ProtectConfigurationArn": PROTECT}
    named = {member: made[member]}
    number = {"DestinationPhoneNumber": "+447700900123", "Action": "BLOCK"}
    here.simulator.load_account(
        {
            "ProtectConfigurations": [made],
            "ProtectConfigurationCountryRuleSet": [
                {
                    **named,
                    "NumberCapability": "SMS",
                    "CountryRuleSet": {"FR": {"ProtectStatus": "BLOCK"}},
                }
            ],
            "ProtectConfigurationRuleSetNumberOverrides": [
                {**named, "RuleSetNumberOverrides": [number]}
            ],
        }
    )

    rules = here.sms.get_protect_configuration_country_rule_set(
        ProtectConfigurationId="protect-1", NumberCapability="SMS"
    )["CountryRuleSet"]
    assert rules["FR"] == {"ProtectStatus": "BLOCK"}
    (override,) = here.sms.list_protect_configuration_rule_set_number_overrides(
        ProtectConfigurationId="protect-1"
    )["RuleSetNumberOverrides"]
    assert {name: override[name] for name in number} == number


def test_of_several_regions_the_simulator_s_own_is_loaded(here: Place) -> None:
    source = [
        {"region_name": REGION, "OptOutLists": [{"OptOutListName": "ours"}]},
        {"region_name": "eu-west-1", "OptOutLists": [{"OptOutListName": "theirs"}]},
    ]
    here.simulator.load_account(source)
    elsewhere = Simulator(region_name="eu-west-2", endpoint_url=here.endpoint_url)

    lists = here.sms.describe_opt_out_lists()["OptOutLists"]
    assert [each["OptOutListName"] for each in lists] == ["Default", "ours"]
    with pytest.raises(ValueError, match="the source has eu-west-1, us-east-1, and not eu-west-2"):
        elsewhere.load_account(source)


def test_members_of_a_newer_model_are_kept_with_one_warning(here: Place) -> None:
    row = {**THREE_NUMBERS["PhoneNumbers"][2], "Colour": "blue", "Size": {"Width": 1}}
    with pytest.warns(UserWarning, match="does not know Colour, Shapes, Size$") as warned:
        loaded = here.simulator.load_account({"PhoneNumbers": [row], "Shapes": []})

    assert len(warned) == 1
    assert (loaded.unknown, loaded.passed_over) == (["Colour", "Shapes", "Size"], [])


def test_what_is_about_nothing_is_passed_over_with_one_warning(here: Place) -> None:
    source = {
        **THREE_NUMBERS,
        "Keywords": [
            {"OriginationIdentity": "phone-9", "Keywords": []},
            {"OriginationIdentity": "pool-1", "Keywords": []},
        ],
        "TagsForResource": [{"ResourceArn": f"{ARN}pool/pool-9", "Tags": []}],
        "AccountAttributes": [{"Name": "DEFAULT_PROTECT_CONFIGURATION_ID", "Value": "protect-9"}],
    }
    with pytest.warns(UserWarning, match="passed over") as warned:
        loaded = here.simulator.load_account(source)

    assert [each.filename for each in warned] == [__file__]
    assert sorted(loaded.passed_over) == [
        "AccountAttributes[0] (protect-9)",
        "Keywords[0] (phone-9)",
        f"TagsForResource[0] ({ARN}pool/pool-9)",
    ]
    assert len(numbers(here.sms)) == 3


def test_an_account_written_by_hand_is_as_it_was_written(here: Place) -> None:
    here.simulator.load_account(WHOLE)

    sms = here.sms
    assert sms.describe_account_attributes()["AccountAttributes"][0]["Value"] == "SANDBOX"
    assert {"Name": "PHONE_NUMBERS", "Used": 2, "Max": 500} in (
        sms.describe_account_limits()["AccountLimits"]
    )
    assert WHOLE["SpendLimits"][0] in sms.describe_spend_limits()["SpendLimits"]
    versions = sms.describe_registration_versions(RegistrationId="registration-1")
    assert [each["RegistrationVersionStatus"] for each in versions["RegistrationVersions"]] == [
        "DENIED",
        "APPROVED",
    ]
    values = sms.describe_registration_field_values(RegistrationId="registration-1")
    assert (
        values["RegistrationFieldValues"]
        == (WHOLE["RegistrationFieldValues"][0]["RegistrationFieldValues"])
    )
    (destination,) = sms.describe_configuration_sets()["ConfigurationSets"][0]["EventDestinations"]
    assert destination["Enabled"] is True
    members = sms.list_pool_origination_identities(PoolId="pool-1")["OriginationIdentities"]
    assert [each["OriginationIdentity"] for each in members] == ["phone-1"]


def test_what_a_snapshot_tells_changes_nothing(here: Place) -> None:
    here.simulator.load_account(WHOLE)
    here.sms.create_registration(RegistrationType="US_TEN_DLC_BRAND_REGISTRATION")
    registration = here.sms.describe_registrations()["Registrations"][-1]["RegistrationId"]
    here.simulator.set_registration_status(registration, "SUBMITTED")

    told = [here.simulator.snapshot() for _ in range(3)]

    assert told[0] == told[1] == told[2]


def test_a_snapshot_s_wishes_may_stand_in_the_query(threaded_server: str) -> None:
    at = place(threaded_server)
    at.sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=SIMULATED)
    url = f"{threaded_server}/moto-api/pinpoint-sms-voice-v2/snapshot"

    import requests

    told = requests.get(f"{url}?opted_out_numbers=true&region_name={REGION}", timeout=10).json()

    assert told == at.simulator.snapshot(opted_out_numbers=True)
    assert "OptedOutNumbers" in told
    told = requests.get(f"{url}?opted_out_numbers=false&region_name={REGION}", timeout=10).json()
    assert told == at.simulator.snapshot()


def test_an_association_with_a_sender_id_may_name_it_with_its_country(here: Place) -> None:
    registration = {"RegistrationId": "registration-1"}
    here.simulator.load_account(
        {
            "Registrations": [{**registration, "RegistrationType": "SG_SENDER_ID_REGISTRATION"}],
            "SenderIds": [{"SenderId": "EXAMPLE", "IsoCountryCode": "SG"}],
            "RegistrationAssociations": [
                {
                    **registration,
                    "RegistrationAssociations": [
                        {
                            "ResourceId": "Example",
                            "ResourceType": "SENDER_ID",
                            "IsoCountryCode": "SG",
                        }
                    ],
                }
            ],
        }
    )

    (shown,) = here.sms.list_registration_associations(**registration)["RegistrationAssociations"]
    assert shown["ResourceArn"] == f"{ARN}sender-id/EXAMPLE/SG"


def test_tags_and_keywords_of_every_kind_of_thing_are_told(here: Place) -> None:
    sms = here.sms
    tagged = {"Tags": [{"Key": "team", "Value": "news"}]}
    number = here.simulator.add_phone_number(iso_country_code="US", number_type="TOLL_FREE")
    pool = sms.create_pool(
        OriginationIdentity=number["PhoneNumberId"], MessageType="TRANSACTIONAL", **tagged
    )
    agent = sms.create_rcs_agent(**tagged)
    sender = sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="GB", **tagged)
    made = [
        pool["PoolArn"],
        agent["RcsAgentArn"],
        sender["SenderIdArn"],
        sms.create_configuration_set(ConfigurationSetName="set", **tagged)["ConfigurationSetArn"],
        sms.create_opt_out_list(OptOutListName="list", **tagged)["OptOutListArn"],
        sms.create_protect_configuration(**tagged)["ProtectConfigurationArn"],
        sms.create_registration(RegistrationType="US_TOLL_FREE_REGISTRATION", **tagged)[
            "RegistrationArn"
        ],
        sms.create_registration_attachment(AttachmentBody=b"%PDF-", **tagged)[
            "RegistrationAttachmentArn"
        ],
        sms.create_verified_destination_number(DestinationPhoneNumber="+12065550100", **tagged)[
            "VerifiedDestinationNumberArn"
        ],
        sms.create_notify_configuration(
            DisplayName="News", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"], **tagged
        )["NotifyConfigurationArn"],
        number["PhoneNumberArn"],
    ]
    sms.tag_resource(ResourceArn=number["PhoneNumberArn"], **tagged)

    told = here.simulator.snapshot()

    tags = {each["ResourceArn"]: each["Tags"] for each in told["TagsForResource"]}
    assert tags == dict.fromkeys(made, tagged["Tags"])
    assert {each["OriginationIdentity"] for each in told["Keywords"]} == {
        number["PhoneNumberId"],
        pool["PoolId"],
        agent["RcsAgentId"],
    }


UNDER_REVIEW = {
    "Registrations": [
        {
            "RegistrationId": "registration-1",
            "RegistrationType": "US_TEN_DLC_BRAND_REGISTRATION",
            "RegistrationStatus": "REVIEWING",
        }
    ]
}


def test_a_registration_goes_on_from_where_it_was(here: Place) -> None:
    here.simulator.load_account(UNDER_REVIEW)

    here.simulator.approve_registration("registration-1")

    (shown,) = here.sms.describe_registrations()["Registrations"]
    assert (shown["RegistrationStatus"], shown["ApprovedVersionNumber"]) == ("COMPLETE", 1)


@pytest.mark.parametrize(
    ("more", "status"),
    [({}, "REVIEWING"), ({"RegistrationFieldValues": []}, "REQUIRES_UPDATES")],
    ids=["not known", "known"],
)
def test_a_review_goes_on_by_itself_where_it_is_known_what_was_submitted(
    more: dict[str, Any], status: str, here: Place
) -> None:
    here.simulator.load_account(UNDER_REVIEW | more)

    for _ in range(5):
        (shown,) = here.sms.describe_registrations()["Registrations"]

    assert shown["RegistrationStatus"] == status


def test_an_agent_keeps_its_launches_until_a_registration_moves(here: Place) -> None:
    launch = {
        "IsoCountryCode": "US",
        "Status": "PARTIAL",
        "RcsPlatformId": "example_agent",
        "RegistrationId": "registration-1",
        "CarrierStatus": [
            {"CarrierName": "One", "Status": "ACTIVE"},
            {"CarrierName": "Two", "Status": "REJECTED"},
        ],
    }
    here.simulator.load_account(
        {
            "RcsAgents": [{"RcsAgentId": "rcs-1", "Status": "PARTIAL"}],
            "RcsAgentCountryLaunchStatus": [
                {"RcsAgentId": "rcs-1", "CountryLaunchStatus": [launch]}
            ],
            "Registrations": [
                {
                    "RegistrationId": "registration-1",
                    "RegistrationType": "US_RCS_LAUNCH_REGISTRATION",
                    "RegistrationStatus": "PROVISIONING",
                }
            ],
            "RegistrationAssociations": [
                {
                    "RegistrationId": "registration-1",
                    "RegistrationAssociations": [
                        {"ResourceId": "rcs-1", "ResourceType": "RCS_AGENT"}
                    ],
                }
            ],
        }
    )

    shown = here.sms.describe_rcs_agent_country_launch_status(RcsAgentId="rcs-1")
    assert body(shown)["CountryLaunchStatus"] == [launch]
    here.simulator.approve_registration("registration-1")
    (agent,) = here.sms.describe_rcs_agents()["RcsAgents"]
    assert agent["Status"] == "ACTIVE"


def test_a_client_of_another_region_sees_nothing_of_it(here: Place) -> None:
    here.simulator.load_account(THREE_NUMBERS)

    elsewhere = boto3.client(
        "pinpoint-sms-voice-v2", region_name="eu-west-1", endpoint_url=here.endpoint_url
    )
    assert numbers(elsewhere) == []


def test_an_attachment_without_its_contents_can_be_used(here: Place) -> None:
    here.simulator.load_account(
        {
            "RegistrationAttachments": [{"RegistrationAttachmentId": "attachment-1"}],
            "Registrations": [
                {
                    "RegistrationId": "registration-1",
                    "RegistrationType": "US_TOLL_FREE_REGISTRATION",
                }
            ],
        }
    )

    here.sms.put_registration_field_value(
        RegistrationId="registration-1",
        FieldPath="messagingUseCase.optInImage",
        RegistrationAttachmentId="attachment-1",
    )

    (shown,) = here.sms.describe_registration_attachments()["RegistrationAttachments"]
    assert shown["AttachmentStatus"] == "UPLOAD_COMPLETE"
