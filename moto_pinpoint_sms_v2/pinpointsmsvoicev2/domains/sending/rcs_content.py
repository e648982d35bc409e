"""RCS contents: what the service model says about them in words only."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ...core.object_store import Reader, find_object, is_s3_url
from ...core.validation import wire_name
from ...exceptions import ValidationException

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "CardOrientation": ("HORIZONTAL", "VERTICAL"),
    "ThumbnailImageAlignment": ("LEFT", "RIGHT"),
    "Height": ("SHORT", "MEDIUM", "TALL"),
    "CardWidth": ("SMALL", "MEDIUM"),
    "Application": ("BROWSER", "WEBVIEW"),
    "WebviewViewMode": ("FULL", "HALF", "TALL"),
}
_ONLY_WITH: Mapping[str, tuple[str, str]] = {
    "ThumbnailImageAlignment": ("CardOrientation", "HORIZONTAL"),
    "WebviewViewMode": ("Application", "WEBVIEW"),
}
_MOST_OF_CARDS = 250 * 1024
_MOST_OF_A_FILE = 100 * 1024 * 1024
_CARD = ("Title", "Description", "Media")


class _Place(NamedTuple):
    """A structure somewhere in the content, with the path to it."""

    path: str
    members: Mapping[str, Any]


def check_rcs_content(content: Mapping[str, Any], reader: Reader) -> None:
    """Refuse the first structure that breaks a rule, or shows what the reader does not get at."""
    for place in _structures("rcsMessageContent", content):
        _check_choices(place)
        _check_web_view(place)
        _check_event(place)
    for card in _cards(content["Content"]):
        # Google's platform, which carries RCS, takes no empty card.
        if not any(name in card.members for name in _CARD):
            raise _invalid(card, "", f"must have one of {', '.join(_CARD)}")
    _check_size(content)
    for place, name in _files(content):
        _check_file(place, name, reader)


def media_urls(content: Mapping[str, Any]) -> list[str]:
    """Return the URLs of all files that the content shows."""
    return [place.members[name] for place, name in _files(content)]


def _files(content: Mapping[str, Any]) -> Iterator[tuple[_Place, str]]:
    for place in _structures("rcsMessageContent", content):
        for name in ("FileUrl", "ThumbnailUrl"):
            if name in place.members:
                yield place, name


def _check_file(place: _Place, name: str, reader: Reader) -> None:
    """Refuse an object of S3 that is not to be had or too large; files elsewhere count as there.

    AWS is seen to refuse it with the call, for reasons that were not seen.
    """
    url = place.members[name]
    if not is_s3_url(url):
        return
    file = find_object(url, reader)
    if file is None:
        raise _invalid(place, name, "is not in S3")
    if len(file.content) > _MOST_OF_A_FILE:
        raise _too_large(f"{place.path}.{wire_name(name)}", "100 MB")


def _check_size(content: Mapping[str, Any]) -> None:
    cards = {"RichCard", "Carousel"} & content["Content"].keys()
    told = json.dumps(content, default=str, ensure_ascii=False).encode()
    if cards and len(told) > _MOST_OF_CARDS:
        raise _too_large("rcsMessageContent", "250 KB")


def _too_large(path: str, most: str) -> ValidationException:
    return ValidationException("MAXIMUM_SIZE_EXCEEDED", **{path: f"must have at most {most}"})


def _check_choices(place: _Place) -> None:
    for name, choices in _CHOICES.items():
        value = place.members.get(name)
        if value is None:
            continue
        if name == "Height" and ".carousel." in place.path:
            choices = choices[:2]
        if value not in choices:
            raise _invalid(place, name, f"must be one of {', '.join(choices)}")
        needed, needed_value = _ONLY_WITH.get(name, (name, value))
        if place.members.get(needed) != needed_value:
            raise _invalid(place, name, f"is for the {needed} {needed_value} only")


def _check_web_view(place: _Place) -> None:
    if place.members.get("Application") == "WEBVIEW" and "WebviewViewMode" not in place.members:
        path = f"{place.path}.{wire_name('WebviewViewMode')}"
        raise ValidationException("MISSING_PARAMETER", **{path: "is required for WEBVIEW"})


def _check_event(place: _Place) -> None:
    start, end = place.members.get("StartTime"), place.members.get("EndTime")
    if start is not None and end is not None and end <= start:
        raise _invalid(place, "EndTime", "must be after StartTime")


def _cards(content: Mapping[str, Any]) -> Iterator[_Place]:
    path = "rcsMessageContent.content"
    if "RichCard" in content:
        yield _Place(f"{path}.richCard.cardContent", content["RichCard"]["CardContent"])
    for index, card in enumerate(content.get("Carousel", {}).get("CardContents", ())):
        yield _Place(f"{path}.carousel.cardContents[{index}]", card)


def _structures(path: str, value: Any) -> Iterator[_Place]:
    """Yield the structure and all below it."""
    if isinstance(value, Mapping):
        yield _Place(path, value)
        for name, member in value.items():
            yield from _structures(f"{path}.{wire_name(name)}", member)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _structures(f"{path}[{index}]", item)


def _invalid(place: _Place, name: str, message: str) -> ValidationException:
    path = f"{place.path}.{wire_name(name)}" if name else place.path
    return ValidationException("INVALID_PARAMETER", **{path: message})
