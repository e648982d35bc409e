"""What is looked at in a refusal."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

from ..pinpointsmsvoicev2.domains.snapshots.reading import Refused


def told_of(refused: Refused, *, words: bool) -> dict[str, Any]:
    """Return the code of a refusal, its reason, the kind of thing and the fields it is about."""
    told: dict[str, Any] = {"Code": refused.code}
    cause = refused.__cause__
    if isinstance(cause, ClientError):
        answer: Any = cause.response
        for member in ("Reason", "ResourceType"):
            if answer.get(member) is not None:
                told[member] = answer[member]
        if answer.get("Fields"):
            told["Fields"] = [field.get("Name") for field in answer["Fields"]]
        if words:
            told["Words"] = answer["Error"].get("Message", "").partition(" - ")[0]
    return told
