"""Resource policies: who else may use an identity or a list."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ...core.clock import now
from ...core.domain import Domain
from ...core.policies import are_values
from ...core.resource import Resource, ResourcePolicy, resource_classes
from ...exceptions import ResourceNotFoundException, ValidationException


class ResourcePolicies(Domain):
    """The operations on resource policies."""

    def put_resource_policy(self, *, resource_arn: str, policy: str) -> ResourcePolicy:
        """Share a resource as the policy says, in place of what an earlier one said."""
        resource = self._shareable(resource_arn)
        _check_policy(policy)

        resource.policy = ResourcePolicy(resource.arn, policy, now())
        return resource.policy

    def get_resource_policy(self, *, resource_arn: str) -> ResourcePolicy:
        """Return the policy of a resource."""
        resource = self._shareable(resource_arn)

        # AWS answers so before the first Put and after a Delete, as Terraform's provider tells:
        # https://github.com/hashicorp/terraform-provider-aws/pull/48771
        return resource.policy or ResourcePolicy(resource.arn, "{}")

    def delete_resource_policy(self, *, resource_arn: str) -> ResourcePolicy:
        """Take the policy off a resource."""
        resource = self._shareable(resource_arn)
        policy = resource.policy
        if policy is None:
            raise ResourceNotFoundException("policy", resource_arn)

        resource.policy = None
        return policy

    def _shareable(self, resource_arn: str) -> Resource:
        shareable = [cls for cls in resource_classes() if cls.shareable]
        return self.store.get_by_arn(resource_arn, shareable)


@lru_cache(maxsize=256)
def statements_of(policy: str) -> Sequence[Mapping[str, Any]]:
    """Return a policy's statements; one that names no resource is about that which has the policy.

    What is no policy document, as one of a loaded account may be, has none.
    """
    try:
        document = json.loads(policy)
    except (ValueError, RecursionError):
        return ()
    if _fault_of_document(document) is not None:
        return ()
    statements = document["Statement"]
    return [
        each if "NotResource" in each else {"Resource": "*", **each}
        for each in (statements if isinstance(statements, list) else [statements])
    ]


def _check_policy(text: str) -> None:
    """Refuse what is no policy document.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
    The reasons are a choice.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ValidationException("CANNOT_PARSE", policy="is not JSON") from None
    fault = _fault_of_document(document)
    if fault is not None:
        raise ValidationException("INVALID_PARAMETER", policy=fault)


def _fault_of_document(document: Any) -> str | None:
    if not isinstance(document, dict):
        return "must be an object"
    if document.get("Version", "2012-10-17") not in ("2008-10-17", "2012-10-17"):
        return "Version must be 2012-10-17 or 2008-10-17"
    statements = document.get("Statement")
    if isinstance(statements, dict):
        statements = [statements]
    if not isinstance(statements, list) or not statements:
        return "Statement must be there"
    faults = (_fault_of_statement(statement) for statement in statements)
    return next((fault for fault in faults if fault is not None), None)


def _fault_of_statement(statement: Any) -> str | None:
    if not isinstance(statement, dict):
        return "Statement must be an object, or a list of objects"
    for elements, fits, form in _ELEMENTS:
        given = [statement[name] for name in elements if name in statement]
        if len(given) != 1 or not fits(given[0]):
            return f"{' or '.join(elements)} must be {form}"
    for name, fits, form in _OPTIONAL_ELEMENTS:
        if name in statement and not fits(statement[name]):
            return f"{name} must be {form}"
    return None


def _is_effect(value: Any) -> bool:
    return value in ("Allow", "Deny")


def _is_texts(value: Any) -> bool:
    texts = value if isinstance(value, list) else [value]
    return bool(texts) and all(isinstance(text, str) and text for text in texts)


def _is_principal(value: Any) -> bool:
    if isinstance(value, dict):
        return bool(value) and all(_is_texts(names) for names in value.values())
    return bool(value == "*")


def _is_condition(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(keys, dict) and all(map(are_values, keys.values())) for keys in value.values()
    )


_ELEMENTS: Sequence[tuple[Sequence[str], Callable[[Any], bool], str]] = (
    (("Effect",), _is_effect, "Allow or Deny"),
    (("Principal", "NotPrincipal"), _is_principal, "* or principals by their type"),
    (("Action", "NotAction"), _is_texts, "a name or a list of names"),
)
"""What each statement has exactly one of, and in what form."""
_OPTIONAL_ELEMENTS: Sequence[tuple[str, Callable[[Any], bool], str]] = (
    ("Resource", _is_texts, "an ARN or a list of ARNs"),
    ("NotResource", _is_texts, "an ARN or a list of ARNs"),
    ("Condition", _is_condition, "operators, each with keys and values"),
)
