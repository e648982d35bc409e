"""What AWS lends to a message for which the account has nothing of its own: shared routes.

https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-number-types.html
"""

from __future__ import annotations

from moto.moto_api._internal import mock_random

from ..identities.sender_id_countries import may_be_unregistered
from ..numbers.number_plans import number_plan
from .identity_eligibility import Route
from .origins import Origin

# The United States with its territories and China have no shared identities, and Canada was seen
# to have none.
_WITHOUT_SHARED_ROUTES = frozenset(("AS", "CA", "CN", "GU", "PR", "US", "VI"))
# SetDefaultSenderId names it as an example.
_GENERIC_SENDER = "NOTICE"


def has_shared_routes(route: Route) -> bool:
    """Say whether AWS lends anything on the way there."""
    return route.channel == "TEXT" and route.country not in _WITHOUT_SHARED_ROUTES


def lent_by_aws(route: Route, opt_out_list_name: str | None) -> Origin:
    """Return what AWS sends from: a name where anybody may send as one, else a number."""
    if route.channel == "TEXT" and may_be_unregistered(route.country):
        settings = route.configuration_set
        sender = None if settings is None else settings.default_sender_id
        return Origin(
            origination_identity=sender or _GENERIC_SENDER, opt_out_list_name=opt_out_list_name
        )
    return Origin(
        origination_identity=_any_number(route.country), opt_out_list_name=opt_out_list_name
    )


def _any_number(iso_country_code: str) -> str:
    """Return a number of the country, toll-free where AWS has such, of those kept for fiction."""
    numbers = number_plan(iso_country_code, toll_free=iso_country_code == "US")[0]
    return numbers[mock_random.randrange(len(numbers))]
