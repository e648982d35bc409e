"""Random lives of identities and of what they use, and what must hold in every one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from random import Random
from typing import Any

from botocore.exceptions import ClientError
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st
from moto import mock_aws
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from .access import stream, trusted_role
from .domains.number_types import SIMULATOR
from .identity_calls import BASIC_TEMPLATE, CALLS, LIMITS, NAMES, STREAM, arguments_for
from .support import REGION, body, client, pages

TABLES = {
    "configuration_sets": ("ConfigurationSets", "ConfigurationSetName"),
    "notify_configurations": ("NotifyConfigurations", "NotifyConfigurationId"),
    "opt_out_lists": ("OptOutLists", "OptOutListName"),
    "phone_numbers": ("PhoneNumbers", "PhoneNumberId"),
    "pools": ("Pools", "PoolId"),
    "protect_configurations": ("ProtectConfigurations", "ProtectConfigurationId"),
    "rcs_agents": ("RcsAgents", "RcsAgentId"),
    "sender_ids": ("SenderIds", "SenderId"),
}
"""What is described, with the list of the answer and the name of a row."""

BEGINNING: list[tuple[str, dict[str, Any]]] = [
    ("request_phone_number", SIMULATOR),
    ("request_phone_number", SIMULATOR),
    ("create_rcs_agent", {}),
    ("request_sender_id", {"SenderId": "NEWS", "IsoCountryCode": "SE"}),
    ("create_opt_out_list", {"OptOutListName": "first"}),
    ("create_pool", {"OriginationIdentity": "phone-1", "MessageType": "TRANSACTIONAL"}),
    ("create_configuration_set", {"ConfigurationSetName": "sales"}),
    (
        "create_event_destination",
        {
            "ConfigurationSetName": "sales",
            "EventDestinationName": "one",
            "MatchingEventTypes": ["ALL"],
            "SnsDestination": {"TopicArn": "arn:aws:sns:us-east-1:123456789012:events"},
        },
    ),
    ("create_protect_configuration", {}),
    (
        "create_notify_configuration",
        {"DisplayName": "Ours", "UseCase": "CODE_VERIFICATION", "EnabledChannels": ["SMS"]},
    ),
]
"""Something of most kinds, so that most calls find what they are about."""

STEPS = 50
OPERATIONS = [
    operation
    for operation in sorted(CALLS)
    for _ in range(1 if operation.startswith(("delete", "release")) else 3)
]
"""What a life chooses from; it makes more than it takes away."""
A_HOLD = 1 / 20
"""How likely a step is one that holds states, or lets them go."""
HELD = {"progression": "manual", "times": 10**9}
LIVES = [f"pinpoint-sms-voice-v2::{each}" for each in ("phone-number", "pool")]
TARGETS = {
    "CloudWatchLogsDestination",
    "KinesisFirehoseDestination",
    "SnsDestination",
}
LEAVING = ("DISASSOCIATING", "DELETED", "DELETING")


class Seen:
    """All that an account shows."""

    def __init__(self, sms: Any) -> None:
        self.tables: dict[str, list[dict[str, Any]]] = {
            noun: [*chain(*pages(getattr(sms, f"describe_{noun}"), rows, 2))]
            for noun, (rows, _) in TABLES.items()
        }
        self.members = {
            each: sms.list_pool_origination_identities(PoolId=each)["OriginationIdentities"]
            for each in self.ids("pools")
        }
        self.keywords = {
            each: sms.describe_keywords(OriginationIdentity=each)["Keywords"]
            for each in self.ids("phone_numbers", "rcs_agents", "pools")
        }
        self.opted_out = {
            each: sms.describe_opted_out_numbers(OptOutListName=each)["OptedOutNumbers"]
            for each in self.ids("opt_out_lists")
        }
        self.protected = [
            body(answer)
            for each in self.ids("protect_configurations")
            for answer in (
                sms.get_protect_configuration_country_rule_set(
                    ProtectConfigurationId=each, NumberCapability="SMS"
                ),
                sms.list_protect_configuration_rule_set_number_overrides(
                    ProtectConfigurationId=each
                ),
            )
        ]
        self.tags = {
            each: sms.list_tags_for_resource(ResourceArn=each)["Tags"] for each in self.arns()
        }
        self.attributes = sms.describe_account_attributes()["AccountAttributes"]
        self.limits = sms.describe_account_limits()["AccountLimits"]

    def ids(self, *nouns: str) -> list[str]:
        """Return the names of all rows of those tables."""
        return [row[TABLES[noun][1]] for noun in nouns for row in self.tables[noun]]

    def arns(self) -> Iterator[str]:
        """Yield the ARN of every row."""
        for noun, (_, name) in TABLES.items():
            # Of a sender ID, "Id" is part of the noun.
            kind = name if noun == "sender_ids" else re.sub("(Id|Name)$", "", name)
            yield from (row[f"{kind}Arn"] for row in self.tables[noun])

    def staying(self, *nouns: str) -> list[dict[str, Any]]:
        """Return the rows of those tables, but none that is on its way out."""
        rows = chain.from_iterable(self.tables[noun] for noun in nouns)
        return [row for row in rows if row.get("Status") not in LEAVING]

    def referred(self, member: str, *nouns: str) -> set[str]:
        """Return what those tables' rows refer to by that member."""
        return {row[member] for row in self.staying(*nouns) if member in row}


def members_and_pools_agree(seen: Seen) -> None:
    listed = {
        (pool, member["OriginationIdentity"])
        for pool, members in seen.members.items()
        for member in members
    }
    pooled = {
        (row["PoolId"], row[TABLES[noun][1]])
        for noun in ("phone_numbers", "rcs_agents")
        for row in seen.tables[noun]
        if "PoolId" in row
    }
    senders = set(seen.ids("sender_ids"))
    assert {each for each in listed if each[1] not in senders} == pooled


