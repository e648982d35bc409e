"""``AWS::SMSVOICE::ResourcePolicy``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from .kind import Call, Kind, Properties, Row


class ResourcePolicyKind(Kind):
    """A policy, which is named by what it is on."""

    def named(self, id: str) -> dict[str, str]:
        """Return the ARN of what it is on."""
        return {"ResourceArn": id}

    def create(self, call: Call, wanted: Properties, tags: Sequence[Mapping[str, str]]) -> Row:
        """Put the policy, in place of any that is there."""
        return call("PutResourcePolicy", **_members(wanted))

    def settle(self, call: Call, id: str, before: Properties, after: Properties) -> None:
        """Put the policy again, if it is another."""
        if before != after:
            call("PutResourcePolicy", **_members(after))

    def read(self, call: Call, id: str) -> Row:
        """Return the policy."""
        return call("GetResourcePolicy", **self.named(id))


def _members(wanted: Properties) -> dict[str, str]:
    # A date in YAML, such as the policy's version, is a date by now.
    policy = json.dumps(wanted["PolicyDocument"], default=str)
    return {"ResourceArn": wanted["ResourceArn"], "Policy": policy}
