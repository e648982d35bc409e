"""What may be shown to anybody: the shape of answers, and nothing of whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_ACCOUNT = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])")
_ID = re.compile(r"\b([a-z]+(?:-[a-z]+)*)-[0-9a-f]{32}\b")
_NUMBER = re.compile(r"\+[0-9]{7,15}\b")


class Redaction:
    """Puts marks in place of accounts, ids, names and numbers: the same mark for the same one."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = dict(sorted(known.items(), key=lambda item: -len(item[0])))
        self._numbers: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    def __call__(self, value: Any) -> Any:
        """Return a copy of a value that tells of nobody."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list):
            return [self(each) for each in value]
        if isinstance(value, Mapping):
            return {self(name): self(each) for name, each in value.items()}
        return value

    def _text(self, text: str) -> str:
        for real, mark in self._known.items():
            text = text.replace(real, mark)
        text = _ID.sub(lambda found: self._mark(self._ids, found[0], "ID"), text)
        text = _NUMBER.sub(lambda found: self._mark(self._numbers, found[0], "+number"), text)
        return _ACCOUNT.sub("111111111111", text)

    @staticmethod
    def _mark(marks: dict[str, str], real: str, word: str) -> str:
        return marks.setdefault(real, f"{word}-{len(marks) + 1}")
