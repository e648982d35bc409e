"""Media: a shop sends a picture from S3, and a link to whoever cannot get it."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

from .senders import toll_free_number
from .world import World

ANN = "+12065550101"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(1000)


def store_picture(s3: Any, name: str, picture: bytes) -> str:
    """Put a picture into the shop's bucket, and return the URL that a message takes."""
    s3.put_object(Bucket="shop", Key=name, Body=picture, ContentType="image/png")
    return f"s3://shop/{name}"


def send_picture(sms: Any, sender: str, customer: str, text: str, url: str) -> str:
    """Send the picture, or a link to it from a number without MMS; return the message's id."""
    message = {"DestinationPhoneNumber": customer, "OriginationIdentity": sender}
    try:
        sent = sms.send_media_message(**message, MessageBody=text, MediaUrls=[url])
    except ClientError as error:
        if error.response.get("Reason") != "NUMBER_CAPABILITIES_MISMATCH":
            raise
        link = url.replace("s3://", "https://example.com/")
        sent = sms.send_text_message(**message, MessageBody=f"{text} {link}")
    return str(sent["MessageId"])


def test_a_picture_is_sent_from_s3(world: World) -> None:
    s3 = world.client("s3")
    s3.create_bucket(Bucket="shop")
    picture = store_picture(s3, "shoes.png", PICTURE)
    sender = toll_free_number(world, "SMS", "MMS")

    sent = send_picture(world.sms, sender, ANN, "Your new shoes", picture)

    [message] = world.simulator.messages(message_id=sent)
    assert (message.channel, message.status) == ("MEDIA", "MEDIA_DELIVERED")
    assert (message.message_body, message.media_urls) == ("Your new shoes", [picture])

    # What is wrong with a file shows in the message's event, because AWS reads it afterwards.
    huge = store_picture(s3, "huge.png", PICTURE * 3000)
    for url, outcome in {
        "s3://shop/forgotten.png": "MEDIA_FILE_INACCESSIBLE",
        huge: "MEDIA_FILE_SIZE_EXCEEDED",
    }.items():
        [event] = world.simulator.events(
            message_id=send_picture(world.sms, sender, ANN, "Your new shoes", url)
        )
        assert (event["eventType"], event["totalMessagePrice"]) == (outcome, 0.0)

    # From a number for texts alone, a link goes out.
    sent = send_picture(world.sms, toll_free_number(world, "SMS"), ANN, "Your new shoes", picture)
    [message] = world.simulator.messages(message_id=sent)
    assert (message.channel, message.message_body) == (
        "TEXT",
        "Your new shoes https://example.com/shop/shoes.png",
    )
