"""What an approval itself creates: the sender ID or the short code that the form asks for."""

from __future__ import annotations

import re
from itertools import chain, count

from moto.moto_api._internal import mock_random

from ...core.store import Store
from ..identities.phone_numbers import SHORT_CODE, PhoneNumber
from ..identities.sender_ids import SenderId
from ..registrations.forms import RegistrationTypeDefinition, Wire
from ..registrations.registrations import Registration

_SENDER_ID_FIELD = "senderIdInfo.senderId"
_SENDER_ID = re.compile(r"[A-Za-z0-9_-]{1,11}")
_WISHES = [f"shortCodeInfo.vanityShortCode{each}" for each in (1, 2, 3)]


def created_by_approval(form: RegistrationTypeDefinition) -> Wire | None:
    """Return which identity an approval creates, None if it creates none."""
    on_approval = (
        supported
        for supported in form.supported_associations
        if supported["AssociationBehavior"] == "ASSOCIATE_ON_APPROVAL"
    )
    return next(on_approval, None)


def sender_id_fault(
    store: Store, form: RegistrationTypeDefinition, registration: Registration
) -> tuple[str, str] | None:
    """Return the field and the reason why no sender ID can be created of it, None if one can."""
    creates = created_by_approval(form)
    if creates is None or creates["ResourceType"] != "SENDER_ID":
        return None
    word = _sender_id(registration)
    if word is None:
        return _SENDER_ID_FIELD, "MISSING_REQUIRED_FIELD"
    if not _SENDER_ID.fullmatch(word):
        return _SENDER_ID_FIELD, "INVALID_FIELD_VALUE"
    held = store.find(SenderId, f"{word.upper()}/{_country(creates, registration)}")
    # What AWS says of a sender ID that another registration has is a choice.
    if held is not None and held.registration_id not in (None, registration.id):
        return _SENDER_ID_FIELD, "INVALID_FIELD_VALUE"
    return None


def create_identity(
    store: Store, creates: Wire, registration: Registration
) -> PhoneNumber | SenderId | None:
    """Return what the approval creates; a sender ID that is there already stays."""
    country = _country(creates, registration)
    if creates["ResourceType"] == "SHORT_CODE":
        return _short_code(store, country, registration)
    word = _sender_id(registration)
    if creates["ResourceType"] != "SENDER_ID" or word is None:
        return None
    id = f"{word.upper()}/{country}"
    held = store.find(SenderId, id)
    if held is not None:
        return held
    return store.provision(
        SenderId,
        id=id,
        sender_id=word.upper(),
        iso_country_code=country,
        message_types=["TRANSACTIONAL"],
    )


def _short_code(store: Store, country: str, registration: Registration) -> PhoneNumber:
    return store.provision(
        PhoneNumber,
        phone_number=_free_short_code(store, registration),
        iso_country_code=country,
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type="SHORT_CODE",
        monthly_leasing_price="995.00",
    )


def _free_short_code(store: Store, registration: Registration) -> str:
    """Return the first code that the form wishes for, if it is free, else any."""
    wishes = (_text(registration, path) for path in _WISHES)
    wished = (code for code in wishes if code is not None and SHORT_CODE.fullmatch(code))
    drawn = (str(mock_random.randint(20_000, 999_999)) for _ in count())
    return next(
        code for code in chain(wished, drawn) if store.find_alias(PhoneNumber, code) is None
    )


def _country(creates: Wire, registration: Registration) -> str:
    # A form need not name the country; the names of AWS's types begin with it.
    return creates.get("IsoCountryCode") or registration.registration_type[:2]


def _sender_id(registration: Registration) -> str | None:
    return _text(registration, _SENDER_ID_FIELD)


def _text(registration: Registration, path: str) -> str | None:
    value = registration.current_version.field_values.get(path)
    return None if value is None else value.text_value
