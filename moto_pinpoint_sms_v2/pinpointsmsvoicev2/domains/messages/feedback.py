"""Message feedback: whether a message did what it was sent for."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.clock import now
from ...core.domain import Domain
from ...exceptions import ResourceNotFoundException
from .messages import MessageLog


@dataclass(frozen=True)
class MessageFeedback:
    """What was reported about a message."""

    message_id: str
    message_feedback_status: str


class MessageFeedbacks(Domain):
    """The operation on message feedback."""

    log: MessageLog

    def put_message_feedback(
        self, *, message_id: str, message_feedback_status: str
    ) -> MessageFeedback:
        """Report about a message; a second report replaces the first.

        That a message need not have asked for it is a choice.
        """
        message = self.log.find(message_id)
        if message is None:
            raise ResourceNotFoundException("message", message_id)

        message.feedback = message_feedback_status
        message.feedback_timestamp = now()
        return MessageFeedback(message_id, message_feedback_status)
