"""What a test named and is not there, though it may be in another Region or account."""

from __future__ import annotations


class Missing(ValueError):
    """There is nothing of that name in this account and Region."""

    def __init__(self, kind: str, identifier: str) -> None:
        super().__init__(f"there is no {kind} {identifier}")
        self.identifier = identifier
