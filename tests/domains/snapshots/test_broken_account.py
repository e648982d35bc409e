"""A source with one thing wrong: it is refused whole, with the path of that thing."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from .accounts import ARN, WHOLE
from .conftest import Place

PATH = tuple[str | int, ...]
NUMBER: PATH = ("PhoneNumbers", 1)
BROKEN: dict[str, tuple[PATH, Any, str]] = {
    "no list": (("PhoneNumbers",), 3, "PhoneNumbers: must be a list"),
    "no object": (NUMBER, "phone-2", "PhoneNumbers[1]: must be an object"),
    "an unknown word": (
        (*NUMBER, "NumberType"),
        "LANDLINE",
        "PhoneNumbers[1].NumberType: must be one of SHORT_CODE, ",
    ),
    "a wrong type": (
        (*NUMBER, "TwoWayEnabled"),
        "yes",
        "PhoneNumbers[1].TwoWayEnabled: expected a boolean",
    ),
    "no moment": (
        (*NUMBER, "CreatedTimestamp"),
        "yesterday",
        "PhoneNumbers[1].CreatedTimestamp: must be a moment in ISO 8601 or epoch seconds",
    ),
    "no number": ((*NUMBER, "PhoneNumber"), "me", "PhoneNumbers[1].PhoneNumber: must match"),
    "a number of no country": (
        (*NUMBER, "PhoneNumber"),
        "+999",
        "PhoneNumbers[1]: needs IsoCountryCode",
    ),
    "a member missing": ((*NUMBER, "NumberType"), None, "PhoneNumbers[1]: needs NumberType"),
    "an id twice": (
        (*NUMBER, "PhoneNumberId"),
        "phone-1",
        "PhoneNumbers[1]: there is a phone-number phone-1 already",
    ),
    "a number twice": (
        (*NUMBER, "PhoneNumber"),
        "+18885550100",
        "PhoneNumbers[1]: there is a phone-number with +18885550100 already",
    ),
    "an ARN of another kind": (
        (*NUMBER, "PhoneNumberArn"),
        f"{ARN}pool/phone-2",
        "PhoneNumbers[1].PhoneNumberArn: is not the ARN of a phone-number",
    ),
    "two pools": (
        ("PoolOriginationIdentities", 0, "PoolId"),
        "pool-2",
        "PoolOriginationIdentities[0].OriginationIdentities[0]: phone-1 is in pool-1 already",
    ),
    "a member twice": (
        ("PoolOriginationIdentities", 0, "OriginationIdentities"),
        [{"OriginationIdentity": "phone-1"}] * 2,
        "PoolOriginationIdentities[0].OriginationIdentities[1]: phone-1 is in pool-1 already",
    ),
    "nobody's keywords": (
        ("Keywords", 0, "OriginationIdentity"),
        None,
        "Keywords[0]: needs OriginationIdentityArn or OriginationIdentity",
    ),
    "a keyword without a text": (
        ("Keywords", 0, "Keywords", 0, "KeywordMessage"),
        None,
        "Keywords[0].Keywords[0]: needs KeywordMessage",
    ),
    "an event destination without a target": (
        ("ConfigurationSets", 0, "EventDestinations", 0, "SnsDestination"),
        None,
        "ConfigurationSets[0].EventDestinations[0]: needs one of CloudWatchLogsDestination, ",
    ),
    "an event destination without a name": (
        ("ConfigurationSets", 0, "EventDestinations", 0, "EventDestinationName"),
        None,
        "ConfigurationSets[0].EventDestinations[0]: needs EventDestinationName",
    ),
    "a version that is not counted": (
        ("RegistrationFieldValues", 0, "VersionNumber"),
        3,
        "RegistrationFieldValues[0]: registration-1 has no version 3",
    ),
    "a registration without a type": (
        ("Registrations", 0, "RegistrationType"),
        None,
        "Registrations[0]: needs RegistrationType",
    ),
    "a tag twice": (
        ("TagsForResource", 0, "Tags"),
        [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}],
        "TagsForResource[0]: has a key twice",
    ),
    "an unknown tier": (
        ("AccountAttributes", 0, "Value"),
        "GOLD",
        "AccountAttributes[0].Value: must be one of SANDBOX, PRODUCTION",
    ),
    "an unknown limit": (("SpendLimits", 0, "Name"), "TEA", "SpendLimits[0].Name: must be one of"),
    "a limit that is no number": (
        ("AccountLimits", 0, "Max"),
        "many",
        "AccountLimits[0].Max: expected a whole number",
    ),
    "a later form": (("version",), 2, "version: is 2, and this package knows 1 at most"),
}


@pytest.mark.parametrize(("at", "value", "sentence"), BROKEN.values(), ids=BROKEN)
def test_a_broken_source_is_refused_whole_with_the_path_of_what_is_wrong(
    here: Place, at: PATH, value: Any, sentence: str
) -> None:
    before = here.simulator.snapshot(opted_out_numbers=True, field_values=True)
    source = deepcopy(WHOLE)
    parent: Any = source
    for step in at[:-1]:
        parent = parent[step]
    parent[at[-1]] = value

    with pytest.raises(ValueError, match="^" + re.escape(sentence)) as refused:
        here.simulator.load_account(source)

    assert "\n" not in str(refused.value)
    after = here.simulator.snapshot(opted_out_numbers=True, field_values=True)
    assert after == before


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ({"Numbers": []}, "has none of AccountAttributes, "),
        ([{"PhoneNumbers": []}, {"Numbers": []}], "[1]: has none of AccountAttributes, "),
        ([3], "load_account: source cannot be [3]"),
        (3, "load_account: source cannot be 3"),
    ],
)
def test_what_is_no_account_is_refused(here: Place, source: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match="^" + re.escape(sentence)):
        here.simulator.load_account(source)


def test_a_file_that_is_not_there_is_told(here: Place, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is no file of JSON"):
        here.simulator.load_account(tmp_path / "account.json")
