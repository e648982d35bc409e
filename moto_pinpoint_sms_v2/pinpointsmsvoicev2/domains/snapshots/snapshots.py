"""The verbs that tell all of an account, and that make an account as it was told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...core.contract import operation
from ...core.domain import Domain
from ...core.paging import Listed, ListingOf, Rows
from ...exceptions import ServiceError
from ...simulator_calls.answers import LoadedAccount
from ..identities.rcs_agents import RcsAgent
from ..identities.rcs_launches import launches_of
from ..notify.tiers import TierUpgrade
from ..numbers.inventory import Inventory
from ..registrations.definitions import RegistrationDefinitions
from ..registrations.forms import RegistrationTypeDefinition
from ..registrations.registrations import Registration
from ..settings.account import Account as AccountState
from .account_settings import load_account_settings
from .annotations import load_annotations
from .forms import forms_of
from .identities import load_identities
from .loading import Loading
from .reading import VERSION, Refused, read_account
from .registrations import load_associations, load_registrations
from .settings import load_settings
from .sources import Place, choose_region, read_source

_PARTS = (
    load_registrations,
    load_identities,
    load_associations,
    load_settings,
    load_annotations,
    load_account_settings,
)
"""In this order, because each finds what those before it made."""


class Snapshots(Domain):
    """The account as Describe, Get and List show it, to be kept and to be had again."""

    account: AccountState
    inventory: Inventory
    tier_upgrade: TierUpgrade
    registration_types: dict[str, RegistrationTypeDefinition]
    definitions: RegistrationDefinitions
    operation_named: Callable[[str], Callable[..., Any]]

    def snapshot(
        self,
        *,
        opted_out_numbers: bool = False,
        field_values: bool = False,
        destination_numbers: bool = False,
    ) -> dict[str, Any]:
        """Return the whole state, as JSON can say it; nothing counts as described by it."""
        with self.store.overlooking():
            parts = read_account(
                self._ask,
                opted_out_numbers=opted_out_numbers,
                field_values=field_values,
                destination_numbers=destination_numbers,
            )
        about = {"version": VERSION, "account_id": self.account_id, "region_name": self.region_name}
        return about | parts

    def load_account(
        self, source: Mapping[str, Any] | Sequence[Mapping[str, Any]], *, rewrite_arns: bool = True
    ) -> LoadedAccount:
        """Make everything that a source tells of, or nothing if anything in it is wrong."""
        here = Place(self.partition, self.region_name, self.account_id)
        told = read_source(choose_region(source, self.region_name), here if rewrite_arns else None)
        loading = Loading(
            self.store, self.account, self.inventory, self.tier_upgrade, self.registration_types
        )
        with self.store.lending_ids():
            for load in _PARTS:
                load(loading, told)
            forms = forms_of(told)
            if forms:
                self.definitions.load_registration_definitions(forms)
        loading.finish()
        for agent in loading.made[RcsAgent].values():
            self._follow(agent)
        return LoadedAccount(unknown=told.unknown, passed_over=loading.passed_over)

    def _follow(self, agent: RcsAgent) -> None:
        """Let the agent stay as it was told until one of its registrations moves on."""
        followed = [each for each in self.store.all(Registration) if agent.arn in each.associations]
        followed.sort(key=lambda each: agent.registration_ids.index(each.id))
        agent.followed = launches_of(followed)

    def _ask(self, name: str, members: Mapping[str, Any]) -> Mapping[str, Any]:
        wanted = operation(name)
        if wanted is None:
            raise Refused("UnknownOperationException", name)
        try:
            result = self.operation_named(wanted.method)(**wanted.arguments(dict(members)))
        except ServiceError as refused:
            raise Refused(refused.code, refused.message) from None
        if wanted.listing is None:
            return wanted.serialize(result)
        about, rows = (
            (result.owner, result.rows) if isinstance(result, ListingOf) else (None, result)
        )
        placed: Rows[Any] = Listed(rows) if isinstance(rows, Sequence) else rows
        answer: dict[str, Any] = wanted.serialize(about)
        answer[wanted.listing.member] = wanted.listing.serialize(
            [row for _, row in placed.after(0)]
        )
        return answer
