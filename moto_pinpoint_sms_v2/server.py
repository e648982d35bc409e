"""Moto's own server and its own proxy, with the service in them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from .plugin import CONTROL_PATH

SERVER_OPTIONS = "The rest are moto_server's: --reload, --ssl, --ssl-cert FILE, --ssl-key FILE."
PROXY_OPTIONS = "The rest are moto_proxy's: --verbose. It makes its certificates with openssl."


def add_address(parser: argparse.ArgumentParser, *, variable: str, port: int) -> None:
    """Add the options for where to listen, whose default port moto takes from ``variable``."""
    parser.add_argument("-H", "--host", default="127.0.0.1", help="default: %(default)s")
    default = os.environ.get(variable) or port
    parser.add_argument("-p", "--port", type=int, default=default, help="default: %(default)s")


def serve(options: argparse.Namespace, others: Sequence[str]) -> int:
    """Run moto's server until it is stopped, and say where its page for people is."""
    if _is_missing("server", "flask", "flask_cors"):
        return 1
    if not _load(options.account):
        return 1
    from moto.server import main

    scheme = "https" if any(each.startswith(("-s", "--ssl", "-c")) for each in others) else "http"
    sys.stderr.write(f" * Messages on {scheme}://{_reached(options)}{CONTROL_PATH}\n")
    main([f"--host={options.host}", f"--port={options.port}", *others])
    return 0


def run_proxy(options: argparse.Namespace, others: Sequence[str]) -> int:
    """Run moto's proxy until it is stopped."""
    from moto.proxy import main

    main([f"--host={options.host}", f"--port={options.port}", *others])
    return 0


def _load(files: Sequence[str]) -> bool:
    """Load the files of accounts, or say what is wrong with one."""
    from .account.files import serve_file

    for file in files:
        try:
            regions = serve_file(file)
        except ValueError as wrong:
            sys.stderr.write(f"The account is not loaded: {wrong}\n")
            return False
        sys.stderr.write(f" * {file} is loaded into {', '.join(regions)}\n")
    return True


def _reached(options: argparse.Namespace) -> str:
    """Return where a browser on this machine finds what listens on that host."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}  # noqa: S104
    host = everywhere.get(options.host, options.host)
    return f"{f'[{host}]' if ':' in host.strip('[]') and host[0] != '[' else host}:{options.port}"


def _is_missing(extra: str, *modules: str) -> bool:
    """Say how to get the modules, if one is not there."""
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        sys.stderr.write(
            f"The {extra} needs {' and '.join(missing)}. This brings all that it needs:\n"
            f"    pip install '.[{extra}]'    # in the folder of moto-pinpoint-sms-v2\n"
        )
    return bool(missing)
