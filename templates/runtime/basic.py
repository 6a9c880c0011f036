"""HTTP's basic authentication, RFC 7617."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from .operation import Prepared
from .settings import Credential


class Basic(Credential):
    """`Authorization: Basic ...`, by two arguments."""

    __slots__ = ()

    def add(self, request: Prepared[Any], *values: str) -> None:
        """Add user name and password."""
        if ":" in values[0]:
            raise ValueError("a user name with a colon cannot be told from the password")
        encoded = b64encode(":".join(values).encode()).decode()
        request.headers["authorization"] = f"Basic {encoded}"
        request.secrets.extend((encoded, *values))
