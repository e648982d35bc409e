"""The command line: moto's server with the service in it, and the demo."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from . import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` name, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="moto-pinpoint-sms-v2", description="AWS End User Messaging SMS, mocked in moto."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    commands.add_parser(
        "server", help="moto's own server, which takes moto_server's options", add_help=False
    )
    commands.add_parser("demo", help="the main job, end to end, told line by line")
    chosen, others = parser.parse_known_args(arguments)

    if chosen.command == "server":
        return _serve(others)
    if others:
        parser.error("unrecognized arguments: " + " ".join(others))
    from .demo import demo

    return demo()


def _serve(options: list[str]) -> int:
    missing = [name for name in ("flask", "flask_cors") if find_spec(name) is None]
    if missing:
        sys.stderr.write(
            f"The server needs {' and '.join(missing)}. This brings all that it needs:\n"
            "    python -m pip install 'moto-pinpoint-sms-v2[server]'\n"
        )
        return 1
    from moto.server import main as serve

    # Without options moto would read them from sys.argv, where our own command stands.
    serve(options or ["--host", "127.0.0.1"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
