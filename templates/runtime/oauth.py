"""OAuth 2 client credentials: tokens that are asked for, kept, and renewed; RFC 6749, section 4.4."""

from __future__ import annotations

import math
import time
from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from urllib.parse import quote_plus, urlencode

import httpx2

from .client import BaseClient
from .errors import APIResponseValidationError, APIStatusError, ConfigurationError
from .operation import Operation, Prepared
from .response import RawResponse
from .settings import Bearer, ClientState
from .values import check_header

_POLL = 0.05
_LONGEST_FETCH = 120.0
_MARGIN = 30.0
_REFUSALS = (400, 401)


@dataclass(slots=True)
class _Kept:
    """The token that the calls of a client share, and until when somebody is fetching another."""

    token: str = ""
    until: float = 0.0
    fetched_until: float = 0.0
    lock: Lock = field(default_factory=Lock)

    def is_fresh(self, refused: Collection[str]) -> bool:
        """Tell whether there is a token that the server would take."""
        return bool(self.token) and self.token not in refused and time.monotonic() < self.until

    def is_mine(self, refused: Collection[str]) -> bool:
        """Tell whether the caller is the one to fetch a token: there is none, and nobody does."""
        with self.lock:
            now = time.monotonic()
            if self.is_fresh(refused) or now < self.fetched_until:
                return False
            self.fetched_until = now + _LONGEST_FETCH
            return True


@dataclass(frozen=True, slots=True)
class ClientCredentials(Bearer):
    """Client id and secret, for which the server at `token_url` gives a token that goes along."""

    token_url: str = ""
    scopes: tuple[str, ...] = ()

    async def attach(self, request: Prepared[Any], refused: Collection[str]) -> None:
        """Add the token that there is, or another one than was refused."""
        client, values = request.client, tuple(await self.values(request))
        kept: _Kept = client._state.tokens.setdefault((self.token_url, *values), _Kept())
        while not kept.is_mine(refused):
            if kept.is_fresh(refused):
                return self.add(request, kept.token)
            await client._sleep(_POLL)
        try:
            start = time.monotonic()
            token, seconds = _read(await self._ask(values, client))
            kept.token, kept.until = token, start + seconds - min(_MARGIN, seconds / 10)
        finally:
            kept.fetched_until = 0.0
        return self.add(request, token)

    async def _ask(self, values: tuple[str, ...], client: BaseClient[Any]) -> RawResponse[Any]:
        """Ask with the id and secret in a header; if that is refused, as some do, in the body."""
        client = client._copy(client._state.changed(keeps_open=lambda _: False))
        form = {"grant_type": "client_credentials"}
        form |= {"scope": " ".join(self.scopes)} if self.scopes else {}
        encoded = b64encode(":".join(map(quote_plus, values)).encode()).decode()
        request = Prepared[Any](client, Operation(name="token", method="POST", path="/"), {})
        request.url = _token_url(self.token_url, client._state)
        request.headers = httpx2.Headers(
            {
                "accept": "application/json",
                "authorization": f"Basic {encoded}",
                "content-type": "application/x-www-form-urlencoded",
                "user-agent": request.headers["user-agent"],
            }
        )
        request.content, request.secrets = urlencode(form).encode(), [encoded, values[1]]
        try:
            return await client._exchange(request)
        except APIStatusError as error:
            if error.status_code not in _REFUSALS:
                raise
        form |= dict(zip(("client_id", "client_secret"), values, strict=True))
        request.content = urlencode(form).encode()
        del request.headers["authorization"]
        return await client._exchange(request)


def _token_url(declared: str, state: ClientState) -> httpx2.URL:
    """Return the document's URL; one on the API's own origin moves along with `base_url`."""
    base = httpx2.URL(state.base_url)
    usual = httpx2.URL(state.settings.base_url or state.base_url)
    url = usual.join(declared)
    if url.origin == usual.origin:
        url = base.join(url.raw_path.decode("ascii"))
    if url.scheme != "https" and base.scheme == "https":
        raise ConfigurationError(f"{state.settings.title}: the token's URL is no https: {url}")
    return url


def _read(raw: RawResponse[Any]) -> tuple[str, float]:
    """Return a token and how many seconds it lives; one without a limit lives until it is refused."""
    try:
        body = raw.json()
        token = check_header("access_token", body["access_token"])
        seconds = body.get("expires_in")
        return token, math.inf if seconds is None else float(seconds)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise APIResponseValidationError(
            f"{raw!r}: the answer has no access_token", body=None, response=raw
        ) from None
