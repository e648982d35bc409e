"""One-time password: somebody logs in with a code from a text message."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import Any

import pytest
from botocore.exceptions import ClientError

from .senders import long_code
from .world import World

HANDSET = "+447700900123"


@dataclass
class Login:
    """What the application keeps until the code is typed."""

    code: str
    message_id: str


class CannotLogIn(Exception):
    """What the person is told."""


def begin_login(sms: Any, sender: str, phone_number: str) -> Login:
    """Send a code, and ask AWS to wait for word whether it came."""
    code = f"{secrets.randbelow(1_000_000):06}"
    try:
        sent = sms.send_text_message(
            DestinationPhoneNumber=phone_number,
            OriginationIdentity=sender,
            MessageBody=f"{code} is your code. It is valid for five minutes.",
            TimeToLive=300,
            MessageFeedbackEnabled=True,
        )
    except ClientError as error:
        raise CannotLogIn(_ADVICE.get(error.response["Reason"], "Try again later.")) from error
    return Login(code, sent["MessageId"])


_ADVICE = {
    "INVALID_PARAMETER": "That is not a phone number.",
    "DESTINATION_PHONE_NUMBER_OPTED_OUT": "You asked for no more messages from us.",
}


def finish_login(sms: Any, login: Login, typed: str) -> bool:
    """Compare the code, and tell AWS that it was received."""
    if not secrets.compare_digest(login.code, typed):
        return False
    sms.put_message_feedback(MessageId=login.message_id, MessageFeedbackStatus="RECEIVED")
    return True


def test_somebody_logs_in_with_the_code_that_was_sent(world: World) -> None:
    sender = long_code(world.simulator)

    login = begin_login(world.sms, sender, HANDSET)

    # The person looks at the handset, and mistypes once.
    [message] = world.simulator.messages(destination_phone_number=HANDSET)
    assert (message.status, message.total_message_parts) == ("TEXT_DELIVERED", 1)
    assert (message.time_to_live, message.message_feedback_status) == (300, None)
    found = re.search(r"\d{6}", message.message_body or "")
    assert found is not None
    code = found[0]
    assert not finish_login(world.sms, login, code[::-1] + "0")
    assert finish_login(world.sms, login, code)

    # AWS knows now that the code came.
    [message] = world.simulator.messages(message_id=login.message_id)
    assert message.message_feedback_status == "RECEIVED"

    with pytest.raises(CannotLogIn, match="not a phone number"):
        begin_login(world.sms, sender, "+44770")
    # AWS is out of order once.
    world.simulator.inject_error(
        "SendTextMessage", "AccessDeniedException", reason="ACCOUNT_DISABLED"
    )
    with pytest.raises(CannotLogIn, match="Try again later"):
        begin_login(world.sms, sender, HANDSET)
    assert begin_login(world.sms, sender, HANDSET).message_id != login.message_id
