"""What must be there before a resource can be."""

from __future__ import annotations

from ..access import stream, trusted_role
from .world import World

SIMULATOR_NUMBER = {
    "IsoCountryCode": "US",
    "MessageType": "TRANSACTIONAL",
    "NumberCapabilities": ["SMS"],
    "NumberType": "SIMULATOR",
}


def role(world: World) -> None:
    trusted_role("example", endpoint_url=world.endpoint_url)


def role_and_streams(world: World) -> None:
    role(world)
    for name in ("a", "ab"):
        stream(name, endpoint_url=world.endpoint_url)


def number(world: World, identifier: str = "phone-parent") -> None:
    world.simulator.use_id("phone-number", identifier)
    world.sms.request_phone_number(**SIMULATOR_NUMBER)
    world.sms.describe_phone_numbers(PhoneNumberIds=[identifier])


def number_that_sends(world: World) -> None:
    world.simulator.add_phone_number(iso_country_code="US", number_type="TEN_DLC")


def pool(world: World) -> None:
    number(world)
    world.simulator.use_id("pool", "pool-parent")
    world.sms.create_pool(OriginationIdentity="phone-parent", MessageType="TRANSACTIONAL")
    world.sms.describe_pools()


def pool_and_a_number(world: World) -> None:
    pool(world)
    number(world, "phone-joining")


def number_and_list(world: World) -> None:
    number(world)
    opt_out_list(world)


def agent(world: World) -> None:
    world.simulator.use_id("rcs-agent", "rcs-parent")
    world.sms.create_rcs_agent()


def opt_out_list(world: World) -> None:
    world.sms.create_opt_out_list(OptOutListName="parents")


def configuration_set(world: World) -> None:
    world.sms.create_configuration_set(ConfigurationSetName="parents")


def protect(world: World) -> None:
    world.simulator.use_id("protect-configuration", "protect-parent")
    world.sms.create_protect_configuration()


def attachment(world: World) -> None:
    world.simulator.use_id("registration-attachment", "attachment-parent")
    world.sms.create_registration_attachment(AttachmentBody=b"\x89PNG\r\n\x1a\n")
    world.sms.describe_registration_attachments()


def sender_id(world: World) -> None:
    world.sms.request_sender_id(SenderId="PARENTS", IsoCountryCode="SE")
