"""What holds of every run, whatever stands in the document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby

from generator.characters import INVISIBLE
from tests.hostile.making import SPEC, Made, make
from tests.hostile.trees import facts, foreign
from tests.render.test_hostile_texts import outside_code

HARMLESS: tuple[dict[str, str], ...] = (
    {},
    {"operation.tag": "odd/things", "operation.scheme": "Nothing", "server.url": "nowhere"},
    {"body.media_type": "text/plain", "error.media_type": "image/png", "type": "nothing"},
    {"body.media_type": "application/zip", "answer.media_type": "application/zip"},
    {"encoding.media_type": "image/*"},
    {"parameter.media_type": "text/plain", "answer.media_type": "text/plain"},
    dict.fromkeys(("deep.key", "field.key", "property.key", "inner.key", "webhook.field"), "plain"),
    {"schema.key": "closed_key", "enum.key": "choice_key", "merged.key": "plain"},
    {"union.first": "Odd Thing", "union.second": "Odd Thing"},
    {"operation.id": "str", "schema.key": "Page", "type": "array"},
)
"""Documents that bring out everything that templates can write."""

LINE = re.compile(rf"({SPEC}:\d+:\d+ |made: |clientwright: made: )")
HIDDEN = re.compile(f"(?!\N{REPLACEMENT CHARACTER}){INVISIBLE.pattern}")
STRUCTURE = re.compile(r"(?m)^ {0,3}(#{1,6}(?= |$)|\||`{3}|~{3}|=+ *$|(?:-+|(?:[-*_] *){3,}) *$)")
"""What begins a heading, a row, a fence or a rule."""
MARKDOWN = ("README.md", "api.md")
OWN_LINKS = {"](api.md)", "](api.md#webhooks)"}


def problems(made: Made) -> list[str]:
    """Tell what is wrong with a run, which has to end in a plain client or in an error with a place."""
    lines = made.said.split("\n")[:-1]
    return [
        *(f"said: {line}" for line in lines if not LINE.match(line) or HIDDEN.search(line)),
        *(f"stray: {path}" for path in made.strays),
        *(_problems_of_files(made.files) if made.code == 0 else _problems_of_failure(made)),
    ]


def _problems_of_failure(made: Made) -> Iterator[str]:
    yield from (f"written: {path}" for path in made.files)
    if made.code != 1 or not made.said.splitlines()[-1].startswith("clientwright: "):
        yield f"exit code: {made.code}"


def _problems_of_files(files: Mapping[str, str]) -> Iterator[str]:
    yield from foreign(files, known_facts())
    for path, text in files.items():
        yield from (f"{path}: {ln}" for ln in text.split("\n") if HIDDEN.search(ln))
    for path in ("manifest.json", "names.json"):
        json.loads(files[path])
    for path in MARKDOWN:
        yield from (f"{path}: {problem}" for problem in _problems_of_markdown(files[path]))


def _problems_of_markdown(text: str) -> Iterator[str]:
    """Find HTML, links of others and broken tables."""
    plain = outside_code(text)
    yield from re.findall(r"<[a-zA-Z!?/].*", plain)
    yield from set(re.findall(r"(?<!\\)\]\(.*?\)", plain)) - OWN_LINKS
    yield from re.findall(r"(?m)^ {0,3}\[[^\]]*(?<!\\)\]:.*", plain)
    for rows in _tables(plain):
        sizes = [len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows]
        yield from (row for row, size in zip(rows, sizes, strict=True) if size != sizes[0])


def outlines(made: Made) -> list[list[str]]:
    """Return what gives the Markdown files their structure."""
    return [STRUCTURE.findall(outside_code(made.files[path])) for path in MARKDOWN]


@cache
def harmless() -> Made:
    """Return the client of the document as it is."""
    return make({})


@cache
def known_facts() -> frozenset[str]:
    """Return what harmless documents make templates write."""
    return frozenset[str]().union(*(facts(make(texts).files) for texts in HARMLESS))


def _tables(text: str) -> Iterator[list[str]]:
    for is_table, lines in groupby(text.split("\n"), key=lambda line: line.startswith("|")):
        if is_table:
            yield list(lines)
