"""The fixture ``simulator``, in a pytest of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from .subprocesses import OUR_PLUGIN, environment, run_warm

SEND = """
import os
import boto3
from moto_pinpoint_sms_v2 import Simulator

def send(region_name=None):
    sms = boto3.client("pinpoint-sms-voice-v2", region_name=region_name)
    number = Simulator(region_name=sms.meta.region_name).add_phone_number(
        iso_country_code="GB", number_type="LONG_CODE"
    )["PhoneNumberId"]
    sms.send_text_message(
        DestinationPhoneNumber="+447700900123", OriginationIdentity=number, MessageBody="Hello."
    )
"""


def passed(code: str, folder: Path, **more: str) -> int:
    """Return how many tests of that code pass; none may fail, and none may warn."""
    (folder / "test_it.py").write_text(SEND + code, "utf-8")
    options = ["-q", "-p", "no:cacheprovider", "-W", "error::pytest.PytestWarning", *OUR_PLUGIN]
    env = environment(**more)
    done = run_warm("-m", "pytest", *options, "test_it.py", cwd=folder, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return int(done.stdout.splitlines()[-1].split(" passed")[0])


def test_the_fixture_opens_a_mock_and_gives_its_simulator(tmp_path: Path) -> None:
    code = """
def test_it(simulator):
    assert isinstance(simulator, Simulator)
    send()
    assert [message.message_body for message in simulator.messages()] == ["Hello."]
"""
    assert passed(code, tmp_path) == 1


def test_each_test_has_a_fresh_account(tmp_path: Path) -> None:
    code = """
def test_one(simulator):
    send()

def test_another(simulator):
    assert simulator.messages() == []
"""
    assert passed(code, tmp_path) == 2


@pytest.mark.parametrize(
    ("changes", "region"),
    [({"AWS_DEFAULT_REGION": ""}, "us-east-1"), ({"AWS_DEFAULT_REGION": "eu-west-2"}, "eu-west-2")],
)
def test_there_is_a_default_region(changes: dict[str, str], region: str, tmp_path: Path) -> None:
    code = f"""
def test_it(simulator):
    send()
    assert (len(simulator.messages()), simulator.region_name) == (1, "{region}")
    assert boto3.client("sns").meta.region_name == "{region}"
"""
    assert passed(code, tmp_path, **changes) == 1


def test_the_environment_is_as_before_afterwards(tmp_path: Path) -> None:
    code = """
before = dict(os.environ)

def test_it(simulator):
    pass

def test_afterwards():
    changed = {name for name in {*before, *os.environ} if before.get(name) != os.environ.get(name)}
    assert changed <= {"PYTEST_CURRENT_TEST"}
"""
    assert passed(code, tmp_path, AWS_DEFAULT_REGION="") == 2


def test_no_credentials_are_needed(tmp_path: Path) -> None:
    code = """
def test_it(simulator):
    send()
    assert len(simulator.messages()) == 1
"""
    keys = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}
    assert passed(code, tmp_path, HOME=str(tmp_path), **keys) == 1


def test_it_goes_together_with_moto_s_decorator(tmp_path: Path) -> None:
    code = """
from moto import mock_aws

@mock_aws
def test_it(simulator):
    send()
    assert len(simulator.messages()) == 1
"""
    assert passed(code, tmp_path) == 1


def test_inside_a_wider_mock_it_forgets_what_was_sent_and_nothing_else(tmp_path: Path) -> None:
    code = """
import pytest
from moto import mock_aws

@pytest.fixture(scope="module", autouse=True)
def world():
    with mock_aws():
        boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="mine")
        send("us-east-1")
        sim = Simulator(region_name="us-east-1")
        sim.set_outcome("+447700900123", "TEXT_SPAM")
        sim.inject_error("SendTextMessage", "ThrottlingException")
        yield

@pytest.mark.parametrize("turn", [1, 2])
def test_it(simulator, turn):
    assert (simulator.messages(), simulator.events(), simulator.refusals()) == ([], [], [])
    sms = boto3.client("pinpoint-sms-voice-v2")
    assert len(sms.describe_phone_numbers()["PhoneNumbers"]) == turn
    assert len(boto3.client("s3").list_buckets()["Buckets"]) == 1
    send()
    assert simulator.message().status == "TEXT_DELIVERED"
"""
    assert passed(code, tmp_path) == 2


def test_inside_a_wider_mock_it_forgets_what_counts_towards_a_limit(tmp_path: Path) -> None:
    code = """
import pytest
from moto import mock_aws

@pytest.fixture(scope="module", autouse=True)
def world():
    with mock_aws():
        Simulator(region_name="us-east-1").add_phone_number(
            iso_country_code="US",
            number_type="TOLL_FREE",
            number_capabilities=["SMS", "VOICE"],
            phone_number="+18005550100",
        )
        Simulator(region_name="us-east-1").enforce_rates()
        yield

def call(**settings):
    sms = boto3.client("pinpoint-sms-voice-v2")
    sms.send_voice_message(
        OriginationIdentity="+18005550100", MessageBody="Hello", **settings
    )

@pytest.mark.parametrize("turn", range(6))
def test_it(simulator, turn):
    call(DestinationPhoneNumber="+12065550101")
"""
    assert passed(code, tmp_path) == 6


def test_inside_a_wider_mock_it_begins_with_the_account_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "account.json").write_text('{"OptOutLists": [{"OptOutListName": "Mine"}]}', "utf-8")
    code = """
import pytest
from moto import mock_aws

@pytest.fixture(scope="module", autouse=True)
def world():
    with mock_aws():
        send("us-east-1")
        yield

@pytest.mark.pinpoint_sms_account("account.json")
@pytest.mark.parametrize("turn", [1, 2])
def test_it(simulator, turn):
    sms = boto3.client("pinpoint-sms-voice-v2")
    assert sms.describe_phone_numbers()["PhoneNumbers"] == []
    names = [each["OptOutListName"] for each in sms.describe_opt_out_lists()["OptOutLists"]]
    assert names == ["Default", "Mine"]
"""
    assert passed(code, tmp_path) == 2


def test_a_project_s_own_fixture_of_that_name_wins(tmp_path: Path) -> None:
    code = """
import pytest

@pytest.fixture
def simulator():
    return "mine"

def test_it(simulator):
    assert simulator == "mine"
"""
    assert passed(code, tmp_path) == 1
