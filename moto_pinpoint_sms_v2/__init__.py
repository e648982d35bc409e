"""AWS End User Messaging SMS (``pinpoint-sms-voice-v2``) for moto.

Importing this package registers the service: ``mock_aws``, moto's server and its proxy have it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .plugin import install

if TYPE_CHECKING:
    from moto import mock_aws

    from .simulator import InboundMessage, Refusal, SentMessage, Simulator

__version__ = "0.2.0"
__all__ = ["InboundMessage", "Refusal", "SentMessage", "Simulator", "__version__", "mock_aws"]

_LAZY = {
    "mock_aws": "moto",
    "InboundMessage": ".simulator",
    "Refusal": ".simulator",
    "SentMessage": ".simulator",
    "Simulator": ".simulator",
}
"""What is imported when it is asked for, and from where: pytest imports this package always."""

install()


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LAZY[name], __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
