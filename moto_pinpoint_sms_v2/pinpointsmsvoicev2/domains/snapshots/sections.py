"""The parts of an account's file: which answers it is made of, and how each is asked for.

A part has the name of its operation without the verb (``PhoneNumbers``). An answer that is a list
alone stands there as its rows; one that also says whose it is stands there whole, once for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from ...core.contract import operation, service_model

Told = Mapping[str, Sequence[Mapping[str, Any]]]
"""What is known of the account so far, by part."""
_VERB = re.compile("^(?:Describe|Get|List)")


@dataclass(frozen=True)
class Section:
    """One part of the file, and the requests that bring it."""

    operation: str
    requests: Callable[[Told], Iterable[dict[str, Any]]] = lambda told: [{}]
    personal: str | None = None
    """The wish without which it is left out, because it tells of people."""

    @property
    def name(self) -> str:
        """Its key in the file."""
        return _VERB.sub("", self.operation)

    @cached_property
    def shape(self) -> Any:
        """The shape of the whole answer."""
        return service_model().operation_model(self.operation).output_shape

    @cached_property
    def member(self) -> str | None:
        """The list that the answer is about; None where it is about one thing."""
        wanted = operation(self.operation)
        listing = None if wanted is None else wanted.listing
        return None if listing is None else listing.member

    @cached_property
    def owned(self) -> bool:
        """Whether an answer says whose it is, and so stands in the file as a whole."""
        return bool(self.shape.members.keys() - {self.member, "NextToken"})

    @cached_property
    def row_shape(self) -> Any:
        """The shape of what stands in the file: a row, or the whole answer."""
        return self.shape if self.owned else self.shape.members[self.member].member

    def is_empty(self, answer: Mapping[str, Any]) -> bool:
        """Say whether the answer tells nothing beside whose it is."""
        if self.operation == "GetResourcePolicy":
            return "CreatedTimestamp" not in answer
        return not answer.get(self.member or _TELLING.get(self.operation, ""))


_TELLING = {
    "ListTagsForResource": "Tags",
    "GetProtectConfigurationCountryRuleSet": "CountryRuleSet",
}
"""The member that is not cut into pages and yet is what the answer tells."""


def _of(section: str, *members: str, **renamed: str) -> Callable[[Told], Iterator[dict[str, Any]]]:
    """Ask once for each row of a section, naming it by these of its members."""
    names = {member: member for member in members} | renamed

    def requests(told: Told) -> Iterator[dict[str, Any]]:
        for row in told.get(section, ()):
            yield {asked: row[member] for asked, member in names.items()}

    return requests


def _of_all(asked: str, members: Mapping[str, str]) -> Callable[[Told], Iterator[dict[str, Any]]]:
    """Ask once for each row of several sections."""

    def requests(told: Told) -> Iterator[dict[str, Any]]:
        for section, member in members.items():
            for row in told.get(section, ()):
                yield {asked: row[member]}

    return requests


def _rule_sets(told: Told) -> Iterator[dict[str, Any]]:
    capabilities = service_model().shape_for("NumberCapability").enum
    for row in told.get("ProtectConfigurations", ()):
        for capability in capabilities:
            yield {
                "ProtectConfigurationId": row["ProtectConfigurationId"],
                "NumberCapability": capability,
            }


def _versions(told: Told) -> Iterator[dict[str, Any]]:
    for answer in told.get("RegistrationVersions", ()):
        for version in answer["RegistrationVersions"]:
            yield {
                "RegistrationId": answer["RegistrationId"],
                "VersionNumber": version["VersionNumber"],
            }


def _types(told: Told) -> list[dict[str, Any]]:
    """Ask for the forms that the account has filled in."""
    used = dict.fromkeys(row["RegistrationType"] for row in told.get("Registrations", ()))
    return [{"RegistrationTypes": [each]} for each in used]


def _own(told: Told) -> list[dict[str, Any]]:
    """Ask for what the account owns, not for what others share with it."""
    return [{"Owner": "SELF"}]


_TAGGED = {
    "OptOutLists": "OptOutListArn",
    "PhoneNumbers": "PhoneNumberArn",
    "SenderIds": "SenderIdArn",
    "RcsAgents": "RcsAgentArn",
    "Pools": "PoolArn",
    "ConfigurationSets": "ConfigurationSetArn",
    "ProtectConfigurations": "ProtectConfigurationArn",
    "NotifyConfigurations": "NotifyConfigurationArn",
    "Registrations": "RegistrationArn",
    "RegistrationAttachments": "RegistrationAttachmentArn",
    "VerifiedDestinationNumbers": "VerifiedDestinationNumberArn",
}
"""The parts whose rows have tags, with the member that is their ARN."""
_SHAREABLE = {name: _TAGGED[name] for name in ("OptOutLists", "PhoneNumbers", "SenderIds", "Pools")}

_SECTIONS = (
    Section("DescribeAccountAttributes"),
    Section("DescribeAccountLimits"),
    Section("DescribeSpendLimits"),
    Section("DescribeOptOutLists", _own),
    Section("DescribeOptedOutNumbers", _of("OptOutLists", "OptOutListName"), "opted_out_numbers"),
    Section("DescribeRegistrations"),
    Section("DescribeRegistrationVersions", _of("Registrations", "RegistrationId")),
    Section("DescribeRegistrationFieldValues", _versions, "field_values"),
    Section("DescribeRegistrationTypeDefinitions", _types),
    Section(
        "DescribeRegistrationSectionDefinitions",
        _of("RegistrationTypeDefinitions", "RegistrationType"),
    ),
    Section(
        "DescribeRegistrationFieldDefinitions",
        _of("RegistrationTypeDefinitions", "RegistrationType"),
    ),
    Section("DescribeRegistrationAttachments"),
    Section("DescribePhoneNumbers", _own),
    Section("DescribeSenderIds", _own),
    Section("DescribeRcsAgents", _own),
    Section("DescribeRcsAgentCountryLaunchStatus", _of("RcsAgents", "RcsAgentId")),
    Section("DescribePools", _own),
    Section("ListPoolOriginationIdentities", _of("Pools", "PoolId")),
    Section(
        "DescribeKeywords",
        _of_all(
            "OriginationIdentity",
            {"PhoneNumbers": "PhoneNumberId", "RcsAgents": "RcsAgentId", "Pools": "PoolId"},
        ),
    ),
    Section("ListRegistrationAssociations", _of("Registrations", "RegistrationId")),
    Section("DescribeProtectConfigurations"),
    Section("GetProtectConfigurationCountryRuleSet", _rule_sets),
    Section(
        "ListProtectConfigurationRuleSetNumberOverrides",
        _of("ProtectConfigurations", "ProtectConfigurationId"),
    ),
    Section("DescribeConfigurationSets"),
    Section("DescribeNotifyConfigurations"),
    Section("DescribeVerifiedDestinationNumbers"),
    Section("ListTagsForResource", _of_all("ResourceArn", _TAGGED)),
    Section("GetResourcePolicy", _of_all("ResourceArn", _SHAREABLE)),
)


@cache
def sections() -> Mapping[str, Section]:
    """Return all parts that the service model at hand knows, by name.

    Each is asked for after those that its requests are made from.
    """
    return {each.name: each for each in _SECTIONS if operation(each.operation) is not None}
