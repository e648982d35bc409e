"""Notify templates: the texts that AWS lets notify messages have."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from functools import cache
from typing import Any

from ...core.domain import Domain
from ...core.filters import Filter, compile_filters
from ...data import load
from ...exceptions import ConflictException, ResourceNotFoundException, ValidationException
from ..numbers.destinations import countries

_TYPE_NAMES = {"OTP_VERIFICATION": ["OTP_VERIFICATION", "CODE_VERIFICATION"]}
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_TYPES = {
    "STRING": re.compile(r"[\s\S]*"),
    "INTEGER": re.compile(r"[+-]?[0-9]+"),
    "BOOLEAN": re.compile(r"true|false"),
}


@dataclass(frozen=True, kw_only=True)
class TemplateVariable:
    """What may stand in one slot of a template."""

    type: str
    required: bool
    source: str = "CUSTOMER"
    description: str | None = None
    max_length: int | None = None
    min_value: int | None = None
    max_value: int | None = None
    default_value: str | None = None
    pattern: str | None = None
    sample: str | None = None

    def fault_of(self, value: str) -> str | None:
        """Return what is wrong with a value, None if it fits."""
        if _TYPES[self.type].fullmatch(value) is None:
            return f"must be of type {self.type}"
        if self.max_length is not None and len(value) > self.max_length:
            return f"must have at most {self.max_length} characters"
        if self.pattern is not None and re.fullmatch(self.pattern, value) is None:
            return f"must match {self.pattern}"
        if self.min_value is not None and int(value) < self.min_value:
            return f"must be at least {self.min_value}"
        if self.max_value is not None and int(value) > self.max_value:
            return f"must be at most {self.max_value}"
        return None


# AWS publishes the name of ``code`` alone. Its pattern, a choice, lets through the digits with
# stops between them that AWS recommends for voice.
_USUAL_VARIABLES = {
    "code": TemplateVariable(
        type="STRING",
        required=True,
        description="The verification code.",
        max_length=40,
        pattern="[A-Za-z0-9 .,_-]+",
        sample="123456",
    ),
    "display_name": TemplateVariable(
        type="STRING",
        required=True,
        source="SYSTEM",
        description="The display name of the notify configuration.",
        sample="MyBrand",
    ),
}


@dataclass(frozen=True, kw_only=True)
class NotifyTemplate:
    """A text of AWS's, with slots.

    Of AWS's templates only the id ``notify-code-verification-english-001`` and its variable
    ``code`` are known; every text, and every other template, is a choice.
    """

    template_id: str
    language_code: str
    channels: Sequence[str]
    tier_access: Sequence[str]
    content: str
    variables: Mapping[str, TemplateVariable]
    supported_voice_ids: Sequence[str] | None = None
    supported_countries: Sequence[str] = field(default_factory=countries)
    version: int = 1
    template_type: str = "OTP_VERIFICATION"
    status: str = "ACTIVE"
    created_timestamp: datetime = datetime(2026, 1, 1, tzinfo=timezone.utc)

    @property
    def template_type_names(self) -> Sequence[str]:
        """Its type by all its names: AWS's guides have another word for it than the model."""
        return _TYPE_NAMES.get(self.template_type, [self.template_type])

    def render(self, variables: Mapping[str, str], system_variables: Mapping[str, str]) -> str:
        """Return the text with its slots filled, or refuse the first variable that does not fit.

        ``variables`` come from the caller of the API, ``system_variables`` from the configuration.
        """
        for name in variables:
            if name not in self.variables or self.variables[name].source == "SYSTEM":
                raise ValidationException(
                    "INVALID_PARAMETER", template_variables=f"{name} is not there to be set"
                )

        values = {**system_variables, **variables}
        texts = {name: self._text(name, values.get(name)) for name in self.variables}
        return _SLOT.sub(lambda slot: texts[slot[1]], self.content)

    def _text(self, name: str, value: str | None) -> str:
        variable = self.variables[name]
        if value is None:
            value = variable.default_value
        if value is None:
            if variable.required:
                raise ValidationException(
                    "MISSING_PARAMETER", template_variables=f"{name} is required"
                )
            return ""

        fault = variable.fault_of(value)
        if fault is not None:
            raise ValidationException("INVALID_PARAMETER", template_variables=f"{name} {fault}")
        return value


@cache
def notify_templates() -> Mapping[str, NotifyTemplate]:
    """Return all templates by id."""
    return {each["template_id"]: _template(**each) for each in load("notify_templates")}


def notify_template(template_id: str) -> NotifyTemplate:
    """Return the template of that id; ResourceNotFoundException if there is none."""
    template = notify_templates().get(template_id)
    if template is None:
        raise ResourceNotFoundException("notify-template", template_id)
    return template


def check_in_use(template: NotifyTemplate, inactive_templates: Collection[str]) -> None:
    """Refuse a template that AWS has taken out of use; the reason is a choice."""
    if template.template_id in inactive_templates:
        raise ConflictException("RESOURCE_NOT_ACTIVE", "notify-template", template.template_id)


def _template(*, variables: Mapping[str, Any] | None = None, **members: Any) -> NotifyTemplate:
    own = {name: TemplateVariable(**each) for name, each in (variables or {}).items()}
    return NotifyTemplate(variables={**_USUAL_VARIABLES, **own}, **members)


class NotifyTemplates(Domain):
    """The operations on notify templates, and what AWS takes out of use."""

    inactive_templates: set[str]

    def describe_notify_templates(
        self, *, template_ids: Sequence[str] = (), filters: Sequence[Filter] = ()
    ) -> list[NotifyTemplate]:
        """List AWS's templates; one unknown id refuses the whole call."""
        named = [notify_template(template_id) for template_id in dict.fromkeys(template_ids)]
        satisfies = compile_filters(filters, {"template-type": "template_type_names"})
        listed = filter(satisfies, named or notify_templates().values())
        return [replace(each, status=self._status_of(each)) for each in listed]

    def set_notify_template_status(self, template_id: str, status: str) -> None:
        """Let AWS take a template out of use, or bring it back."""
        if template_id not in notify_templates():
            raise ValueError(f"there is no notify template {template_id}")

        if status == "INACTIVE":
            self.inactive_templates.add(template_id)
        else:
            self.inactive_templates.discard(template_id)

    def _status_of(self, template: NotifyTemplate) -> str:
        is_active = template.template_id not in self.inactive_templates
        return template.status if is_active else "INACTIVE"
