"""The OpenAPI document among the fences of a vendor's Markdown page, byte for byte."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.load.source import fail_file

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE = re.compile(rb"^(?P<fence>`{3,}|~{3,})(?P<info>[^\r\n]*)", re.MULTILINE)
LANGUAGES = ("yaml", "yml", "json")
OPENAPI_KEY = re.compile(
    rb"^[\"']?(?:openapi|swagger)[\"']?[ \t]*:|[{,]\s*\"(?:openapi|swagger)\"\s*:", re.MULTILINE
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Bytes of a file, the line they begin on, and what the fence above them says."""

    data: bytes
    first_line: int = 1
    info: str = ""
    closed: bool = True

    @property
    def holds_openapi(self) -> bool:
        """Tell by language and keys whether this is an OpenAPI document."""
        language = self.info.lower().split(maxsplit=1)[:1]
        return language != [] and language[0] in LANGUAGES and bool(OPENAPI_KEY.search(self.data))


def document_block(name: str, data: bytes) -> Block:
    """Find the one OpenAPI document of a Markdown page; any other file is all document."""
    fence = FENCE.search(data)
    if fence is None or OPENAPI_KEY.search(data, 0, fence.start()):
        return Block(data=data)
    blocks = [block for block in _fenced_blocks(data) if block.holds_openapi]
    if not blocks:
        fail_file(name, "no fenced YAML or JSON block of this page holds an OpenAPI document")
    if len(blocks) > 1:
        lines = ", ".join(str(block.first_line - 1) for block in blocks)
        fail_file(
            name,
            f"this page has several fenced OpenAPI documents, on lines {lines}",
            "put the one to use in a file of its own",
        )
    if not blocks[0].closed:
        fail_file(
            f"{name}:{blocks[0].first_line - 1}:1",
            "the fence around the OpenAPI document is never closed",
            "the page may be cut off, so nothing is taken from it",
        )
    return blocks[0]


def _fenced_blocks(data: bytes) -> Iterator[Block]:
    """Walk the fenced blocks; a longer fence may hold shorter ones."""
    start = 0
    while opening := FENCE.search(data, start):
        first = _next_line(data, opening.end())
        closing = _closing(opening["fence"]).search(data, first)
        end = closing.start() if closing else len(data)
        yield Block(
            data=data[first:end],
            first_line=data.count(b"\n", 0, first) + 1,
            info=opening["info"].decode(errors="replace"),
            closed=closing is not None,
        )
        start = closing.end() if closing else len(data)


def _closing(fence: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"^%b{%d,}[ \t]*(?=\r?\n|\r?\Z)" % (fence[:1], len(fence)), re.MULTILINE)


def _next_line(data: bytes, offset: int) -> int:
    end = data.find(b"\n", offset)
    return len(data) if end < 0 else end + 1
