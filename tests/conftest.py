"""Fixtures: a mock, a client, and the nouns that most tests need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import boto3
import botocore.session
import freezegun
import moto.core.models
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from moto import mock_aws
from moto.core.config import default_user_config
from moto.core.custom_responses_mock import CallbackResponse
from moto.server import ThreadedMotoServer

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import Operation
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.responses import PinpointSMSVoiceV2Response

from .scene import Scene, set_up
from .subprocesses import listening
from .support import ACCOUNT, REGION, assert_declared, backend, client, reset

# Or tests whose clock stands would seem to last for years.
freezegun.configure(extend_ignore_list=["_pytest.timing"])


@pytest.fixture(autouse=True, scope="session")
def _built_once() -> Iterator[None]:
    """Let all tests share what boto3 and moto build anew for each mock, or it is most of a test."""
    with pytest.MonkeyPatch.context() as patch:
        # What botocore reads from its files.
        patch.setattr(botocore.session, "create_loader", cache(botocore.session.create_loader))
        # The session behind boto3.client, with its hundred handlers.
        patch.setitem(default_user_config["core"], "reset_boto3_session", False)
        # Moto's 1,300 pairs of a method and a URL, which hold no state.
        patch.setattr(moto.core.models, "CallbackResponse", cache(CallbackResponse))
        # The key by which moto's SNS signs, of its own for each subscription.
        patch.setattr(rsa, "generate_private_key", cache(rsa.generate_private_key))
        yield


@pytest.fixture(autouse=True)
def _credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    monkeypatch.delenv("MOTO_ACCOUNT_ID", raising=False)


@pytest.fixture(autouse=True)
def _only_declared_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail when an operation answers with what its model does not describe."""
    call = PinpointSMSVoiceV2Response._call

    def checked(door: Any, backend: Any, wanted: Operation, members: dict[str, Any]) -> Any:
        answer = call(door, backend, wanted, members)
        assert_declared(wanted, answer)
        return answer

    monkeypatch.setattr(PinpointSMSVoiceV2Response, "_call", checked)


@pytest.fixture
def aws() -> Iterator[None]:
    """A mocked AWS, empty at the start."""
    with mock_aws():
        yield


@pytest.fixture(scope="session")
def _threaded_server() -> Iterator[str]:
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def threaded_server(_threaded_server: str) -> str:
    """The URL of moto's server in this process, empty at the start."""
    return reset(_threaded_server)


@pytest.fixture(scope="session")
def _own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    command = ("-m", "moto_pinpoint_sms_v2", "server")
    with listening(*command, cwd=tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture
def own_server(_own_server: str) -> str:
    """The URL of our server in a process of its own, empty at the start."""
    return reset(_own_server)


@pytest.fixture
def sms(aws: None) -> Any:
    """A client of the service in the default Region and account."""
    return client()


@pytest.fixture
def limits(sms: Any) -> Any:
    """The account's limits, to be changed by ``limits.set``."""
    return backend(ACCOUNT, REGION).store.limits


@pytest.fixture
def simulator(aws: None) -> Simulator:
    """The other side of the same mock that the ``sms`` client talks to."""
    return Simulator(region_name=REGION, account_id=ACCOUNT)


@pytest.fixture
def toll_free(sms: Any) -> Callable[[], str]:
    """Request one more toll-free number, and return its id."""

    def request() -> str:
        answer = sms.request_phone_number(
            IsoCountryCode="US",
            MessageType="TRANSACTIONAL",
            NumberCapabilities=["SMS"],
            NumberType="TOLL_FREE",
        )
        return str(answer["PhoneNumberId"])

    return request


@pytest.fixture(params=["another Region", "another account"])
def stranger(sms: Any, request: pytest.FixtureRequest) -> Any:
    """A client that must see nothing of what ``sms`` makes."""
    if request.param == "another Region":
        return client("eu-west-1")
    credentials = boto3.client("sts", region_name=REGION).assume_role(
        RoleArn="arn:aws:iam::111122223333:role/stranger", RoleSessionName="stranger"
    )["Credentials"]
    return boto3.client(
        "pinpoint-sms-voice-v2",
        region_name=REGION,
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )


@pytest.fixture(params=["in process", "over HTTP"])
def scene(request: pytest.FixtureRequest) -> Iterator[Scene]:
    """One message that was sent, one registration in review, one number to be verified."""
    with mock_aws():
        over_http = request.param == "over HTTP"
        yield set_up(request.getfixturevalue("threaded_server") if over_http else None)
