"""A toll-free registration from its tags to its deletion, told once for every way to run.

``aws`` is whoever makes a call: ``aws("describe-pools", MaxResults=10)`` returns the answer, and
raises Refused with what the caller was told.
"""

from __future__ import annotations

from typing import Any, Protocol

import boto3
import pytest

REGISTRATION_TYPE = "US_TOLL_FREE_REGISTRATION"


BUCKET, PICTURE = "sign-up", "form.png"


class Refused(Exception):
    """What the caller was told: the message, which names code and reason."""


class Aws(Protocol):
    """A way to call the service, by the command line's names of the operations."""

    def __call__(self, operation: str, /, **members: Any) -> dict[str, Any]:
        """Make one call."""


def story(aws: Aws) -> None:
    """Tell it, and check every turn."""
    registration = aws(
        "create-registration",
        RegistrationType=REGISTRATION_TYPE,
        Tags=[{"Key": "team", "Value": "support"}],
    )
    registration_id = registration["RegistrationId"]
    arn = registration["RegistrationArn"]
    assert registration["RegistrationStatus"] == "CREATED"
    aws("tag-resource", ResourceArn=arn, Tags=[{"Key": "cost", "Value": "42"}])
    aws("untag-resource", ResourceArn=arn, TagKeys=["team"])
    assert aws("list-tags-for-resource", ResourceArn=arn)["Tags"] == [
        {"Key": "cost", "Value": "42"}
    ]

    number_id = request_number(aws)
    aws("create-registration-association", RegistrationId=registration_id, ResourceId=number_id)
    with pytest.raises(Refused, match='Reason="RESOURCE_ALREADY_ASSOCIATED"'):
        aws("create-registration-association", RegistrationId=registration_id, ResourceId=number_id)
    assert associated(aws, registration_id) == [number_id]

    form = needed_fields(aws)
    forgotten, *others = form
    for field in others:
        answer(aws, registration_id, field)
    assert submit_and_wait(aws, registration_id) == "REQUIRES_UPDATES"
    (denied,) = aws("describe-registration-versions", RegistrationId=registration_id)[
        "RegistrationVersions"
    ]
    assert denied["RegistrationVersionStatus"] == "DENIED"
    assert [each["Reason"] for each in denied["DeniedReasons"]] == ["MISSING_REQUIRED_FIELD"]
    (value,) = [
        each
        for each in aws("describe-registration-field-values", RegistrationId=registration_id)[
            "RegistrationFieldValues"
        ]
        if "DeniedReason" in each
    ]
    assert value["FieldPath"] == forgotten["FieldPath"]

    version = aws("create-registration-version", RegistrationId=registration_id)
    assert version["VersionNumber"] == 2
    for field in form:
        answer(aws, registration_id, field)
    assert submit_and_wait(aws, registration_id) == "COMPLETE"
    assert number(aws, number_id)["Status"] == "ACTIVE"
    assert number(aws, number_id)["RegistrationId"] == registration_id

    with pytest.raises(Refused, match='Reason="RESOURCE_NOT_EMPTY"'):
        aws("delete-registration", RegistrationId=registration_id)
    aws("release-phone-number", PhoneNumberId=number_id)
    assert status(aws, registration_id) == "CLOSED"
    aws("delete-registration", RegistrationId=registration_id)
    with pytest.raises(Refused, match="ResourceNotFoundException"):
        aws("describe-registrations", RegistrationIds=[registration_id])


def put_picture(endpoint_url: str | None = None) -> None:
    """Lay the picture of the sign-up form into S3."""
    s3 = boto3.client("s3", region_name="us-east-1", endpoint_url=endpoint_url)
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key=PICTURE, Body=b"\x89PNG\r\n\x1a\n")


def request_number(aws: Aws) -> str:
    number = aws(
        "request-phone-number",
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="TOLL_FREE",
    )
    return str(number["PhoneNumberId"])


def number(aws: Aws, number_id: str) -> dict[str, Any]:
    (found,) = aws("describe-phone-numbers", PhoneNumberIds=[number_id])["PhoneNumbers"]
    return dict(found)


def associated(aws: Aws, registration_id: str) -> list[str]:
    listed = aws("list-registration-associations", RegistrationId=registration_id)
    return [each["ResourceId"] for each in listed["RegistrationAssociations"]]


def status(aws: Aws, registration_id: str) -> str:
    (found,) = aws("describe-registrations", RegistrationIds=[registration_id])["Registrations"]
    return str(found["RegistrationStatus"])


def submit_and_wait(aws: Aws, registration_id: str) -> str:
    """Submit the draft, and return the status in which the review leaves the registration."""
    aws("submit-registration-version", RegistrationId=registration_id)
    for _ in range(20):
        if (now := status(aws, registration_id)) in ("COMPLETE", "REQUIRES_UPDATES"):
            return now
    return now


def needed_fields(aws: Aws) -> list[dict[str, Any]]:
    """Return the definitions of the fields that this registrant has to fill in."""
    form = aws("describe-registration-field-definitions", RegistrationType=REGISTRATION_TYPE)
    fields = form["RegistrationFieldDefinitions"]
    return [field for field in fields if field["FieldRequirement"] != "OPTIONAL"]


def answer(aws: Aws, registration_id: str, field: dict[str, Any]) -> None:
    """Put a value that the field's own rules allow."""
    aws(
        "put-registration-field-value",
        RegistrationId=registration_id,
        FieldPath=field["FieldPath"],
        **value_for(aws, field),
    )


def value_for(aws: Aws, field: dict[str, Any]) -> dict[str, Any]:
    if field["FieldType"] == "SELECT":
        return {"SelectChoices": field["SelectValidation"]["Options"][:1]}
    if field["FieldType"] == "ATTACHMENT":
        return {"RegistrationAttachmentId": attachment(aws)}
    return {"TextValue": "As an example"[: field["TextValidation"]["MaxLength"]]}


def attachment(aws: Aws) -> str:
    """Upload the picture of the sign-up form, and return its id."""
    created = aws("create-registration-attachment", AttachmentUrl=f"s3://{BUCKET}/{PICTURE}")
    return str(created["RegistrationAttachmentId"])
