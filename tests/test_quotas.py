"""Every quota: AWS's default holds, and can be raised and lowered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model

from .domains.number_types import SIMULATOR, TOLL_FREE, request
from .domains.registration_forms import TOLL_FREE as TOLL_FREE_REGISTRATION
from .domains.registration_forms import create
from .support import refused

PLENTY = 1000


@dataclass(frozen=True)
class Quota:
    """One quota, and how to come up to it."""

    reason: str
    default: int
    add: Callable[[Any, Any, int], object]
    """Adds one more: from a client, what ``owner`` returned, and a number of its own."""
    owner: Callable[[Any], Any] = lambda sms: None
    there: int = 0
    """How many are there from the start."""
    in_the_way: tuple[str, ...] = ()
    """Other quotas, smaller than this one."""

    @property
    def name(self) -> str:
        """Its name in DescribeAccountLimits, if it is there."""
        return self.reason.removesuffix("_PER_ACCOUNT")


def pool(sms: Any) -> str:
    answer = sms.create_pool(
        OriginationIdentity=request(sms), IsoCountryCode="US", MessageType="TRANSACTIONAL"
    )
    sms.describe_pools()
    return str(answer["PoolId"])


def join(sms: Any, pool: str, index: int) -> None:
    sms.associate_origination_identity(
        PoolId=pool, OriginationIdentity=active_number(sms), IsoCountryCode="US"
    )


def active_number(sms: Any) -> str:
    number = request(sms)
    sms.describe_phone_numbers(PhoneNumberIds=[number])
    return number


def keyword(sms: Any, owner: str, index: int) -> None:
    sms.put_keyword(OriginationIdentity=owner, Keyword=f"WORD{index}", KeywordMessage="Hello.")


def configuration_set(sms: Any) -> str:
    return str(sms.create_configuration_set(ConfigurationSetName="news")["ConfigurationSetName"])


def event_destination(sms: Any, name: str, index: int) -> None:
    sms.create_event_destination(
        ConfigurationSetName=name,
        EventDestinationName=f"events{index}",
        MatchingEventTypes=["ALL"],
        SnsDestination={"TopicArn": "arn:aws:sns:us-east-1:123456789012:events"},
    )


def registration(sms: Any) -> str:
    return create(sms, TOLL_FREE_REGISTRATION)


def associate(sms: Any, registration: str, index: int) -> None:
    sms.create_registration_association(
        RegistrationId=registration, ResourceId=request(sms, TOLL_FREE)
    )


def discarded(sms: Any) -> str:
    identifier = registration(sms)
    sms.discard_registration_version(RegistrationId=identifier)
    return identifier


def version(sms: Any, registration: str, index: int) -> None:
    sms.create_registration_version(RegistrationId=registration)
    sms.discard_registration_version(RegistrationId=registration)


def attach(sms: Any) -> str:
    answer = sms.create_registration_attachment(AttachmentBody=b"%PDF-1.7")
    return str(answer["RegistrationAttachmentId"])


def verified_number(sms: Any, index: int = 0) -> str:
    answer = sms.create_verified_destination_number(DestinationPhoneNumber=f"+120655501{index:02}")
    return str(answer["VerifiedDestinationNumberId"])


def notify_configuration(sms: Any, owner: None, index: int) -> None:
    sms.create_notify_configuration(
        DisplayName="Example", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )


QUOTAS = [
    Quota(
        "ASSOCIATIONS_PER_REGISTRATION",
        100,
        associate,
        registration,
        in_the_way=("PHONE_NUMBERS", "PHONE_NUMBERS_PER_REGISTRATION"),
    ),
    Quota(
        "CONFIGURATION_SETS_PER_ACCOUNT",
        25,
        lambda sms, _, index: sms.create_configuration_set(ConfigurationSetName=f"set{index}"),
    ),
    Quota("EVENT_DESTINATIONS_PER_CONFIGURATION_SET", 5, event_destination, configuration_set),
    Quota("KEYWORDS_PER_PHONE_NUMBER", 30, keyword, request, there=2),
    Quota("KEYWORDS_PER_POOL", 30, keyword, pool, there=2),
    Quota("NOTIFY_CONFIGURATIONS_PER_ACCOUNT", 25, notify_configuration),
    Quota(
        "OPT_OUT_LISTS_PER_ACCOUNT",
        25,
        lambda sms, _, index: sms.create_opt_out_list(OptOutListName=f"list{index}"),
        there=1,
    ),
    Quota(
        "ORIGINATION_IDENTITIES_PER_POOL", 100, join, pool, there=1, in_the_way=("PHONE_NUMBERS",)
    ),
    Quota("PHONE_NUMBERS_PER_ACCOUNT", 25, lambda sms, *_: request(sms, SIMULATOR)),
    Quota(
        "PHONE_NUMBERS_PER_REGISTRATION",
        49,
        associate,
        registration,
        in_the_way=("PHONE_NUMBERS",),
    ),
    Quota("POOLS_PER_ACCOUNT", 25, lambda sms, *_: pool(sms), in_the_way=("PHONE_NUMBERS",)),
    Quota(
        "PROTECT_CONFIGURATIONS_PER_ACCOUNT", 25, lambda sms, *_: sms.create_protect_configuration()
    ),
    Quota("RCS_AGENTS_PER_ACCOUNT", 5, lambda sms, *_: sms.create_rcs_agent()),
    Quota("REGISTRATIONS_PER_ACCOUNT", 25, lambda sms, *_: registration(sms)),
    Quota("REGISTRATION_ATTACHMENTS_PER_ACCOUNT", 25, lambda sms, *_: attach(sms)),
    Quota(
        "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY",
        100,
        lambda sms, *_: sms.delete_registration_attachment(RegistrationAttachmentId=attach(sms)),
    ),
    Quota("REGISTRATION_VERSIONS_CREATED_PER_DAY", 100, version, discarded, there=1),
    Quota(
        "SENDER_IDS_PER_ACCOUNT",
        200,
        lambda sms, _, index: sms.request_sender_id(SenderId=f"NEWS{index}", IsoCountryCode="SE"),
    ),
    Quota(
        "TAGS_PER_RESOURCE",
        50,
        lambda sms, arn, index: sms.tag_resource(
            ResourceArn=arn, Tags=[{"Key": f"key{index}", "Value": ""}]
        ),
        lambda sms: sms.create_opt_out_list(OptOutListName="news")["OptOutListArn"],
    ),
    Quota(
        "VERIFICATION_ATTEMPTS_PER_DAY",
        5,
        lambda sms, entry, _: sms.send_destination_number_verification_code(
            VerifiedDestinationNumberId=entry, VerificationChannel="TEXT"
        ),
        lambda sms: request(sms) and verified_number(sms),
    ),
    Quota(
        "VERIFIED_DESTINATION_NUMBERS_PER_ACCOUNT",
        10,
        lambda sms, _, index: verified_number(sms, index),
    ),
]

OF_SENDING = {
    "DAILY_DESTINATION_CALL_LIMIT",
    "DAILY_NOTIFY_TIER_MESSAGE_LIMIT",
    "MONTHLY_SPEND_LIMIT_REACHED_FOR_MEDIA",
    "MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY",
    "MONTHLY_SPEND_LIMIT_REACHED_FOR_RCS",
    "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT",
    "MONTHLY_SPEND_LIMIT_REACHED_FOR_VOICE",
}
"""What is counted in messages and money, and tested where they are sent."""


def test_every_quota_of_the_model_is_here_but_those_of_sending() -> None:
    reasons = set(service_model().shape_for("ServiceQuotaExceededExceptionReason").enum)

    assert {quota.reason for quota in QUOTAS} == reasons - OF_SENDING


@pytest.mark.parametrize("quota", QUOTAS, ids=lambda quota: quota.reason)
def test_a_quota_holds_and_can_be_raised_and_lowered(
    sms: Any, simulator: Simulator, quota: Quota
) -> None:
    for name in quota.in_the_way:
        simulator.set_account_limit(name, PLENTY)
    owner = quota.owner(sms)
    exceeded = "ServiceQuotaExceededException", quota.reason

    for index in range(quota.there, quota.default):
        quota.add(sms, owner, index)
    with refused(*exceeded):
        quota.add(sms, owner, quota.default)

    simulator.set_account_limit(quota.name, quota.default + 1)
    quota.add(sms, owner, quota.default + 1)
    with refused(*exceeded):
        quota.add(sms, owner, quota.default + 2)

    simulator.set_account_limit(quota.reason, 1)
    with refused(*exceeded):
        quota.add(sms, owner, quota.default + 3)
