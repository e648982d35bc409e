"""Loading what an account sends from, and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...core.table import Table
from ..identities.keyword_matching import MANDATORY_KEYWORDS, Keyword, keyword_table
from ..identities.opt_out_lists import OptedOutNumber, OptOutList
from ..identities.origination_identities import Member
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import Pool, add_member
from ..identities.rcs_agents import RcsAgent
from ..identities.rcs_launches import CarrierStatus, CountryLaunch, Launches, TestingAgent
from ..identities.rcs_media import RcsMedia
from ..identities.sender_ids import SenderId
from ..identities.two_way import TwoWayIdentity
from ..identities.verified_destination_numbers import VerifiedDestinationNumber
from ..numbers.destinations import parse
from .answers import BrokenSource
from .loading import Loading, required
from .prices import price_of
from .rows import attributes_of
from .sources import Account, Row

_WRITTEN_TO: Sequence[type[TwoWayIdentity]] = (PhoneNumber, Pool, RcsAgent)
_FIRST_LIST = "Default"


def load_identities(loading: Loading, account: Account) -> None:
    """Make numbers, sender IDs, agents and pools, with their lists and keywords."""
    for row in account.rows("OptOutLists"):
        _load_opt_out_list(loading, row)
    for row in account.rows("OptedOutNumbers"):
        _load_opted_out_numbers(loading, row)
    for row in account.rows("PhoneNumbers"):
        _load_phone_number(loading, row)
    for row in account.rows("SenderIds"):
        _load_sender_id(loading, row)
    for row in account.rows("RcsAgents"):
        _load_rcs_agent(loading, row)
    for row in account.rows("RcsAgentCountryLaunchStatus"):
        _load_launches(loading, row)
    for row in account.rows("Pools"):
        loading.make(Pool, row, status="ACTIVE", message_type="TRANSACTIONAL")
    _load_members(loading, account)
    for row in account.rows("Keywords"):
        _load_keywords(loading, row)
    for row in account.rows("VerifiedDestinationNumbers"):
        loading.make(VerifiedDestinationNumber, row)
    _make_lists_that_are_named(loading)


def _load_opt_out_list(loading: Loading, row: Row) -> None:
    name = required(row, "OptOutListName")
    existing = loading.store.find(OptOutList, _FIRST_LIST) if name == _FIRST_LIST else None
    if existing is None:
        loading.make(OptOutList, row)
        return
    created = row.members.get("CreatedTimestamp", existing.created_timestamp)
    loading.later(setattr, existing, "created_timestamp", created)


def _load_opted_out_numbers(loading: Loading, row: Row) -> None:
    owner = loading.owner([OptOutList], row, "OptOutListArn", "OptOutListName")
    if owner is None:
        return
    numbers: Table[OptedOutNumber] = Table()
    for entry in row.rows("OptedOutNumbers"):
        # AWS shows E.164, which to parse anew takes longer than all the rest of a long list.
        number = "+" + str(required(entry, "OptedOutNumber")).removeprefix("+")
        moment = entry.members.get("OptedOutTimestamp", owner.created_timestamp)
        by_end_user = entry.members.get("EndUserOptedOut", False)
        numbers.put(number, OptedOutNumber(owner.arn, owner.id, number, moment, by_end_user))
    loading.later(setattr, owner, "numbers", numbers)


def _load_phone_number(loading: Loading, row: Row) -> None:
    number_type = required(row, "NumberType")
    told = required(row, "PhoneNumber")
    short = number_type == "SHORT_CODE"
    e164 = told if short else parse(told).e164
    country = row.members.get("IsoCountryCode") or (None if short else parse(told).iso_country_code)
    if country is None:
        raise BrokenSource(row.path, "needs IsoCountryCode")
    number = loading.make(
        PhoneNumber,
        Row(row.path, {**row.members, "PhoneNumber": e164, "IsoCountryCode": country}),
        status="ACTIVE",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        monthly_leasing_price=price_of(number_type, country),
    )
    loading.later(loading.inventory.take, number.phone_number)


def _load_sender_id(loading: Loading, row: Row) -> None:
    word, country = required(row, "SenderId"), required(row, "IsoCountryCode")
    arn: str | None = row.members.get("SenderIdArn")
    id = f"{word.upper()}/{country}" if arn is None else arn.partition(":sender-id/")[2]
    loading.make(SenderId, row, id=id, message_types=["TRANSACTIONAL"])


def _load_rcs_agent(loading: Loading, row: Row) -> None:
    shown = attributes_of(row.members)
    testing = shown.get("testing_agent")
    agent = loading.make(
        RcsAgent,
        row,
        media=RcsMedia(
            bucket_name=shown.get("two_way_media_s3_bucket_name"),
            key_prefix=shown.get("two_way_media_s3_key_prefix"),
            role=shown.get("two_way_media_s3_role"),
        ),
    )
    agent.launches = Launches(
        agent.status,
        None
        if testing is None
        else TestingAgent(
            testing.get("Status", "CREATED"),
            testing.get("RegistrationId", ""),
            testing.get("TestingAgentId"),
        ),
    )


def _load_launches(loading: Loading, row: Row) -> None:
    agent = loading.owner([RcsAgent], row, "RcsAgentArn", "RcsAgentId")
    if agent is None:
        return
    countries = [
        CountryLaunch(
            iso_country_code=required(each, "IsoCountryCode"),
            status=each.members.get("Status", "ACTIVE"),
            registration_id=each.members.get("RegistrationId", ""),
            rcs_platform_id=each.members.get("RcsPlatformId"),
            carrier_status=[
                CarrierStatus(required(carrier, "CarrierName"), required(carrier, "Status"))
                for carrier in each.rows("CarrierStatus")
            ],
        )
        for each in row.rows("CountryLaunchStatus")
    ]
    launches = Launches(agent.status, agent.launches.testing_agent, countries)
    loading.later(setattr, agent, "launches", launches)


def _load_members(loading: Loading, account: Account) -> None:
    """Put identities into pools: those that the pools list, in their order, then all others."""
    pooled: dict[str, str] = {}
    for row in account.rows("PoolOriginationIdentities"):
        pool = loading.owner([Pool], row, "PoolArn", "PoolId")
        for each in row.rows("OriginationIdentities") if pool is not None else ():
            member = _member(loading, each)
            if member is None or pool is None:
                continue
            _check_pool(pooled, member, pool, each.path)
            loading.later(add_member, pool, member)
    for cls in (PhoneNumber, RcsAgent):
        for member in loading.made[cls].values():
            if member.pool_id is not None and member.arn not in pooled:
                pool = _pool_of(loading, member)
                loading.later(add_member, pool, member)


def _member(loading: Loading, row: Row) -> Member | None:
    named = row.members.get("OriginationIdentity")
    country = row.members.get("IsoCountryCode")
    if not str(named or "").startswith("arn:") and "OriginationIdentityArn" not in row.members:
        sender = loading.find(SenderId, f"{str(named).upper()}/{country}")
        if sender is not None:
            return sender
    classes: Sequence[type[Any]] = (PhoneNumber, RcsAgent, SenderId)
    found: Member | None = loading.owner(
        classes, row, "OriginationIdentityArn", "OriginationIdentity"
    )
    return found


def _check_pool(pooled: dict[str, str], member: Member, pool: Pool, path: str) -> None:
    """Refuse a number or an agent in two pools; a sender ID may be in many."""
    if isinstance(member, SenderId):
        return
    elsewhere = pooled.get(member.arn) or member.pool_id
    if elsewhere not in (None, pool.id):
        raise BrokenSource(path, f"{member.id} is in {elsewhere} already")
    if member.arn in pooled:
        raise BrokenSource(path, f"{member.id} is in {pool.id} already")
    pooled[member.arn] = pool.id


def _pool_of(loading: Loading, member: PhoneNumber | RcsAgent) -> Pool:
    """Return the pool that a row names; a source without it says what it would be like."""
    pool = loading.find(Pool, member.pool_id)
    if pool is not None:
        return pool
    settings = {
        "two_way_enabled": member.two_way_enabled,
        "two_way_channel_arn": member.two_way_channel_arn,
        "two_way_channel_role": member.two_way_channel_role,
        "self_managed_opt_outs_enabled": member.self_managed_opt_outs_enabled,
        "opt_out_list_name": member.opt_out_list_name,
        "message_type": getattr(member, "message_type", "TRANSACTIONAL"),
    }
    return loading.make(Pool, Row("", {}), id=member.pool_id, status="ACTIVE", **settings)


def _load_keywords(loading: Loading, row: Row) -> None:
    owner: Any = loading.owner(_WRITTEN_TO, row, "OriginationIdentityArn", "OriginationIdentity")
    if owner is None:
        return
    keywords = [
        Keyword(
            str(required(each, "Keyword")).upper(),
            required(each, "KeywordMessage"),
            each.members.get("KeywordAction", "AUTOMATIC_RESPONSE"),
        )
        for each in row.rows("Keywords")
    ]
    words = {each.keyword for each in keywords}
    missing = [each for each in MANDATORY_KEYWORDS if each.keyword not in words]
    table = keyword_table([*missing, *keywords])
    loading.later(setattr, owner, "keywords", table)


def _make_lists_that_are_named(loading: Loading) -> None:
    """Make the opt-out lists that rows name and the source does not describe."""
    for cls in _WRITTEN_TO:
        for identity in loading.made[cls].values():
            name = identity.opt_out_list_name
            if loading.find(OptOutList, name) is None:
                loading.make(OptOutList, Row("", {"OptOutListName": name}))
