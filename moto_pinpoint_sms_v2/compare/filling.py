"""Filling in what a probe leaves open: names of its own, and parts of earlier answers."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

import jmespath

_OPEN = re.compile(r"\{([a-z_]+)(?:\.([A-Za-z0-9.\[\]]+))?\}")


def fill(value: Any, known: Mapping[str, Any]) -> Any:
    """Return a copy of a value with what is open filled in."""
    if isinstance(value, str):
        whole = _OPEN.fullmatch(value)
        if whole is not None and whole[1] in known:
            return _found(whole, known)
        return _OPEN.sub(lambda part: str(_found(part, known)), value)
    if isinstance(value, list):
        return [fill(each, known) for each in value]
    if not isinstance(value, Mapping):
        return value
    if "$base64" in value:
        return b64decode(value["$base64"])
    if "$times" in value:
        return str(value["$text"]) * int(value["$times"])
    return {name: fill(each, known) for name, each in value.items()}


def _found(part: re.Match[str], known: Mapping[str, Any]) -> Any:
    label, path = part.groups()
    if label not in known:
        return part[0]
    return known[label] if path is None else jmespath.search(path, known[label])
