"""The pinpoint-sms-voice-v2 service, in moto's own five files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import pinpointsmsvoicev2_backends

__all__ = ["pinpointsmsvoicev2_backends"]


def __getattr__(name: str) -> Any:
    """Import the backends when they are asked for: a Simulator over HTTP needs none."""
    if name != "pinpointsmsvoicev2_backends":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .models import pinpointsmsvoicev2_backends

    # Moto asks for it at every request, and so finds it without this function.
    globals()[name] = pinpointsmsvoicev2_backends
    return pinpointsmsvoicev2_backends
