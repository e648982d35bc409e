"""What the Simulator can be asked, said once: Python, HTTP and the page all read it here.

A call is one typed method in the file of whoever plays it, under ``@call`` (``@look`` if GET
makes it too). Its signature, its words and its docstring are the public ones; its body is empty,
because the answer is that of the backend's method of the same name.

To add a call:

1. Write the method that does it in the domain whose noun it changes, so that the backend has it
   under that name; ``ValueError`` says what is wrong with an argument. It gets every parameter by
   its name, defaults filled in, and values already of the declared types and words.
2. Declare it here, in ``reading``, ``handset``, ``carrier``, ``reviewer``, ``aws_support``,
   ``chaos`` or ``fixtures``. ``Simulator.<name>``, ``POST <name>``, the list at ``GET calls``, the
   checks and the conversion of what it returns (a dataclass, a list of them, plain values) follow.
   The docstring says when to use it, which values it takes and what is a ValueError, with an
   example, which ``tests/test_simulator_docs.py`` runs.
3. Give it a row in the table of ``tests/test_simulator.py``, which runs in process and over HTTP.

Nothing here knows a domain; the domains may use the words and answers that are declared here.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import getmembers

from .aws_support import AwsSupport
from .carrier import Carrier
from .chaos import Chaos
from .declaring import Call, Caller
from .fixtures import Fixtures
from .handset import Handset
from .reading import Reading
from .reviewer import Reviewer

__all__ = ["CALLS", "Call", "Caller", "Calls"]


class Calls(Reading, Handset, Carrier, Reviewer, AwsSupport, Chaos, Fixtures):
    """Every call, whoever plays it."""


CALLS: Mapping[str, Call] = {
    name: method.declared
    for name, method in getmembers(Calls, lambda each: hasattr(each, "declared"))
}
"""Every call by its name."""
