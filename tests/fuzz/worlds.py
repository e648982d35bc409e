"""An account with something of everything, and what can be said about it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, get_args
from unittest.mock import patch

import boto3
from moto import mock_aws
from moto.moto_api._internal import mock_random

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls.words import RegistrationStatus

from ..access import stream, trusted_role
from ..domains.neighbours import CONSUMER, share, simulator_of, statement
from ..domains.senders import pool_of, sender_id, topic
from ..domains.sending.rcs_messages import launched
from ..support import ACCOUNT, REGION, client
from .vocabulary import BLOCKED, FILES, HANDSETS, OPTED_OUT, SAID, TEMPLATES, TESTER, VERIFIED

CAPABILITIES = ("SMS", "MMS", "VOICE")
WISHES = {"opted_out_numbers": True, "field_values": True, "destination_numbers": True}


class World:
    """The account, made anew."""

    def __init__(self, *, is_advanced: bool) -> None:
        self.is_advanced = is_advanced
        """Whether notify's tier is the ADVANCED one, and not BASIC."""
        self.sms = client()
        self.simulator = Simulator(region_name=REGION)
        self.role = trusted_role("everything")
        self.topic = topic()
        self.targets = _targets(self.role, self.topic)
        for make in (
            self._identities,
            self._neighbour,
            self._lists_and_sets,
            self._protect_configurations,
            self._agents,
            self._registrations,
            self._notify_configurations,
            self._verified_numbers,
        ):
            make()

    def known(self) -> Mapping[str, Sequence[Any]]:
        """Return by a member's name what it may well be here."""
        found: dict[str, list[Any]] = defaultdict(list)
        for name, value in _strings(self.simulator.snapshot(**WISHES)):
            if value not in found[name]:
                found[name].append(value)
        for name in [name for name in found if name.endswith("Arn")]:
            found[name.removesuffix("Arn") + "Id"] += found[name]
            found["ResourceArn"] += found[name]
        found["SenderId"] = [*found["SenderId"], *found["SenderIdArn"]]
        senders = ("PhoneNumber", "PhoneNumberId", "SenderId", "PoolId", "RcsAgentId")
        found["OriginationIdentity"] = [value for name in senders for value in found[name]]
        rich = [self.agent, self.pool]
        found["SendRcsMessage.OriginationIdentity"] = [*rich * 8, *found["OriginationIdentity"]]
        for call in ("share_location", "start_typing"):
            found[f"{call}.destination"] = rich
        found["receive_message.destination"] = [*self.numbers, *rich, *found["SenderId"]]
        american = [*self.numbers[:2] * 4, *found["OriginationIdentity"]]
        for send in ("SendMediaMessage", "SendVoiceMessage"):
            found[f"{send}.OriginationIdentity"] = american
            found[f"{send}.DestinationPhoneNumber"] = HANDSETS[:8] * 3 + HANDSETS
        found["ResourceId"] = [*found["PhoneNumberId"], *found["RcsAgentId"]]
        found["MessageId"] = [each.message_id for each in self.simulator.messages()]
        roles = ("IamRoleArn", "TwoWayChannelRole", "TwoWayMediaS3Role")
        said = {**found, **SAID, **{name: [self.role] for name in roles}, **self.targets}
        return said | {name: [*said[name], *arns] for name, arns in self.shared.items()}

    def _identities(self) -> None:
        self.numbers = [
            self.simulator.add_phone_number(
                iso_country_code=country,
                number_type=number_type,
                number_capabilities=capabilities,
                message_type=message_type,
            )["PhoneNumberId"]
            for country, number_type, capabilities, message_type in (
                ("US", "TEN_DLC", CAPABILITIES, "TRANSACTIONAL"),
                ("US", "TOLL_FREE", CAPABILITIES, "PROMOTIONAL"),
                ("US", "SIMULATOR", ("SMS",), "TRANSACTIONAL"),
                ("CA", "LONG_CODE", ("SMS", "VOICE"), "TRANSACTIONAL"),
                ("GB", "LONG_CODE", ("SMS", "VOICE"), "TRANSACTIONAL"),
                ("US", "TEN_DLC", CAPABILITIES, "TRANSACTIONAL"),
            )
        ]
        for number in self.numbers[:-2]:
            self.sms.update_phone_number(
                PhoneNumberId=number, TwoWayEnabled=True, TwoWayChannelArn=self.topic
            )
        sender_id(self.sms, "EXAMPLE", "GB")
        self.simulator.add_sender_id("EXAMPLE", "IN")
        self.pool = pool_of(self.sms, self.numbers[-1], SharedRoutesEnabled=True)
        pool_of(self.sms, self.numbers[-2], country="GB")

    def _neighbour(self) -> None:
        """Let another account share a number and a list."""
        self.shared: dict[str, list[str]] = {}
        with patch.dict(os.environ, MOTO_ACCOUNT_ID=CONSUMER):
            number = simulator_of(CONSUMER).add_phone_number(
                iso_country_code="US", number_type="TEN_DLC", number_capabilities=CAPABILITIES
            )["PhoneNumberArn"]
            everything = statement(Principal={"AWS": ACCOUNT})
            self.shared["OriginationIdentity"] = [share(self.sms, number, everything)]
            opted_out = self.sms.create_opt_out_list(OptOutListName="shared")["OptOutListArn"]
            self.shared["OptOutListName"] = [share(self.sms, opted_out, everything)]

    def _lists_and_sets(self) -> None:
        self.sms.create_opt_out_list(OptOutListName="news")
        for name in ("Default", "news"):
            self.sms.put_opted_out_number(OptOutListName=name, OptedOutNumber=OPTED_OUT)
        for name, (key, values) in enumerate(self.targets.items()):
            self.sms.create_configuration_set(ConfigurationSetName=f"set-{name}")
            self.sms.create_event_destination(
                ConfigurationSetName=f"set-{name}",
                EventDestinationName="all",
                MatchingEventTypes=["ALL"],
                **{key: values[0]},
            )

    def _protect_configurations(self) -> None:
        for status in ("ALLOW", "BLOCK", "MONITOR", "FILTER"):
            protect = self.sms.create_protect_configuration()["ProtectConfigurationId"]
            for capability in CAPABILITIES if status in ("ALLOW", "BLOCK") else ("SMS",):
                self.sms.update_protect_configuration_country_rule_set(
                    ProtectConfigurationId=protect,
                    NumberCapability=capability,
                    CountryRuleSetUpdates={"US": {"ProtectStatus": status}},
                )
            self.sms.put_protect_configuration_rule_set_number_override(
                ProtectConfigurationId=protect, DestinationPhoneNumber=BLOCKED, Action="BLOCK"
            )
        self.simulator.suspect_number(HANDSETS[0])

    def _agents(self) -> None:
        self.agent = launched(self.sms, self.simulator, "US_RCS_LAUNCH_REGISTRATION")
        self.sms.update_rcs_agent(
            RcsAgentId=self.agent,
            TwoWayEnabled=True,
            TwoWayChannelArn=self.topic,
            TwoWayRcsEventsEnabled=["ALL"],
        )
        agent = launched(self.sms, self.simulator, "TEST_RCS_LAUNCH_REGISTRATION")
        tester = self._to_be_verified(TESTER, RcsAgentId=agent)
        self.simulator.answer_rcs_invitation(tester)
        another = launched(self.sms, self.simulator, "US_RCS_LAUNCH_REGISTRATION")
        self.sms.associate_origination_identity(
            PoolId=self.pool, OriginationIdentity=another, IsoCountryCode="ZZ"
        )

    def _registrations(self) -> None:
        for status in get_args(RegistrationStatus):
            self.simulator.set_registration_status(self._registration(), status)
        self.sms.put_registration_field_value(
            RegistrationId=self._registration(), FieldPath="companyInfo.city", TextValue="Seattle"
        )
        self.sms.create_registration_attachment(AttachmentBody=b"%PDF-1.4")

    def _registration(self, registration_type: str = "US_TOLL_FREE_REGISTRATION") -> str:
        answer = self.sms.create_registration(RegistrationType=registration_type)
        return str(answer["RegistrationId"])

    def _notify_configurations(self) -> None:
        self._notify()
        if self.is_advanced:
            upgrade = self._registration("NOTIFY_TIER_UPGRADE_REGISTRATION")
            self.simulator.set_registration_status(upgrade, "COMPLETE")
        self._notify(PoolId=self.pool)
        self._notify(EnabledChannels=["VOICE"], EnabledCountries=["US"])

    def _notify(self, **settings: Any) -> None:
        given = {"EnabledChannels": ["SMS", "VOICE"], "DefaultTemplateId": TEMPLATES[0]} | settings
        self.sms.create_notify_configuration(
            DisplayName="Example", UseCase="CODE_VERIFICATION", **given
        )

    def _verified_numbers(self) -> None:
        verified = self._to_be_verified(VERIFIED)
        self.sms.send_destination_number_verification_code(
            VerifiedDestinationNumberId=verified, VerificationChannel="TEXT"
        )
        self.sms.verify_destination_number(
            VerifiedDestinationNumberId=verified,
            VerificationCode=self.simulator.verification_code(verified),
        )
        for handset in (*HANDSETS[:3], *HANDSETS[8:11], OPTED_OUT):
            self._to_be_verified(handset)

    def _to_be_verified(self, handset: str, **more: str) -> str:
        answer = self.sms.create_verified_destination_number(DestinationPhoneNumber=handset, **more)
        return str(answer["VerifiedDestinationNumberId"])


