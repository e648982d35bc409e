"""SSML: texts that say how they are to be read."""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from ...exceptions import ValidationException

_PAUSE = re.compile(r"\+?(?P<length>\d+(?:\.\d+)?)(?P<unit>m?s)")


class Speech(NamedTuple):
    """What there is to read."""

    characters: int
    pauses: float
    """Of its breaks, in seconds."""


def read_ssml(text: str) -> Speech:
    """Return what is to be read; refused if it is no XML document of the element ``speak``."""
    # Named, because a declaration may call what is a string already by any other encoding.
    parser = expat.ParserCreate("utf-8")
    opened: list[str] = []
    read: list[str] = []
    pauses: list[float] = []

    def open_element(name: str, attributes: dict[str, str]) -> None:
        opened.append(name)
        if name == "break":
            pauses.append(_seconds(attributes.get("time", "")))

    parser.StartElementHandler = open_element
    parser.CharacterDataHandler = read.append
    # Polly reads no document type, and the entities of one could make a small text very large.
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        raise _invalid(f"is not XML: {error}") from None
    if opened[0] != "speak":
        raise _invalid("must be a speak element")
    return Speech(sum(map(len, read)), sum(pauses))


def _seconds(time: str) -> float:
    pause = _PAUSE.fullmatch(time)
    if pause is None:
        return 0.0
    return float(pause["length"]) / (1000 if pause["unit"] == "ms" else 1)


def _refuse_doctype(*declaration: object) -> NoReturn:
    raise _invalid("must have no document type")


def _invalid(message: str) -> ValidationException:
    return ValidationException("CANNOT_PARSE", message_body=message)
