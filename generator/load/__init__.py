"""Load: a file becomes plain data in which every node knows its line."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from generator.load.bundle import bundle, may_span_files
from generator.load.checks import check_openapi
from generator.load.document import Document
from generator.load.files import decode, read_bytes
from generator.load.pages import Block, document_block
from generator.load.parse import parse

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Document", "fingerprint", "load", "read"]


def load(path: Path, *, name: str | None = None, allow: tuple[str, ...] = ()) -> Document:
    """Load an OpenAPI 3 document: YAML, JSON, or a Markdown page with one of them in a fence.

    Other files that it refers to are joined with it; `allow` names folders and URLs, beside the
    document's own folder, that may be read for that.
    """
    shown = name or path.as_posix()
    source = decode(shown, document_block(shown, read_bytes(path, shown)))
    document = parse(source)
    check_openapi(document)
    return bundle(document, path, allow) if may_span_files(source.text) else document


def fingerprint(path: Path) -> str:
    """Return the SHA-256 that a document has once it is loaded."""
    shown = path.as_posix()
    return sha256(document_block(shown, read_bytes(path, shown)).data).hexdigest()


def read(path: Path, *, name: str | None = None) -> Document:
    """Read any YAML or JSON file that is a mapping at its top, such as an overlay."""
    shown = name or path.as_posix()
    return parse(decode(shown, Block(data=read_bytes(path, shown))))
