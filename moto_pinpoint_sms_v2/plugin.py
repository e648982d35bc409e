"""The only file that knows how moto discovers a service."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import re
import sys
import warnings
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

SERVICE_NAME = "pinpoint-sms-voice-v2"
CONTROL_PATH = f"/moto-api/{SERVICE_NAME}/"
_INDEX = "moto.backend_index"
_CONTROLS = "moto.moto_api._internal.urls"
_MOTO_NAME = "moto.pinpointsmsvoicev2"
_OWN_NAME = f"{__package__}.pinpointsmsvoicev2"
_HOSTS = re.compile(r"https?://sms-voice(-fips)?\.([^.]+)\.(amazonaws\.com|api\.aws)")
"""Not the first version's host, sms-voice.pinpoint.REGION.amazonaws.com: a Region has no dot."""


class _Alias(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Serves ``moto.pinpointsmsvoicev2`` and all below it as the very modules of this package."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != _MOTO_NAME and not fullname.startswith(_MOTO_NAME + "."):
            return None
        if importlib.util.find_spec(_own_name(fullname)) is None:
            return None
        return importlib.machinery.ModuleSpec(fullname, self)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        sys.modules[module.__name__] = importlib.import_module(_own_name(module.__name__))


class _Arrival(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Acts once a module of moto's has been imported, then is gone."""

    _loader: importlib.abc.Loader

    def __init__(self, name: str, then: Callable[[ModuleType], None]) -> None:
        self._name = name
        self._then = then

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        if spec is None or spec.loader is None:
            return None
        self._loader, spec.loader = spec.loader, self
        return spec

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        self._then(module)


def install() -> None:
    """Register the service with moto, as soon as moto is there; calling it again changes nothing.

    It does not import moto, which costs a third of a second that not every run wants to pay.
    """
    if any(isinstance(finder, (_Alias, _Arrival)) for finder in sys.meta_path):
        return
    for name, then in ((_INDEX, _register), (_CONTROLS, _add_controls)):
        module = sys.modules.get(name)
        if module is None:
            sys.meta_path.insert(0, _Arrival(name, then))
        else:
            then(module)


def _register(index: ModuleType) -> None:
    """Register the service, unless moto has it itself: then moto's own is left in place."""
    if importlib.util.find_spec(_MOTO_NAME) is not None:
        warnings.warn(
            f"moto has {SERVICE_NAME} itself now; {__package__} stands back", stacklevel=2
        )
        return
    # First, because the files below would be found, and run a second time, by their path as well.
    sys.meta_path.insert(0, _Alias())
    # In place, because mock_aws, the server and the proxy all hold this very list; first, because
    # moto tries one pattern after the other at every request.
    index.backend_url_patterns.insert(0, (SERVICE_NAME, _HOSTS))


def _add_controls(urls: ModuleType) -> None:
    """Add the Simulator's calls and the page to moto's own ones."""
    for path in (CONTROL_PATH.rstrip("/") + "$", CONTROL_PATH + "(?P<call>[^/]*)$"):
        urls.url_paths["{0}" + path] = _control


def _control(request: Any, full_url: str, headers: Any) -> Any:
    from .pinpointsmsvoicev2.control_api import answer

    return answer(request, full_url)


def _own_name(moto_name: str) -> str:
    return _OWN_NAME + moto_name[len(_MOTO_NAME) :]
