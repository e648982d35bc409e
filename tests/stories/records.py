"""What is kept about numbers and registrations, as a tool manages it."""

from __future__ import annotations

from moto_pinpoint_sms_v2 import Simulator

from .kinds import Change, Kind, Members
from .reads import described, listed, read_registration
from .stages import attachment, number_that_sends, opt_out_list

PUT = "put_registration_field_value"
ADDRESS = "companyInfo.address2"


def verify(simulator: Simulator, names: Members) -> Members:
    return {"VerificationCode": simulator.verification_code(names["VerifiedDestinationNumberId"])}


RECORDS = [
    Kind(
        name="opt-out list",
        create=("create_opt_out_list", {"OptOutListName": "news"}),
        named_by=("OptOutListName",),
        arn="OptOutListArn",
        read=described(
            "describe_opt_out_lists", "OptOutLists", "OptOutListNames", "OptOutListName"
        ),
        delete="delete_opt_out_list",
    ),
    Kind(
        name="opted-out number",
        stage=opt_out_list,
        create=(
            "put_opted_out_number",
            {"OptOutListName": "parents", "OptedOutNumber": "+12065550100"},
        ),
        named_by=("OptOutListName", "OptedOutNumber"),
        read=listed(
            "describe_opted_out_numbers", "OptedOutNumbers", "OptOutListName", "OptedOutNumber"
        ),
        starts={"EndUserOptedOut": False},
        delete="delete_opted_out_number",
    ),
    Kind(
        name="verified destination number",
        stage=number_that_sends,
        create=("create_verified_destination_number", {"DestinationPhoneNumber": "+12065550100"}),
        named_by=("VerifiedDestinationNumberId",),
        arn="VerifiedDestinationNumberArn",
        read=described(
            "describe_verified_destination_numbers",
            "VerifiedDestinationNumbers",
            "VerifiedDestinationNumberIds",
            "VerifiedDestinationNumberId",
        ),
        starts={"Status": "PENDING"},
        changes=[
            Change(
                "send_destination_number_verification_code", {"VerificationChannel": "TEXT"}, {}
            ),
            Change(
                "verify_destination_number",
                verify,
                {"Status": "VERIFIED"},
                again=("ConflictException", "VERIFICATION_ALREADY_COMPLETE"),
            ),
        ],
        delete="delete_verified_destination_number",
    ),
    Kind(
        name="registration",
        stage=attachment,
        create=("create_registration", {"RegistrationType": "US_TOLL_FREE_REGISTRATION"}),
        named_by=("RegistrationId",),
        arn="RegistrationArn",
        read=read_registration,
        changes=[
            *(
                Change(PUT, {"FieldPath": field_path, **value}, {field_path: value})
                for field_path, value in (
                    (ADDRESS, {"TextValue": "First floor"}),
                    (ADDRESS, {"TextValue": "Second floor"}),
                    ("messagingUseCase.monthlyMessageVolume", {"SelectChoices": ["100"]}),
                    (
                        "messagingUseCase.optInImage",
                        {"RegistrationAttachmentId": "attachment-parent"},
                    ),
                )
            ),
            Change("delete_registration_field_value", {"FieldPath": ADDRESS}, {ADDRESS: None}),
            Change(
                "discard_registration_version",
                {},
                {},
                again=("ConflictException", "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED"),
            ),
            Change(
                "create_registration_version",
                {},
                {
                    "CurrentVersionNumber": 2,
                    "messagingUseCase.monthlyMessageVolume": None,
                    "messagingUseCase.optInImage": None,
                },
                again=("ConflictException", "CREATE_REGISTRATION_VERSION_NOT_ALLOWED"),
            ),
        ],
        delete="delete_registration",
    ),
    Kind(
        name="registration attachment",
        create=("create_registration_attachment", {"AttachmentBody": b"%PDF-1.7"}),
        named_by=("RegistrationAttachmentId",),
        arn="RegistrationAttachmentArn",
        read=described(
            "describe_registration_attachments",
            "RegistrationAttachments",
            "RegistrationAttachmentIds",
            "RegistrationAttachmentId",
        ),
        starts={"AttachmentStatus": "UPLOAD_COMPLETE"},
        delete="delete_registration_attachment",
    ),
]
