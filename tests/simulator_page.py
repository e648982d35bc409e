"""The Simulator's page of the documentation: ``python -m tests.simulator_page`` writes it."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from typing import get_args

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls import (
    CALLS,
    Caller,
    Calls,
    answers,
    words,
)

from .documentation import DOCS

PAGE = DOCS / "simulator.md"
HEAD = """\
# The Simulator's calls

<!-- written from the declarations: python -m tests.simulator_page -->

`Simulator(region_name=None, account_id=None, endpoint_url=None)` is the other side of one Region of
one account: by default boto3's Region and moto's account. Every call works in process and over HTTP
alike; there it is `POST /moto-api/pinpoint-sms-voice-v2/<call>` with its arguments as JSON. A wrong
call is a `ValueError`, over HTTP a 400, that says what to do.
"""


def page() -> str:
    """Return the whole page."""
    parts = [HEAD, *_calls(), "## What is returned\n", *_answers(), "## Words\n", *_words()]
    return "\n".join(parts)


def _calls() -> Iterator[str]:
    for role in (each for each in Calls.__mro__[1:] if issubclass(each, Caller)):
        names = [name for name in vars(role) if name in CALLS]
        if names:
            yield f"## {role.__name__}: {_first_lower(inspect.getdoc(role) or '').rstrip('.')}\n"
            yield from (_call(name) for name in names)


def _call(name: str) -> str:
    method = getattr(Calls, name)
    return f"### `{name}({', '.join(_parameters(method))})`\n\n{_markdown(method)}\n"


def _parameters(method: object) -> Iterator[str]:
    named_only = False
    for each in list(inspect.signature(method).parameters.values())[1:]:  # type: ignore[arg-type]
        if each.kind is each.VAR_KEYWORD and "Filters" in str(each.annotation):
            yield from ("*", *(f"{name}=None" for name in answers.MessageFilters.__annotations__))
            continue
        if each.kind is each.KEYWORD_ONLY and not named_only:
            named_only = True
            yield "*"
        star = "**" if each.kind is each.VAR_KEYWORD else ""
        default = "" if each.default is each.empty else f"={each.default!r}"
        yield f"{star}{each.name}{default}"


def _answers() -> Iterator[str]:
    tree = ast.parse(inspect.getsource(answers))
    fields = {
        node.name: list(_fields(node)) for node in tree.body if isinstance(node, ast.ClassDef)
    }
    for name in sorted(answer for answer in fields if answer not in ("MessageFilters",)):
        answer = getattr(answers, name)
        inherited = [each.__name__ for each in answer.__mro__[1:] if each.__name__ in fields]
        if any(issubclass(getattr(answers, each), answer) for each in fields if each != name):
            continue  # it is shown in what it is part of
        rows = [row for each in (*inherited, name) for row in fields[each]]
        yield f"### `{name}`\n\n{_markdown(answer)}\n\n" + "\n".join(rows) + "\n"


def _fields(node: ast.ClassDef) -> Iterator[str]:
    for field, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign):
            type_of = ast.unparse(field.annotation).replace(" | ", " or ")
            said = after.value if isinstance(after, ast.Expr) else None
            more = f": {_first_lower(said.value)}" if isinstance(said, ast.Constant) else ""
            yield f"- `{ast.unparse(field.target)}` ({type_of}){more}"


def _words() -> Iterator[str]:
    for name, value in vars(words).items():
        if name[0] != "_" and get_args(value):
            listed = ", ".join(f"`{word}`" for word in get_args(value))
            yield f"**{name}**: {listed}\n"


def _markdown(documented: object) -> str:
    text = re.sub(r"``(.*?)``", r"`\1`", inspect.getdoc(documented) or "")
    examples = r"(?:^(?:>>>|\.\.\.) .*\n?)+"
    return re.sub(examples, lambda found: f"```pycon\n{found[0].rstrip()}\n```", text, flags=re.M)


def _first_lower(sentence: object) -> str:
    text = str(sentence)
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{len(CALLS)} calls\n")
