"""Who calls, and which policies they have: moto says both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from moto.iam.access_control import IAMRequest
from moto.iam.models import Policy

from ...core.policies import Question, is_allowed, is_denied, read_policy
from ...exceptions import AccessDeniedException


class Caller(IAMRequest):
    """A signed request, as moto checks it; only what it may do is asked here."""

    def check_action_permitted(self, resource: Sequence[Question]) -> None:
        """Refuse unless every question is answered with yes; moto calls them the resource."""
        documents = [_document(policy) for policy in self._access_key.collect_policies()]
        for question in resource:
            if is_denied(documents, question):
                self._deny(question, "with an explicit deny in an identity-based policy")
            if not is_allowed(documents, question):
                action = question.action
                self._deny(question, f"because no identity-based policy allows the {action} action")

    def _deny(self, question: Question, why: str) -> NoReturn:
        # Seen so in https://github.com/cds-snc/notification-terraform/pull/1314.
        on = "" if question.resource == "*" else f" on resource: {question.resource}"
        raise AccessDeniedException(
            message=f"User: {self._access_key.arn} is not authorized to perform: "
            f"{question.action}{on} {why}"
        )


def _document(policy: Any) -> Mapping[str, Any]:
    """Return a policy's document, of whichever of moto's three kinds it is."""
    if isinstance(policy, Policy):
        policy = next(each.document for each in policy.versions if each.is_default)
    elif not isinstance(policy, str):
        policy = policy["policy_document"]
    return read_policy(policy)
