"""Requests as no SDK makes them, and the shape of every answer."""

from __future__ import annotations

import json
from typing import Any

import pytest
import requests
from freezegun import freeze_time

from .answers import UUID, error
from .conftest import Post

MEGABYTE = 1024 * 1024


def test_an_answer_has_the_protocol_s_headers(post: Post) -> None:
    answer = post("CreateOptOutList", '{"OptOutListName": "news"}')

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/x-amz-json-1.0"
    assert UUID.fullmatch(answer.headers["x-amzn-requestid"])
    assert "x-amzn-errortype" not in answer.headers


def test_request_ids_are_not_used_twice(post: Post) -> None:
    ids = {post("DescribeOptOutLists").headers["x-amzn-requestid"] for _ in range(3)}

    assert len(ids) == 3


@pytest.mark.parametrize("url", ["in process"], indirect=True)
def test_timestamps_are_epoch_seconds_with_milliseconds(post: Post) -> None:
    with freeze_time("2026-01-02 03:04:05.678999"):
        answer = post("CreateOptOutList", '{"OptOutListName": "news"}')

    assert answer.json()["CreatedTimestamp"] == 1767323045.678


def test_an_empty_body_is_an_empty_object(post: Post) -> None:
    assert post("DescribeOptOutLists", b"").status_code == 200


@pytest.mark.parametrize(
    ("operation", "method", "headers"),
    [
        pytest.param(None, "POST", {}, id="no target"),
        pytest.param("", "POST", {}, id="an empty name"),
        pytest.param("SendPigeon", "POST", {}, id="a name that the model lacks"),
        pytest.param("createOptOutList", "POST", {}, id="another case"),
        pytest.param("create_opt_out_list", "POST", {}, id="the name of the method"),
        pytest.param("__class__", "POST", {}, id="a name of Python's"),
        pytest.param(None, "POST", {"X_Amz_Target": "CreateOptOutList"}, id="no prefix"),
        pytest.param(
            None, "POST", {"X_Amz_Target": "Other.CreateOptOutList"}, id="another service's prefix"
        ),
        pytest.param("DescribeOptOutLists", "GET", {}, id="GET"),
        pytest.param("DescribeOptOutLists", "PUT", {}, id="PUT"),
    ],
)
def test_what_names_no_operation_is_an_unknown_operation(
    post: Post, operation: str | None, method: str, headers: dict[str, str]
) -> None:
    answer = post(operation, method=method, **headers)

    assert error(answer)["__type"] == "UnknownOperationException"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b'{"OptOutListName": ', id="cut off"),
        pytest.param(b"{'OptOutListName': 'news'}", id="not JSON"),
        pytest.param(b"<Name/>", id="XML"),
        pytest.param(b"OptOutListName=news", id="a form"),
        pytest.param(b'{"OptOutListName": "news"} {}', id="two objects"),
        pytest.param(b'[{"OptOutListName": "news"}]', id="a list"),
        pytest.param(b'"news"', id="a string"),
        pytest.param(b"null", id="null"),
        pytest.param(b"7", id="a number"),
        pytest.param(b'{"x": NaN}', id="NaN"),
        pytest.param(b'{"x": -Infinity}', id="infinity"),
        pytest.param(b'{"x": ' + b"9" * 5000 + b"}", id="a number of 5000 digits"),
        pytest.param(b"[" * 100_000, id="lists nested 100,000 deep, unclosed"),
        pytest.param(b'{"x":' * 100_000 + b"1" + b"}" * 100_000, id="nested 100,000 deep"),
        pytest.param(b'{"OptOutListName": "\xff"}', id="not UTF-8"),
        pytest.param(b'{"OptOutListName": "\xed\xa0\x80"}', id="a surrogate in UTF-8"),
        pytest.param(b'{"OptOutListName": "\\ud83d"}', id="a lone surrogate, escaped"),
        pytest.param(b'{"\\udc00": 1}', id="a lone surrogate as a name"),
        pytest.param('{"OptOutListName": "news"}'.encode("utf-16"), id="UTF-16"),
        pytest.param(b'\xef\xbb\xbf{"OptOutListName": "news"}', id="a byte order mark"),
    ],
)
def test_what_is_not_a_json_object_is_refused(post: Post, body: bytes) -> None:
    assert error(post("CreateOptOutList", body))["__type"] == "SerializationException"

    assert len(post("DescribeOptOutLists").json()["OptOutLists"]) == 1


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        ("CreateOptOutList", {"OptOutListName": 7}),
        ("CreateOptOutList", {"OptOutListName": ["news"]}),
        ("CreateOptOutList", {"OptOutListName": True}),
        ("CreateOptOutList", {"OptOutListName": "news", "Tags": {"Key": "a", "Value": "b"}}),
        ("CreateOptOutList", {"OptOutListName": "news", "Tags": ["a"]}),
        ("CreateOptOutList", {"OptOutListName": "news", "Tags": [{"Key": 1, "Value": "b"}]}),
        ("DescribeOptOutLists", {"MaxResults": "10"}),
        ("DescribeOptOutLists", {"MaxResults": 1.5}),
        ("DescribeOptOutLists", {"MaxResults": True}),
        ("DescribeOptOutLists", {"OptOutListNames": "news"}),
    ],
    ids=json.dumps,
)
def test_a_member_of_another_json_type_is_refused(
    post: Post, operation: str, body: dict[str, Any]
) -> None:
    assert error(post(operation, json.dumps(body)))["__type"] == "SerializationException"


