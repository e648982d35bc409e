"""RCS agents, and where they are launched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from ...core.access import Access
from ...core.domain import Domain, step_of
from ...core.filters import Filter, compile_filters
from ...core.missing import Missing
from ...core.paging import ListingOf, Rows
from ...core.resource import Tag
from ...exceptions import ConflictException, ValidationException
from ..registrations.registrations import Registration
from .opt_out_lists import OptOutList
from .rcs_carriers import Decision, check_decision, decided
from .rcs_launches import CountryLaunch, Launches, TestingAgent, launches_of
from .rcs_media import RcsMedia
from .sharing import SharedResources
from .two_way import TwoWayIdentity, change_two_way

_NOWHERE = Launches()


@dataclass(kw_only=True, eq=False)
class RcsAgent(TwoWayIdentity):
    """A brand's verified sender in RCS."""

    kind = "rcs-agent"
    id_prefix = "rcs-"
    quota = "RCS_AGENTS"
    # "Not country-specific at the pool level":
    # https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-pool-rcs-agents.html
    iso_country_code: ClassVar[str] = "ZZ"
    number_capabilities: ClassVar[Sequence[str]] = ("RCS",)

    status: str = "CREATED"
    pool_id: str | None = None
    media: RcsMedia = field(default_factory=RcsMedia)
    two_way_rcs_events_enabled: Sequence[str] | None = None
    registration_ids: list[str] = field(default_factory=list)
    """The registrations associated with it, in the order of their association."""
    launches: Launches = field(default_factory=Launches, repr=False)
    """Where it is launched."""
    followed: Launches = field(default_factory=Launches, repr=False)
    """What its registrations had made of it when it was last read; its launches until then."""
    decisions: list[Decision] = field(default_factory=list, repr=False)
    """What a test said of its launches, the latest last."""

    @property
    def testing_agent(self) -> TestingAgent | None:
        """The agent for test devices, once a test registration is associated."""
        return self.launches.testing_agent

    @property
    def is_in_test(self) -> bool:
        """Whether it reaches those who test it."""
        tested = self.testing_agent
        return tested is not None and tested.status == "ACTIVE"

    @property
    def two_way_media_s3_bucket_name(self) -> str | None:
        """The bucket for media that people send."""
        return self.media.bucket_name

    @property
    def two_way_media_s3_key_prefix(self) -> str | None:
        """What the keys of those media begin with."""
        return self.media.key_prefix

    @property
    def two_way_media_s3_role(self) -> str | None:
        """The role that writes them."""
        return self.media.role


