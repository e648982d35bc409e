"""The operations, made in the account and Region of a stack."""

from __future__ import annotations

from typing import Any

from ...core.backends import get_backend
from ...core.contract import operation
from ...models import pinpointsmsvoicev2_backends
from ..calls import call


class MissingOperation(Exception):
    """The service, as it is here, has no such operation."""


class Caller:
    """Makes operations as a client of the account would."""

    def __init__(self, account_id: str, region_name: str) -> None:
        self._account_id = account_id
        self._region_name = region_name

    def __call__(self, name: str, /, **members: Any) -> dict[str, Any]:
        """Make the operation; a refusal is a ServiceError."""
        if operation(name) is None:
            raise MissingOperation(f"The installed botocore has no operation {name}")
        try:
            backend = get_backend(pinpointsmsvoicev2_backends, self._account_id, self._region_name)
        except KeyError:
            raise MissingOperation(f"The service is not in {self._region_name}") from None
        return call(backend, name, **members)
