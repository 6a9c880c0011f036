"""Where an import comes from: a file, or an https URL."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.load.checks import check_openapi
from generator.load.files import decode, read_bytes
from generator.load.pages import document_block
from generator.load.parse import parse
from generator.load.remote import fetch as fetch_over_https

if TYPE_CHECKING:
    from generator.load import Document

fetch = partial(fetch_over_https, consequence="nothing was imported")


def read_document(source: str) -> tuple[bytes, Document]:
    """Find the OpenAPI document of a page, a file or an https URL; give its bytes, unchanged."""
    data = fetch(source) if "://" in source else read_bytes(Path(source), source)
    block = document_block(source, data)
    document = parse(decode(source, block))
    check_openapi(document)
    return block.data, document
