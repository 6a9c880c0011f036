"""Names of servers: by what the document says of them, or by what only their URL has."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from generator.names.identifiers import attribute_name, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NOISE = frozenset({"api", "by", "endpoint", "environment", "host", "server", "the", "url"})
_MOST_WORDS = 3
_VARIABLE = re.compile(r"\{[^{}]*\}")


def name_servers(servers: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Name servers, given by URL and description, each otherwise than the others."""
    used: set[str] = set()
    for url, description in servers:
        others = {word for other, _ in servers if other != url for word in _url_words(other)}
        wishes = _wishes(url, description, others)
        name = next(wish for wish in wishes if wish not in used)
        used.add(name)
        yield name


def _wishes(url: str, description: str, others: set[str]) -> Iterator[str]:
    told = [word for word in split_words(description) if word not in _NOISE]
    if description.strip() and 0 < len(told) <= _MOST_WORDS:
        yield attribute_name(" ".join(told))
    own = [word for word in _url_words(url) if word not in others]
    if own:
        yield attribute_name(" ".join(own[:_MOST_WORDS]))
    yield "server"
    yield from (f"server_{number}" for number in count(2))


def _url_words(url: str) -> list[str]:
    address = _VARIABLE.sub("", url.partition("://")[2])
    return split_words(address) if any(map(str.isalnum, address)) else []
