"""The keywords of numbers and pools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....exceptions import ServiceError

if TYPE_CHECKING:
    from .kind import Call, Properties

_MANDATORY, _OPTIONAL = "MandatoryKeywords", "OptionalKeywords"


def settle_keywords(call: Call, owner: str, before: Properties, after: Properties) -> None:
    """Give the owner the keywords of those properties that differ.

    A pool without optional keywords of its own keeps those that it took over from its first
    member.
    """
    mandatory, optional = (before.get(name) != after.get(name) for name in (_MANDATORY, _OPTIONAL))
    if not mandatory and not optional:
        return
    present = {
        row["Keyword"]: row
        for row in call("DescribeKeywords", OriginationIdentity=owner)["Keywords"]
    }
    if optional:
        wanted = {each["Keyword"].upper(): each for each in after.get(_OPTIONAL, ())}
        for keyword in sorted(present.keys() - wanted.keys() - after[_MANDATORY].keys()):
            call("DeleteKeyword", OriginationIdentity=owner, Keyword=keyword)
        for keyword, each in wanted.items():
            members = {"KeywordMessage": each["Message"], "KeywordAction": each["Action"]}
            if not members.items() <= present.get(keyword, {}).items():
                call("PutKeyword", OriginationIdentity=owner, Keyword=keyword, **members)
    if mandatory:
        for keyword, each in after[_MANDATORY].items():
            if each["Message"] != present[keyword]["KeywordMessage"]:
                _answer(call, owner, keyword, each["Message"])


def _answer(call: Call, owner: str, keyword: str, message: str) -> None:
    """Change the answer to HELP or STOP, whose action is fixed."""
    try:
        call(
            "PutKeyword",
            OriginationIdentity=owner,
            Keyword=keyword,
            KeywordMessage=message,
        )
    except ServiceError as refused:
        # Every template must give an answer to STOP, even for a number in whose place carriers
        # answer; that the number is then left as it is, is a choice.
        if refused.reason != "RESOURCE_MODIFICATION_NOT_ALLOWED":
            raise
