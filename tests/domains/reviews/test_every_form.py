"""Every type of registration, filled in by a client that knows none of the forms."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.registrations.published_forms import (
    published_types,
)

from ...form_filling import described_fields, fill_in_all
from ...support import REGION, client
from ..registration_forms import BRAND, completed, create, reviewed


@pytest.fixture
def sms(sms: Any, registration_type: str) -> Any:
    """A client in a Region where the type can be completed, on a botocore that knows conditions."""
    model = sms.meta.service_model.shape_for("RegistrationFieldDefinition")
    if "ConditionalBehavior" not in model.members:
        pytest.skip("this botocore does not know conditions yet")
    region = "ap-south-1" if registration_type == "IN_SENDER_ID_REGISTRATION" else REGION
    return client(region)


def associate(sms: Any, registration: str, resource_type: str) -> None:
    """Associate what a type wants before the submission."""
    if resource_type == "RCS_AGENT":
        resource = sms.create_rcs_agent()["RcsAgentId"]
    elif resource_type == BRAND:
        resource = completed(sms, Simulator(region_name=sms.meta.region_name), BRAND)
    else:
        resource = sms.request_phone_number(
            IsoCountryCode="US",
            MessageType="TRANSACTIONAL",
            NumberCapabilities=["SMS"],
            NumberType=resource_type,
        )["PhoneNumberId"]
    sms.create_registration_association(RegistrationId=registration, ResourceId=resource)


def denied(sms: Any, registration: str) -> dict[str, str]:
    pages = sms.get_paginator("describe_registration_field_values").paginate(
        RegistrationId=registration
    )
    values = [value for page in pages for value in page["RegistrationFieldValues"]]
    return {each["FieldPath"]: each["DeniedReason"] for each in values if "DeniedReason" in each}


@pytest.mark.parametrize("registration_type", published_types())
def test_it_is_denied_for_what_is_left_out_and_completes_into_what_it_is_for(
    sms: Any, registration_type: str
) -> None:
    [offer] = sms.describe_registration_type_definitions(RegistrationTypes=[registration_type])[
        "RegistrationTypeDefinitions"
    ]
    behaviors = {
        each["ResourceType"]: each["AssociationBehavior"] for each in offer["SupportedAssociations"]
    }
    required = [
        path
        for path, field in described_fields(sms, registration_type).items()
        if field["FieldRequirement"] == "REQUIRED"
    ]
    registration = create(sms, registration_type)
    for resource_type, behavior in behaviors.items():
        if behavior == "ASSOCIATE_BEFORE_SUBMIT":
            associate(sms, registration, resource_type)

    for left_out in required[-1:]:
        fill_in_all(sms, registration, leave_out=[left_out])
        sms.submit_registration_version(RegistrationId=registration)
        assert reviewed(sms, registration) == "REQUIRES_UPDATES"
        assert denied(sms, registration) == {left_out: "MISSING_REQUIRED_FIELD"}
        sms.create_registration_version(RegistrationId=registration)
    fill_in_all(sms, registration)
    sms.submit_registration_version(RegistrationId=registration)

    assert reviewed(sms, registration) == "COMPLETE"
    simulator = Simulator(region_name=sms.meta.region_name)
    for supported in offer["SupportedAssociations"]:
        if supported["AssociationBehavior"] == "ASSOCIATE_AFTER_COMPLETE":
            number = simulator.add_phone_number(
                iso_country_code=supported.get("IsoCountryCode", "GB"),
                number_type=supported["ResourceType"],
            )
            sms.create_registration_association(
                RegistrationId=registration, ResourceId=number["PhoneNumberId"]
            )
    associations = sms.list_registration_associations(RegistrationId=registration)
    assert [each["ResourceType"] for each in associations["RegistrationAssociations"]] == [
        *behaviors
    ]
