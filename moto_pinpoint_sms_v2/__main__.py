"""The command line: moto's server and proxy with the service in them, snapshots, the demo."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from . import __version__, server
from .account.options import add_compare_options, add_snapshot_options

_TAKES_MORE = ("server", "proxy")
"""The commands that hand on to moto the options that they do not know."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` name, and return the exit code."""
    parser = _parser()
    chosen, others = parser.parse_known_args(arguments)
    if others and chosen.command not in _TAKES_MORE:
        parser.error("unrecognized arguments: " + " ".join(others))
    try:
        code = _run(chosen, others)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has read enough; Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141  # as a program that SIGPIPE ended
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="moto-pinpoint-sms-v2", description="AWS End User Messaging SMS, mocked in moto."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    text = "moto's own server, with every service of moto and this one"
    command = commands.add_parser(
        "server", help=text, description=text, epilog=server.SERVER_OPTIONS
    )
    server.add_address(command, variable="MOTO_PORT", port=5000)
    command.add_argument(
        "--account",
        action="append",
        default=[],
        metavar="FILE",
        help="serve this account, as snapshot prints one; may be given several times",
    )

    text = "moto's own proxy, with every service of moto and this one"
    command = commands.add_parser("proxy", help=text, description=text, epilog=server.PROXY_OPTIONS)
    server.add_address(command, variable="MOTO_PROXY_PORT", port=5005)

    text = "reads an account, by Describe, Get and List alone, and prints it as JSON"
    add_snapshot_options(commands.add_parser("snapshot", help=text, description=text))

    text = "asks AWS and the mock the same questions, and tells what differs, row by row"
    add_compare_options(commands.add_parser("compare", help=text, description=text))

    text = "a number's registration and its first message, end to end, told line by line"
    commands.add_parser("demo", help=text, description=text)
    return parser


def _run(chosen: argparse.Namespace, others: list[str]) -> int:
    if chosen.command == "server":
        return server.serve(chosen, others)
    if chosen.command == "proxy":
        return server.run_proxy(chosen, others)
    if chosen.command == "snapshot":
        from .account.command import snapshot

        return snapshot(chosen)
    if chosen.command == "compare":
        from .compare.command import compare_with_aws

        return compare_with_aws(chosen)
    from .demo import demo

    return demo()


if __name__ == "__main__":
    sys.exit(main())
