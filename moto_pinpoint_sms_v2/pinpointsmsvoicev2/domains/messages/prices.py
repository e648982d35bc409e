"""What a message costs, in US dollars."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from ...data import load
from .event_types import is_free


@dataclass(frozen=True)
class Price:
    """AWS's price and what the carrier adds to it."""

    price: Decimal
    carrier_fee: Decimal

    @cached_property
    def total(self) -> Decimal:
        """What the account pays."""
        return self.price + self.carrier_fee

    @cached_property
    def in_floats(self) -> tuple[float, float]:
        """Both, as event records have them."""
        return float(self.price), float(self.carrier_fee)

    def times(self, parts: int) -> Price:
        """Return what so many parts cost."""
        if parts == 1:  # as of most messages, which so share what is known of their price
            return self
        return Price(self.price * parts, self.carrier_fee * parts)


NOTHING = Price(Decimal(0), Decimal(0))


def minutes_of(seconds: int) -> int:
    """Return how many minutes of a call are paid."""
    return -(-seconds // 60)


@cache
def price_of(channel: str, iso_country_code: str) -> Price:
    """Return the price of one part, or of one minute of a call.

    Where AWS's documentation shows no figure, the price is a stand-in of ours.
    """
    prices = load("prices")[channel]
    found = prices["published"].get(iso_country_code, prices["stand_in"])
    return Price(*(Decimal(str(found[name])) for name in ("price", "carrier_fee")))


def cost_told(price: Price, event_type: str) -> tuple[float, float]:
    """Return the price and the fee that the record of an event tells of a message of that price.

    Of what is blocked they are integers, as in AWS's sample.
    """
    if event_type.endswith("_PROTECT_BLOCKED"):
        return 0, 0
    return (NOTHING if is_free(event_type) else price).in_floats
