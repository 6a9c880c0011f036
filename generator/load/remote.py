"""Documents on the network, over https only."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from generator.load.files import MAX_BYTES
from generator.load.source import NO_CLIENT, fail_file

if TYPE_CHECKING:
    from http.client import HTTPMessage

TIMEOUT_SECONDS = 60


def fetch(url: str, *handlers: urllib.request.BaseHandler, consequence: str = NO_CLIENT) -> bytes:
    """Get a URL over https, and redirects only to https."""
    opener = urllib.request.build_opener(_SafeRedirects(consequence), *handlers)
    _check_https(url, consequence)
    try:
        with opener.open(url, timeout=TIMEOUT_SECONDS) as response:
            data: bytes = response.read(MAX_BYTES + 1)
    except urllib.error.HTTPError as error:
        fail_file(url, f"the server answered {error.code} {error.reason}", consequence)
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        fail_file(url, f"no answer ({reason})", consequence)
    if len(data) > MAX_BYTES:
        fail_file(url, f"larger than {MAX_BYTES // 1_000_000} MB", consequence)
    return data


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    def __init__(self, consequence: str) -> None:
        self.consequence = consequence

    def redirect_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        _check_https(newurl, self.consequence)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check_https(url: str, consequence: str) -> None:
    if urlsplit(url).scheme != "https":
        fail_file(url, "not an https URL, so anyone on the way could change it", consequence)
