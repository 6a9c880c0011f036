"""Put texts of a document into Markdown, where they stay text: no HTML, links, tables or headings."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.render.prose import Block, blocks, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((https?://[^\s()<>]+)\)")
_BAR = re.compile(r"(\\*)\|")
_SPECIAL = re.compile(r"[\\`\[\]~<>]|^[#|]")
_ENTITIES = {"<": "&lt;", ">": "&gt;"}
_FENCES = re.compile(r"^\s*(`{3,}|~{3,})[^\n]*\n?|\n?\s*(`{3,}|~{3,})\s*$")


def inline(text: str) -> str:
    """Return one line of text; code spans stay, links show their address."""
    line = _LINK.sub(r"\1 (\2)", one_line(text))
    parts: list[str] = []
    end = 0
    for span in _CODE.finditer(line):
        parts += (_escaped(line[end : span.start()]), code(span[2].strip()))
        end = span.end()
    return "".join((*parts, _escaped(line[end:])))


def code(text: str) -> str:
    """Return a code span."""
    line = one_line(text)
    if not line:
        return ""
    fence = _fence(line, 1)
    padding = " " if "`" in line else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def cell(markdown: str) -> str:
    """Return Markdown such that it stays in its cell of a table: with every bar escaped once."""
    return _BAR.sub(lambda bar: bar[0] if len(bar[1]) % 2 else f"{bar[1]}\\|", markdown)


def prose(text: str) -> str:
    """Return paragraphs, lists and code blocks."""
    lines = [line for line, _ in groupby(_lines(text))]
    return "\n".join(lines).strip("\n")


def _lines(text: str) -> Iterator[str]:
    """Yield lines, and code blocks whole; what stands alone has empty lines around it."""
    for verbatim, members in groupby(blocks(text), key=_is_verbatim):
        if verbatim:
            yield from ("", _code_block(members), "")
        else:
            for block in members:
                yield from _text_lines(block)


def _is_verbatim(block: Block) -> bool:
    return block.kind == "verbatim" and not block.text.startswith("#")


def _text_lines(block: Block) -> Iterator[str]:
    if block.kind == "verbatim":
        yield from ("", f"**{inline(block.text.strip('# '))}**", "")
    else:
        yield from ("",) if block.spaced else ()
        yield block.marker.replace("•", "-") + inline(block.text)


def _code_block(members: Iterable[Block]) -> str:
    text = _FENCES.sub("", "\n".join(block.text for block in members))
    fence = _fence(text, 3)
    return f"{fence}text\n{text}\n{fence}"


def _fence(text: str, least: int) -> str:
    """Return more backticks than the text has anywhere in a row."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)
