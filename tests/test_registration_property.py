"""Random lives of registrations, and what must hold in every one of them."""

from __future__ import annotations

from functools import cache
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)
from moto import mock_aws
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from .domains.registration_forms import BRAND, CAMPAIGN, FORMS, TEST_RCS, TOLL_FREE
from .support import REGION, pages

CONSISTENT = {
    "CREATED": {"DRAFT", "DISCARDED"},
    "SUBMITTED": {"SUBMITTED"},
    "AWS_REVIEWING": {"AWS_REVIEWING"},
    "REVIEWING": {"REVIEWING"},
    "REQUIRES_AUTHENTICATION": {"REQUIRES_AUTHENTICATION"},
    "PROVISIONING": {"APPROVED"},
    "COMPLETE": {"APPROVED", "DRAFT", "DISCARDED"},
    "REQUIRES_UPDATES": {"DENIED", "REVOKED", "DRAFT", "DISCARDED"},
    "CLOSED": {"APPROVED", "DRAFT", "DISCARDED", "ARCHIVED", "DENIED", "REVOKED"},
}
"""A registration's status to those that its current version may have beside it."""

MODEL = "pinpoint-sms-voice-v2::registration"


@cache
def client() -> Any:
    """Return one client for all lives; making one takes longer than many calls."""
    return boto3.client("pinpoint-sms-voice-v2", region_name=REGION)


registration_types = st.sampled_from([BRAND, CAMPAIGN, TOLL_FREE, TEST_RCS])
field_paths = st.sampled_from(sorted(FORMS[BRAND]))


class Lives(RuleBasedStateMachine):
    """Every rule is one call; a refusal is as good as an answer, a fault of ours is not."""

    registrations = Bundle("registrations")
    resources = Bundle("resources")

    @initialize()
    def start(self) -> None:
        self.mock = mock_aws()
        self.mock.start()
        # A read changes nothing, so that what several of them show can be compared.
        state_manager.set_transition(MODEL, {"progression": "manual", "times": 10**9})
        self.sms = client()
        self.simulator = Simulator(region_name=REGION)
        for limit in ("REGISTRATIONS", "PHONE_NUMBERS", "RCS_AGENTS"):
            self.simulator.set_account_limit(limit, 1000)

    def teardown(self) -> None:
        state_manager.unset_transition(MODEL)
        self.mock.stop()

    def call(self, operation: str, **arguments: Any) -> dict[str, Any] | None:
        """Return the answer, None for a refusal."""
        try:
            answer: dict[str, Any] = getattr(self.sms, operation)(**arguments)
        except ClientError as refused:
            status = refused.response["ResponseMetadata"]["HTTPStatusCode"]
        else:
            return answer
        assert status == 400
        return None

    @rule(target=registrations, registration_type=registration_types)
    def create(self, registration_type: str) -> Any:
        answer = self.call("create_registration", RegistrationType=registration_type)
        return multiple() if answer is None else answer["RegistrationId"]

    @rule(target=resources)
    def request_number(self) -> Any:
        answer = self.call(
            "request_phone_number",
            IsoCountryCode="US",
            MessageType="TRANSACTIONAL",
            NumberCapabilities=["SMS"],
            NumberType="TOLL_FREE",
        )
        return multiple() if answer is None else answer["PhoneNumberId"]

    @rule(target=resources)
    def create_agent(self) -> Any:
        answer = self.call("create_rcs_agent")
        return multiple() if answer is None else answer["RcsAgentId"]

    @rule(registration=registrations, path=field_paths)
    def put_field(self, registration: str, path: str) -> None:
        value = FORMS[BRAND][path]
        answer = {"SelectChoices": value} if isinstance(value, list) else {"TextValue": value}
        self.call(
            "put_registration_field_value", RegistrationId=registration, FieldPath=path, **answer
        )

    @rule(registration=registrations, resource=st.one_of(resources, registrations))
    def associate(self, registration: str, resource: str) -> None:
        self.call(
            "create_registration_association", RegistrationId=registration, ResourceId=resource
        )

    @rule(registration=registrations, aws_review=st.booleans())
    def submit(self, registration: str, aws_review: bool) -> None:
        self.call("submit_registration_version", RegistrationId=registration, AwsReview=aws_review)

    @rule(registration=registrations)
    def new_version(self, registration: str) -> None:
        self.call("create_registration_version", RegistrationId=registration)

    @rule(registration=registrations)
    def discard(self, registration: str) -> None:
        self.call("discard_registration_version", RegistrationId=registration)

    @rule(registration=registrations, times=st.integers(1, 3))
    def let_time_pass(self, registration: str, times: int) -> None:
        state_manager.set_transition(MODEL, {"progression": "manual", "times": 1})
        for _ in range(times):
            self.call("describe_registrations", RegistrationIds=[registration])
        state_manager.set_transition(MODEL, {"progression": "manual", "times": 10**9})

    @rule(registration=registrations)
    def delete(self, registration: str) -> None:
        self.call("delete_registration", RegistrationId=registration)

    @rule(resource=consumes(resources))
    def release(self, resource: str) -> None:
        if resource.startswith("phone-"):
            self.call("release_phone_number", PhoneNumberId=resource)
        else:
            self.call("delete_rcs_agent", RcsAgentId=resource)

    @rule(registration=registrations, verb=st.sampled_from(["approve", "deny"]))
    def review(self, registration: str, verb: str) -> None:
        try:
            getattr(self.simulator, f"{verb}_registration")(registration)
        except ValueError as refused:
            assert "registration" in str(refused)  # noqa: PT017  # a rule has no better place

    @invariant()
    def whole(self) -> None:
        if not hasattr(self, "sms"):
            return
        registrations = self.sms.describe_registrations()["Registrations"]
        ids = [each["RegistrationId"] for each in registrations]
        assert len(set(ids)) == len({each["RegistrationArn"] for each in registrations}) == len(ids)
        paged = pages(self.sms.describe_registrations, "Registrations", 2)
        assert [each["RegistrationId"] for page in paged for each in page] == ids
        there = self.resources_there() | set(ids)
        for registration in registrations:
            self.check_versions(registration)
            self.check_associations(registration, there)

    def resources_there(self) -> set[str]:
        """Return the ids of all numbers and agents."""
        numbers = self.sms.describe_phone_numbers()["PhoneNumbers"]
        agents = self.sms.describe_rcs_agents()["RcsAgents"]
        return {each["PhoneNumberId"] for each in numbers} | {each["RcsAgentId"] for each in agents}

    def check_versions(self, registration: dict[str, Any]) -> None:
        """Assert that the versions are one life, and the registration says the same."""
        versions = self.sms.describe_registration_versions(
            RegistrationId=registration["RegistrationId"]
        )["RegistrationVersions"]
        statuses = [each["RegistrationVersionStatus"] for each in versions]
        assert [each["VersionNumber"] for each in versions] == list(range(1, len(versions) + 1))
        assert registration["CurrentVersionNumber"] == len(versions)
        assert "DRAFT" not in statuses[:-1]
        assert statuses.count("APPROVED") <= 1
        assert statuses[-1] in CONSISTENT[registration["RegistrationStatus"]]

    def check_associations(self, registration: dict[str, Any], there: set[str]) -> None:
        """Assert that nothing is associated that is gone."""
        associated = self.sms.list_registration_associations(
            RegistrationId=registration["RegistrationId"]
        )["RegistrationAssociations"]
        assert {each["ResourceId"] for each in associated} <= there


@pytest.mark.usefixtures("aws")
class TestLives(Lives.TestCase):  # type: ignore[misc]
    """Run the lives."""

    settings = settings(
        max_examples=25,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
