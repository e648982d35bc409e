"""The only file that knows how moto discovers a service."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import re
import sys
import warnings
from collections.abc import Sequence
from types import ModuleType

SERVICE_NAME = "pinpoint-sms-voice-v2"
_MOTO_NAME = "moto.pinpointsmsvoicev2"
_OWN_NAME = f"{__package__}.pinpointsmsvoicev2"
_HOSTS = re.compile(r"https?://sms-voice(-fips)?\.([^.]+)\.(amazonaws\.com|api\.aws)")
"""Not the first version's host, sms-voice.pinpoint.REGION.amazonaws.com: a Region has no dot."""


class _Alias(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Serves ``moto.pinpointsmsvoicev2`` and all below it as the very modules of this package."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname == _MOTO_NAME or fullname.startswith(_MOTO_NAME + "."):
            return importlib.machinery.ModuleSpec(fullname, self)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        own = _OWN_NAME + module.__name__[len(_MOTO_NAME) :]
        sys.modules[module.__name__] = importlib.import_module(own)


def install() -> None:
    """Register the service with moto; calling it again changes nothing.

    If moto has the service itself, moto's own is left in place, with a warning.
    """
    from moto.backend_index import backend_url_patterns

    if any(isinstance(finder, _Alias) for finder in sys.meta_path):
        return
    if importlib.util.find_spec(_MOTO_NAME) is not None:
        warnings.warn(
            f"moto has {SERVICE_NAME} itself now; {__package__} stands back", stacklevel=2
        )
        return
    sys.meta_path.append(_Alias())
    # In place, because mock_aws, the server and the proxy all hold this very list; first, because
    # moto tries one pattern after the other at every request.
    backend_url_patterns.insert(0, (SERVICE_NAME, _HOSTS))
