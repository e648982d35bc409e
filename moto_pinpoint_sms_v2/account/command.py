"""What the command ``snapshot`` does: it prints an account, Region by Region, as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from ..pinpointsmsvoicev2.domains.snapshots.reading import VERSION, Refused, read_account
from ..pinpointsmsvoicev2.domains.snapshots.sources import place_of
from .asking import asking
from .clients import is_read, make_client
from .progress import Progress


def snapshot(options: argparse.Namespace) -> int:
    """Read the account, by Describe, Get and List alone, and print it; return the exit code."""
    regions: list[str | None] = options.region or [None]
    try:
        taken = [_take(options, region) for region in dict.fromkeys(regions)]
    except Refused as refused:
        return _fail(str(refused))
    except (BotoCoreError, ClientError) as wrong:
        return _fail(str(wrong))
    except KeyboardInterrupt:
        return _fail("interrupted; nothing was changed, and nothing is printed", code=130)
    for each in taken:
        if not each.keys() - {"version", "account_id", "region_name", "left_out"}:
            return _fail(f"{each['region_name']}: nothing could be read: {_first(each)}")
    json.dump(taken[0] if len(taken) == 1 else taken, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


def _take(options: argparse.Namespace, region: str | None) -> dict[str, Any]:
    client = make_client(
        is_read, profile=options.profile, region_name=region, endpoint_url=options.endpoint_url
    )
    progress = Progress(sys.stderr, client.meta.region_name)
    parts = read_account(
        asking(client, tell=progress.rows),
        opted_out_numbers=options.opted_out_numbers,
        field_values=options.field_values,
        destination_numbers=options.destination_numbers,
        progress=progress.requests,
    )
    for part, why in parts.get("left_out", {}).items():
        sys.stderr.write(f"{client.meta.region_name}  {part} is left out: {why}\n")
    place = place_of(parts)
    about: dict[str, Any] = {"version": VERSION}
    if place is not None:
        about["account_id"] = place.account_id
    return about | {"region_name": client.meta.region_name} | parts


def _first(taken: Mapping[str, Any]) -> str:
    return str(next(iter(taken.get("left_out", {}).values()), "the account shows nothing"))


def _fail(text: str, *, code: int = 1) -> int:
    sys.stderr.write(f"The snapshot went wrong: {text}\n")
    return code
