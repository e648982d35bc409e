"""The options of commands that ask an account; here nothing is imported that takes long."""

from __future__ import annotations

import argparse


def add_account_options(parser: argparse.ArgumentParser) -> None:
    """Add the options for whose account it is."""
    parser.add_argument("--profile", help="a profile of the AWS configuration")
    parser.add_argument("--endpoint-url", metavar="URL", help="another endpoint, such as a mock's")


def add_snapshot_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command ``snapshot``."""
    add_account_options(parser)
    parser.add_argument(
        "--region",
        action="append",
        metavar="REGION",
        help="may be given several times; the file is then a list, one snapshot each",
    )
    for option, text in {
        "--opted-out-numbers": "with the numbers that are on opt-out lists",
        "--field-values": "with what registrations say",
        "--destination-numbers": "with the real numbers of verified destinations and overrides",
    }.items():
        parser.add_argument(option, action="store_true", help=text)
