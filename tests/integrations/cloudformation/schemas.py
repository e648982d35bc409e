"""The types' schemas, as tests name them."""

from __future__ import annotations

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.integrations.cloudformation.schema import (
    NAMESPACE,
    Schema,
    schema,
)


def schema_of(noun: str) -> Schema:
    """Return the schema of the type with that last name."""
    return schema(NAMESPACE + noun)
