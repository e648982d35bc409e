"""Cross-origin requests: which web pages get a 403 below ``/moto-api/pinpoint-sms-voice-v2/``.

A browser sends what any site's script tells it to send, to this machine as well, and moto's
server allows every site to read the answers. What is kept here is one-time codes: so that nobody
but the page itself is answered. Whatever is no browser says none of this, and is not asked.
https://fetch.spec.whatwg.org/#origin-header
https://w3c.github.io/webappsec-fetch-metadata/
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

ALLOWED_HOSTS = "MOTO_PINPOINT_SMS_ALLOWED_HOSTS"
"""The environment variable with more names under which the server may be called: a list with
commas, in which ``.example.com`` is every name below that one."""
_OWN_DOMAINS = (".localhost", ".local", ".internal", ".test")
"""Nobody can point a name below these at this machine from outside."""
_MOTO_S_OWN = "motoapi.amazonaws.com"
_DEFAULT_PORTS = {"http": 80, "https": 443}


def refusal(headers: Mapping[str, str], full_url: str, *, is_navigable: bool) -> str | None:
    """Return why a request gets a 403, None if it gets none; ``is_navigable`` what a link may open.

    The host comes first: of a name that leads here all of a sudden (DNS rebinding) a browser
    believes that it is where the site's own script came from.
    """
    host = headers.get("Host") or urlsplit(full_url).netloc
    name = _name_of(host)
    if not _is_own(name):
        return (
            f"{name!r} is not a name under which this server is called: use its IP address or "
            f"localhost, or name it in the environment variable {ALLOWED_HOSTS}"
        )
    if is_navigable and _is_navigation(headers):
        return None
    if headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        return "another site's web page may not ask for this: open the page itself"
    origin = headers.get("Origin")
    if origin is not None and not _is_at(origin, host):
        return f"a web page of {origin} may not ask for this: open the page itself"
    return None


def withhold_permissions() -> None:
    """Let moto's server, which tells browsers that every site may read, not do so this time."""
    flask = sys.modules.get("flask")
    if flask is None or not flask.has_request_context():
        return
    from flask_cors.core import FLASK_CORS_EVALUATED

    def evaluated(response: Any) -> Any:
        setattr(response, FLASK_CORS_EVALUATED, True)
        return response

    flask.after_this_request(evaluated)


def _is_navigation(headers: Mapping[str, str]) -> bool:
    """Say whether somebody opened a link or an address in a window of its own."""
    sort = headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest")
    return sort == ("navigate", "document") and "Origin" not in headers


def _is_own(name: str) -> bool:
    if name == _MOTO_S_OWN or "." not in name or name.endswith(_OWN_DOMAINS):
        return True
    allowed = (each.strip().lower() for each in os.environ.get(ALLOWED_HOSTS, "").split(","))
    if any(name == each or (each[:1] == "." and name.endswith(each)) for each in allowed):
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _name_of(host: str) -> str:
    """Return a host without its port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").removesuffix(".")
    except ValueError:
        return host


def _is_at(origin: str, host: str) -> bool:
    """Say whether an origin is that host with that port."""
    try:
        said, own = urlsplit(origin), urlsplit(f"//{host}")
        usual = _DEFAULT_PORTS.get(said.scheme)
        return said.hostname == own.hostname and (said.port or usual) == (own.port or usual)
    except ValueError:
        return False
