"""Where an import comes from: a file, or an https URL."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from generator.load.checks import check_openapi
from generator.load.files import MAX_BYTES, decode, read_bytes
from generator.load.pages import document_block
from generator.load.parse import parse
from generator.load.source import fail_file

if TYPE_CHECKING:
    from generator.load import Document

TIMEOUT_SECONDS = 60
NOTHING_IMPORTED = "nothing was imported"


def read_document(source: str) -> tuple[bytes, Document]:
    """Find the OpenAPI document of a page, a file or an https URL; give its bytes, unchanged."""
    data = fetch(source) if "://" in source else read_bytes(Path(source), source)
    block = document_block(source, data)
    document = parse(decode(source, block))
    check_openapi(document)
    return block.data, document


def fetch(url: str, *handlers: urllib.request.BaseHandler) -> bytes:
    """Get a URL over https, and redirects only to https."""
    _check_https(url)
    opener = urllib.request.build_opener(_SafeRedirects, *handlers)
    try:
        with opener.open(url, timeout=TIMEOUT_SECONDS) as response:
            data: bytes = response.read(MAX_BYTES + 1)
    except urllib.error.HTTPError as error:
        fail_file(url, f"the server answered {error.code} {error.reason}", NOTHING_IMPORTED)
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        fail_file(url, f"no answer ({reason})", NOTHING_IMPORTED)
    if len(data) > MAX_BYTES:
        fail_file(url, f"larger than {MAX_BYTES // 1_000_000} MB", NOTHING_IMPORTED)
    return data


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: Any) -> urllib.request.Request | None:
        _check_https(arguments[-1])
        return super().redirect_request(*arguments)


def _check_https(url: str) -> None:
    if urlsplit(url).scheme != "https":
        fail_file(url, "not an https URL, so anyone on the way could change it", NOTHING_IMPORTED)
