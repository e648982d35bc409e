"""The access log of moto's server, without what the page asks for every second."""

from __future__ import annotations

import logging
import re

from .core.contract import SERVICE_NAME
from .page_files import page_files

_SERVER_S_LOG = "werkzeug"


class _Quiet(logging.Filter):
    """Lets everything pass but what an open page asks for by itself, unless it goes wrong."""

    def __init__(self, asked: frozenset[str]) -> None:
        super().__init__()
        names = "|".join(sorted(re.escape(name) for name in asked if name))
        self._line = re.compile(
            rf'"[^"]*GET /moto-api/{SERVICE_NAME}/(?:{names})(?:\?\S*)? HTTP/[^"]*" (?:200|304)'
        )

    def filter(self, record: logging.LogRecord) -> bool:
        return self._line.search(record.getMessage()) is None


def leave_out(views: frozenset[str]) -> None:
    """Leave what the page reads out of the log; opening the page stays one line in it."""
    log = logging.getLogger(_SERVER_S_LOG)
    if not any(isinstance(each, _Quiet) for each in log.filters):
        log.addFilter(_Quiet(views | page_files()))
