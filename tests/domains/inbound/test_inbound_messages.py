"""Inbound messages: what people write back."""

from __future__ import annotations

import json
import re
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...access import trusted_role
from ...support import ACCOUNT, client_of, refused
from .. import registration_forms as forms
from ..senders import HANDSET, heard, identifier, number, pool_of, send, sender_id, topic

UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
OPT_OUT_WORDS = [
    "ARRET",
    "CANCEL",
    "END",
    "OPT-OUT",
    "OPTOUT",
    "QUIT",
    "REMOVE",
    "STOP",
    "TD",
    "UNSUBSCRIBE",
]


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that can be written to."""
    written_to = number(sms)
    two_way(sms, written_to)
    return written_to


def two_way(sms: Any, phone_number: str, **settings: Any) -> None:
    """Let a topic hear what people write to the number."""
    sms.update_phone_number(
        PhoneNumberId=identifier(sms, phone_number),
        TwoWayEnabled=True,
        TwoWayChannelArn=topic("replies"),
        **settings,
    )


def write(simulator: Simulator, destination: str, body: str, **arguments: Any) -> Any:
    """Let the handset write."""
    return simulator.receive_message(
        origination_phone_number=HANDSET, destination=destination, body=body, **arguments
    )


def opted_out(sms: Any, name: str = "Default") -> list[str]:
    """Return the numbers on an opt-out list."""
    answer = sms.describe_opted_out_numbers(OptOutListName=name)
    return [each["OptedOutNumber"] for each in answer["OptedOutNumbers"]]


def test_the_topic_hears_what_was_written(sms: Any, simulator: Simulator, origin: str) -> None:
    inbound = write(simulator, origin, "Where is it?")

    assert UUID.fullmatch(inbound.inbound_message_id)
    assert inbound.message_keyword == f"KEYWORD_{ACCOUNT}"
    assert inbound.automatic_response is None
    assert heard("replies") == [
        {
            "originationNumber": HANDSET,
            "destinationNumber": origin,
            "messageKeyword": f"KEYWORD_{ACCOUNT}",
            "messageBody": "Where is it?",
            "inboundMessageId": inbound.inbound_message_id,
        }
    ]


def test_the_topic_hears_which_message_it_answers(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    send(sms, OriginationIdentity=origin)
    last = send(sms, OriginationIdentity=origin)
    other = number(sms)
    send(sms, OriginationIdentity=other)

    write(simulator, origin, "Yes")

    [heard_of] = heard("replies")
    assert heard_of["previousPublishedMessageId"] == last


@pytest.mark.parametrize("name", ["number", "id", "ARN"])
def test_a_number_is_written_to_by_three_names(
    sms: Any, simulator: Simulator, origin: str, name: str
) -> None:
    number_id = identifier(sms, origin)
    arn = f"arn:aws:sms-voice:us-east-1:{ACCOUNT}:phone-number/{number_id}"
    names = {"number": origin, "id": number_id, "ARN": arn}

    write(simulator, names[name], "Hello")

    assert heard("replies")[0]["destinationNumber"] == origin


@pytest.mark.parametrize("text", ["JOIN", "join us", " Join!"])
def test_a_keyword_is_answered_and_heard_of(
    sms: Any, simulator: Simulator, origin: str, text: str
) -> None:
    sms.put_keyword(
        OriginationIdentity=identifier(sms, origin),
        Keyword="JOIN",
        KeywordMessage="Welcome!",
    )

    inbound = write(simulator, origin, text)

    answer = inbound.automatic_response
    assert inbound.message_keyword == "JOIN"
    assert (answer.message_body, answer.destination_phone_number) == ("Welcome!", HANDSET)
    assert (answer.origination_identity, answer.status) == (origin, "TEXT_DELIVERED")
    assert simulator.messages() == [answer]
    assert [each["messageKeyword"] for each in heard("replies")] == ["JOIN"]


def test_help_is_answered_and_not_heard_of(sms: Any, simulator: Simulator, origin: str) -> None:
    inbound = write(simulator, origin, "help")

    assert inbound.message_keyword == "HELP"
    assert inbound.automatic_response is not None
    assert heard("replies") == []
    assert opted_out(sms) == []


@pytest.mark.parametrize("word", OPT_OUT_WORDS)
def test_a_word_that_opts_out_opts_out(
    sms: Any, simulator: Simulator, origin: str, word: str
) -> None:
    inbound = write(simulator, origin, word.lower())

    [entry] = sms.describe_opted_out_numbers(OptOutListName="Default")["OptedOutNumbers"]
    assert (entry["OptedOutNumber"], entry["EndUserOptedOut"]) == (HANDSET, True)
    assert inbound.message_keyword == word
    assert inbound.automatic_response is not None
    assert heard("replies") == []
    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_OPTED_OUT",
        kind="opt-out-list",
        id="Default",
    ):
        send(sms, OriginationIdentity=origin)


def test_a_word_within_a_sentence_opts_nobody_out(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    write(simulator, origin, "Please do not stop, I quit smoking in the end")

    assert opted_out(sms) == []


@pytest.mark.parametrize("text", ["Stopping by at noon", "Stops me", "STOP2"])
def test_the_beginning_of_a_word_opts_nobody_out(
    sms: Any, simulator: Simulator, origin: str, text: str
) -> None:
    inbound = write(simulator, origin, text)

    assert (opted_out(sms), inbound.automatic_response) == ([], None)
    assert [each["messageKeyword"] for each in heard("replies")] == [f"KEYWORD_{ACCOUNT}"]


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [("OPT_OUT", [], [HANDSET]), ("OPT_IN", [HANDSET], []), ("AUTOMATIC_RESPONSE", [], [])],
)
def test_a_keyword_has_its_action(
    sms: Any, simulator: Simulator, origin: str, action: str, before: list[str], after: list[str]
) -> None:
    for each in before:
        sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=each)
    sms.put_keyword(
        OriginationIdentity=identifier(sms, origin),
        Keyword="START",
        KeywordMessage="As you like",
        KeywordAction=action,
    )

    inbound = write(simulator, origin, "Start")

    assert opted_out(sms) == after
    assert inbound.automatic_response.message_body == "As you like"
    assert len(heard("replies")) == 1


def test_one_who_comes_back_gets_messages_again(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    sms.put_keyword(
        OriginationIdentity=identifier(sms, origin),
        Keyword="START",
        KeywordMessage="Welcome back",
        KeywordAction="OPT_IN",
    )
    write(simulator, origin, "STOP")
    write(simulator, origin, "START")

    assert send(sms, OriginationIdentity=origin)


@pytest.mark.parametrize("word", ["HELP", "STOP", "CANCEL"])
def test_an_account_that_manages_opt_outs_itself_hears_all(
    sms: Any, simulator: Simulator, word: str
) -> None:
    written_to = number(sms)
    two_way(sms, written_to, SelfManagedOptOutsEnabled=True)

    inbound = write(simulator, written_to, word)

    assert inbound.automatic_response is None
    assert opted_out(sms) == []
    assert [each["messageKeyword"] for each in heard("replies")] == [word]


def test_the_opt_out_list_is_that_of_what_was_written_to(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    sms.create_opt_out_list(OptOutListName="own")
    sms.update_phone_number(PhoneNumberId=identifier(sms, origin), OptOutListName="own")

    write(simulator, origin, "STOP")

    assert (opted_out(sms, "own"), opted_out(sms)) == ([HANDSET], [])


@pytest.fixture
def toll_free_number(sms: Any, simulator: Simulator, toll_free: Any) -> str:
    """A registered toll-free number that can be written to."""
    number_id = toll_free()
    registration = forms.create(sms, forms.TOLL_FREE)
    sms.create_registration_association(RegistrationId=registration, ResourceId=number_id)
    simulator.set_registration_status(registration, "COMPLETE")
    sms.update_phone_number(
        PhoneNumberId=number_id, TwoWayEnabled=True, TwoWayChannelArn=topic("replies")
    )
    [entry] = sms.describe_phone_numbers(PhoneNumberIds=[number_id])["PhoneNumbers"]
    return str(entry["PhoneNumber"])


def test_carriers_answer_stop_to_a_toll_free_number(
    sms: Any, simulator: Simulator, toll_free_number: str
) -> None:
    inbound = write(simulator, toll_free_number, "STOP")

    assert inbound.automatic_response is None
    assert opted_out(sms) == [HANDSET]
    assert heard("replies") == []


@pytest.mark.parametrize("word", ["CANCEL", "UNSTOP"])
def test_a_toll_free_number_has_no_other_word(
    sms: Any, simulator: Simulator, toll_free_number: str, word: str
) -> None:
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber="+12065550101")

    inbound = write(simulator, toll_free_number, word)

    assert inbound.message_keyword == f"KEYWORD_{ACCOUNT}"
    assert opted_out(sms) == ["+12065550101"]
    assert len(heard("replies")) == 1


def test_a_pools_settings_hold_for_its_numbers(sms: Any, simulator: Simulator) -> None:
    sms.create_opt_out_list(OptOutListName="pool-list")
    written_to = number(sms)
    pool = pool_of(
        sms,
        identifier(sms, written_to),
        OptOutListName="pool-list",
        TwoWayEnabled=True,
        TwoWayChannelArn=topic("replies"),
    )
    sms.put_keyword(OriginationIdentity=pool, Keyword="JOIN", KeywordMessage="Welcome!")

    inbound = write(simulator, written_to, "JOIN")
    write(simulator, pool, "STOP")

    assert inbound.automatic_response.origination_identity == written_to
    assert [each["destinationNumber"] for each in heard("replies")] == [written_to]
    assert (opted_out(sms, "pool-list"), opted_out(sms)) == ([HANDSET], [])


@pytest.fixture
def agent(sms: Any) -> str:
    """An agent that can be written to."""
    identifier: str = sms.create_rcs_agent()["RcsAgentId"]
    sms.update_rcs_agent(
        RcsAgentId=identifier, TwoWayEnabled=True, TwoWayChannelArn=topic("replies")
    )
    return identifier


@pytest.mark.parametrize("channel", ["RCS", "TEXT"])
def test_an_agent_is_written_to(sms: Any, simulator: Simulator, agent: str, channel: str) -> None:
    tap = json.dumps({"type": "SUGGESTION", "text": "Yes", "postbackData": "yes"})
    inbound = write(simulator, agent, tap, channel=channel)
    answered = write(simulator, agent, "HELP")

    assert heard("replies") == [
        {
            "originationNumber": HANDSET.removeprefix("+"),
            "destinationNumber": agent,
            "messageBody": told,
            "inboundMessageId": each.inbound_message_id,
        }
        for told, each in ((tap, inbound), ("HELP", answered))
    ]
    assert answered.automatic_response.channel == "RCS"
    assert answered.automatic_response.origination_identity == agent


def test_an_agent_keeps_the_media_that_people_send(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    s3 = client_of("s3")
    for bucket in ("handset", "inbound"):
        s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket="handset", Key="photos/cat.png", Body=b"cat", ContentType="image/png")
    sms.update_rcs_agent(
        RcsAgentId=agent,
        TwoWayMediaS3BucketName="inbound",
        TwoWayMediaS3KeyPrefix="from-people",
        TwoWayMediaS3Role=trusted_role(),
    )

    inbound = write(simulator, agent, "Look!", media_urls=["s3://handset/photos/cat.png"])

    text, media = (each["messageBody"] for each in heard("replies"))
    key = f"from-people/rcs/{inbound.inbound_message_id}#cat.png"
    assert text == "Look!"
    assert json.loads(media) == {
        "mediaStatus": "SUCCESS",
        "s3Bucket": "inbound",
        "s3Key": key,
        "mimeType": "image/png",
        "fileName": "cat.png",
        "fileSizeBytes": 3,
    }
    stored = s3.get_object(Bucket="inbound", Key=key)
    assert (stored["Body"].read(), stored["ContentType"]) == (b"cat", "image/png")


def test_without_a_prefix_the_media_lie_at_the_top_of_the_bucket(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    s3 = client_of("s3")
    for bucket in ("handset", "inbound"):
        s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket="handset", Key="cat.png", Body=b"cat", ContentType="image/png")
    sms.update_rcs_agent(
        RcsAgentId=agent, TwoWayMediaS3BucketName="inbound", TwoWayMediaS3Role=trusted_role()
    )

    inbound = write(simulator, agent, "", media_urls=["s3://handset/cat.png"])

    [stored] = s3.list_objects_v2(Bucket="inbound")["Contents"]
    assert stored["Key"] == f"rcs/{inbound.inbound_message_id}#cat.png"


def test_an_agent_without_a_bucket_keeps_no_media(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    s3 = client_of("s3")
    s3.create_bucket(Bucket="handset")
    s3.put_object(Bucket="handset", Key="cat.png", Body=b"cat", ContentType="image/png")

    write(simulator, agent, "", media_urls=["s3://handset/cat.png"])
    write(simulator, agent, "Look!", media_urls=["s3://handset/cat.png"])

    assert [each["messageBody"] for each in heard("replies")] == ["Look!"]


def test_media_without_a_role_that_aws_may_assume_are_told(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    s3 = client_of("s3")
    for bucket in ("handset", "inbound"):
        s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket="handset", Key="cat.png", Body=b"cat", ContentType="image/png")
    sms.update_rcs_agent(
        RcsAgentId=agent, TwoWayMediaS3BucketName="inbound", TwoWayMediaS3Role=trusted_role()
    )
    boto3.client("iam").delete_role(RoleName="example")

    write(simulator, agent, "", media_urls=["s3://handset/cat.png"])

    [media] = (json.loads(each["messageBody"]) for each in heard("replies"))
    assert media == {
        "mediaStatus": "ROLE_ASSUME_FAILED",
        "mediaStatusMessage": "Media received but could not assume the configured IAM role",
        "mimeType": "image/png",
        "fileName": "cat.png",
        "fileSizeBytes": 3,
    }
    assert "Contents" not in s3.list_objects_v2(Bucket="inbound")


def test_media_that_cannot_be_kept_are_told(sms: Any, simulator: Simulator, agent: str) -> None:
    s3 = client_of("s3")
    s3.create_bucket(Bucket="handset")
    s3.put_object(Bucket="handset", Key="cat.png", Body=b"cat", ContentType="image/png")
    sms.update_rcs_agent(
        RcsAgentId=agent, TwoWayMediaS3BucketName="inbound", TwoWayMediaS3Role=trusted_role()
    )

    write(simulator, agent, "", media_urls=["s3://handset/cat.png"])

    [media] = (json.loads(each["messageBody"]) for each in heard("replies"))
    assert media == {
        "mediaStatus": "UPLOAD_FAILED",
        "mediaStatusMessage": "Media received but could not store it in the configured bucket",
        "mimeType": "image/png",
        "fileName": "cat.png",
        "fileSizeBytes": 3,
    }


@pytest.mark.parametrize(
    ("name", "told", "kind"),
    [
        ("cat.jpg", "image/jpg", "image/jpg"),
        ("note.ogg", "audio/ogg", "audio/ogg"),
        ("film.mp4", "video/mp4", "video/mp4"),
        ("bill.pdf", "application/pdf", "application/pdf"),
        ("cat.gif", None, "image/gif"),
    ],
)
def test_media_are_taken_by_their_type(
    sms: Any, simulator: Simulator, agent: str, name: str, told: str | None, kind: str
) -> None:
    s3 = client_of("s3")
    for bucket in ("handset", "inbound"):
        s3.create_bucket(Bucket=bucket)
    s3.put_object(
        Bucket="handset", Key=name, Body=b"x", **({} if told is None else {"ContentType": told})
    )
    sms.update_rcs_agent(
        RcsAgentId=agent, TwoWayMediaS3BucketName="inbound", TwoWayMediaS3Role=trusted_role()
    )

    write(simulator, agent, "", media_urls=[f"s3://handset/{name}"])

    [media] = (json.loads(each["messageBody"]) for each in heard("replies"))
    assert (media["mediaStatus"], media["mimeType"]) == ("SUCCESS", kind)


@pytest.mark.parametrize(
    ("name", "told"),
    [("cat.heic", "image/heic"), ("cat.svg", None), ("cat", None), ("page.html", "text/html")],
)
def test_other_media_are_refused(
    simulator: Simulator, agent: str, name: str, told: str | None
) -> None:
    s3 = client_of("s3")
    s3.create_bucket(Bucket="handset")
    s3.put_object(
        Bucket="handset", Key=name, Body=b"x", **({} if told is None else {"ContentType": told})
    )

    with pytest.raises(ValueError, match="RCS takes in jpeg, gif, png, audio, video and pdf"):
        write(simulator, agent, "Look!", media_urls=[f"s3://handset/{name}"])
    assert heard("replies") == []


def test_without_two_way_nobody_hears(sms: Any, simulator: Simulator) -> None:
    topic("replies")
    written_to = number(sms)

    assert write(simulator, written_to, "Hello").automatic_response is None
    assert write(simulator, written_to, "STOP").automatic_response is not None
    assert heard("replies") == []


def test_amazon_connect_is_not_there(sms: Any, simulator: Simulator) -> None:
    written_to = number(sms)
    sms.update_phone_number(
        PhoneNumberId=identifier(sms, written_to),
        TwoWayEnabled=True,
        TwoWayChannelArn="connect.us-east-1.amazonaws.com",
        TwoWayChannelRole=trusted_role(),
    )

    assert write(simulator, written_to, "Hello").inbound_message_id


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"destination": "EXAMPLE"}, "nobody can write to a sender ID"),
        ({"destination": "+12065550199"}, "Resource Not Found"),
        ({"origination_phone_number": "nobody"}, "'nobody' is not a phone number"),
        ({"channel": "VOICE"}, "nobody can send a VOICE message"),
        ({"channel": "RCS"}, "nobody can send a RCS message"),
        ({"media_urls": ["s3://media/cat.png"]}, "AWS takes in media by RCS only"),
    ],
    ids=["sender ID", "unknown", "handset", "voice", "RCS to a number", "MMS"],
)
def test_what_nobody_can_send_is_refused(
    sms: Any, simulator: Simulator, origin: str, arguments: dict[str, Any], sentence: str
) -> None:
    sender_id(sms)
    given = {"origination_phone_number": HANDSET, "destination": origin, "body": "Hello"}

    with pytest.raises(ValueError, match=sentence):
        simulator.receive_message(**given | arguments)
    assert heard("replies") == []


def test_nobody_writes_to_a_pool_of_sender_ids(sms: Any, simulator: Simulator) -> None:
    sender_id(sms)
    pool = pool_of(sms, "EXAMPLE", country="GB")

    with pytest.raises(ValueError, match="which has sender IDs only"):
        write(simulator, pool, "Hello")


def test_nobody_writes_to_a_number_that_is_not_active(
    sms: Any, simulator: Simulator, toll_free: Any
) -> None:
    with pytest.raises(ValueError, match="is PENDING and not ACTIVE"):
        write(simulator, toll_free(), "Hello")


def test_media_must_be_there(simulator: Simulator, agent: str) -> None:
    with pytest.raises(ValueError, match="there is no object s3://handset/cat"):
        write(simulator, agent, "", media_urls=["s3://handset/cat.png"])
