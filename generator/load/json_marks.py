"""Where the nodes of a JSON text stand."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from generator.load.positions import Mark, Marks, mark_offset

if TYPE_CHECKING:
    from generator.load.source import Source

MAX_DEPTH = 100
TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]]|[^\s{}\[\],:"]++', re.DOTALL)
CONSTANTS = ("NaN", "Infinity", "-Infinity")


def scan_json(source: Source) -> Mark:
    """Find the marks of a JSON text; a repeated key, NaN or too deep nesting ends the run."""
    scan = _Scan(source)
    for match in TOKEN.finditer(source.text):
        scan.take(match[0], match.start())
    return scan.documents[0]


class _Scan:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.documents: list[Mark] = []
        self.stack: list[Marks] = [self.documents]
        self.key: str | None = None
        self.key_offset = 0

    def take(self, token: str, offset: int) -> None:
        match token[0]:
            case '"' if self.key is None and isinstance(self.stack[-1], dict):
                key = json.loads(token) if "\\" in token else token[1:-1]
                self.begin_pair(self.stack[-1], key, offset)
            case "{":
                self.open({}, offset)
            case "[":
                self.open([], offset)
            case "}" | "]":
                self.stack.pop()
            case _:
                self.take_scalar(token, offset)

    def open(self, children: Marks, offset: int) -> None:
        if len(self.stack) > MAX_DEPTH:
            self.source.fail(offset, f"nested more than {MAX_DEPTH} levels deep")
        self.put(offset, children)
        self.stack.append(children)

    def take_scalar(self, token: str, offset: int) -> None:
        if token in CONSTANTS:
            self.source.fail(offset, f"{token} is no JSON value")
        self.put(offset, None)

    def begin_pair(self, pairs: dict[str, Mark], key: str, offset: int) -> None:
        if key in pairs:
            self.source.fail_repeated_key(key, mark_offset(pairs[key]), offset)
        self.key, self.key_offset = key, offset

    def put(self, offset: int, children: Marks | None) -> None:
        top = self.stack[-1]
        if isinstance(top, list):
            top.append(offset if children is None else (offset, children))
        elif self.key is not None:
            top[self.key] = self.key_offset if children is None else (self.key_offset, children)
            self.key = None
