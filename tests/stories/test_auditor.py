"""An auditor lists everything that an account has, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from botocore import xform_name

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import operation, service_model

from ..support import REGION, client
from .large_account import MANY, Listing, fill
from .world import World

LISTS = {
    xform_name(name): wanted.listing
    for name in service_model().operation_names
    if (wanted := operation(name)) is not None and wanted.listing is not None
}
"""The operations that page, with the list that they cut."""
SMALL = 9


def keys(sms: Any, listing: Listing, size: int | None) -> list[list[Any]]:
    """Return what tells the rows apart, page by page; no size is the largest."""
    read = sms.get_paginator(listing.operation).paginate(
        **listing.arguments, PaginationConfig={"PageSize": size}
    )
    found = [page[LISTS[listing.operation].member] for page in read]
    key = listing.key
    return [[row if key is None else row[key] for row in page] for page in found]


def joined(found: Sequence[Sequence[Any]], size: int) -> list[Any]:
    """Return the rows of all pages, each of which but the last is full."""
    assert {len(page) for page in found[:-1]} <= {size}
    assert found[-1] or len(found) == 1
    rows = [row for page in found for row in page]
    assert len(set(rows)) == len(rows)
    return rows


@pytest.fixture
def filled(aws: None) -> list[Listing]:
    """What is to be listed of an account of this process, which its server has as well."""
    return list(fill(World(client(), client(), Simulator(region_name=REGION), None)))


def test_an_auditor_loses_nothing_and_reads_nothing_twice(
    threaded_server: str, filled: list[Listing]
) -> None:
    assert {listing.operation for listing in filled} == LISTS.keys()
    for sms in (client(), client(endpoint_url=threaded_server)):
        used = {}
        for listing in filled:
            largest = LISTS[listing.operation].page_size
            everything = joined(keys(sms, listing, largest), largest)
            assert joined(keys(sms, listing, None), largest) == everything
            assert joined(keys(sms, listing, SMALL), SMALL) == everything
            made = set(listing.wanted)
            assert [row for row in everything if row in made] == list(listing.wanted)
            used[listing.operation.upper()] = len(everything)
        for limit in sms.describe_account_limits()["AccountLimits"]:
            assert limit["Used"] == used[f"DESCRIBE_{limit['Name']}"] >= MANY
