"""Inputs of operations, drawn from the service model: right for the most part, or not at all."""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random
from typing import Any

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.validation import Invalid, compile_check

ARN = "arn:aws:sms-voice:us-east-1:123456789012:"
BROKEN: Sequence[Any] = [
    None,
    *(True, False, 0, -1, 2**70, -(10**400), 1e308, 0.1),
    *("", " ", "\0", "\ud800", "e\u0301\u202e", "null", "x" * 300, "9" * 5000, "é" * 20_000),
    *("+", "++12065550100", "+1206555010O", "١٢٣", "../../etc", "{{7*7}}", "%s%n", "\r\nX: y"),
    *("arn:", "arn::::::", ARN, ARN + "pool/", ARN + "pool/none", "arn:aws:sns:us-east-1::x"),
    *("<speak>", "<!DOCTYPE a [<!ENTITY b 'c'>]><speak>&b;</speak>", "s3://", "s3://media/"),
    *([], {}, [[]], [None], {"": ""}, {"a": {}}, [{}] * 300, {str(key): key for key in range(300)}),
]
"""What suits few members, if any."""
TEXTS = [
    *("a", "Hello", "HELLO", "news-1", "0.05", "12065550100", "+447700900100", "US", "123456"),
    *("https://example.com/a.png", "s3://media/cat.png", f"{ARN}pool/none", "Grüße 👋", "a" * 64),
    *("notify-code-verification-english-001", "US_TOLL_FREE_REGISTRATION", "!~", "a.b", "true"),
]
"""Of which one suits most members that are texts."""

Known = Mapping[str, Sequence[Any]]
Draw = Callable[["Inputs", str, Any], Any]


class Inputs:
    """What a seed makes of the model, and of what is known to be there."""

    def __init__(self, random: Random, known: Known) -> None:
        self.random = random
        self.known = known
        self.operation = ""
        self.faulty = 0.0
        """How likely each value is a broken one."""

    def draw(self, operation: str) -> dict[str, Any]:
        """Return an input of the operation."""
        shape = service_model().operation_model(operation).input_shape
        self.operation = operation
        self.faulty = self.random.choice((0, 0, 0, 0, 0.02, 0.02, 0.2))
        # At the top nothing but an object gets further than the protocol.
        return _structure(self, "", shape) if shape is not None else {}

    def value(self, name: str, shape: Any) -> Any:
        """Return a value of that member."""
        if self.happens(self.faulty):
            return self.random.choice(BROKEN)
        if self.happens(_OF_KNOWN.get(shape.type_name, 0.95)):
            known = self.known.get(f"{self.operation}.{name}") or self.known.get(name)
            if known:
                return self.random.choice(known)
        return _DRAWS[shape.type_name](self, name, shape)

    def happens(self, likely: float) -> bool:
        """Decide."""
        return self.random.random() < likely

    def size(self, shape: Any, usual: int = 2) -> int:
        """Return how many items something may have."""
        least, most = shape.metadata.get("min", 0), shape.metadata.get("max", 10)
        if self.happens(self.faulty):
            return int(self.random.choice((max(least - 1, 0), min(most + 1, 400))))
        return self.random.randint(least, max(least, min(most, least + usual)))


def _structure(inputs: Inputs, name: str, shape: Any) -> dict[str, Any]:
    members = list(shape.members.items())
    if getattr(shape, "is_tagged_union", False):
        members = [inputs.random.choice(members)]
        if inputs.happens(inputs.faulty):
            members = members * 0 if inputs.happens(0.5) else list(shape.members.items())
        return {each: inputs.value(each, kind) for each, kind in members}
    drawn = {
        each: inputs.value(each, kind)
        for each, kind in members
        if inputs.happens(1 - inputs.faulty if each in shape.required_members else _likely(each))
        and not (each == "NextToken" and each not in inputs.known)
    }
    if inputs.happens(inputs.faulty):
        drawn[inputs.random.choice(TEXTS)] = inputs.random.choice(BROKEN)
    return drawn


def _likely(name: str) -> float:
    """Return how likely a member is there that need not be."""
    return _LIKELY.get(name, 0.2)


_OF_KNOWN = {"list": 0.0, "structure": 0.5}
"""How likely what is known is taken, by the type of the member."""
_LIKELY = {
    "ClientToken": 0.03,
    "MessageBody": 0.9,
    "OriginationIdentity": 0.7,
    "ProtectConfigurationId": 0.1,
    "RcsMessageContent": 0.95,
    "ThumbnailImageAlignment": 0.05,
    "WebviewViewMode": 0.05,
}


def _list(inputs: Inputs, name: str, shape: Any) -> list[Any]:
    singular = name.removesuffix("s")
    item = singular if singular in inputs.known else name
    drawn = [inputs.value(item, shape.member) for _ in range(inputs.size(shape))]
    once = [each for index, each in enumerate(drawn) if each not in drawn[:index]]
    return drawn if inputs.happens(inputs.faulty) or len(once) < 1 else once


def _map(inputs: Inputs, name: str, shape: Any) -> dict[str, Any]:
    keys = (_string(inputs, f"{name} key", shape.key) for _ in range(inputs.size(shape)))
    return {key: inputs.value(name, shape.value) for key in keys}


def _string(inputs: Inputs, name: str, shape: Any) -> str:
    if shape.enum:
        return str(inputs.random.choice(shape.enum))
    return inputs.random.choice(_suiting(shape))


@cache
def _suiting(shape: Any) -> Sequence[str]:
    """Return texts that the shape allows, or any if none does."""
    least, most = shape.metadata.get("min", 0), shape.metadata.get("max", 0)
    texts = [*TEXTS, "a" * least, "a" * min(most, 10_000), "7" * min(most, 10_000)]
    check = compile_check(shape)
    return [text for text in texts if _passes(check, text)] or TEXTS


def _passes(check: Callable[[Any], Any], value: Any) -> bool:
    try:
        check(value)
    except Invalid:
        return False
    return True


def _number(inputs: Inputs, name: str, shape: Any) -> float:
    least, most = shape.metadata.get("min", 0), shape.metadata.get("max", 1000)
    return inputs.random.choice(
        (
            least,
            most,
            min(most, least + 1),
            inputs.random.randint(math.ceil(least), math.floor(most)),
        )
    )


_DRAWS: dict[str, Draw] = {
    "blob": lambda inputs, _, __: b64encode(inputs.random.randbytes(9)).decode(),
    "boolean": lambda inputs, _, __: inputs.happens(0.5),
    "double": _number,
    "float": _number,
    "integer": _number,
    "list": _list,
    "long": _number,
    "map": _map,
    "string": _string,
    "structure": _structure,
    "timestamp": lambda inputs, _, __: inputs.random.choice((0, 1_800_000_000, 4_000_000_000)),
}
