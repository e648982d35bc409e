"""Random lives of registrations, and what must hold in every one of them."""

from __future__ import annotations

from random import Random
from typing import Any

from botocore.exceptions import ClientError
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st
from moto import mock_aws
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from .domains.registration_forms import BRAND, CAMPAIGN, FORMS, TEST_RCS, TOLL_FREE
from .support import REGION, client, pages

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
HELD = {"progression": "manual", "times": 10**9}
TYPES = [BRAND, CAMPAIGN, TOLL_FREE, TEST_RCS]
STEPS = [
    *("associate",) * 8,
    *("submit", "let_time_pass", "review", "new_version", "put_field") * 2,
    *("create", "request_number", "create_agent", "discard", "delete", "release"),
]
"""What a life chooses from; it goes on more often than it begins or ends something."""


class Life:
    """A life that a seed decides on; a refusal is as good as an answer, a fault of ours is not."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - no secret
        # A read changes nothing, so that what several of them show can be compared.
        state_manager.set_transition(MODEL, HELD)
        self.sms = client()
        self.simulator = Simulator(region_name=REGION)
        for limit in ("REGISTRATIONS", "PHONE_NUMBERS", "RCS_AGENTS"):
            self.simulator.set_account_limit(limit, 1000)
        self.registrations: list[str] = []
        self.resources: list[str] = []
        for registration_type in TYPES:
            self.create(registration_type)
        self.request_number()
        self.create_agent()

    def step(self) -> None:
        """Do something, and check everything."""
        getattr(self, self.random.choice(STEPS))()
        self.check()

    def call(self, operation: str, **arguments: Any) -> dict[str, Any] | None:
        """Return the answer, None for a refusal."""
        note(f"{operation} {arguments}")
        try:
            answer: dict[str, Any] = getattr(self.sms, operation)(**arguments)
        except ClientError as refused:
            status = refused.response["ResponseMetadata"]["HTTPStatusCode"]
        else:
            return answer
        assert status == 400
        return None

    def any_registration(self) -> str:
        return self.random.choice(self.registrations)

    def create(self, registration_type: str | None = None) -> None:
        answer = self.call(
            "create_registration", RegistrationType=registration_type or self.random.choice(TYPES)
        )
        if answer is not None:
            self.registrations.append(answer["RegistrationId"])

    def request_number(self) -> None:
        answer = self.call(
            "request_phone_number",
            IsoCountryCode="US",
            MessageType="TRANSACTIONAL",
            NumberCapabilities=["SMS"],
            NumberType="TOLL_FREE",
        )
        if answer is not None:
            self.resources.append(answer["PhoneNumberId"])

    def create_agent(self) -> None:
        answer = self.call("create_rcs_agent")
        if answer is not None:
            self.resources.append(answer["RcsAgentId"])

    def put_field(self) -> None:
        path = self.random.choice(sorted(FORMS[BRAND]))
        value = FORMS[BRAND][path]
        self.call(
            "put_registration_field_value",
            RegistrationId=self.any_registration(),
            FieldPath=path,
            **({"SelectChoices": value} if isinstance(value, list) else {"TextValue": value}),
        )

    def associate(self) -> None:
        resource = self.random.choice([*self.resources, *self.registrations])
        self.call(
            "create_registration_association",
            RegistrationId=self.any_registration(),
            ResourceId=resource,
        )

    def submit(self) -> None:
        self.call(
            "submit_registration_version",
            RegistrationId=self.any_registration(),
            AwsReview=self.random.random() < 1 / 2,
        )

    def new_version(self) -> None:
        self.call("create_registration_version", RegistrationId=self.any_registration())

    def discard(self) -> None:
        self.call("discard_registration_version", RegistrationId=self.any_registration())

    def let_time_pass(self) -> None:
        registration = self.any_registration()
        state_manager.set_transition(MODEL, {"progression": "manual", "times": 1})
        for _ in range(self.random.randint(1, 3)):
            self.call("describe_registrations", RegistrationIds=[registration])
        state_manager.set_transition(MODEL, HELD)

    def delete(self) -> None:
        self.call("delete_registration", RegistrationId=self.any_registration())

    def release(self) -> None:
        if not self.resources:
            return
        resource = self.random.choice(self.resources)
        if resource.startswith("phone-"):
            self.call("release_phone_number", PhoneNumberId=resource)
        else:
            self.call("delete_rcs_agent", RcsAgentId=resource)

    def review(self) -> None:
        verb, registration = self.random.choice(["approve", "deny"]), self.any_registration()
        note(f"{verb} {registration}")
        try:
            getattr(self.simulator, f"{verb}_registration")(registration)
        except ValueError as refused:
            assert "registration" in str(refused)  # noqa: PT017  # a life goes on

    def check(self) -> None:
        """Assert that what several reads show fits together."""
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


# Hypothesis draws the seed and not the calls: of those it likes to draw the same again and again.
@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(seed=st.integers(0, 2**64))
def test_whatever_becomes_of_registrations_they_stay_whole(seed: int) -> None:
    with mock_aws():
        life = Life(seed)
        try:
            for _ in range(40):
                life.step()
        finally:
            state_manager.unset_transition(MODEL)