@contextmanager
def mocked_world(seed: int) -> Iterator[World]:
    """Mock AWS with a world in it, whose ids are the same each time."""
    mock_random.seed(seed)
    try:
        with mock_aws():
            yield World(is_advanced=seed % 2 == 0)
    finally:
        mock_random.seed()


def _strings(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text in a snapshot with the name of its member."""
    if isinstance(value, Mapping):
        for member, each in value.items():
            yield from _strings(each, member)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each, name)
    elif isinstance(value, str) and value:
        yield name, value


def _targets(role: str, topic_arn: str) -> dict[str, Sequence[Any]]:
    """Make what events go to, with the files of messages, and return it by its member."""
    s3 = boto3.client("s3", region_name=REGION)
    for bucket in ("media", "records"):
        s3.create_bucket(Bucket=bucket)
    for key, (content_type, content) in FILES.items():
        s3.put_object(Bucket="media", Key=key, Body=content, ContentType=content_type)
    boto3.client("logs", region_name=REGION).create_log_group(logGroupName="records")
    group = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:records"
    return {
        "SnsDestination": [{"TopicArn": topic_arn}],
        "KinesisFirehoseDestination": [{"IamRoleArn": role, "DeliveryStreamArn": stream()}],
        "CloudWatchLogsDestination": [{"IamRoleArn": role, "LogGroupArn": group}],
    }
