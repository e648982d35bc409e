"""A Python that has imported what others wrote, and forks itself for each run.

A fork is a fresh interpreter for moto and this package: it imports both anew. What it need not
import is most of what starting costs. Each line of the standard input is a run, as JSON, and each
line of the standard output its exit code.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import runpy
import signal
import sys
import tempfile
import traceback
import warnings
from contextlib import suppress
from types import ModuleType
from typing import Any

OTHERS = (
    "boto3.session",
    "botocore.client",
    "cryptography.x509",
    "freezegun",
    "jinja2",
    "jmespath",
    "openapi_spec_validator",
    "phonenumbers",
    "pytest",
    "responses",
    "s3transfer.manager",
    "werkzeug.serving",
    "werkzeug.test",
    "xmltodict",
    "yaml",
)


def serve() -> None:
    del sys.path[0]  # where this file lies
    for name in OTHERS:
        with suppress(ImportError):
            importlib.import_module(name)
    assert not {"moto", "moto_pinpoint_sms_v2"} & set(sys.modules)
    with tempfile.TemporaryDirectory() as folder:
        # What is imported from here on is compiled once for all runs.
        sys.pycache_prefix = folder
        sys.dont_write_bytecode = False
        for line in sys.stdin:
            child = os.fork()
            if child == 0:
                _run(json.loads(line))
            _, status = os.waitpid(child, 0)
            sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
            sys.stdout.flush()


def _run(wanted: dict[str, Any]) -> None:
    """Be the interpreter that is wanted; it does not return."""
    os.chdir(wanted["cwd"])
    os.environ.clear()
    os.environ.update(wanted["environment"])
    for number, name in enumerate((os.devnull, *wanted["outputs"])):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT), number)
    if wanted["forgiven"] is not None:
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", re.escape(wanted["forgiven"].split(":")[1]))
    signal.alarm(120)  # in seconds; what hangs is ended
    os._exit(_ended(*wanted["arguments"]))


def _ended(*arguments: str) -> int:
    code = 0
    try:
        _execute(*arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _execute(what: str, *more: str) -> None:
    """Do as Python does with ``-c code``, ``-m module`` or a file."""
    sys.argv[:] = [what, *more[1:]]
    if what == "-c":
        sys.path.insert(0, "")
        main = sys.modules["__main__"] = ModuleType("__main__")
        exec(compile(more[0], "<string>", "exec"), vars(main))  # noqa: S102 - the tests' own code
    elif what == "-m":
        sys.path.insert(0, os.getcwd())
        runpy.run_module(more[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv[:] = [what, *more]
        sys.path.insert(0, os.path.dirname(os.path.abspath(what)))
        runpy.run_path(what, run_name="__main__")


if __name__ == "__main__":
    serve()
