"""Whom an RCS agent reaches.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-agents.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-testing.html
"""

from __future__ import annotations

from ...core.domain import Domain
from ...core.neighbours import Neighbours
from ...data import load
from ..identities.rcs_agents import RcsAgent
from ..identities.verified_destination_numbers import VerifiedDestinationNumber
from ..numbers.carrier_lookup import CarrierLookups
from ..numbers.destinations import Destination


class RcsReach(Domain):
    """The testers of an agent, and the people whose carriers have launched it."""

    lookups: CarrierLookups
    neighbours: Neighbours

    def rcs_testers(self, agent: RcsAgent) -> set[str]:
        """Return the numbers that an agent reaches while it is in test.

        Who accepted in one Region is reached from all. An agent has an id in each, so that whoever
        accepted for any agent of another Region counts is a choice.
        """
        here = {
            each.destination_phone_number
            for each in self.store.all(VerifiedDestinationNumber)
            if each.rcs_agent_id == agent.id and each.status == "VERIFIED"
        }
        elsewhere = {
            each.destination_phone_number
            for store in self.neighbours.in_other_regions()
            for each in store.all(VerifiedDestinationNumber)
            if each.rcs_agent_id is not None and each.status == "VERIFIED"
        }
        return here | elsewhere

    def rcs_fault(self, agent: RcsAgent, destination: Destination) -> str | None:
        """Return how a message must end that the destination's carrier does not take.

        A carrier that the number does not tell, or that the launch does not list, takes it; that,
        and that AWS accepts the others to fail, is a choice.
        """
        country = destination.iso_country_code or ""
        name = self.lookups.carrier_name(destination.e164, country)
        if name is None or (agent.is_in_test and destination.e164 in self.rcs_testers(agent)):
            return None
        carrier = load("rcs_networks").get(country, {}).get(name, name).casefold()
        for launch in agent.launches.countries:
            for each in launch.carrier_status:
                is_its = each.carrier_name.casefold() == carrier
                if launch.iso_country_code == country and is_its and each.status != "ACTIVE":
                    return "RCS_FAILED"
        return None
