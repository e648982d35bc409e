"""The files of the page, as a browser asks for them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
_PROTECTION = {
    "cache-control": "no-cache",
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "referrer-policy": "no-referrer",
}
"""Headers by which a message's text is never more than text, and nothing comes from elsewhere."""
_FOLDER = files(__package__).joinpath("page")


@cache
def page_files() -> frozenset[str]:
    """Return the names that a browser asks for; the empty one is the page itself."""
    return frozenset(("" if each.name == "index.html" else each.name) for each in _FOLDER.iterdir())


def page_file(name: str) -> tuple[int, dict[str, str], str]:
    """Return the answer that is that file."""
    found = _FOLDER.joinpath(name or "index.html")
    content_type = _TYPES[found.name.rpartition(".")[2]]
    headers = {"content-type": f"{content_type}; charset=utf-8", **_PROTECTION}
    return 200, headers, found.read_text("utf-8")
