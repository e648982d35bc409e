"""What may be called at each level, and about what; the client itself holds it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..account.clients import is_read

MARK = {"Key": "moto-pinpoint-sms-v2", "Value": "compare"}
"""The tag of whatever is made, by which a later run finds what an interrupted one left."""
PREFIX = "settle-"
"""What the names of things begin with that the caller names."""
DRY_RUNS = frozenset({"SendMediaMessage", "SendTextMessage", "SendVoiceMessage"})


@dataclass(frozen=True)
class Removal:
    """How what an operation makes is removed again, and how it is found."""

    operation: str
    members: Sequence[str]
    """The members of the creation's answer that name it."""
    arn: str
    listed: tuple[str, str]
    """The operation that lists such things, and the list."""


def _removal(operation: str, kind: str, listed: str, *members: str) -> Removal:
    return Removal(operation, members, f"{kind}Arn", (f"Describe{listed}", listed))


REMOVALS: Mapping[str, Removal] = {
    # In this order they are removed: what uses others before what is used.
    "CreateNotifyConfiguration": _removal(
        "DeleteNotifyConfiguration",
        "NotifyConfiguration",
        "NotifyConfigurations",
        "NotifyConfigurationId",
    ),
    "CreateConfigurationSet": _removal(
        "DeleteConfigurationSet", "ConfigurationSet", "ConfigurationSets", "ConfigurationSetName"
    ),
    "CreateProtectConfiguration": _removal(
        "DeleteProtectConfiguration",
        "ProtectConfiguration",
        "ProtectConfigurations",
        "ProtectConfigurationId",
    ),
    "CreateRegistration": _removal(
        "DeleteRegistration", "Registration", "Registrations", "RegistrationId"
    ),
    "CreateRegistrationAttachment": _removal(
        "DeleteRegistrationAttachment",
        "RegistrationAttachment",
        "RegistrationAttachments",
        "RegistrationAttachmentId",
    ),
    "CreateVerifiedDestinationNumber": _removal(
        "DeleteVerifiedDestinationNumber",
        "VerifiedDestinationNumber",
        "VerifiedDestinationNumbers",
        "VerifiedDestinationNumberId",
    ),
    "CreatePool": _removal("DeletePool", "Pool", "Pools", "PoolId"),
    "CreateRcsAgent": _removal("DeleteRcsAgent", "RcsAgent", "RcsAgents", "RcsAgentId"),
    "RequestSenderId": _removal(
        "ReleaseSenderId", "SenderId", "SenderIds", "SenderId", "IsoCountryCode"
    ),
    "CreateOptOutList": _removal("DeleteOptOutList", "OptOutList", "OptOutLists", "OptOutListName"),
}
"""What may be made: free by AWS's pricing pages, as far as they tell."""

CHANGES: Mapping[str, Sequence[str]] = {
    "AssociateOriginationIdentity": ("PoolId", "OriginationIdentity"),
    "CreateEventDestination": ("ConfigurationSetName",),
    "CreatePool": ("OriginationIdentity",),
    "CreateRegistrationAssociation": ("RegistrationId", "ResourceId"),
    "DeleteOptedOutNumber": ("OptOutListName",),
    "DisassociateOriginationIdentity": ("PoolId", "OriginationIdentity"),
    "PutKeyword": ("OriginationIdentity",),
    "PutOptedOutNumber": ("OptOutListName",),
    "PutProtectConfigurationRuleSetNumberOverride": ("ProtectConfigurationId",),
    "PutRegistrationFieldValue": ("RegistrationId",),
    "PutResourcePolicy": ("ResourceArn",),
    "SetDefaultMessageType": ("ConfigurationSetName",),
    "UpdatePool": ("PoolId",),
    "UpdateProtectConfigurationCountryRuleSet": ("ProtectConfigurationId",),
    "UpdateRcsAgent": ("RcsAgentId",),
}
"""What may be changed, with the members that name it: each must be the run's own."""

_REFUSED = ("CreateNotifyConfiguration", "CreateOptOutList")
"""What AWS must refuse as the probes of level 1 ask for it; if it does not, it is removed."""
_ABSENT = re.compile(r"(?:.*[:/])?[a-z]+-0{32}")
"""The id of what nobody has."""
_HANDSET = re.compile(r"\+1[0-9]{3}55501[0-9]{2}")
"""Numbers of films and books."""


@dataclass
class Permit:
    """What one run may call: the closed list of its level, and what of it is the run's own."""

    level: int
    own: set[str] = field(default_factory=set)
    """The ids, names and ARNs of what the run made, or an earlier one left."""

    @property
    def operations(self) -> Collection[str]:
        """The operations beside those that only read."""
        creations = {0: (), 1: _REFUSED, 2: tuple(REMOVALS)}[self.level]
        removals = {REMOVALS[each].operation for each in creations}
        changes = CHANGES if self.level == 2 else ()
        return {*DRY_RUNS, *creations, *removals, *changes}

    def allows(self, operation: str, members: Mapping[str, Any]) -> bool:
        """Say whether a call may leave."""
        if is_read(operation, members):
            return True
        if operation not in self.operations:
            return False
        if operation in DRY_RUNS:
            return members.get("DryRun") is True
        if operation == "CreateVerifiedDestinationNumber":
            number = str(members.get("DestinationPhoneNumber"))
            return _HANDSET.fullmatch(number) is not None
        if operation in REMOVALS and MARK not in members.get("Tags", ()):
            return False
        return all(self._is_own(members.get(name)) for name in self._named(operation))

    def _named(self, operation: str) -> Sequence[str]:
        removed = (each.members[0] for each in REMOVALS.values() if each.operation == operation)
        return [*CHANGES.get(operation, ()), *removed]

    def _is_own(self, name: Any) -> bool:
        return name in self.own or _ABSENT.fullmatch(str(name)) is not None
