"""Facts about the service as data; each file is read at its first use."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """Return the content of ``<name>.json``; callers must not change it."""
    return json.loads(files(__name__).joinpath(f"{name}.json").read_text("utf-8"))
