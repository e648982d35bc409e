"""troposphere, which makes templates in Python, has the same types."""

from __future__ import annotations

from typing import Any

import pytest

from .cases import CASES
from .schemas import schema_of
from .stacks import Stack

smsvoice = pytest.importorskip("troposphere.smsvoice", reason="needs troposphere (see tox.ini)")


@pytest.mark.parametrize("noun", sorted(CASES))
def test_its_class_has_the_properties_of_the_schema(noun: str) -> None:
    props = getattr(smsvoice, noun).props
    schema = schema_of(noun)

    assert sorted(props) == sorted(schema.inputs)
    required = sorted(name for name, (_, is_required) in props.items() if is_required)
    assert required == sorted(schema.facts.get("required", ()))


def test_its_template_is_deployed(stack: Stack, sms: Any) -> None:
    from troposphere import GetAtt, Output, Ref, Template

    says = smsvoice.MandatoryKeyword
    answers = smsvoice.MandatoryKeywords(HELP=says(Message="Call us."), STOP=says(Message="Bye."))
    template = Template()
    sender = template.add_resource(
        smsvoice.SenderId("Sender", IsoCountryCode="SE", SenderId="ACME")
    )
    pool = template.add_resource(
        smsvoice.Pool(
            "Pool", OriginationIdentities=[GetAtt(sender, "Arn")], MandatoryKeywords=answers
        )
    )
    template.add_output(Output("Pool", Value=Ref(pool)))

    stack.client.create_stack(StackName=stack.name, TemplateBody=template.to_json())

    rows = sms.list_pool_origination_identities(PoolId=stack.outputs["Pool"])
    assert [row["OriginationIdentity"] for row in rows["OriginationIdentities"]] == ["ACME"]