def a_pool_that_is_deleted_has_no_members(seen: Seen) -> None:
    staying = {pool["PoolId"] for pool in seen.staying("pools")}
    assert {pool for pool, members in seen.members.items() if members} <= staying


def nothing_refers_to_what_is_gone(seen: Seen) -> None:
    users = ("phone_numbers", "rcs_agents", "pools")
    staying_pools = {pool["PoolId"] for pool in seen.staying("pools")}
    assert seen.referred("OptOutListName", *users) <= set(seen.ids("opt_out_lists"))
    assert seen.referred("PoolId", *users, "notify_configurations") <= staying_pools
    assert seen.referred("ProtectConfigurationId", "configuration_sets") <= set(
        seen.ids("protect_configurations")
    )
    assert seen.referred("DefaultTemplateId", "notify_configurations") <= {BASIC_TEMPLATE}


def help_and_stop_are_always_there(seen: Seen) -> None:
    for keywords in seen.keywords.values():
        words = [each["Keyword"] for each in keywords]
        assert len(set(words)) == len(words) <= LIMITS["KEYWORDS_PER_POOL"]
        assert {"HELP", "STOP"} <= set(words)


def limits_count_what_is_listed(seen: Seen) -> None:
    used = {each["Name"]: each["Used"] for each in seen.limits}
    counted = {noun.upper(): len(rows) for noun, rows in seen.tables.items()}
    assert {name: counted[name] for name in used.keys() & counted.keys()}.items() <= used.items()
    assert all(len(seen.ids(noun)) == len(set(seen.ids(noun))) for noun in TABLES)


def at_most_one_configuration_is_the_account_s_default(seen: Seen) -> None:
    defaults = [
        each["ProtectConfigurationId"]
        for each in seen.tables["protect_configurations"]
        if each["AccountDefault"]
    ]
    told = [
        each["Value"]
        for each in seen.attributes
        if each["Name"] == "DEFAULT_PROTECT_CONFIGURATION_ID"
    ]
    assert defaults == told
    assert len(told) <= 1


def lists_of_a_resource_keep_their_rules(seen: Seen) -> None:
    for tags in seen.tags.values():
        keys = [tag["Key"] for tag in tags]
        assert len(set(keys)) == len(keys) <= LIMITS["TAGS_PER_RESOURCE"]
    for configuration_set in seen.tables["configuration_sets"]:
        destinations = configuration_set["EventDestinations"]
        assert len(destinations) <= LIMITS["EVENT_DESTINATIONS_PER_CONFIGURATION_SET"]
        assert all(len(TARGETS & each.keys()) == 1 for each in destinations)


RULES = (
    members_and_pools_agree,
    a_pool_that_is_deleted_has_no_members,
    nothing_refers_to_what_is_gone,
    help_and_stop_are_always_there,
    limits_count_what_is_listed,
    at_most_one_configuration_is_the_account_s_default,
    lists_of_a_resource_keep_their_rules,
)
"""What holds in every life, after every call."""


class Life:
    """A life that a seed decides on: of its calls, a refused one changes nothing."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - no secret
        self.sms = client()
        self.simulator = Simulator(region_name=REGION)
        assert trusted_role("example") == STREAM["IamRoleArn"]
        assert stream("a") == STREAM["DeliveryStreamArn"]
        for name, most in LIMITS.items():
            self.simulator.set_account_limit(name, most)
        self.chosen: set[str] = set()
        self.seen = Seen(self.sms)
        for operation, arguments in BEGINNING:
            assert self.takes(operation, arguments)
            self.seen = Seen(self.sms)

    def step(self) -> None:
        """Make a call, look at everything, and check it."""
        if self.random.random() < A_HOLD:
            self.hold()
            unchanged = False
        else:
            operation = self.random.choice(OPERATIONS)
            unchanged = not self.takes(operation, arguments_for(operation, self.random))
        before, self.seen = self.seen, Seen(self.sms)
        if unchanged:
            assert vars(self.seen) == vars(before)
        for holds in RULES:
            holds(self.seen)

    def hold(self) -> None:
        """Let numbers or pools stay as they are from now on, or no longer."""
        model, held = self.random.choice(LIVES), self.random.random() < 1 / 2
        note(f"hold {model} {held}")
        if held:
            state_manager.set_transition(model, HELD)
        else:
            state_manager.unset_transition(model)

    def takes(self, operation: str, arguments: dict[str, Any]) -> bool:
        """Make a call, and say whether it is not refused."""
        note(f"{operation} {arguments}")
        if operation in NAMES:
            self.choose_name(operation)
        try:
            getattr(self.sms, operation)(**arguments)
        except ClientError as refused:
            status = refused.response["ResponseMetadata"]["HTTPStatusCode"]
        else:
            self.chosen.discard(operation)
            return True
        assert status == 400
        return False

    def choose_name(self, operation: str) -> None:
        """Let what is created next have a name of the list, unless one waits for it already."""
        kind, names = NAMES[operation]
        free = [name for name in names if name not in self.seen.ids(*TABLES)]
        if free and operation not in self.chosen:
            self.simulator.use_id(kind, free[0])
            self.chosen.add(operation)


# Hypothesis draws the seed and not the calls: of those it likes to draw the same again and again.
@settings(max_examples=4, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(seed=st.integers(0, 2**64))
def test_whatever_is_called_the_account_stays_whole(seed: int) -> None:
    with mock_aws():
        life = Life(seed)
        try:
            for _ in range(STEPS):
                life.step()
        finally:
            for model in LIVES:
                state_manager.unset_transition(model)
