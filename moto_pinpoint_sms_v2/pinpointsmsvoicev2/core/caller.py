"""The caller: which user or role makes a call, as far as moto knows."""

from __future__ import annotations

from collections.abc import Sequence
from sys import modules
from threading import local

from .backends import find_backend


class Caller(local):
    """Who makes the call that this thread answers."""

    access_key: str = ""
    """Empty where another service calls."""

    def arns(self, account_id: str, partition: str) -> Sequence[str]:
        """Return the names of the user, or of the role and its session; none of an unknown key."""
        return _session(self.access_key, account_id, partition) or _user(
            self.access_key, account_id, partition
        )


# Neither module is imported for this, because what is not there yet knows nobody.


def _session(access_key: str, account_id: str, partition: str) -> Sequence[str]:
    module = modules.get("moto.sts.models")
    sts = None if module is None else find_backend(module.sts_backends, account_id, partition)
    session = None if sts is None else sts.get_assumed_role_from_access_key(access_key)
    return () if session is None else (session.role_arn, session.arn)


def _user(access_key: str, account_id: str, partition: str) -> Sequence[str]:
    module = modules.get("moto.iam.models")
    iam = None if module is None else find_backend(module.iam_backends, account_id, partition)
    if iam is None or access_key not in iam.access_keys:
        return ()
    user = iam.users.get(iam.access_keys[access_key].user_name)
    return () if user is None else (user.arn,)
