"""The only file that knows how moto discovers a service."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import logging
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from types import ModuleType
from typing import Any

_LOG = logging.getLogger(__name__)
SERVICE_NAME = "pinpoint-sms-voice-v2"
CONTROL_PATH = f"/moto-api/{SERVICE_NAME}/"
_MOTO_NAME = "moto.pinpointsmsvoicev2"
_OWN_NAME = f"{__package__}.pinpointsmsvoicev2"
HOSTS = re.compile(r"https?://sms-voice(-fips)?\.([^.]+)\.(amazonaws\.com|api\.aws)")
"""Not the first version's host, sms-voice.pinpoint.REGION.amazonaws.com: a Region has no dot."""


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Stands first among Python's finders, and knows two kinds of moto's modules by their names.

    Those in ``_JOINED`` it lets others find and, at each import or reload, adds ours to them;
    ``moto.pinpointsmsvoicev2`` and all below it are the very modules of this package.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname in _JOINED:
            spec = _found_by_others(fullname, path)
            if spec is not None and spec.loader is not None:
                spec.loader = _Joining(spec.loader)
            return spec
        if not (fullname + ".").startswith(_MOTO_NAME + ".") or _moto_has_it_itself():
            return None
        if importlib.util.find_spec(_own_name(fullname)) is None:
            return None
        return importlib.machinery.ModuleSpec(fullname, self)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        sys.modules[module.__name__] = importlib.import_module(_own_name(module.__name__))


class _Joining(importlib.abc.Loader):
    """Loads a module of moto's by its own loader, which it leaves in place, then joins it."""

    def __init__(self, loader: importlib.abc.Loader) -> None:
        self._loader = loader

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        _JOINED[module.__name__](module)


def install() -> None:
    """Register the service with moto, as soon as moto is there; calling it again changes nothing.

    It does not import moto, which costs a third of a second that not every run wants to pay.
    """
    if any(isinstance(finder, _Finder) for finder in sys.meta_path):
        return
    # One of another class of this name was left by a copy of this module that has been purged.
    sys.meta_path[:] = [finder for finder in sys.meta_path if not _is_ours(finder)]
    for name in [name for name, module in sys.modules.items() if _is_stale(name, module)]:
        del sys.modules[name]
    # First, because the files of the service would be found, and run a second time, by their path.
    sys.meta_path.insert(0, _Finder())
    for name, join in _JOINED.items():
        if name in sys.modules:
            join(sys.modules[name])


def _register(index: ModuleType) -> None:
    """Register the service, unless moto has it itself: then moto's own is left in place."""
    if _moto_has_it_itself():
        # A line in the log: a warning would fail the tests of those who make errors of warnings.
        _LOG.warning("moto has %s itself now; %s stands back", SERVICE_NAME, __package__)
    elif SERVICE_NAME not in dict(index.backend_url_patterns):
        # In place, because mock_aws, the server and the proxy all hold this very list; first,
        # because moto tries one pattern after the other at every request.
        index.backend_url_patterns.insert(0, (SERVICE_NAME, HOSTS))


def _add_controls(urls: ModuleType) -> None:
    """Add the Simulator's calls and the page to moto's own ones."""
    for path in (CONTROL_PATH.rstrip("/") + "$", CONTROL_PATH + "(?P<call>.*)$"):
        urls.url_paths["{0}" + path] = _control


def _control(request: Any, full_url: str, headers: Any) -> Any:
    from .pinpointsmsvoicev2.control_api import answer

    return answer(request, full_url)


def _join(room: str, module: ModuleType) -> None:
    """Let the service meet another of moto's; where that cannot be, all else goes on."""
    if _moto_has_it_itself():
        return
    other = module.__name__.split(".")[1]
    try:
        importlib.import_module(f"{_OWN_NAME}.integrations.{room}").join(module)
    except ImportError as missing:
        _LOG.info("this moto has no way for %s to know of %s: %s", other, SERVICE_NAME, missing)
    except Exception as error:
        sentence = "this moto's %s has changed and does not know of %s: %s"
        _LOG.warning(sentence, other, SERVICE_NAME, error)


def _own_name(moto_name: str) -> str:
    return _OWN_NAME + moto_name[len(_MOTO_NAME) :]


def _is_ours(finder: object) -> bool:
    return type(finder).__module__ == __name__


def _is_stale(name: str, module: ModuleType | None) -> bool:
    """Say whether moto has a module under ``name`` that was ours, in a copy that was purged."""
    return (
        (name + ".").startswith(_MOTO_NAME + ".")
        and getattr(module, "__name__", "") == _own_name(name)
        and sys.modules.get(_own_name(name)) is not module
    )


def _moto_has_it_itself() -> bool:
    return _found_by_others(_MOTO_NAME, sys.modules["moto"].__path__) is not None


def _found_by_others(
    name: str, path: Sequence[str] | None
) -> importlib.machinery.ModuleSpec | None:
    others = (each for each in sys.meta_path if not _is_ours(each) and hasattr(each, "find_spec"))
    return next(filter(None, (each.find_spec(name, path) for each in others)), None)


_STATE_TASK = "moto.stepfunctions.parser.asl.component.state.exec.state_task.service"
_JOINED: dict[str, Callable[[ModuleType], None]] = {
    "moto.backend_index": _register,
    "moto.moto_api._internal.urls": _add_controls,
    "moto.cloudformation.models": partial(_join, "cloudformation"),
    "moto.cloudwatch.models": partial(_join, "metrics"),
    "moto.ram.models": partial(_join, "ram"),
    "moto.resourcegroupstaggingapi.models": partial(_join, "tagging"),
    "moto.sns.urls": partial(_join, "sns"),
    f"{_STATE_TASK}.state_task_service_aws_sdk": partial(_join, "step_functions"),
}
"""The modules of moto that we add ourselves to, whenever they are imported or reloaded."""
