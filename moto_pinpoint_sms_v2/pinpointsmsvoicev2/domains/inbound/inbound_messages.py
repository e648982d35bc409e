"""Inbound messages: what people write back.

https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-keywords.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-self-managed.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from moto.moto_api._internal import mock_random

from ...core.access import Access
from ...core.clock import now
from ...core.domain import Domain
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import governing_of
from ..identities.rcs_agents import RcsAgent
from ..messages.handsets import handset as named_handset
from ..messages.lifecycle import MessageLifecycle
from ..messages.messages import Message, MessageLog, ReceivedMessage
from ..messages.prices import price_of
from ..messages.rcs_sessions import RcsSessions
from ..messages.two_way_topics import TwoWayTopics, agent_payload, body_of
from ..numbers.destinations import Destination, parse
from ..sending.message_parts import transport
from ..sending.rcs_facts import rcs_facts
from .dialling import Dialled, address_of, dialled
from .inbound_media import Medium, read_media, store_media
from .keyword_answers import read_keyword
from .opting_out import opt


class InboundMessages(Domain):
    """The part of whoever holds the handset."""

    access: Access
    log: MessageLog
    lifecycle: MessageLifecycle
    sessions: RcsSessions
    topics: TwoWayTopics

    def receive_message(
        self,
        *,
        origination_phone_number: str,
        destination: str,
        body: str,
        media_urls: Sequence[str] = (),
        channel: str = "TEXT",
    ) -> ReceivedMessage:
        """Let somebody write to an identity; keywords, answers and the two-way topic follow."""
        handset = parse(named_handset(origination_phone_number, "origination_phone_number"))
        identity = dialled(self.store, destination)
        _check_channel(identity, channel, media_urls)
        media = [read_media(url) for url in media_urls]

        governing = governing_of(self.store, identity)
        reading = read_keyword(identity, governing, body)
        opt(self.store, governing, handset, reading.action)
        replied_to = self.log.last_from(address_of(identity), handset.e164)
        identifier = str(mock_random.uuid4())
        texts = list(_texts(self.access, identity, identifier, body, media))
        inbound = ReceivedMessage(
            inbound_message_id=identifier,
            message_keyword=reading.word or f"KEYWORD_{self.account_id}",
            automatic_response=None,
            origination_phone_number=handset.e164,
            destination=address_of(identity),
            message_body=body,
            media_urls=media_urls,
            created_timestamp=now(),
            is_ignored=not texts,
        )
        self.log.receive(inbound)
        if isinstance(identity, RcsAgent):
            self._tell_of_agent(identity, handset, inbound, texts)
        elif reading.is_routed:
            self.topics.publish_two_way(governing, _payload(inbound, replied_to))
        if reading.answer is not None:
            response = self._answer(identity, handset, reading.answer)
            inbound = replace(inbound, automatic_response=response.shown())
        return inbound

    def _tell_of_agent(
        self,
        agent: RcsAgent,
        handset: Destination,
        inbound: ReceivedMessage,
        texts: Sequence[str],
    ) -> None:
        """Tell the agent's topic, which hears whatever people write, keywords too."""
        identifier = inbound.inbound_message_id
        # What the agent keeps nothing of is ignored, so that no conversation comes of it.
        session = self.sessions.session_of_received(agent, handset, identifier) if texts else None
        for text in texts:
            payload = agent_payload(agent.id, handset.e164, text, identifier, session)
            self.topics.publish_two_way(governing_of(self.store, agent), payload)

    def _answer(self, identity: Dialled, handset: Destination, text: str) -> Message:
        """Send an automatic answer, which even who has just opted out gets."""
        channel = "RCS" if isinstance(identity, RcsAgent) else "TEXT"
        country = handset.iso_country_code
        carried = transport(channel, text, None, country=country or "")
        in_rcs = (
            None if isinstance(identity, PhoneNumber) else rcs_facts(identity, country, carried)
        )
        price = price_of(channel, country or "").times(carried.total_message_parts or 1)
        message = Message(
            message_id=str(mock_random.uuid4()),
            channel=channel,
            destination_phone_number=handset.e164,
            origination_identity=address_of(identity),
            created_timestamp=now(),
            message_body=text,
            message_type=getattr(identity, "message_type", "TRANSACTIONAL"),
            iso_country_code=country,
            message_encoding=carried.message_encoding,
            total_message_parts=carried.total_message_parts,
            fault=carried.fault,
            rcs=in_rcs,
            price=price,
            spend_limit=channel,
        )
        self.lifecycle.begin(message)
        return message


def _payload(inbound: ReceivedMessage, replied_to: Message | None) -> Mapping[str, str]:
    payload = {
        "originationNumber": inbound.origination_phone_number,
        "destinationNumber": inbound.destination,
        "messageKeyword": inbound.message_keyword or "",
        "messageBody": inbound.message_body,
        "inboundMessageId": inbound.inbound_message_id,
    }
    if replied_to is not None:
        payload["previousPublishedMessageId"] = replied_to.message_id
    return payload


def _texts(
    access: Access, identity: Dialled, identifier: str, body: str, media: Sequence[Medium]
) -> Iterator[str]:
    """Yield what an agent's topic is told: the text, and then of each file where it is."""
    if body or not media:
        yield body
    if isinstance(identity, RcsAgent) and identity.media.bucket_name is not None:
        for medium in media:
            yield body_of(store_media(access, identity, identifier, medium))


def _check_channel(identity: Dialled, channel: str, media_urls: Sequence[str]) -> None:
    is_agent = isinstance(identity, RcsAgent)
    if channel not in ("TEXT", "RCS") or (channel == "RCS" and not is_agent):
        raise ValueError(f"nobody can send a {channel} message to {address_of(identity)}")
    if media_urls and not is_agent:
        raise ValueError("AWS takes in media by RCS only")
