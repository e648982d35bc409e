"""An account that has more of everything than one page holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from string import ascii_uppercase
from typing import Any

from .stages import SIMULATOR_NUMBER
from .world import World

MANY = 104
TOLL_FREE = {**SIMULATOR_NUMBER, "NumberType": "TOLL_FREE"}
LIMITS = (
    "ASSOCIATIONS_PER_REGISTRATION",
    "CONFIGURATION_SETS",
    "KEYWORDS_PER_PHONE_NUMBER",
    "KEYWORDS_PER_RCS_AGENT",
    "NOTIFY_CONFIGURATIONS",
    "OPT_OUT_LISTS",
    "ORIGINATION_IDENTITIES_PER_POOL",
    "PHONE_NUMBERS",
    "PHONE_NUMBERS_PER_REGISTRATION",
    "POOLS",
    "PROTECT_CONFIGURATIONS",
    "RCS_AGENTS",
    "REGISTRATIONS",
    "REGISTRATION_ATTACHMENTS",
    "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY",
    "REGISTRATION_VERSIONS_CREATED_PER_DAY",
    "VERIFIED_DESTINATION_NUMBERS",
)


@dataclass(frozen=True)
class Listing:
    """What one operation that pages is to list."""

    operation: str
    key: str | None
    """The member that tells its rows apart; None where a row is one word."""
    wanted: Sequence[Any] = ()
    """The keys of the rows that were made here, oldest first; others may stand between them."""
    arguments: Mapping[str, Any] = field(default_factory=dict)


def fill(world: World) -> Iterator[Listing]:
    """Make everything, and yield how each operation is to list it."""
    for limit in LIMITS:
        world.simulator.set_account_limit(limit, 10 * MANY)
    yield from _settings(world.sms)
    yield from _senders(world.sms)
    yield from _receivers(world.sms)
    yield from _launches(world)
    yield from _registration(world.sms)
    yield from _what_is_always_there(world)


def _settings(sms: Any) -> Iterator[Listing]:
    names = [f"set{index}" for index in range(MANY)]
    for name in names:
        sms.create_configuration_set(ConfigurationSetName=name)
    yield Listing("describe_configuration_sets", "ConfigurationSetName", names)

    key = "NotifyConfigurationId"
    wish = {"DisplayName": "Ours", "UseCase": "CODE_VERIFICATION", "EnabledChannels": ["SMS"]}
    ids = [sms.create_notify_configuration(**wish)[key] for _ in range(MANY)]
    yield Listing("describe_notify_configurations", key, ids)

    key = "ProtectConfigurationId"
    ids = [sms.create_protect_configuration()[key] for _ in range(MANY)]
    yield Listing("describe_protect_configurations", key, ids)

    owner = {key: ids[0]}
    for number in _handsets():
        sms.put_protect_configuration_rule_set_number_override(
            **owner, DestinationPhoneNumber=number, Action="BLOCK"
        )
    operation = "list_protect_configuration_rule_set_number_overrides"
    yield Listing(operation, "DestinationPhoneNumber", _handsets(), owner)


def _senders(sms: Any) -> Iterator[Listing]:
    names = [f"NEWS{index}" for index in range(MANY)]
    for name in names:
        sms.request_sender_id(SenderId=name, IsoCountryCode="SE")
    yield Listing("describe_sender_ids", "SenderId", names)

    first = {"OriginationIdentity": names[0], "IsoCountryCode": "SE"}
    pools = [sms.create_pool(**first, MessageType="TRANSACTIONAL")["PoolId"] for _ in range(MANY)]
    yield Listing("describe_pools", "PoolId", pools)

    for name in names[1:]:
        sms.associate_origination_identity(
            PoolId=pools[0], OriginationIdentity=name, IsoCountryCode="SE"
        )
    owner = {"PoolId": pools[0]}
    yield Listing("list_pool_origination_identities", "OriginationIdentity", names, owner)


def _receivers(sms: Any) -> Iterator[Listing]:
    names = [f"list{index}" for index in range(MANY)]
    for name in names:
        sms.create_opt_out_list(OptOutListName=name)
    yield Listing("describe_opt_out_lists", "OptOutListName", ["Default", *names])

    for number in _handsets():
        sms.put_opted_out_number(OptOutListName=names[0], OptedOutNumber=number)
    owner = {"OptOutListName": names[0]}
    yield Listing("describe_opted_out_numbers", "OptedOutNumber", _handsets(), owner)

    for number in _handsets():
        sms.create_verified_destination_number(DestinationPhoneNumber=number)
    yield Listing("describe_verified_destination_numbers", "DestinationPhoneNumber", _handsets())

    owner = {"OriginationIdentity": sms.request_phone_number(**SIMULATOR_NUMBER)["PhoneNumberId"]}
    words = [f"WORD{index}" for index in range(MANY)]
    for word in words:
        sms.put_keyword(**owner, Keyword=word, KeywordMessage="Hello.")
    yield Listing("describe_keywords", "Keyword", ["HELP", "STOP", *words], owner)


def _launches(world: World) -> Iterator[Listing]:
    """Launch an agent in more countries than there are."""
    countries = ["".join(pair) for pair in product("JOQXYZ", ascii_uppercase)][:MANY]
    forms = [f"{country}_RCS_LAUNCH_REGISTRATION" for country in countries]
    world.simulator.load_registration_definitions(
        [{"RegistrationTypeDefinitions": [_form(name) for name in forms]}, *_parts(forms[0])]
    )
    yield Listing("describe_registration_type_definitions", "RegistrationType", forms)

    paths = [f"part{index}" for index in range(MANY)]
    owner = {"RegistrationType": forms[0]}
    yield Listing("describe_registration_section_definitions", "SectionPath", paths, owner)
    yield Listing("describe_registration_field_definitions", "FieldPath", paths, owner)

    ids = [world.sms.create_registration(RegistrationType=form)["RegistrationId"] for form in forms]
    yield Listing("describe_registrations", "RegistrationId", ids)

    for path in paths:
        world.sms.put_registration_field_value(
            RegistrationId=ids[0], FieldPath=path, TextValue="As an example"
        )
    owner = {"RegistrationId": ids[0]}
    yield Listing("describe_registration_field_values", "FieldPath", paths, owner)

    agents = [world.sms.create_rcs_agent()["RcsAgentId"] for _ in range(MANY)]
    yield Listing("describe_rcs_agents", "RcsAgentId", agents)

    for identifier in ids:
        world.sms.create_registration_association(RegistrationId=identifier, ResourceId=agents[0])
    owner = {"RcsAgentId": agents[0]}
    yield Listing("describe_rcs_agent_country_launch_status", "IsoCountryCode", countries, owner)


def _registration(sms: Any) -> Iterator[Listing]:
    owner = {
        "RegistrationId": sms.create_registration(RegistrationType="US_TOLL_FREE_REGISTRATION")[
            "RegistrationId"
        ]
    }
    numbers = [sms.request_phone_number(**TOLL_FREE, **owner)["PhoneNumberId"] for _ in range(MANY)]
    yield Listing("describe_phone_numbers", "PhoneNumberId", numbers)
    yield Listing("list_registration_associations", "ResourceId", numbers, owner)

    for _ in range(1, MANY):
        sms.discard_registration_version(**owner)
        sms.create_registration_version(**owner)
    versions = range(1, MANY + 1)
    yield Listing("describe_registration_versions", "VersionNumber", versions, owner)

    key = "RegistrationAttachmentId"
    ids = [sms.create_registration_attachment(AttachmentBody=b"%PDF-1.7")[key] for _ in range(MANY)]
    yield Listing("describe_registration_attachments", key, ids)


def _what_is_always_there(world: World) -> Iterator[Listing]:
    """Yield the listings whose rows no account makes."""
    yield Listing("describe_account_attributes", "Name")
    yield Listing("describe_account_limits", "Name")
    yield Listing("describe_spend_limits", "Name")
    yield Listing("describe_notify_templates", "TemplateId")
    yield Listing("list_notify_countries", "IsoCountryCode")

    campaign = world.sms.create_registration(RegistrationType="US_TEN_DLC_CAMPAIGN_REGISTRATION")
    world.simulator.set_registration_status(campaign["RegistrationId"], "COMPLETE")
    wish = {
        "IsoCountryCode": "US",
        "NumberCapabilities": ["SMS"],
        "NumberType": "TEN_DLC",
        "RegistrationId": campaign["RegistrationId"],
        # All that there is would be too many to read.
        "NumberPreference": [{"PreferenceType": ["EndsWith"], "Filter": ["012"]}],
    }
    yield Listing("list_available_phone_numbers", None, (), wish)


def _handsets() -> list[str]:
    return [f"+1206555{index:04}" for index in range(100, 100 + MANY)]


def _form(name: str) -> dict[str, Any]:
    agent = {
        "ResourceType": "RCS_AGENT",
        "AssociationBehavior": "ASSOCIATE_BEFORE_SUBMIT",
        "DisassociationBehavior": "DELETE_REGISTRATION_DISASSOCIATES",
    }
    return {
        "RegistrationType": name,
        "SupportedAssociations": [agent],
        "DisplayHints": {"Title": name},
    }


def _parts(form: str) -> list[dict[str, Any]]:
    """Return answers with many sections, and a field of the same name in each."""
    sections = [
        {
            "SectionPath": f"part{index}",
            "DisplayHints": {"Title": "A part", "ShortDescription": "A part"},
        }
        for index in range(MANY)
    ]
    text = {"FieldType": "TEXT", "FieldRequirement": "OPTIONAL"}
    fields = [{**each, **text, "FieldPath": each["SectionPath"]} for each in sections]
    return [
        {"RegistrationType": form, "RegistrationSectionDefinitions": sections},
        {"RegistrationType": form, "RegistrationFieldDefinitions": fields},
    ]
