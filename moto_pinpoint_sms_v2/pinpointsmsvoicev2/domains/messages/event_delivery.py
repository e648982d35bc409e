"""Event delivery: the records of a message, on their way to other services of moto."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from ...core.backends import get_backend
from ...core.event_bus import is_heard, put_event
from ..settings.configuration_sets import ConfigurationSet, EventDestination
from .event_records import DETAIL_TYPES, Record, bridge_detail, record_of
from .messages import Event, Message

_LOG = logging.getLogger(__name__)
_Put = Callable[[str, str, Record], None]
"""Takes the target's ARN, the JSON text and the record."""


def delivery(
    message: Message,
    event: Event,
    *,
    configuration_set: ConfigurationSet | None,
    account_id: str,
    region_name: str,
) -> Callable[[], None] | None:
    """Return what brings the event's record to each destination that wants it, and to EventBridge.

    None if nobody is there to hear of it.
    """
    # Now and not later, because a destination may be changed before its turn comes.
    targets = [
        _target(destination)
        for destination in (configuration_set.event_destinations if configuration_set else ())
        if destination.wants(event.event_type)
    ]

    if not targets and not is_heard(account_id, region_name):
        return None
    record = record_of(message, event)

    def deliver() -> None:
        if targets:
            text = json.dumps(record)
            for put, arn in targets:
                _attempt(arn, put, arn, text, record)
        _attempt("EventBridge", _put_event, account_id, region_name, record)

    return deliver


def publish(topic_arn: str, text: str) -> None:
    """Publish to a topic in moto; a topic that is not there is nobody's error."""
    _attempt(topic_arn, _publish, topic_arn, text, {})


def _target(destination: EventDestination) -> tuple[_Put, str]:
    return next(
        (put, settings[member])
        for attribute, member, put in _TARGETS
        if (settings := getattr(destination, attribute)) is not None
    )


def _attempt(target: str, deliver: Callable[..., None], *arguments: Any) -> None:
    try:
        deliver(*arguments)
    except Exception:  # whatever is wrong with a target, the message is sent
        _LOG.info("An event did not reach %s", target, exc_info=True)


def _place(arn: str) -> tuple[str, str, str]:
    """Return the account, the Region and the rest of an ARN."""
    _, _, _, region_name, account_id, name = arn.split(":", 5)
    return account_id, region_name, name


def _put_event(account_id: str, region_name: str, record: Record) -> None:
    if not is_heard(account_id, region_name):
        return
    detail_type = DETAIL_TYPES[record["eventType"].partition("_")[0]]
    put_event(account_id, region_name, detail_type, bridge_detail(record))


def _publish(arn: str, text: str, record: Record) -> None:
    from moto.sns.models import sns_backends

    account_id, region_name, _ = _place(arn)
    get_backend(sns_backends, account_id, region_name).publish(message=text, arn=arn)


def _put_record(arn: str, text: str, record: Record) -> None:
    from moto.firehose.models import firehose_backends

    account_id, region_name, name = _place(arn)
    # AWS does not say what stands between two records; a line each is a choice.
    data = _firehose_data(text + "\n")
    firehose = get_backend(firehose_backends, account_id, region_name)
    firehose.put_record(name.partition("/")[2], {"Data": data})


def _put_log_event(arn: str, text: str, record: Record) -> None:
    from moto.logs.models import logs_backends

    account_id, region_name, name = _place(arn)
    group = name.removeprefix("log-group:").removesuffix(":*")
    logs = get_backend(logs_backends, account_id, region_name)
    # AWS does not say how it names its log streams; one for everything is a choice.
    logs.ensure_log_stream(group, _LOG_STREAM)
    logs.put_log_events(
        group, _LOG_STREAM, [{"timestamp": record["eventTimestamp"], "message": text}]
    )


_LOG_STREAM = "sms-voice"
_TARGETS: Sequence[tuple[str, str, _Put]] = (
    ("sns_destination", "TopicArn", _publish),
    ("kinesis_firehose_destination", "DeliveryStreamArn", _put_record),
    ("cloud_watch_logs_destination", "LogGroupArn", _put_log_event),
)


def _firehose_data(text: str) -> Any:
    data = text.encode("utf-8")
    if _takes_raw_data():
        return data
    from base64 import b64encode

    return b64encode(data).decode("ascii")


@cache
def _takes_raw_data() -> bool:
    """Say whether moto's Firehose takes bytes, as it does from 5.1.22 on."""
    import moto

    return tuple(map(int, re.findall(r"\d+", moto.__version__)[:3])) >= (5, 1, 22)
