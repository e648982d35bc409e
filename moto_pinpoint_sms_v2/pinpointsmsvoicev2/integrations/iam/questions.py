"""What a request asks of IAM: which actions, on which resources, under which conditions.

https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsendusermessagingsmsandvoicev2.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...core.access import SERVICE
from ...core.contract import service_model
from ...core.policies import Question
from ...core.resource import Resource, Tag, resource_classes
from ...core.store import Store
from ...data import load
from ...domains.identities.sender_ids import SenderId
from ...domains.numbers.destinations import parse

PREFIX = "sms-voice"
_ARN = re.compile(rf"arn:[^:]+:{PREFIX}:[^:]*:[^:]*:(?P<kind>[^/:]+)/.+")
_ROLE = re.compile(".*Role(Arn)?")
_MANY = frozenset(("ResourceArn", "ResourceId", "OriginationIdentity"))
"""Members that name resources of several kinds; the action says which."""
_SENT_BY = {"TEXT": "SendTextMessage", "VOICE": "SendVoiceMessage"}


@dataclass(frozen=True)
class Named:
    """A resource that a request names, whether or not it exists."""

    arn: str
    tags: Sequence[Tag] = ()


def questions_of(store: Store, operation: str, members: Mapping[str, Any]) -> list[Question]:
    """Return what must be allowed, all of it, before the operation is done."""
    common = _common_keys(store, members)
    asked = [
        Question(f"{PREFIX}:{operation}", named.arn, {**common, **_resource_keys(named)})
        for named in _targets(store, operation, members)
    ]
    if _tags(members) and operation != "TagResource":
        asked.append(Question(f"{PREFIX}:TagResource", _created(store, operation, members), common))
    asked += _dependent(store, operation, members, common)
    return asked


def _dependent(
    store: Store, operation: str, members: Mapping[str, Any], common: Mapping[str, Sequence[str]]
) -> Iterator[Question]:
    """Yield what the reference calls dependent actions."""
    passed = {**common, "iam:passedtoservice": [SERVICE]}
    for role in _roles(members):
        yield Question("iam:PassRole", role, passed)
    if operation == "RequestPhoneNumber" and "PoolId" in members:
        action = "AssociateOriginationIdentity"
        for named in _targets(store, action, {"PoolId": members["PoolId"]}):
            yield Question(f"{PREFIX}:{action}", named.arn, {**common, **_resource_keys(named)})
    if operation == "SendDestinationNumberVerificationCode":
        # Both are listed; that the channel decides which of them is asked is a choice.
        action = _SENT_BY.get(_text(members.get("VerificationChannel")), "SendTextMessage")
        for named in _targets(store, action, members):
            yield Question(f"{PREFIX}:{action}", named.arn, {**common, **_resource_keys(named)})


def _targets(store: Store, action: str, members: Mapping[str, Any]) -> list[Named]:
    """Return the resources that the request names of those kinds that the action is granted for.

    Where it names none, all of the kind are asked for if there is one kind, else everything: what
    AWS asks there is not said.
    """
    kinds: Sequence[str] = load("iam_resources").get(action, ())
    named = {each.arn: each for each in _named(store, kinds, members)}
    if named:
        return list(named.values())
    return [Named(f"{store.arn_prefix}{kinds[0]}/*" if len(kinds) == 1 else "*")]


def _named(store: Store, kinds: Sequence[str], members: Mapping[str, Any]) -> Iterator[Named]:
    country = _country(members)
    for member, value in members.items():
        classes = [cls for cls in _named_by(member) if cls.kind in kinds]
        for name in value if isinstance(value, list) else [value]:
            if isinstance(name, dict) and member == "SenderIds":
                found = _find(store, classes, _text(name.get("SenderId")), _country(name))
            else:
                found = _find(store, classes, _text(name), country)
            if found is not None:
                yield found
    if "message" in kinds and (id := _text(members.get("MessageId"))):
        yield Named(f"{store.arn_prefix}message/{id}")


def _find(
    store: Store, classes: Sequence[type[Resource]], name: str, country: str | None
) -> Named | None:
    """Return what goes by that name; a name of nothing still has an ARN, if it says of what."""
    if not name or not classes:
        return None
    for cls in classes:
        for spelling in (name, f"+{name}", f"{name.upper()}/{country}"):
            row = store.peek(cls, spelling)
            if row is not None:
                return Named(row.arn, row.tags or ())
    if arn := _ARN.fullmatch(name):
        return Named(name) if arn["kind"] in [cls.kind for cls in classes] else None
    for cls in classes:
        if cls is SenderId and country and not name.startswith("+"):
            return Named(store.arn_of(cls, f"{name}/{country}"))
        if len(classes) == 1 or (cls.id_prefix and name.startswith(cls.id_prefix)):
            return Named(store.arn_of(cls, name))
    return None


def _created(store: Store, operation: str, members: Mapping[str, Any]) -> str:
    """Return the ARN of what the operation makes, as far as the request can tell."""
    output = service_model().operation_model(operation).output_shape.members
    arn = next((member for member in output if member.endswith("Arn")), "")
    for cls in resource_classes():
        if arn == _camel(cls) + "Arn":
            name = _text(members.get(_camel(cls) + cls.id_member.capitalize()))
            if cls is SenderId:
                name = f"{_text(members.get('SenderId'))}/{_country(members)}"
            return store.arn_of(cls, name if name and cls.id_prefix is None else "*")
    return "*"


def _common_keys(store: Store, members: Mapping[str, Any]) -> dict[str, Sequence[str]]:
    tags = _tags(members)
    _, _, _, region, account, _ = store.arn_prefix.split(":")
    keys: dict[str, Sequence[str]] = {
        f"aws:requesttag/{tag['Key'].lower()}": [_text(tag.get("Value"))] for tag in tags
    }
    named = [tag["Key"] for tag in tags] or members.get("TagKeys")
    if isinstance(named, list) and named:
        keys["aws:tagkeys"] = [_text(key) for key in named]
    keys["aws:requestedregion"] = [region]
    keys["aws:principalaccount"] = keys["aws:resourceaccount"] = [account]
    keys["aws:securetransport"] = ["true"]
    return keys


def _resource_keys(named: Named) -> dict[str, Sequence[str]]:
    keys: dict[str, Sequence[str]] = {
        f"aws:resourcetag/{tag['Key'].lower()}": [tag["Value"]] for tag in named.tags
    }
    if named.arn != "*":
        # Another account's, where that account shares it.
        keys["aws:resourceaccount"] = [named.arn.split(":")[4]]
    return keys


def _tags(members: Mapping[str, Any]) -> list[dict[str, Any]]:
    # What the request says is not validated yet: AWS asks IAM first.
    tags = members.get("Tags")
    rows = tags if isinstance(tags, list) else []
    return [row for row in rows if isinstance(row, dict) and isinstance(row.get("Key"), str)]


def _roles(members: Mapping[str, Any]) -> Iterator[str]:
    for member, value in members.items():
        if isinstance(value, dict):
            yield from _roles(value)
        elif isinstance(value, str) and _ROLE.fullmatch(member):
            yield value


def _country(members: Mapping[str, Any]) -> str | None:
    if country := _text(members.get("IsoCountryCode")):
        return country
    return parse(_text(members.get("DestinationPhoneNumber"))).iso_country_code


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


@cache
def _named_by(member: str) -> Sequence[type[Resource]]:
    """Return the kinds that a member of a request can name: PoolId and PoolIds name pools."""
    if member in _MANY:
        return resource_classes()
    singular = member.removesuffix("s")
    if singular == "SenderId":
        return (SenderId,)
    return [
        cls for cls in resource_classes() if singular == _camel(cls) + cls.id_member.capitalize()
    ]


def _camel(cls: type[Resource]) -> str:
    return "".join(word.capitalize() for word in cls.kind.split("-"))
