"""A client that fills in any registration's form: it knows none, and reads what each asks for.

It answers every REQUIRED field and every CONDITIONAL one whose rules ask for it, with values,
documents and pictures that fit.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from botocore.exceptions import ClientError

Fields = Mapping[str, Mapping[str, Any]]
"""A form's fields as DescribeRegistrationFieldDefinitions answers them, by path."""
Answers = dict[str, dict[str, Any]]
"""What was put into the fields, by path."""

PDF = b"%PDF-1.7 an example"
_PICTURES = {"logo": (224, 224), "banner": (1440, 448)}
_TEXTS = {"accentColor": "#1A5276", "senderId": "EXMPLE", "monthlyRcsVolume": "1000"}


def described_fields(sms: Any, registration_type: str) -> Fields:
    """Return a form's fields, read page by page."""
    pages = sms.get_paginator("describe_registration_field_definitions").paginate(
        RegistrationType=registration_type
    )
    return {
        field["FieldPath"]: field
        for page in pages
        for field in page["RegistrationFieldDefinitions"]
    }


def fill_in_all(
    sms: Any, registration_id: str, *, leave_out: Collection[str] = (), **chosen: Any
) -> Answers:
    """Answer all that a registration's form asks for but some fields, and return the answers.

    ``chosen`` are answers of the caller's own, by path with a dot as two underscores.
    """
    answers: Answers = {}
    for path, answer in chosen.items():
        _put(sms, registration_id, path.replace("__", "."), answer, answers)
    registration_type = type_of(sms, registration_id)
    fields = described_fields(sms, registration_type)
    while wanted := [path for path in asked_for(fields, answers) if path not in leave_out]:
        field = fields[wanted[0]]
        answer = _answer_to(sms, field, registration_type[:2])
        if field["FieldType"] == "ATTACHMENT":
            _put_file(sms, registration_id, wanted[0], answers)
        else:
            _put(sms, registration_id, wanted[0], answer, answers)
    return answers


def asked_for(fields: Fields, answers: Answers) -> Iterator[str]:
    """Yield the paths of the fields that must be answered and are not, required ones first."""
    for requirement in ("REQUIRED", "CONDITIONAL"):
        for path, field in fields.items():
            is_such = field["FieldRequirement"] == requirement and path not in answers
            if is_such and (requirement == "REQUIRED" or _is_required(field, answers)):
                yield path


def type_of(sms: Any, registration_id: str) -> str:
    """Return a registration's type, which no Describe of it is needed for."""
    answer = sms.list_registration_associations(RegistrationId=registration_id)
    return str(answer["RegistrationType"])


def picture(width: int, height: int) -> bytes:
    """Return a white PNG of that size."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = (b"\0" + b"\xff" * ((width + 7) // 8)) * height
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def upload(sms: Any, document: bytes) -> str:
    """Upload a document, and return the attachment's id."""
    attachment = sms.create_registration_attachment(AttachmentBody=document)
    identifier = attachment["RegistrationAttachmentId"]
    sms.describe_registration_attachments(RegistrationAttachmentIds=[identifier])
    return str(identifier)


def _put(sms: Any, registration_id: str, path: str, answer: Any, answers: Answers) -> None:
    member = "SelectChoices" if isinstance(answer, list) else "TextValue"
    answers[path] = answer if isinstance(answer, dict) else {member: answer}
    sms.put_registration_field_value(
        RegistrationId=registration_id, FieldPath=path, **answers[path]
    )


def _put_file(sms: Any, registration_id: str, path: str, answers: Answers) -> None:
    """Put the first kind of file that the field takes, which its definition does not say."""
    size = next((size for word, size in _PICTURES.items() if word in path), (640, 480))
    documents = [picture(*size), PDF] if size != (640, 480) else [PDF, picture(*size)]
    for document in documents:
        try:
            _put(
                sms,
                registration_id,
                path,
                {"RegistrationAttachmentId": upload(sms, document)},
                answers,
            )
        except ClientError as error:
            if error.response.get("Reason") != "ATTACHMENT_TYPE_NOT_SUPPORTED":
                raise
        else:
            return
    raise AssertionError(f"{path} takes no file")


def _answer_to(sms: Any, field: Mapping[str, Any], country: str) -> str | list[str] | None:
    if field["FieldType"] == "ATTACHMENT":
        return None
    if field["FieldType"] == "SELECT":
        validation = field["SelectValidation"]
        chosen: list[str] = validation["Options"][: max(1, validation["MinChoices"])]
        return chosen
    validation = field["TextValidation"]
    least, most = validation["MinLength"], validation["MaxLength"]
    for text in _texts(field, country):
        fitting = text.ljust(least, "x")[:most].rstrip()
        if len(fitting) >= least and re.fullmatch(validation["Pattern"], fitting):
            return fitting
    raise AssertionError(f"no text fits {field}")


def _texts(field: Mapping[str, Any], country: str) -> Iterator[str]:
    name = field["FieldPath"].rpartition(".")[2]
    title = field["DisplayHints"]["Title"]
    if field["TextValidation"]["MaxLength"] == 2:
        yield country if country.isalpha() and country not in ("TE", "NO") else "US"
    if name in _TEXTS:
        yield _TEXTS[name]
    if "email" in title.lower():
        yield "help@example.com"
    if "phone" in title.lower():
        yield "+12065550100"
    if "website" in title.lower() or "url" in title.lower():
        yield "https://example.com"
    yield f"{title} of Example, see https://example.com/sign-up."
    yield "Example"
    yield "12345"


def _is_required(field: Mapping[str, Any], answers: Answers) -> bool:
    behavior = field.get("ConditionalBehavior")
    if behavior is None:
        return False
    for rule in behavior["Rules"]:
        if all(_holds(condition, answers) for condition in rule["Conditions"]):
            return bool(rule["RuleBehavior"] == "REQUIRED")
    return bool(behavior["DefaultBehavior"] == "REQUIRED")


def _holds(condition: Mapping[str, Any], answers: Answers) -> bool:
    answer = answers.get(condition["DependsOnFieldPath"], {})
    given = set(answer.get("SelectChoices") or answer.values())
    wanted = set(condition.get("Values", ()))
    return {
        "EQUALS": given == wanted,
        "NOT_EQUALS": given != wanted,
        "IN": bool(given & wanted),
        "NOT_IN": not given & wanted,
        "HAS_VALUE": bool(given),
        "NO_VALUE": not given,
    }[condition["Operator"]]
