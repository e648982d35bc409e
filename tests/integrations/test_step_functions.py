"""State machines that send, and catch what goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from time import monotonic, sleep
from typing import Any
from urllib.request import Request, urlopen

import boto3
import pytest
from moto import mock_aws

from moto_pinpoint_sms_v2.simulator import Simulator

pytest.importorskip("antlr4", reason="moto[stepfunctions] is not installed")

ROLE = "arn:aws:iam::123456789012:role/machine"
EXECUTE = {"stepfunctions": {"execute_state_machine": True}}
HELLO = {
    "DestinationPhoneNumber": "+14255550199",
    "OriginationIdentity": "+18885550100",
    "MessageBody": "Hello",
}
Execute = Callable[..., Any]


def execute(machine: dict[str, Any], endpoint_url: str | None = None) -> dict[str, Any]:
    """Run a state machine to its end, and return what DescribeExecution says of it then."""
    states = boto3.client("stepfunctions", region_name="us-east-1", endpoint_url=endpoint_url)
    arn = states.create_state_machine(name="machine", definition=json.dumps(machine), roleArn=ROLE)[
        "stateMachineArn"
    ]
    execution = states.start_execution(stateMachineArn=arn)["executionArn"]
    end = monotonic() + 20
    while True:
        found: dict[str, Any] = states.describe_execution(executionArn=execution)
        if found["status"] != "RUNNING" or monotonic() > end:
            return found
        sleep(0.02)


def task(action: str, parameters: dict[str, Any], **more: Any) -> dict[str, Any]:
    resource = f"arn:aws:states:::aws-sdk:pinpointsmsvoicev2:{action}"
    return {"Type": "Task", "Resource": resource, "Parameters": parameters, **more}


def sends(**catching: Any) -> dict[str, Any]:
    """A machine that sends; what is caught becomes its output."""
    states = {
        "Send": task("sendTextMessage", HELLO, End=True, **catching),
        "Caught": {"Type": "Pass", "End": True},
    }
    return {"StartAt": "Send", "States": states}


def catching(error: str) -> dict[str, Any]:
    return {"Catch": [{"ErrorEquals": [error], "Next": "Caught"}]}


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with mock_aws(config=EXECUTE):
        yield Simulator(region_name="us-east-1")


def add_number(simulator: Simulator) -> None:
    simulator.add_phone_number(
        iso_country_code="US", number_type="TOLL_FREE", phone_number="+18885550100"
    )


def test_a_state_machine_sends(simulator: Simulator) -> None:
    add_number(simulator)

    done = execute(sends())

    (message,) = simulator.messages()
    assert (done["status"], json.loads(done["output"])) == (
        "SUCCEEDED",
        {"MessageId": message.message_id},
    )
    assert (message.destination_phone_number, message.message_body) == ("+14255550199", "Hello")


def test_a_state_machine_opts_out_and_catches_the_refusal_of_the_next_send(
    simulator: Simulator,
) -> None:
    """The story: someone is put on the list, and the send's refusal leads another way."""
    add_number(simulator)
    opt_out = task(
        "putOptedOutNumber",
        {"OptOutListName": "Default", "OptedOutNumber": "+14255550199"},
        ResultPath=None,
        Next="Send",
    )
    machine = sends(**catching("PinpointSmsVoiceV2.ConflictException"))
    machine = {"StartAt": "OptOut", "States": {"OptOut": opt_out, **machine["States"]}}

    done = execute(machine)

    caught = json.loads(done["output"])
    assert (done["status"], caught["Error"]) == (
        "SUCCEEDED",
        "PinpointSmsVoiceV2.ConflictException",
    )
    assert 'Reason="DESTINATION_PHONE_NUMBER_OPTED_OUT"' in caught["Cause"]
    assert "Service: PinpointSmsVoiceV2, Status Code: 400" in caught["Cause"]
    assert simulator.messages() == []


def test_an_identity_that_is_not_there_is_an_error_of_its_name(simulator: Simulator) -> None:
    done = execute(sends(**catching("PinpointSmsVoiceV2.ResourceNotFoundException")))

    assert json.loads(done["output"])["Error"] == "PinpointSmsVoiceV2.ResourceNotFoundException"


def test_an_error_that_is_not_caught_fails_the_machine(simulator: Simulator) -> None:
    done = execute(sends(**catching("PinpointSmsVoiceV2.ConflictException")))

    assert (done["status"], done["error"]) == (
        "FAILED",
        "PinpointSmsVoiceV2.ResourceNotFoundException",
    )


def test_a_state_machine_on_the_server_sends(own_server: str) -> None:
    simulator = Simulator(region_name="us-east-1", endpoint_url=own_server)
    add_number(simulator)
    config = Request(  # noqa: S310 - our own server
        f"{own_server}/moto-api/config", data=json.dumps(EXECUTE).encode(), method="POST"
    )
    with urlopen(config):  # noqa: S310
        done = execute(sends(), own_server)

    (message,) = simulator.messages()
    assert json.loads(done["output"]) == {"MessageId": message.message_id}
