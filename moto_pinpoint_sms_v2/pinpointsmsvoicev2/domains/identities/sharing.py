"""Sharing: what other accounts of the Region let this one use, and whose resources it is shown.

https://docs.aws.amazon.com/sms-voice/latest/userguide/shared-resources.html
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ...core.caller import Caller
from ...core.domain import Domain
from ...core.filters import Filter, compile_filters
from ...core.neighbours import Neighbours
from ...core.organizations import organization_id
from ...core.paging import Rows
from ...core.policies import Question, is_allowed, is_denied
from ...core.resource import Resource
from ...core.resource_shares import is_in_a_share
from ...core.store import Store
from ...core.table import Joined
from ...exceptions import ResourceNotFoundException, ValidationException
from ..settings.resource_policies import statements_of

R = TypeVar("R", bound=Resource)


class SharedResources(Domain):
    """What other accounts share with this one: by its ARN, and for one operation at a time."""

    neighbours: Neighbours
    caller: Caller

    def own_or_shared(self, cls: type[R], identifier: str, operation: str) -> R:
        """Return an own resource of that id or ARN, or one that is shared for the operation."""
        found = self.store.find(cls, identifier) or self.find_shared(cls, identifier, operation)
        if found is None:
            raise ResourceNotFoundException(cls.kind, identifier)
        return found

    def find_shared(self, cls: type[R], arn: str, operation: str) -> R | None:
        """Return what another account shares under that ARN, None if there is nothing such."""
        store = self._store_of(arn) if cls.shareable else None
        found = None if store is None else store.find(cls, arn)
        return found if found is not None and self.is_shared(found, operation) else None

    def is_shared(self, resource: Resource, operation: str) -> bool:
        """Say whether another account lets this one do that with its resource.

        A share of RAM's stands for all that a consumer may do, because which operations AWS's own
        permissions name was never published; a policy that denies one has the last word.
        """
        callers = self.caller.arns(self.account_id, self.partition)
        is_given = is_in_a_share(resource.arn, self.account_id, callers)
        if resource.policy is None:
            return is_given
        document = {"Statement": statements_of(resource.policy.policy)}
        question = self._question(resource, operation, callers)
        is_given = is_given or is_allowed([document], question)
        return is_given and not is_denied([document], question)

    def home_of(self, arn: str) -> Store:
        """Return where what has the ARN lives: with another account, or here."""
        return self._store_of(arn) or self.store

    def select_owned(
        self,
        cls: type[R],
        operation: str,
        *,
        owner: str | None,
        ids_field: str,
        identifiers: Sequence[str],
        filters: Sequence[Filter] = (),
    ) -> Rows[R]:
        """Return the rows of a Describe that takes an Owner; any Owner beside ids is refused.

        ``ids_field`` is the parameter with the ids, in snake_case. Where there are neither, only
        the own are listed, which is a choice.
        """
        if owner is not None and identifiers:
            raise ValidationException(
                "PARAMETERS_CANNOT_BE_USED_TOGETHER",
                **dict.fromkeys(("owner", ids_field), "cannot be given together with the other"),
            )
        if owner == "SHARED":
            return self._all_shared(cls, operation, filters)

        found = {each: self.find_shared(cls, each, operation) for each in identifiers}
        elsewhere = {name: shared for name, shared in found.items() if shared is not None}
        return self.store.select(cls, identifiers=identifiers, filters=filters, elsewhere=elsewhere)

    def _all_shared(self, cls: type[R], operation: str, filters: Sequence[Filter]) -> Joined[R]:
        satisfies = compile_filters(filters, cls.filter_attributes)

        def fits(row: R) -> bool:
            return self.is_shared(row, operation) and satisfies(row)

        stores = self.neighbours.all() if cls.shareable else ()
        return Joined(
            {each.arn_prefix: each.select(cls, matches=fits, described=False) for each in stores}
        )

    def _store_of(self, arn: str) -> Store | None:
        """Return the other account's store that an ARN points to, None if it is our own."""
        if arn.startswith(self.store.arn_prefix) or not arn.startswith("arn:"):
            return None
        store = self.neighbours.find([*arn.split(":"), "", "", "", ""][4])
        return store if store is not None and arn.startswith(store.arn_prefix) else None

    def _question(self, resource: Resource, operation: str, callers: Sequence[str]) -> Question:
        keys = {
            "aws:principalaccount": [self.account_id],
            "aws:resourceaccount": [resource.arn.split(":")[4]],
            "aws:requestedregion": [self.region_name],
            "aws:securetransport": ["true"],
        }
        for tag in resource.tags or ():
            keys[f"aws:resourcetag/{tag['Key'].lower()}"] = [tag["Value"]]
        organization = organization_id(self.account_id, self.partition)
        if organization is not None:
            keys["aws:principalorgid"] = [organization]
        if callers:
            keys["aws:principalarn"] = [callers[0]]
        return Question(f"sms-voice:{operation}", resource.arn, keys, self.account_id, callers)
