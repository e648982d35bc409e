"""The Simulator's words against the service model, and what a wrong one is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.words import check_word, nearest
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.data import load
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.exceptions import ERRORS
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls import words


def enum(name: str) -> Sequence[str]:
    found: Sequence[str] = service_model().shape_for(name).enum
    return found


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        pytest.param(words.EventType, lambda: load("event_types"), id="EventType"),
        pytest.param(
            words.RegistrationStatus,
            lambda: [*enum("RegistrationStatus"), "REQUIRES_OFFLINE_REVIEW"],
            id="RegistrationStatus",
        ),
        pytest.param(
            words.NotifyConfigurationStatus,
            lambda: enum("NotifyConfigurationStatus"),
            id="NotifyConfigurationStatus",
        ),
        pytest.param(
            words.NotifyTemplateStatus,
            lambda: enum("NotifyTemplateStatus"),
            id="NotifyTemplateStatus",
        ),
        pytest.param(
            words.RcsLaunchStatus, lambda: enum("CountryLaunchStatus"), id="RcsLaunchStatus"
        ),
        pytest.param(words.PhoneNumberType, lambda: enum("PhoneNumberType"), id="PhoneNumberType"),
        pytest.param(
            words.DisabledReason, lambda: enum("AccessDeniedExceptionReason"), id="DisabledReason"
        ),
        pytest.param(words.MessageType, lambda: enum("MessageType"), id="MessageType"),
        pytest.param(words.NumberType, lambda: enum("NumberType"), id="NumberType"),
        pytest.param(
            words.NumberCapability, lambda: enum("NumberCapability"), id="NumberCapability"
        ),
        pytest.param(words.SpendLimitName, lambda: enum("SpendLimitName"), id="SpendLimitName"),
        pytest.param(words.ErrorCode, lambda: ERRORS, id="ErrorCode"),
    ],
)
def test_words_are_those_of_the_model(declared: Any, said: Any) -> None:
    assert list(get_args(declared)) == list(said())


def test_operations_are_those_of_the_model() -> None:
    """An older model lacks some, which then are refused by name."""
    assert set(service_model().operation_names) <= set(get_args(words.OperationName))


def test_event_types_are_those_of_the_model_that_stand_for_one() -> None:
    single = {each for each in enum("EventType") if not each.endswith("ALL")}

    assert single <= set(get_args(words.EventType))


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("DELIVERED", "TEXT_DELIVERED"),
        ("text_delivered", "TEXT_DELIVERED"),
        ("TEXT-DELIVERED", "TEXT_DELIVERED"),
        ("TEXT_DELIVERD", "TEXT_DELIVERED"),
        ("BUSY", "VOICE_BUSY"),
    ],
)
def test_the_nearest_word_is_offered(value: str, meant: str) -> None:
    with pytest.raises(ValueError, match=f"^{value!r} for event_type: did you mean {meant}\\?$"):
        check_word(value, get_args(words.EventType), "event_type")


def test_few_words_are_told_and_of_many_the_nearest() -> None:
    with pytest.raises(ValueError, match=r"^'X' for tier is not one of SANDBOX, PRODUCTION$"):
        check_word("X", get_args(words.AccountTier), "tier")
    dozen = [f"word {number}" for number in range(12)]
    with pytest.raises(ValueError, match=f"^'X' for word is not one of {', '.join(dozen)}$"):
        check_word("X", dozen, "word")
    with pytest.raises(ValueError, match=r"^'FAX' for event_type is none of 47; the nearest are"):
        check_word("FAX", get_args(words.EventType), "event_type")


@pytest.mark.parametrize("value", ["read-it-all", "READ IT ALL", "read_it_all"])
def test_a_part_of_a_word_is_found_in_any_spelling(value: str) -> None:
    assert nearest(value, ["ONE", "WHO_HAS_READ_IT_ALL_AND_MORE_THAN_THAT"]) == (
        "WHO_HAS_READ_IT_ALL_AND_MORE_THAN_THAT"
    )
