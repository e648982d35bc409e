"""What is deleted is gone, whoever else knew of it."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from typing import Any
from weakref import ref

import pytest
from moto.core.model_instances import model_data

from moto_pinpoint_sms_v2 import Simulator

from ..support import backend, refused

PDF = b"%PDF-1.7".ljust(400_000)

Life = Callable[[Any], tuple[str, Callable[[], object]]]
"""Makes a thing, and returns its ARN and what deletes it."""


def an_opt_out_list(sms: Any) -> tuple[str, Callable[[], object]]:
    arn = sms.create_opt_out_list(OptOutListName="news")["OptOutListArn"]
    return arn, lambda: sms.delete_opt_out_list(OptOutListName=arn)


def a_registration(sms: Any) -> tuple[str, Callable[[], object]]:
    created = sms.create_registration(RegistrationType="US_TEN_DLC_BRAND_REGISTRATION")
    id = created["RegistrationId"]
    sms.describe_registrations(RegistrationIds=[id])
    return created["RegistrationArn"], lambda: sms.delete_registration(RegistrationId=id)


def an_attachment(sms: Any) -> tuple[str, Callable[[], object]]:
    created = sms.create_registration_attachment(AttachmentBody=PDF)
    id = created["RegistrationAttachmentId"]
    return created["RegistrationAttachmentArn"], lambda: sms.delete_registration_attachment(
        RegistrationAttachmentId=id
    )


@pytest.mark.parametrize("make", [an_opt_out_list, a_registration, an_attachment])
def test_what_was_deleted_is_held_by_nobody(sms: Any, make: Life) -> None:
    arn, delete = make(sms)
    held = ref(backend().store.find_arn(arn))
    assert held() is not None

    delete()
    gc.collect()

    assert held() is None


def test_a_token_keeps_no_file(sms: Any) -> None:
    """boto3 gives each creation a token of its own."""

    def come_and_go() -> None:
        _, delete = an_attachment(sms)
        delete()

    come_and_go()
    tracemalloc.start()
    try:
        come_and_go()
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert kept < len(PDF) / 2


ROW = {"PhoneNumberId": "phone-1", "PhoneNumber": "+447700900100", "NumberType": "LONG_CODE"}


def shown(name: str) -> list[str]:
    """Return the ids of what moto's dashboard shows of a class."""
    model: Any = next(models[name] for models in model_data.values() if name in models)
    return [each.id for each in model.instances_tracked]


def test_moto_s_dashboard_shows_what_there_is(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    sms.create_opt_out_list(OptOutListName="offers")

    sms.delete_opt_out_list(OptOutListName="news")

    assert shown("OptOutList") == ["Default", "offers"]


def test_moto_s_dashboard_shows_nothing_of_what_is_released_or_was_a_draft(
    sms: Any, simulator: Simulator, toll_free: Callable[[], str]
) -> None:
    sms.release_phone_number(PhoneNumberId=toll_free())
    kept = simulator.add_phone_number(iso_country_code="US", number_type="TOLL_FREE")[
        "PhoneNumberId"
    ]
    pool = sms.create_pool(
        OriginationIdentity=kept, IsoCountryCode="US", MessageType="TRANSACTIONAL"
    )
    wish = {"IsoCountryCode": "US", "NumberCapabilities": ["SMS"], "NumberType": "TOLL_FREE"}
    with refused("ConflictException", "MESSAGE_TYPE_MISMATCH", kind="pool", id=pool["PoolId"]):
        sms.request_phone_number(MessageType="PROMOTIONAL", PoolId=pool["PoolId"], **wish)
    with pytest.raises(ValueError, match="phone-1"):
        simulator.load_account({"PhoneNumbers": [ROW, ROW]})
    sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="SE")
    sms.release_sender_id(SenderId="EXAMPLE", IsoCountryCode="SE")

    assert (shown("PhoneNumber"), shown("SenderId")) == ([kept], [])
