"""Bodies as they travel: compressed, in chunks, in Base64."""

from __future__ import annotations

import gzip
import json
import socket
from base64 import b64encode
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from moto.moto_server import utilities
from werkzeug.serving import DechunkedInput

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.chunks import Chunks
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model

from .answers import error
from .conftest import Post

MEGABYTE = 1024 * 1024
CREATE = b'{"OptOutListName": "news"}'


@pytest.fixture
def moto_lets_us_unpack(url: str) -> None:
    """Skip where moto's server, from 5.1.12 to 5.2.3, unpacks before any service has its turn."""
    if "127.0.0.1" in url and hasattr(utilities, "decompress_request_body"):
        pytest.skip("this moto's server answers a body that does not open by itself, with a 500")


def test_a_body_may_be_compressed(post: Post) -> None:
    answer = post("CreateOptOutList", gzip.compress(CREATE), Content_Encoding="gzip")

    assert answer.json()["OptOutListName"] == "news"


@pytest.mark.usefixtures("moto_lets_us_unpack")
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(CREATE, id="not compressed"),
        pytest.param(gzip.compress(CREATE)[:-9], id="cut off"),
        pytest.param(gzip.compress(b"")[:10] + b"\xff" * 20, id="damaged"),
        pytest.param(gzip.compress(b"[]"), id="a list"),
    ],
)
def test_a_compressed_body_that_does_not_open_is_refused(post: Post, body: bytes) -> None:
    answer = post("CreateOptOutList", body, Content_Encoding="gzip")

    assert error(answer)["__type"] == "SerializationException"


@pytest.mark.parametrize("more", [0, 1], ids=["16 MB", "a byte more"])
def test_a_body_is_unpacked_up_to_16_megabytes(post: Post, more: int) -> None:
    body = CREATE.ljust(16 * MEGABYTE + more)

    answer = post("CreateOptOutList", gzip.compress(body, 1), Content_Encoding="gzip")

    if more:
        assert error(answer)["__type"] == "SerializationException"
    else:
        assert answer.json()["OptOutListName"] == "news"


def in_chunks(url: str, chunks: bytes, path: str = "/") -> tuple[int, Any]:
    """Post a body as it stands in chunks, and return the status and the answer's members."""
    place = urlsplit(url)
    assert place.hostname is not None
    assert place.port is not None
    head = (
        f"POST {path} HTTP/1.1\r\n"
        f"Host: {place.netloc}\r\n"
        "X-Amz-Target: PinpointSMSVoiceV2.CreateOptOutList\r\n"
        "Authorization: AWS4-HMAC-SHA256 "
        "Credential=testing/20260101/us-east-1/sms-voice/aws4_request, "
        "SignedHeaders=host, Signature=0\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )
    with socket.create_connection((place.hostname, place.port), timeout=60) as connection:
        connection.sendall(head.encode("ascii") + chunks)
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as answered:
            head_line, _, body = answered.read().decode("utf-8").partition("\r\n")
    return int(head_line.split()[1]), json.loads(body.partition("\r\n\r\n")[2])


def test_a_body_may_come_in_chunks(threaded_server: str) -> None:
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(CREATE), CREATE)

    status, answer = in_chunks(threaded_server, chunks)

    assert (status, answer["OptOutListName"]) == (200, "news")


BROKEN = pytest.mark.parametrize(
    "chunks",
    [
        pytest.param(b"zz\r\n{}\r\n0\r\n\r\n", id="no number"),
        pytest.param(b"-2\r\n{}\r\n0\r\n\r\n", id="a negative one"),
        pytest.param(b"2\r\n{}.0\r\n\r\n", id="longer than it says"),
        pytest.param(b"ffffffff\r\n{}\r\n0\r\n\r\n", id="shorter than it says"),
        pytest.param(b"2\r\n{}\r\n", id="without an end"),
    ],
)


@BROKEN
def test_a_broken_chunk_is_refused(threaded_server: str, chunks: bytes) -> None:
    status, answer = in_chunks(threaded_server, chunks)

    assert (status, answer["__type"]) == (400, "SerializationException")


@BROKEN
def test_a_broken_chunk_of_a_simulator_s_call_is_refused(
    threaded_server: str, chunks: bytes
) -> None:
    path = "/moto-api/pinpoint-sms-voice-v2/clear_errors"

    status, answer = in_chunks(threaded_server, chunks, path)

    assert status == 400
    assert answer["message"].startswith("The body is broken: ")


def test_a_short_chunk_takes_no_memory_from_who_reads_it() -> None:
    """Werkzeug's own reader shrinks the reader's bytearray, which Python then reads beyond."""
    memory = bytearray(1024)
    chunks = Chunks(DechunkedInput(BytesIO(b"ffffffff\r\n{}")))

    with pytest.raises(OSError, match="shorter than it says"):
        chunks.readinto(memory)

    assert len(memory) == 1024


MOST = service_model().shape_for("AttachmentBody").metadata["max"]


@pytest.mark.parametrize(
    ("size", "is_refused"),
    [(0, True), (MOST, False), (MOST + 1, True)],
    ids=["none", "the most", "one more"],
)
def test_the_size_of_a_file_counts_its_bytes_and_not_their_base64(
    post: Post, size: int, is_refused: bool
) -> None:
    file = b64encode(b"%PDF-1.7".ljust(size)[:size]).decode("ascii")

    answer = post("CreateRegistrationAttachment", json.dumps({"AttachmentBody": file}))

    assert (answer.json().get("Reason") == "INVALID_PARAMETER") is is_refused
