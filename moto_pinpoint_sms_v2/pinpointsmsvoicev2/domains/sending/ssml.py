"""SSML: texts that say how they are to be read."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat

from ...exceptions import ValidationException


def check_ssml(text: str) -> None:
    """Refuse what is no XML document of the element ``speak``."""
    # Named, because a declaration may call what is a string already by any other encoding.
    parser = expat.ParserCreate("utf-8")
    opened: list[str] = []
    parser.StartElementHandler = lambda name, attributes: opened.append(name)
    # Polly reads no document type, and the entities of one could make a small text very large.
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        raise _invalid(f"is not XML: {error}") from None
    if opened[0] != "speak":
        raise _invalid("must be a speak element")


def _refuse_doctype(*declaration: object) -> NoReturn:
    raise _invalid("must have no document type")


def _invalid(message: str) -> ValidationException:
    return ValidationException("CANNOT_PARSE", message_body=message)
