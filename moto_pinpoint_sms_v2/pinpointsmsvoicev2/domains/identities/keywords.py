"""Keywords: what the first words of an inbound message set off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...core.domain import Domain
from ...core.filters import Filter, compile_filters
from ...core.paging import ListingOf
from ...core.store import Store
from ...core.table import Table
from ...exceptions import ConflictException, ResourceNotFoundException, ValidationException
from .keyword_matching import MANDATORY_KEYWORDS, Keyword
from .origination_identities import resolve_origination_identity
from .phone_numbers import PhoneNumber
from .pools import Pool, check_unpooled
from .rcs_agents import RcsAgent

KeywordOwner = PhoneNumber | Pool | RcsAgent
"""What people can write to."""

_OWNERS: Sequence[type[KeywordOwner]] = (PhoneNumber, Pool, RcsAgent)
_QUOTAS: Mapping[type[KeywordOwner], str] = {
    PhoneNumber: "KEYWORDS_PER_PHONE_NUMBER",
    Pool: "KEYWORDS_PER_POOL",
    RcsAgent: "KEYWORDS_PER_RCS_AGENT",
}
_FIXED_ACTIONS = {each.keyword: each.keyword_action for each in MANDATORY_KEYWORDS}


@dataclass(frozen=True)
class OwnedKeyword:
    """A keyword and whose it is."""

    origination_identity_arn: str
    origination_identity: str
    keyword: str
    keyword_message: str
    keyword_action: str


class Keywords(Domain):
    """The operations on keywords."""

    def put_keyword(
        self,
        *,
        origination_identity: str,
        keyword: str,
        keyword_message: str,
        keyword_action: str | None = None,
    ) -> OwnedKeyword:
        """Add a keyword, or change what it sets off."""
        owner = find_keyword_owner(self.store, origination_identity)
        check_unpooled(owner)
        word = _word(keyword)
        before = owner.keywords.get(word)
        action = _action(word, keyword_action, before)
        _check_carrier(owner, word, action)
        if before is None:
            # AWS has a quota of agents, and no reason that is named after it.
            reason = "KEYWORDS_PER_PHONE_NUMBER" if isinstance(owner, RcsAgent) else None
            self.store.limits.check(_QUOTAS[type(owner)], len(owner.keywords), reason=reason)

        after = Keyword(word, keyword_message, action)
        owner.keywords.put(word, after)
        return _owned(owner, after)

    def describe_keywords(
        self,
        *,
        origination_identity: str,
        keywords: Sequence[str] = (),
        filters: Sequence[Filter] = (),
    ) -> ListingOf[Keyword]:
        """List an identity's own keywords."""
        owner = find_keyword_owner(self.store, origination_identity)
        rows = owner.keywords
        if keywords:
            rows = Table()
            for each in keywords:
                rows.put(each.upper(), _get(owner, each))

        return ListingOf(owner, rows.select(compile_filters(filters)))

    def delete_keyword(self, *, origination_identity: str, keyword: str) -> OwnedKeyword:
        """Remove a keyword; HELP and STOP stay."""
        owner = find_keyword_owner(self.store, origination_identity)
        check_unpooled(owner)
        present = _get(owner, keyword)
        if present.keyword in _FIXED_ACTIONS:
            raise ConflictException("RESOURCE_DELETION_NOT_ALLOWED", "keyword", present.keyword)

        owner.keywords.pop(present.keyword)
        return _owned(owner, present)


def find_keyword_owner(store: Store, identifier: str) -> KeywordOwner:
    """Return the number, pool or agent of that name; what does not exist is refused."""
    return resolve_origination_identity(store, identifier, _OWNERS)


def opted_out_by_carrier(owner: KeywordOwner) -> bool:
    """Say whether carriers answer STOP in the owner's place, and no other word opts out.

    https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-keywords.html
    """
    return (
        isinstance(owner, PhoneNumber)
        and owner.number_type == "TOLL_FREE"
        and owner.iso_country_code == "US"
    )


def _word(keyword: str) -> str:
    if keyword != keyword.strip():
        raise ValidationException("INVALID_PARAMETER", keyword="must not begin or end with a space")
    return keyword.upper()


def _get(owner: KeywordOwner, keyword: str) -> Keyword:
    present = owner.keywords.get(keyword.upper())
    if present is None:
        raise ResourceNotFoundException("keyword", keyword)
    return present


def _action(word: str, wanted: str | None, before: Keyword | None) -> str:
    """Return the action that a keyword is to have; that of HELP and STOP is fixed."""
    fixed = _FIXED_ACTIONS.get(word)
    if fixed is not None and wanted not in (None, fixed):
        raise ConflictException("RESOURCE_MODIFICATION_NOT_ALLOWED", "keyword", word)
    if wanted is not None:
        return wanted
    # That a message alone leaves the action as it is was seen for HELP and STOP only.
    return "AUTOMATIC_RESPONSE" if before is None else before.keyword_action


def _check_carrier(owner: KeywordOwner, word: str, action: str) -> None:
    # Which refusal AWS gives was never published.
    if action == "OPT_OUT" and opted_out_by_carrier(owner):
        raise ConflictException("RESOURCE_MODIFICATION_NOT_ALLOWED", "keyword", word)


def _owned(owner: KeywordOwner, keyword: Keyword) -> OwnedKeyword:
    return OwnedKeyword(
        owner.arn, owner.id, keyword.keyword, keyword.keyword_message, keyword.keyword_action
    )