class RcsAgents(Domain):
    """The operations on RCS agents."""

    access: Access
    shared: SharedResources

    def create_rcs_agent(
        self,
        *,
        deletion_protection_enabled: bool = False,
        opt_out_list_name: str = "Default",
        tags: Sequence[Tag] = (),
    ) -> RcsAgent:
        """Create an agent that is launched nowhere."""
        opt_out_list = self.store.get(OptOutList, opt_out_list_name)

        return self.store.create(
            RcsAgent,
            deletion_protection_enabled=deletion_protection_enabled,
            opt_out_list_name=opt_out_list.id,
            tags=tags,
        )

    def describe_rcs_agents(
        self,
        *,
        rcs_agent_ids: Sequence[str] = (),
        owner: str | None = None,
        filters: Sequence[Filter] = (),
    ) -> Rows[RcsAgent]:
        """List agents; a deleted one is gone."""
        return self.shared.select_owned(
            RcsAgent,
            "DescribeRcsAgents",
            owner=owner,
            ids_field="rcs_agent_ids",
            identifiers=rcs_agent_ids,
            filters=filters,
        )

    def update_rcs_agent(
        self,
        *,
        rcs_agent_id: str,
        deletion_protection_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        two_way_channel_arn: str | None = None,
        two_way_channel_role: str | None = None,
        two_way_enabled: bool | None = None,
        two_way_media_s3_bucket_name: str | None = None,
        two_way_media_s3_key_prefix: str | None = None,
        two_way_media_s3_role: str | None = None,
        two_way_rcs_events_enabled: Sequence[str] | None = None,
    ) -> RcsAgent:
        """Change the settings that are given; two-way off takes media and events along."""
        agent = self.store.get(RcsAgent, rcs_agent_id)
        will_be_two_way = agent.two_way_enabled if two_way_enabled is None else two_way_enabled
        _check_events(two_way_rcs_events_enabled or (), two_way_enabled=will_be_two_way)
        media = agent.media.changed(
            RcsMedia(
                bucket_name=two_way_media_s3_bucket_name,
                key_prefix=two_way_media_s3_key_prefix,
                role=two_way_media_s3_role,
            ),
            two_way_enabled=will_be_two_way,
        )
        if two_way_media_s3_role is not None and media.role is not None:
            self.access.check_role("two_way_media_s3_role", media.role, agent.arn)

        change_two_way(
            agent,
            store=self.store,
            access=self.access,
            two_way_enabled=two_way_enabled,
            two_way_channel_arn=two_way_channel_arn,
            two_way_channel_role=two_way_channel_role,
            self_managed_opt_outs_enabled=self_managed_opt_outs_enabled,
            opt_out_list_name=opt_out_list_name,
            deletion_protection_enabled=deletion_protection_enabled,
        )
        agent.media = media
        if not will_be_two_way:
            agent.two_way_rcs_events_enabled = None
        elif two_way_rcs_events_enabled is not None:
            agent.two_way_rcs_events_enabled = two_way_rcs_events_enabled
        return agent

    def delete_rcs_agent(self, *, rcs_agent_id: str) -> RcsAgent:
        """Delete an agent that nothing protects, pools or registers."""
        agent = self.store.get(RcsAgent, rcs_agent_id)
        if agent.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", agent)
        if agent.pool_id is not None:
            raise ConflictException("RCS_AGENT_ASSOCIATED_TO_POOL", agent)
        if agent.registration_ids:
            raise ConflictException("RESOURCE_NOT_EMPTY", agent)

        self.store.remove(agent)
        agent.status = "DELETED"
        return agent

    def describe_rcs_agent_country_launch_status(
        self,
        *,
        rcs_agent_id: str,
        iso_country_codes: Sequence[str] = (),
        filters: Sequence[Filter] = (),
    ) -> ListingOf[CountryLaunch]:
        """List the countries where an agent is launched, or is to be."""
        agent = self.store.describe(RcsAgent, rcs_agent_id)
        satisfies = compile_filters(filters, {"country-launch-status": "status"})

        return ListingOf(
            agent,
            [
                launch
                for launch in agent.launches.countries
                if satisfies(launch)
                and (not iso_country_codes or launch.iso_country_code in iso_country_codes)
            ],
        )

    @step_of(RcsAgent)
    def follow_registrations(self, agent: RcsAgent) -> bool:
        """Take an agent as far as its registrations are; False if it is there."""
        if not agent.registration_ids and agent.followed == _NOWHERE:
            return False
        registrations = (self.store.find(Registration, each) for each in agent.registration_ids)
        launches = launches_of([each for each in registrations if each is not None])
        if launches == agent.followed:
            return False

        agent.followed = launches
        agent.launches = decided(launches, agent.decisions)
        agent.status = agent.launches.status
        return True

    def set_rcs_launch_status(
        self,
        rcs_agent_id: str,
        iso_country_code: str,
        status: str,
        *,
        carrier_name: str | None = None,
    ) -> None:
        """Hold the launch in a country, with one carrier or with all, in any status."""
        agent = self.store.find(RcsAgent, rcs_agent_id)
        if agent is None:
            raise Missing("RCS agent", rcs_agent_id)
        decision = Decision(iso_country_code, status, carrier_name)
        check_decision(agent.launches, decision)

        agent.decisions = [each for each in agent.decisions if not decision.supersedes(each)]
        agent.decisions.append(decision)
        agent.launches = decided(agent.launches, [decision])
        agent.status = agent.launches.status


def _check_events(events: Sequence[str], *, two_way_enabled: bool) -> None:
    # That they need two-way messages is in CloudFormation's schema; the reason is a choice.
    if events and not two_way_enabled:
        raise ValidationException(
            "TWO_WAY_NOT_ENABLED", two_way_rcs_events_enabled="needs two-way messages"
        )
    if "ALL" in events and len(events) > 1:
        raise ValidationException(
            "INVALID_PARAMETER", two_way_rcs_events_enabled="ALL must be the only element"
        )
