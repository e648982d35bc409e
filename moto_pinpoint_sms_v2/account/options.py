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


def add_compare_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command ``compare``."""
    add_account_options(parser)
    parser.add_argument("--region", metavar="REGION", help="default: that of the configuration")
    parser.add_argument(
        "--level",
        type=int,
        choices=(0, 1, 2),
        default=0,
        help="0 reads and dry-runs only; 1 adds calls that AWS must refuse; "
        "2 adds free objects, made and removed again; default: %(default)s",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask before level 1 and 2")
    parser.add_argument("--out", metavar="FILE", help="write a report, fit for a public issue")
    parser.add_argument(
        "--forms",
        metavar="FILE",
        help="write the forms of all registration types, for load_registration_definitions",
    )
