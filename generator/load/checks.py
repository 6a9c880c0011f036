"""Whether a document is OpenAPI, of a version that is understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from generator.diagnostics import ClientwrightError
from generator.load.source import NO_CLIENT

if TYPE_CHECKING:
    from generator.load.document import Document

LONGEST = 20
SUPPORTED = re.compile(r"3\.[012](?:\.\d+(?:-.+)?)?", re.ASCII)


def check_openapi(document: Document) -> None:
    """End the run where a document is no OpenAPI 3.0, 3.1 or 3.2."""
    root = document.root
    if "swagger" in root:
        _fail(
            document,
            "/swagger",
            f"Swagger {_short(root['swagger'])}, an older format",
            "convert it to OpenAPI 3 first, for example with `npx swagger2openapi`",
        )
    if "overlay" in root:
        _fail(
            document, "/overlay", "an OpenAPI Overlay, not an API", "name the document it changes"
        )
    if "openapi" not in root:
        _fail(document, "", "no OpenAPI document: the key `openapi` is missing", NO_CLIENT)
    if not SUPPORTED.fullmatch(str(root["openapi"])):
        problem = f"OpenAPI version '{_short(root['openapi'])}'; 3.0, 3.1 and 3.2 are understood"
        _fail(document, "/openapi", problem, NO_CLIENT)


def _short(version: object) -> str:
    """Give a version on one line, as far as one could be."""
    return " ".join(str(version)[:LONGEST].split())


def _fail(document: Document, pointer: str, problem: str, consequence: str) -> NoReturn:
    place = document.locate(pointer)
    raise ClientwrightError(f"{place.location}  {problem}; {consequence}")