@pytest.mark.parametrize(
    ("operation", "body", "reason", "field"),
    [
        pytest.param("CreateOptOutList", {}, "MISSING_PARAMETER", "optOutListName", id="absent"),
        pytest.param(
            "CreateOptOutList",
            {"OptOutListName": None},
            "MISSING_PARAMETER",
            "optOutListName",
            id="null",
        ),
        pytest.param(
            "CreateOptOutList",
            {"OptOutListName": ""},
            "INVALID_PARAMETER",
            "optOutListName",
            id="too short",
        ),
        pytest.param(
            "CreateOptOutList",
            {"OptOutListName": "n" * 65},
            "INVALID_PARAMETER",
            "optOutListName",
            id="too long",
        ),
        pytest.param(
            "CreateOptOutList",
            {"OptOutListName": "n" * MEGABYTE},
            "INVALID_PARAMETER",
            "optOutListName",
            id="a megabyte",
        ),
        pytest.param(
            "CreateOptOutList",
            {"OptOutListName": "my news"},
            "INVALID_PARAMETER",
            "optOutListName",
            id="not of the pattern",
        ),
        pytest.param(
            "CreateOptOutList",
            {"OptOutListName": "news\n"},
            "INVALID_PARAMETER",
            "optOutListName",
            id="of the pattern but for a newline",
        ),
        pytest.param(
            "CreateOptOutList",
            {"OptOutListName": "news", "Tags": [{"Key": "a", "Value": "b"}, {"Key": "c"}]},
            "MISSING_PARAMETER",
            "tags[1].value",
            id="absent in a list",
        ),
        pytest.param(
            "CreateOptOutList",
            {"Tags": [{"Key": "c"}]},
            "MISSING_PARAMETER",
            "optOutListName",
            id="the first of two",
        ),
        pytest.param(
            "DescribeOptOutLists", {"MaxResults": 0}, "INVALID_PARAMETER", "maxResults", id="low"
        ),
        pytest.param(
            "DescribeOptOutLists", {"MaxResults": 101}, "INVALID_PARAMETER", "maxResults", id="high"
        ),
        pytest.param(
            "DescribeOptOutLists",
            {"MaxResults": 10**400},
            "INVALID_PARAMETER",
            "maxResults",
            id="beyond any integer type",
        ),
        pytest.param(
            "DescribeOptOutLists", {"Owner": "THEIRS"}, "INVALID_PARAMETER", "owner", id="enum"
        ),
    ],
)
def test_a_member_that_breaks_its_shape_is_refused(
    post: Post, operation: str, body: dict[str, Any], reason: str, field: str
) -> None:
    refusal = error(post(operation, json.dumps(body)))

    assert refusal["__type"] == "ValidationException"
    assert refusal["Reason"] == reason
    assert [each["Name"] for each in refusal["Fields"]] == [field]
    assert refusal["Message"] == f'Validation Failed - Reason="{reason}" Fields="{field}"'


def test_members_that_the_model_lacks_are_ignored(post: Post) -> None:
    body = '{"OptOutListName": "news", "Newer": {"x": [1e999, null]}, "Padding": "%s"}'

    answer = post("CreateOptOutList", body % ("x" * MEGABYTE))

    assert answer.json()["OptOutListName"] == "news"


def test_optional_members_that_are_null_count_as_absent(post: Post) -> None:
    answer = post("CreateOptOutList", '{"OptOutListName": "news", "Tags": null}')

    assert sorted(answer.json()) == ["CreatedTimestamp", "OptOutListArn", "OptOutListName"]


def test_what_pairs_as_a_surrogate_is_text(post: Post) -> None:
    body = b'{"OptOutListName": "news", "Tags": [{"Key": "mood", "Value": "\\ud83d\\ude00"}]}'

    assert post("CreateOptOutList", body).json()["Tags"] == [{"Key": "mood", "Value": "😀"}]


def test_a_region_without_the_service_is_refused(aws: None) -> None:
    answer = requests.post(
        "https://sms-voice.mars-north-1.amazonaws.com/",
        data=b"{}",
        headers={"X-Amz-Target": "PinpointSMSVoiceV2.DescribeOptOutLists"},
        timeout=10,
    )

    assert error(answer)["__type"] == "UnrecognizedClientException"
