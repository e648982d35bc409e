"""The carrier: how messages end."""

from __future__ import annotations

from .declaring import Caller, call
from .words import EventType, PhoneNumberType, RcsLaunchStatus


class Carrier(Caller):
    """What the carriers do."""

    @call
    def set_outcome(self, destination_phone_number: str, event_type: EventType) -> None:
        """Let later messages to that number end so, to test what happens when one fails.

        It holds for the event type's channel only, until another is chosen; other numbers go on
        as before. ``advance_message`` is for a message that has left already. That a filter blocks
        (PROTECT_BLOCKED) holds where a protect configuration says FILTER. ``ValueError``
        for what is no number or no event type, with the nearest one.

        >>> simulator.set_outcome("+447700900123", "TEXT_CARRIER_UNREACHABLE")
        """

    @call
    def advance_message(
        self, message_id: str, event_type: EventType, *, is_final: bool | None = None
    ) -> None:
        """Let one message that has left go through an event now.

        Whatever was to come before that event is left out, and the event goes to the event
        destinations like any other. ``is_final=False`` makes a failure one that is still tried
        again: TEXT_UNREACHABLE, TEXT_CARRIER_UNREACHABLE, TEXT_UNKNOWN and those of MEDIA. A
        message has one final event, so what follows it says ``isFinal: false``. ``ValueError`` if
        there is no such message, the event is not one of its channel, or is never (or always)
        final.

        >>> simulator.advance_message(message_id, "TEXT_BLOCKED")
        """

    @call
    def set_rcs_launch_status(
        self,
        rcs_agent_id: str,
        iso_country_code: str,
        status: RcsLaunchStatus,
        *,
        carrier_name: str | None = None,
    ) -> None:
        """Hold the launch of an RCS agent in a country in any status, with one carrier or all.

        Each carrier decides alone: with the first ACTIVE one the country is PARTIAL, with all of
        them ACTIVE, and REJECTED when all rejected. To people of a carrier that is not ACTIVE
        nothing is delivered in RCS; ``set_carrier_lookup`` says whose customer a number is.

        ``carrier_name`` is one that DescribeRcsAgentCountryLaunchStatus shows. ``ValueError`` for
        an agent without a launch registration for the country, an unknown carrier, or a status
        that a carrier has not.

        >>> simulator.set_rcs_launch_status(rcs_agent_id, "US", "REJECTED", carrier_name="Verizon")
        """

    @call
    def set_carrier_lookup(
        self,
        phone_number: str,
        *,
        phone_number_type: PhoneNumberType | None = None,
        dialing_country_code: str | None = None,
        iso_country_code: str | None = None,
        country: str | None = None,
        mcc: str | None = None,
        mnc: str | None = None,
        carrier: str | None = None,
    ) -> None:
        """Say what CarrierLookup answers for a number, for code that acts on it.

        What is left out is answered as without this call. Of an INVALID number nothing else is;
        one kept for fiction is INVALID, unless ``phone_number_type`` says what it is.
        The number alone takes back what was said. ``ValueError`` for what is no number, or for a
        member of another form than CarrierLookup's.

        RCS goes by the ``carrier`` too: an agent reaches the number if that one has launched it.

        >>> simulator.set_carrier_lookup("+447700900123", phone_number_type="VOIP", carrier="EE")
        """
