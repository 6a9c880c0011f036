"""Where the Shop API is: values for `base_url`."""

from __future__ import annotations

from typing import Final, Literal

PRODUCTION: Final = "https://api.shop.example/v1"
"""Production server."""

SANDBOX: Final = "https://sandbox.shop.example/v1"
"""The server at https://sandbox.shop.example/v1."""


def your_own(
    *,
    host: str = "localhost",
    port: str = "8080",
    version: Literal["v1", "v2"] = "v1",
) -> str:
    """Your own server.

    Args:
        host: Its name or address.
    """
    return f"http://{host}:{port}/{version}"
