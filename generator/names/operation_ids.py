"""What an operation id says once generators' noise is gone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.names.grammar import VERBS, front_size, same_nouns
from generator.names.identifiers import split_words
from generator.names.paths import path_words, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Words = tuple[str, ...]

_MARKER = re.compile(
    r"^[\W_]+(?:alpha|beta|preview|experimental|deprecated|legacy|internal)[\W_]+(?=\w)",
    re.IGNORECASE,
)
_NOISE = re.compile(r"api|v\d+|alpha|beta")
_VERSION = re.compile(r"v\d+")
_ROUTE = re.compile(r"v\d+|routes")
_CONTROLLER = "controller"
_SCAFFOLD: dict[Words, Words] = {
    ("find", "all"): ("list",),
    ("find", "one"): ("retrieve",),
    ("remove",): ("delete",),
}
"""NestJS writes these for every resource."""
_PREPOSITIONS = ("of", "to", "from", "for", "in")
_FEWEST_SEGMENTS_OF_A_TAIL = 2


def cleaned_id(operation_id: str, method: str, path: str) -> str:
    """Drop marker words in brackets, and the path and method that FastAPI appends."""
    return _MARKER.sub("", _without_tail(operation_id, method, path))


def is_path_in_disguise(operation_id: str, method: str, path: str) -> bool:
    """Tell whether an id only repeats method and path: `GetChargesCharge`, `get_folders_id`."""
    words = _content(split_words(operation_id))
    if method not in (words[0], words[-1]):
        return False
    rest = words[1:] if words[0] == method else words[:-1]
    whole = _content(path_words(path))
    placeless = _content(path_words(re.sub(r"\{[^{}]*\}", "id", path)))
    return rest in (whole, placeless)


def method_words(
    cleaned: str, method: str, own: Sequence[str], area: Sequence[str] = ()
) -> list[Words]:
    """Give the words of the method, from the shortest form to the longest.

    The resource's own name, controllers and versions are dropped from the shortest;
    so is the area that the path starts with, where the tag has another word for it.
    """
    words = tuple(split_words(cleaned.rpartition("/")[2]))
    without_class = _without_controller(words)
    marker, telling, version = _parts(without_class)
    short = _without_own_name_at_front(_without_own_name_at_front(telling, own), area)
    short = _without_http_method(_without_own_name_after_verb(short, own), method)
    marked = marker + short + version
    return list(dict.fromkeys((short, marked, telling, without_class, words)))


def has_noise(cleaned: str) -> bool:
    """Tell whether an id has a version or a marker, so that another has the plain name."""
    marker, _, version = _parts(tuple(split_words(cleaned)))
    return bool(marker or version)


def _without_tail(operation_id: str, method: str, path: str) -> str:
    """Drop `_api_v1_items__id__get`; the document's path may have a prefix that FastAPI did not know."""
    plain = path.split("?", maxsplit=1)[0]
    whole = len(shape_of(plain).segments)
    said, flat = operation_id.lower(), re.sub(r"\W", "_", plain).lower()
    for start in (found.start() for found in re.finditer("/", plain)):
        tail = f"{flat[start:]}_{method}"
        if said.endswith(tail):
            name = operation_id[: -len(tail)]
            size = len(shape_of(plain[start:]).segments)
            if size >= min(_FEWEST_SEGMENTS_OF_A_TAIL, whole) and _says_something(name):
                return name
    return operation_id


def _says_something(name: str) -> bool:
    words = split_words(name) if name.strip("_") else []
    return not all(_NOISE.fullmatch(word) for word in words)


def _without_controller(words: Words) -> Words:
    """Drop a controller's class; what NestJS calls its methods is said in our words."""
    if _CONTROLLER not in words[:-1]:
        return words
    method = words[words.index(_CONTROLLER) + 1 :]
    for said, meant in _SCAFFOLD.items():
        if method[: len(said)] == said:
            return meant + method[len(said) :]
    return method


def _parts(words: Words) -> tuple[Words, Words, Words]:
    """Split into marker, what tells, and version; the modules before `api_v1` are gone."""
    for index, (first, second) in enumerate(pairwise(words[:-1])):
        if first == "api" and _ROUTE.fullmatch(second):
            words = words[index + 2 :]
            break
    start = next((i for i, word in enumerate(words) if not _NOISE.fullmatch(word)), 0)
    end = len(words) - (len(words) > start + 1 and bool(_VERSION.fullmatch(words[-1])))
    marker = tuple(word for word in words[:start] if word in ("alpha", "beta"))
    return marker, words[start:end], words[end:]


def _without_own_name_at_front(words: Words, own: Sequence[str]) -> Words:
    for name in _tails(own):
        left = words[front_size(words, name) :]
        speaks_of_it = words[0] in VERBS and left[0] not in VERBS
        if left != words and not speaks_of_it:
            return left
    return words


def _without_own_name_after_verb(words: Words, own: Sequence[str]) -> Words:
    """Turn `create_item` into create, `add_tag_to_item` into add tag."""
    for name in _tails(own):
        size = front_size((*words[1:], ""), name)
        if words[0] in VERBS and size:
            return words[:1] + words[size + 1 :]
        before = len(words) - len(name) - 1
        if before > 0 and words[before] in _PREPOSITIONS and same_nouns(words[before + 1 :], name):
            return words[:before]
    return words


def _without_http_method(words: Words, method: str) -> Words:
    """Drop the method behind a verb: `count_tokens_post`."""
    return words[:-1] if len(words) > 1 and words[0] in VERBS and words[-1] == method else words


def _tails(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Give a name and its ends: Container Registries are registries."""
    return (words[start:] for start in range(len(words)))


def _content(words: Sequence[str]) -> list[str]:
    """Drop versions, and words said twice in a row."""
    telling = [word for word in words if not re.fullmatch(r"api|v\d+", word)] or list(words)
    return telling[:1] + [second for first, second in pairwise(telling) if first != second]
