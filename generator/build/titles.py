"""What a client and its classes are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.names.identifiers import pascal_case, split_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOISE = re.compile(
    r"api|rest|http|sdk|spec|openapi|fastapi|specification|reference|preview|\d+", re.IGNORECASE
)
_MOST_WORDS = 3
_LONGEST = 200


def client_title(info: Mapping[str, Any], package: str, configured: str | None) -> str:
    """Give the configured title, or the document's; the package's where that says nothing."""
    declared = str(info.get("title") or "").strip()[:_LONGEST]
    says_nothing = not declared or all(map(_NOISE.fullmatch, split_words(declared)))
    return configured or (pascal_case(package) if says_nothing else declared)


def class_prefix(title: str, package: str) -> str:
    """Give what the names of the client's classes start with: `PostHog`, `GitHubV3`."""
    words = [word for word in re.split(r"[\W_]+", title) if word]
    telling = [word for word in words if not _NOISE.fullmatch(word)]
    name = "".join(word[0].upper() + word[1:] for word in telling)
    is_short = len(telling) <= _MOST_WORDS
    return name if is_short and name.isidentifier() else pascal_case(package)
