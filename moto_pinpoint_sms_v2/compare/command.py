"""What the command ``compare`` does: a plan, a yes, the questions, a table and a report."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timezone
from pathlib import Path
from uuid import uuid4

from botocore.exceptions import BotoCoreError, ClientError

from ..account.asking import asking
from ..account.clients import make_client
from ..pinpointsmsvoicev2.domains.snapshots.reading import Refused
from .comparison import DIFFERS, Verdict, ask_all, compare, counted
from .evidence import elsewhere_than
from .forms import dump_forms
from .levels import REMOVALS, Permit
from .mock_side import mock_run
from .probes import Probe, probes
from .reports import report, table
from .running import Run, Seen

_COULD_NOT = 2


def compare_with_aws(options: argparse.Namespace) -> int:
    """Ask AWS and the mock the same questions; 0 if nothing differs, 1 if something does."""
    asked = [each for each in probes() if each.level <= options.level]
    for line in plan(asked, options.level):
        _say(line)
    if options.level > 0 and not options.yes and not _agreed():
        return _fail("nothing was asked")
    try:
        return _compare(options, asked)
    except (Refused, BotoCoreError, ClientError) as wrong:
        return _fail(str(wrong))
    except KeyboardInterrupt:
        return _fail("interrupted; what was made is removed")


def plan(asked: Sequence[Probe], level: int) -> Iterator[str]:
    """Yield what will be done, before anything is."""
    calls = Counter(step.call for probe in asked for step in probe.steps)
    yield f"Level {level}: {len(asked)} questions, by these calls at least:"
    yield "  " + ", ".join(f"{call} {count}" for call, count in sorted(calls.items()))
    made = [each for each in REMOVALS if each in Permit(level).operations and calls[each]]
    if made:
        yield f"What {', '.join(made)} make is tagged, and removed again; it has no price."
    yield "No message is sent, no number leased, nothing changed that was there before."


def _agreed() -> bool:
    _say("Go on? Say yes:")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _compare(options: argparse.Namespace, asked: Sequence[Probe]) -> int:
    run_id = uuid4().hex[:4]
    permit = Permit(options.level)
    client = make_client(
        permit.allows,
        profile=options.profile,
        region_name=options.region,
        endpoint_url=options.endpoint_url,
    )
    region = client.meta.region_name
    ask = asking(client)
    account_id = _account_id(ask("DescribeOptOutLists", {}))
    tier = _tier(ask("DescribeAccountAttributes", {}))
    run = Run(client, permit, account_id, run_id, elsewhere_than(region))
    aws = _ask_aws(run, asked)
    if options.forms is not None:
        _write(options.forms, dump_forms(ask))
    with mock_run(
        region, options.level, tier, run_id=run_id, elsewhere=elsewhere_than(region)
    ) as mock:
        seen = ask_all(mock, asked, lambda number, total, row: None)
    verdicts = compare(asked, aws, seen)
    _tell(verdicts, run)
    if options.out is not None:
        date = datetime.now(timezone.utc).date().isoformat()
        _write(
            options.out,
            report(verdicts, region_name=region, level=options.level, tier=tier, date=date),
        )
    return _code(verdicts)


def _tell(verdicts: Sequence[Verdict], run: Run) -> None:
    for line in table(verdicts):
        sys.stdout.write(line + "\n")
    for left in run.left:
        _say(f"Left behind, the next run tries again: {left}")


def _ask_aws(run: Run, asked: Sequence[Probe]) -> dict[int, Seen]:
    try:
        if run.permit.level > 0:
            _say("Looking for what an earlier run may have left.")
            leftovers = run.remove_leftovers()
            if leftovers:
                _say(f"Removed {leftovers} that an earlier run had left.")
        return ask_all(run, asked, _progress)
    finally:
        run.remove_made()


_progress: Callable[[int, int, str], object] = lambda number, total, row: _say(  # noqa: E731
    f"{number} of {total}: {row}"
)


def _account_id(lists: object) -> str:
    rows = lists["OptOutLists"] if isinstance(lists, dict) else []
    return next((str(row["OptOutListArn"]).split(":")[4] for row in rows), "")


def _tier(attributes: object) -> str:
    rows = attributes["AccountAttributes"] if isinstance(attributes, dict) else []
    return next((str(row["Value"]) for row in rows if row["Name"] == "ACCOUNT_TIER"), "PRODUCTION")


def _code(verdicts: Sequence[Verdict]) -> int:
    return 1 if counted(verdicts)[DIFFERS] else 0


def _write(path: str, content: object) -> None:
    text = json.dumps(content, indent=2, ensure_ascii=False, default=str)
    Path(path).write_text(text + "\n", "utf-8")


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def _fail(text: str) -> int:
    _say(f"The comparison could not be made: {text}")
    return _COULD_NOT
