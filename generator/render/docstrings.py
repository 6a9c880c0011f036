"""Write docstrings: wrapped, and closed only where we close them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.prose import block_lines, blocks, fill, sentence, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What an argument means."""

    name: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A titled part of a docstring: `Args:` with an entry an argument, `Returns:` with a text."""

    title: str
    entries: Sequence[Entry] = ()
    text: str = ""


def docstring(
    summary: str, description: str = "", sections: Iterable[Section] = (), *, indent: int
) -> str:
    """Return a docstring literal; its later lines are indented, ready for their place in a template."""
    width = WIDTH - indent
    lines = fill(sentence(summary), width - len('"""'))
    if body := wrapped(description, width):
        lines += ["", *body]
    for section in sections:
        lines += ["", f"{section.title}:", *_section_lines(section, width - 4)]
    return _quoted(lines, " " * indent)


def _section_lines(section: Section, width: int) -> list[str]:
    lines = [line for entry in section.entries for line in _entry_lines(entry, width)]
    return _indented([*lines, *wrapped(section.text, width)])


def _entry_lines(entry: Entry, width: int) -> list[str]:
    """Begin beside the name and hang the rest below it."""
    first, *rest = blocks(entry.text.strip())
    if first.kind != "paragraph":
        return [f"{entry.name}:", *_indented(wrapped(entry.text, width - 4))]
    head = fill(f"{entry.name}: {first.text}", width, rest="    ")
    return [*head, *_indented(line for block in rest for line in block_lines(block, width - 4))]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}".rstrip() for line in lines]


def _quoted(lines: list[str], margin: str) -> str:
    escaped = [_escaped(line) for line in lines]
    if len(escaped) == 1 and len(margin) + len(escaped[0]) + len('""""""') <= WIDTH:
        return f'"""{_padded(escaped[0])}"""'
    body = "\n".join(f"{margin}{line}".rstrip() for line in escaped)
    return f'"""{body.lstrip()}\n{margin}"""'


def _escaped(line: str) -> str:
    """Double backslashes and escape runs of quotes: no text can close the literal."""
    doubled = line.replace("\\", "\\\\")
    return re.sub(r'^"|"{3,}', lambda run: '\\"' * len(run[0]), doubled)


def _padded(line: str) -> str:
    """Keep the last quote of the text off the closing ones, as black does."""
    return f"{line} " if line.endswith('"') else line
