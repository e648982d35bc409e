"""What sends and is written to, as a tool manages it."""

from __future__ import annotations

import json
from collections.abc import Callable

from .kinds import ARN, ROLE, TOPIC, Change, Kind, protection
from .reads import described, listed, read_policy, read_sender_id
from .stages import (
    SIMULATOR_NUMBER,
    agent,
    number,
    number_and_list,
    opt_out_list,
    pool,
    pool_and_a_number,
    role,
    sender_id,
)
from .world import World


def two_way(operation: str) -> list[Change]:
    """Return the changes of whatever can be written to."""
    channel = {
        "TwoWayEnabled": True,
        "TwoWayChannelArn": TOPIC + "inbound",
        "TwoWayChannelRole": ROLE,
    }
    off = {
        "TwoWayEnabled": False,
        "TwoWayChannelArn": None,
        "TwoWayChannelRole": None,
        "SelfManagedOptOutsEnabled": False,
    }
    return [
        Change(operation, channel),
        Change(operation, {"SelfManagedOptOutsEnabled": True}),
        Change(operation, {"TwoWayChannelArn": "connect.us-east-1.amazonaws.com"}),
        Change(operation, {"TwoWayEnabled": False}, off),
        Change(operation, {"OptOutListName": "parents"}),
        *protection(operation),
    ]


def keyword(owner: str, stage: Callable[[World], object]) -> Kind:
    def put(message: str, action: str | None = None) -> Change:
        given = {"KeywordMessage": message, "KeywordAction": action}
        given = {name: value for name, value in given.items() if value is not None}
        return Change("put_keyword", given)

    return Kind(
        name=f"keyword of {owner}",
        stage=stage,
        create=(
            "put_keyword",
            {"OriginationIdentity": owner, "Keyword": "INFO", "KeywordMessage": "Ask us."},
        ),
        named_by=("OriginationIdentity", "Keyword"),
        read=listed("describe_keywords", "Keywords", "OriginationIdentity", "Keyword"),
        starts={"KeywordMessage": "Ask us.", "KeywordAction": "AUTOMATIC_RESPONSE"},
        changes=[put("Ask again."), put("Welcome.", "OPT_IN"), put("Ask.", "AUTOMATIC_RESPONSE")],
        delete="delete_keyword",
    )


def policy(resource: str, stage: Callable[[World], object]) -> Kind:
    def text(effect: str) -> str:
        statement = {"Effect": effect, "Principal": {"AWS": "111122223333"}, "Action": "*"}
        return json.dumps({"Version": "2012-10-17", "Statement": [statement]})

    return Kind(
        name=f"resource policy of {resource}",
        stage=stage,
        create=(
            "put_resource_policy",
            {"ResourceArn": f"{ARN}:{resource}", "Policy": text("Allow")},
        ),
        named_by=("ResourceArn",),
        read=read_policy,
        starts={"Policy": text("Allow")},
        changes=[Change("put_resource_policy", {"Policy": text("Deny")})],
        delete="delete_resource_policy",
    )


IDENTITIES = [
    Kind(
        name="phone number",
        elsewhere=role,
        stage=opt_out_list,
        create=("request_phone_number", SIMULATOR_NUMBER),
        named_by=("PhoneNumberId",),
        arn="PhoneNumberArn",
        read=described("describe_phone_numbers", "PhoneNumbers", "PhoneNumberIds", "PhoneNumberId"),
        starts={"Status": "ACTIVE"},
        changes=[
            *two_way("update_phone_number"),
            Change("update_phone_number", {"InternationalSendingEnabled": True}),
        ],
        delete="release_phone_number",
    ),
    Kind(
        name="pool",
        elsewhere=role,
        stage=number_and_list,
        create=(
            "create_pool",
            {"OriginationIdentity": "phone-parent", "MessageType": "TRANSACTIONAL"},
        ),
        named_by=("PoolId",),
        arn="PoolArn",
        read=described("describe_pools", "Pools", "PoolIds", "PoolId"),
        starts={"Status": "ACTIVE"},
        changes=[
            *two_way("update_pool"),
            Change("update_pool", {"SharedRoutesEnabled": True}),
        ],
        delete="delete_pool",
    ),
    Kind(
        name="member of a pool",
        stage=pool_and_a_number,
        create=(
            "associate_origination_identity",
            {"PoolId": "pool-parent", "OriginationIdentity": "phone-joining"},
        ),
        named_by=("PoolId", "OriginationIdentity"),
        read=listed(
            "list_pool_origination_identities",
            "OriginationIdentities",
            "PoolId",
            "OriginationIdentity",
        ),
        starts={"IsoCountryCode": "US", "NumberCapabilities": ["SMS"]},
        delete="disassociate_origination_identity",
        gone=("ConflictException", "PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL"),
    ),
    Kind(
        name="sender ID",
        create=("request_sender_id", {"SenderId": "NEWS", "IsoCountryCode": "SE"}),
        named_by=("SenderId", "IsoCountryCode"),
        arn="SenderIdArn",
        read=read_sender_id,
        changes=protection("update_sender_id"),
        delete="release_sender_id",
    ),
    Kind(
        name="RCS agent",
        elsewhere=role,
        stage=opt_out_list,
        create=("create_rcs_agent", {}),
        named_by=("RcsAgentId",),
        arn="RcsAgentArn",
        read=described("describe_rcs_agents", "RcsAgents", "RcsAgentIds", "RcsAgentId"),
        changes=[
            *two_way("update_rcs_agent"),
            Change(
                "update_rcs_agent",
                {
                    "TwoWayEnabled": True,
                    "TwoWayChannelArn": TOPIC + "inbound",
                    "TwoWayMediaS3BucketName": "media",
                    "TwoWayMediaS3KeyPrefix": "rcs/",
                    "TwoWayMediaS3Role": ROLE,
                },
            ),
            Change("update_rcs_agent", {"TwoWayRcsEventsEnabled": ["READ"]}),
        ],
        delete="delete_rcs_agent",
    ),
    keyword("phone-parent", number),
    keyword("pool-parent", pool),
    keyword("rcs-parent", agent),
    policy("opt-out-list/parents", opt_out_list),
    policy("phone-number/phone-parent", number),
    policy("pool/pool-parent", pool),
    policy("sender-id/PARENTS/SE", sender_id),
]
