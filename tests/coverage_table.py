"""Which operations there are; ``python -m tests.coverage_table`` writes it into its page."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from botocore import xform_name

from moto_pinpoint_sms_v2.pinpointsmsvoicev2 import domains
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.domain import domains_below, methods_of
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.models import PinpointSMSVoiceV2Backend

from .documentation import DOCS

PAGE = DOCS / "coverage.md"
BEGIN = "<!-- coverage: python -m tests.coverage_table -->"
END = "<!-- end of coverage -->"


def implemented_operations() -> list[str]:
    """Return the operations that the backend has."""
    names = service_model().operation_names
    return [name for name in names if hasattr(PinpointSMSVoiceV2Backend, xform_name(name))]


def summary() -> str:
    """Say how many of the operations there are."""
    return f"{len(implemented_operations())} of {len(service_model().operation_names)}"


def table() -> str:
    """Return the table of operations by the file they are in, as it stands on its page."""
    rows = [f"| {file} | {', '.join(operations)} |" for file, operations in sorted(_by_file())]
    heading = f"{summary()} operations:"
    return "\n".join([heading, "", "| file of `domains` | operations |", "| --- | --- |", *rows])


def on_the_page() -> str:
    """Return the table that stands on the page."""
    return PAGE.read_text("utf-8").partition(BEGIN)[2].partition(END)[0].strip()


def _by_file() -> Iterator[tuple[str, list[str]]]:
    files = defaultdict(list)
    domains_of = methods_of(domains_below(domains))
    for name in implemented_operations():
        room = domains_of[xform_name(name)].__module__.partition(".domains.")[2]
        files[f"`{room.replace('.', '/')}.py`"].append(f"`{name}`")
    yield from files.items()


def _write() -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    _write()
    sys.stdout.write(summary() + "\n")
