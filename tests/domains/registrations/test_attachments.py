"""Registration attachments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import boto3
import pytest
from freezegun import freeze_time
from moto import mock_aws
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...support import ACCOUNT, REGION, body, pages, refused
from ..registration_forms import CAMPAIGN, create

ARN = "arn:aws:sms-voice:us-east-1:123456789012:registration-attachment/"
PDF = b"%PDF-1.7\n"
JPEG = b"\xff\xd8\xff\xe0"
PNG = b"\x89PNG\r\n\x1a\n"
FIVE_MEGABYTES = 5 * 1024 * 1024
STATE_MODEL = "pinpoint-sms-voice-v2::registration-attachment"


@pytest.fixture
def bucket(aws: None) -> Any:
    s3 = boto3.resource("s3", region_name=REGION)
    return s3.create_bucket(Bucket="letters")


@pytest.fixture
def two_reads() -> Iterator[None]:
    state_manager.set_transition(STATE_MODEL, {"progression": "manual", "times": 2})
    yield
    state_manager.unset_transition(STATE_MODEL)


def upload(sms: Any, document: bytes = PDF) -> str:
    answer = sms.create_registration_attachment(AttachmentBody=document)
    return str(answer["RegistrationAttachmentId"])


def described(sms: Any, *ids: str) -> list[dict[str, Any]]:
    answer = sms.describe_registration_attachments(RegistrationAttachmentIds=list(ids))
    found: list[dict[str, Any]] = answer["RegistrationAttachments"]
    return found


@freeze_time("2026-01-02 03:04:05")
def test_create_registration_attachment_answers_before_the_upload_ends(
    sms: Any, simulator: Simulator
) -> None:
    simulator.use_id("registration-attachment", "attachment-1")

    assert body(
        sms.create_registration_attachment(
            AttachmentBody=PDF, Tags=[{"Key": "Name", "Value": "letter"}]
        )
    ) == {
        "RegistrationAttachmentArn": ARN + "attachment-1",
        "RegistrationAttachmentId": "attachment-1",
        "AttachmentStatus": "UPLOAD_IN_PROGRESS",
        "Tags": [{"Key": "Name", "Value": "letter"}],
        "CreatedTimestamp": datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc),
    }


@freeze_time("2026-01-02 03:04:05")
def test_an_upload_is_complete_at_the_next_read(sms: Any) -> None:
    attachment = upload(sms)

    assert described(sms, attachment) == [
        {
            "RegistrationAttachmentArn": ARN + attachment,
            "RegistrationAttachmentId": attachment,
            "AttachmentStatus": "UPLOAD_COMPLETE",
            "CreatedTimestamp": datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc),
        }
    ]


def test_an_upload_takes_the_reads_that_its_transition_asks_for(sms: Any, two_reads: None) -> None:
    attachment = upload(sms)

    statuses = [described(sms, attachment)[0]["AttachmentStatus"] for _ in range(3)]

    assert statuses == ["UPLOAD_IN_PROGRESS", "UPLOAD_COMPLETE", "UPLOAD_COMPLETE"]


def test_generated_ids_begin_with_attachment(sms: Any) -> None:
    assert upload(sms).startswith("attachment-")
    assert len(upload(sms)) == len("attachment-") + 32


@pytest.mark.parametrize("document", [PDF, JPEG, PNG], ids=["PDF", "JPEG", "PNG"])
def test_create_registration_attachment_takes_documents_and_pictures(
    sms: Any, document: bytes
) -> None:
    attachment = upload(sms, document)

    assert described(sms, attachment)[0]["AttachmentStatus"] == "UPLOAD_COMPLETE"


def test_create_registration_attachment_refuses_other_types(sms: Any) -> None:
    with refused("ValidationException", "ATTACHMENT_TYPE_NOT_SUPPORTED"):
        upload(sms, b"GIF89a")

    assert described(sms) == []


def test_create_registration_attachment_takes_five_megabytes(sms: Any) -> None:
    upload(sms, PDF.ljust(FIVE_MEGABYTES))

    with refused("ValidationException", "MAXIMUM_SIZE_EXCEEDED"):
        upload(sms, PDF.ljust(FIVE_MEGABYTES + 1))


def test_create_registration_attachment_reads_s3(sms: Any, bucket: Any) -> None:
    bucket.put_object(Key="signed/letter.pdf", Body=PDF)

    attachment = sms.create_registration_attachment(AttachmentUrl="s3://letters/signed/letter.pdf")

    found = described(sms, attachment["RegistrationAttachmentId"])[0]
    assert found["AttachmentStatus"] == "UPLOAD_COMPLETE"
    assert found["AttachmentUrl"] == "s3://letters/signed/letter.pdf"


@pytest.mark.parametrize("url", ["s3://letters/none.pdf", "s3://no-such-bucket/letter.pdf"])
def test_an_upload_fails_when_the_object_is_missing(sms: Any, bucket: Any, url: str) -> None:
    attachment = sms.create_registration_attachment(AttachmentUrl=url)
    assert attachment["AttachmentStatus"] == "UPLOAD_IN_PROGRESS"

    found = described(sms, attachment["RegistrationAttachmentId"])[0]
    assert found["AttachmentStatus"] == "UPLOAD_FAILED"
    assert found["AttachmentUploadErrorReason"] == "INTERNAL_ERROR"


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b"plain text", "ATTACHMENT_TYPE_NOT_SUPPORTED"),
        (PDF.ljust(FIVE_MEGABYTES + 1), "MAXIMUM_SIZE_EXCEEDED"),
    ],
    ids=["type", "size"],
)
def test_create_registration_attachment_looks_into_the_object(
    sms: Any, bucket: Any, document: bytes, reason: str
) -> None:
    bucket.put_object(Key="letter", Body=document)

    with refused("ValidationException", reason):
        sms.create_registration_attachment(AttachmentUrl="s3://letters/letter")


@pytest.mark.parametrize("url", ["https://example.com/letter.pdf", "s3://letters", "s3://letters/"])
def test_create_registration_attachment_refuses_a_url_that_is_not_of_s3(sms: Any, url: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["attachmentUrl"]):
        sms.create_registration_attachment(AttachmentUrl=url)


def test_create_registration_attachment_refuses_body_and_url_together(
    sms: Any, bucket: Any
) -> None:
    with refused(
        "ValidationException",
        "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        fields=["attachmentBody", "attachmentUrl"],
    ):
        sms.create_registration_attachment(AttachmentBody=PDF, AttachmentUrl="s3://letters/a.pdf")


def test_create_registration_attachment_refuses_neither_body_nor_url(sms: Any) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["attachmentBody"]):
        sms.create_registration_attachment()


def test_create_registration_attachment_with_a_token_again_has_no_effect(sms: Any) -> None:
    first = sms.create_registration_attachment(AttachmentBody=PDF, ClientToken="once")

    assert body(sms.create_registration_attachment(AttachmentBody=PDF, ClientToken="once")) == body(
        first
    )
    assert len(described(sms)) == 1


def test_create_registration_attachment_refuses_over_the_accounts_quota(
    sms: Any, limits: Any
) -> None:
    limits.set("REGISTRATION_ATTACHMENTS", 1)
    upload(sms)

    with refused("ServiceQuotaExceededException", "REGISTRATION_ATTACHMENTS_PER_ACCOUNT"):
        upload(sms)


def test_create_registration_attachment_refuses_over_the_days_quota(sms: Any, limits: Any) -> None:
    limits.set("REGISTRATION_ATTACHMENTS_CREATED_PER_DAY", 2)
    with freeze_time("2026-01-02 03:00:00"):
        sms.delete_registration_attachment(RegistrationAttachmentId=upload(sms))
    with freeze_time("2026-01-02 12:00:00"):
        upload(sms)

    with (
        freeze_time("2026-01-03 02:59:59"),
        refused("ServiceQuotaExceededException", "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY"),
    ):
        upload(sms)
    with freeze_time("2026-01-03 03:00:00"):
        upload(sms)


def test_describe_registration_attachments_takes_ids_and_arns(sms: Any) -> None:
    first, second, third = (upload(sms) for _ in range(3))

    found = described(sms, ARN + third, first)

    assert [each["RegistrationAttachmentId"] for each in found] == [third, first]
    assert second not in {each["RegistrationAttachmentId"] for each in found}


def test_describe_registration_attachments_filters_by_status(sms: Any, bucket: Any) -> None:
    complete = upload(sms)
    failed = sms.create_registration_attachment(AttachmentUrl="s3://letters/none.pdf")

    def of_status(*statuses: str) -> list[str]:
        answer = sms.describe_registration_attachments(
            Filters=[{"Name": "attachment-status", "Values": list(statuses)}]
        )
        return [each["RegistrationAttachmentId"] for each in answer["RegistrationAttachments"]]

    assert of_status("UPLOAD_COMPLETE") == [complete]
    assert of_status("UPLOAD_FAILED") == [failed["RegistrationAttachmentId"]]
    assert of_status("UPLOAD_FAILED", "UPLOAD_COMPLETE") == [
        complete,
        failed["RegistrationAttachmentId"],
    ]
    assert of_status("DELETED", "UPLOAD_IN_PROGRESS") == []


def test_describe_registration_attachments_pages(sms: Any) -> None:
    ids = [upload(sms) for _ in range(5)]

    found = pages(sms.describe_registration_attachments, "RegistrationAttachments", size=2)

    assert [[each["RegistrationAttachmentId"] for each in page] for page in found] == [
        ids[:2],
        ids[2:4],
        ids[4:],
    ]


def test_describe_registration_attachments_refuses_an_unknown_id(sms: Any) -> None:
    known = upload(sms)

    with refused("ResourceNotFoundException", kind="registration-attachment", id="attachment-0"):
        described(sms, known, "attachment-0")


@freeze_time("2026-01-02 03:04:05")
def test_delete_registration_attachment_answers_it_and_forgets_it(sms: Any) -> None:
    attachment = upload(sms)

    assert body(sms.delete_registration_attachment(RegistrationAttachmentId=attachment)) == {
        "RegistrationAttachmentArn": ARN + attachment,
        "RegistrationAttachmentId": attachment,
        "AttachmentStatus": "DELETED",
        "CreatedTimestamp": datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc),
    }
    assert described(sms) == []


def test_delete_registration_attachment_takes_an_arn(sms: Any) -> None:
    sms.delete_registration_attachment(RegistrationAttachmentId=ARN + upload(sms))

    assert described(sms) == []


def test_delete_registration_attachment_refuses_an_unknown_id(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="registration-attachment", id="attachment-0"):
        sms.delete_registration_attachment(RegistrationAttachmentId="attachment-0")


def test_delete_registration_attachment_refuses_while_a_registration_holds_it(sms: Any) -> None:
    attachment = upload(sms)
    registration = create(sms, CAMPAIGN)
    sms.put_registration_field_value(
        RegistrationId=registration,
        FieldPath="campaignInfo.optInScreenshot",
        RegistrationAttachmentId=attachment,
    )

    with refused(
        "ConflictException",
        "RESOURCE_DELETION_NOT_ALLOWED",
        kind="registration-attachment",
        id=attachment,
    ):
        sms.delete_registration_attachment(RegistrationAttachmentId=attachment)

    sms.delete_registration(RegistrationId=registration)
    sms.delete_registration_attachment(RegistrationAttachmentId=attachment)
    assert described(sms) == []


@pytest.mark.parametrize(
    ("region_name", "account_id"), [("eu-west-1", ACCOUNT), (REGION, "210987654321")]
)
def test_attachments_stay_in_their_account_and_region(
    sms: Any, monkeypatch: pytest.MonkeyPatch, region_name: str, account_id: str
) -> None:
    attachment = upload(sms)
    monkeypatch.setenv("MOTO_ACCOUNT_ID", account_id)
    elsewhere = boto3.client("pinpoint-sms-voice-v2", region_name=region_name)

    assert described(elsewhere) == []
    with refused("ResourceNotFoundException", kind="registration-attachment", id=ARN + attachment):
        described(elsewhere, ARN + attachment)


def test_a_new_mock_knows_no_attachments() -> None:
    for _ in range(2):
        with mock_aws():
            sms = boto3.client("pinpoint-sms-voice-v2", region_name=REGION)
            assert described(sms) == []
            upload(sms)
