"""Sources: what a person or a snapshot says of an account, checked before anything is loaded."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .answers import BrokenSource, reader
from .reading import VERSION
from .sections import Section, sections

Source = Mapping[str, Any] | Sequence[Mapping[str, Any]]
"""A snapshot, or answers as the AWS command line prints them; or several of either."""
_ABOUT_ITSELF = ("account_id", "region_name", "version", "left_out")
_OF_THE_ANSWER = ("NextToken", "ResponseMetadata")
_ARN = re.compile(r"arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):([0-9]{12}):")


@dataclass(frozen=True)
class Place:
    """Where an account is looked at."""

    partition: str
    region_name: str
    account_id: str

    def moves(self, value: Any, new: Place) -> Any:
        """Return a copy of a value, in whose ARNs this place became the new one."""
        if isinstance(value, str):
            return _ARN.sub(lambda arn: self._moved(arn, new), value) if "arn:" in value else value
        if isinstance(value, Mapping):
            return {name: self.moves(each, new) for name, each in value.items()}
        if isinstance(value, list):
            return [self.moves(each, new) for each in value]
        return value

    def _moved(self, arn: re.Match[str], new: Place) -> str:
        partition, service, region, account = arn.groups()
        if account != self.account_id:
            return arn[0]
        region = new.region_name if region == self.region_name else region
        partition = new.partition if partition == self.partition else partition
        return f"arn:{partition}:{service}:{region}:{new.account_id}:"


@dataclass(frozen=True)
class Row:
    """One row of a part, or one whole answer that says whose it is; with its path."""

    path: str
    members: Mapping[str, Any]

    def rows(self, member: str) -> Iterator[Row]:
        """Yield the rows of a list in it."""
        for index, each in enumerate(self.members.get(member, ())):
            yield Row(f"{self.path}.{member}[{index}]", each)


@dataclass(frozen=True)
class Account:
    """The parts of a source, and the names in it that nobody knows."""

    parts: Mapping[str, Sequence[Row]]
    unknown: Sequence[str]

    def rows(self, part: str) -> Sequence[Row]:
        """Return the rows of a part, none where the source has no such part."""
        return self.parts.get(part, ())


def choose_region(source: Source, region_name: str) -> Source:
    """Return those snapshots of several Regions that are of this one; any other source whole."""
    if isinstance(source, Mapping):
        return source
    regions = {each.get("region_name") for each in source if isinstance(each, Mapping)} - {None}
    if len(regions) < 2:
        return source
    chosen = [each for each in source if each.get("region_name") in (None, region_name)]
    if region_name not in regions:
        raise BrokenSource(
            "", f"the source has {', '.join(sorted(map(str, regions)))}, and not {region_name}"
        )
    return chosen


def read_source(source: Source, here: Place | None) -> Account:
    """Return what a source says, with its ARNs moved to this place; or raise BrokenSource.

    Without a place they stay as they are.
    """
    several = not isinstance(source, Mapping)
    parts: dict[str, list[Row]] = defaultdict(list)
    unknown: set[str] = set()
    for index, each in enumerate([source] if isinstance(source, Mapping) else source):
        path = f"[{index}]" if several else ""
        if not isinstance(each, Mapping):
            raise BrokenSource(path, "must be an object")
        _check_version(each, path)
        if here is not None:
            there = place_of(each)
            each = each if there in (None, here) else there.moves(each, here)
        for section, placed in _sections_of(each, path, unknown):
            read = reader(section.row_shape)
            parts[section.name] += [Row(at, read(row, at, unknown)) for at, row in placed]
    return Account(parts, sorted(unknown))


def _check_version(source: Mapping[str, Any], path: str) -> None:
    version = source.get("version", VERSION)
    if isinstance(version, bool) or not isinstance(version, int):
        raise BrokenSource(_under(path, "version"), "must be a whole number")
    if version > VERSION:
        raise BrokenSource(
            _under(path, "version"), f"is {version}, and this package knows {VERSION} at most"
        )


def _sections_of(
    source: Mapping[str, Any], path: str, unknown: set[str]
) -> Iterator[tuple[Section, Sequence[tuple[str, Any]]]]:
    """Yield each part that a source has, with its rows and their paths."""
    pasted = _pasted_answer(source)
    if pasted is not None:
        yield pasted, [(path, source)]
        return
    known = [name for name in source if name in sections()]
    if not known and source:
        raise BrokenSource(path, f"has none of {', '.join(sections())}")
    for name, value in source.items():
        if name in sections():
            yield sections()[name], _placed(sections()[name], value, _under(path, name))
        elif name not in (*_ABOUT_ITSELF, *_OF_THE_ANSWER):
            unknown.add(name)


def _pasted_answer(source: Mapping[str, Any]) -> Section | None:
    """Return the part whose one answer the whole source is, as the command line prints it."""
    for section in sections().values():
        if section.owned:
            owners = section.shape.members.keys() - {section.member, "NextToken"}
            told = source.keys() - set(_OF_THE_ANSWER)
            if told & owners and told <= section.shape.members.keys():
                return section
    return None


def _placed(section: Section, value: Any, path: str) -> Sequence[tuple[str, Any]]:
    if section.owned and isinstance(value, Mapping):
        return [(path, value)]
    if not isinstance(value, list):
        raise BrokenSource(path, "must be a list")
    return [(f"{path}[{index}]", each) for index, each in enumerate(value)]


def place_of(source: Mapping[str, Any]) -> Place | None:
    """Return where a source was taken: as it says, else as the first ARN of this service says."""
    found = next(_own_arns(source), None)
    partition, region, account = ("aws", None, None) if found is None else found
    account = source.get("account_id") or account
    region = source.get("region_name") or region
    if not isinstance(account, str) or not isinstance(region, str):
        return None
    return Place(partition, region, account)


def _own_arns(value: Any) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, str):
        arn = _ARN.match(value)
        if arn is not None and arn[2] == "sms-voice":
            yield arn[1], arn[3], arn[4]
    elif isinstance(value, Mapping | list):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _own_arns(each)


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
