"""Resource Access Manager: shares of moto's may hold what this service lets accounts share.

Moto's own RAM refuses every kind of resource that is not in its list. What the shares then mean
is asked of them where resources are looked up (``core.resource_shares``).
"""

from __future__ import annotations

from types import ModuleType

# Imported, so that every class of resources is there.
from .. import models as models
from ..core.resource import resource_classes


def join(ram: ModuleType) -> None:
    """Let shares hold resources of this service; calling it again changes nothing."""
    known = ram.ResourceShare.SHAREABLE_RESOURCES
    ours = [cls.kind for cls in resource_classes() if cls.shareable]
    known.extend(kind for kind in ours if kind not in known)
