"""Read the texts of a document: paragraphs, list items and code, without anything that is not text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import TYPE_CHECKING, Literal

from generator.characters import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM = re.compile(r"(?P<marker> *(?:[-*+•]|\d{1,3}[.)]) +)(?P<text>\S.*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_VERBATIM = re.compile(r"\||#{1,6} | {4,}\S")
_SENTENCE_END = (".", "!", "?", ":", ";", ")", "]", "。", "…")


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph, a list item with its marker, or lines that keep their layout."""

    kind: Literal["paragraph", "item", "verbatim"]
    text: str
    marker: str = ""
    spaced: bool = False
    """A blank line stands before the block."""


def clean(text: str) -> str:
    """Return the text without controls, invisible and unpaired characters; lines end in a newline."""
    lines = text.expandtabs(4).splitlines()
    return "\n".join(INVISIBLE.sub("", line).replace("\xa0", " ").rstrip() for line in lines)


def one_line(text: str) -> str:
    """Return the text as one line with single spaces."""
    return " ".join(clean(text).split())


def sentence(text: str) -> str:
    """Return the text as one line that ends like a sentence."""
    line = one_line(text)
    return line if not line or line.endswith(_SENTENCE_END) else f"{line}."


def blocks(text: str) -> Iterator[Block]:
    """Split a text in Markdown into its blocks."""
    lines = iter(clean(text).split("\n"))
    block: Block | None = None
    spaced = False
    for line in lines:
        started = _started(line, lines)
        if block and (started or not line or block.kind == "verbatim"):
            yield block
            block = None
        if started:
            block = replace(started, spaced=spaced)
        elif line:
            block = _continued(block, line.strip(), spaced=spaced)
        spaced = not line
    if block:
        yield block


def block_lines(block: Block, width: int) -> list[str]:
    """Return the lines of one block."""
    if block.kind == "verbatim":
        return block.text.split("\n")
    return fill(block.text, width, first=block.marker, rest=" " * len(block.marker))


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text, paragraphs and list items wrapped to a width, code as it is."""
    lines: list[str] = []
    for block in blocks(text):
        lines += ["", *block_lines(block, width)] if block.spaced else block_lines(block, width)
    return lines[1:] if lines and not lines[0] else lines


def fill(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """Wrap one paragraph; long words stay whole, so that addresses can be copied."""
    return wrap(
        text,
        max(width, len(rest) + 20),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _started(line: str, following: Iterator[str]) -> Block | None:
    """Return the block that begins with a line, unless the line is plain text."""
    if fence := _FENCE.match(line):
        return Block(kind="verbatim", text="\n".join((line, *_until(fence[1], following))))
    if item := _ITEM.fullmatch(line):
        return Block(kind="item", text=item["text"], marker=item["marker"])
    return Block(kind="verbatim", text=line) if _VERBATIM.match(line) else None


def _until(fence: str, following: Iterator[str]) -> Iterator[str]:
    for line in following:
        yield line
        if line.strip().startswith(fence) and not line.strip(f" {fence[0]}"):
            return


def _continued(block: Block | None, line: str, *, spaced: bool) -> Block:
    if block is None:
        return Block(kind="paragraph", text=line, spaced=spaced)
    return replace(block, text=f"{block.text} {line}")
