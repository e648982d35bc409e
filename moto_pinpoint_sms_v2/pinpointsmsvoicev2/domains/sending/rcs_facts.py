"""RCS facts: what a receipt tells of an agent."""

from __future__ import annotations

from ..identities.rcs_agents import RcsAgent
from ..messages.rcs import RcsFacts
from .identity_eligibility import live_countries
from .message_parts import Transport


def rcs_facts(agent: RcsAgent, country: str | None, carried: Transport) -> RcsFacts:
    """Return what is told of an agent that sends to ``country``.

    That an agent launched nowhere counts as one of there is a choice.
    """
    live = live_countries(agent)
    agent_country = country if country in live else next(iter(live), country)
    return RcsFacts(carried.rcs_billing, _business_id(agent, agent_country), agent_country)


def _business_id(agent: RcsAgent, country: str | None) -> str:
    """Return the launch's platform id; that the test agent's is told before that is a choice."""
    for launch in agent.launches.countries:
        if launch.iso_country_code == country and launch.rcs_platform_id is not None:
            return launch.rcs_platform_id
    tested = agent.testing_agent
    return (tested.testing_agent_id if tested is not None else None) or agent.id
