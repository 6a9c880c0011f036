"""Class names of the largest real documents; nothing but names is made of them here."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from generator.load import load
from generator.names.identifiers import LONGEST_NAME, class_name, split_words
from generator.names.lock import NameLock
from generator.normalize import normalize
from tests.corpus.documents import CORPUS, INDEX, corpus_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load import Document
    from generator.normalize import Normalized

LARGEST = ["github", "stripe-2023", "vercel", "digitalocean", "langsmith", "huggingface"]
NAMING_KEYS = ("title", "const", "enum", "operationId", "tags", "name")

pytestmark = [
    pytest.mark.skipif(not INDEX.exists(), reason=f"the corpus is not at {CORPUS}"),
    pytest.mark.parametrize("name", LARGEST),
]


@cache
def document(name: str) -> Document:
    """Read a document of the corpus."""
    return load(corpus_document(name).path)


@cache
def fresh(name: str) -> Normalized:
    """Normalize a document that nothing was made of before."""
    return normalize(document(name), NameLock())


def names_of(node: Any) -> Iterator[str]:
    """Yield whatever a document calls something."""
    match node:
        case dict():
            for key, value in node.items():
                yield key
                yield from names_of(value)
                yield from map(str, texts(value) if key in NAMING_KEYS else ())
        case list():
            for item in node:
                yield from names_of(item)
        case _:
            pass


def texts(value: Any) -> list[Any]:
    """Give one value or several as several."""
    return value if isinstance(value, list) else [value]


def test_no_number_of_our_own(name: str) -> None:
    """A class ends in a number only where the document has a name that does."""
    said = {text for text in names_of(document(name).root) if text[-1:].isdecimal()}
    ends = tuple({re.sub(r"\W|_", "", text).lower() for text in said})
    numbered = {one: split_words(one)[-1] for one in fresh(name).sources if one[-1].isdecimal()}

    assert [one for one, word in numbered.items() if not any(e.endswith(word) for e in ends)] == []


def test_no_needless_length(name: str) -> None:
    """A class has more than 60 letters only where a component of the document has its name."""
    declared = document(name).root.get("components", {}).get("schemas", {})
    long = {one for one in fresh(name).sources if len(one) > LONGEST_NAME}

    assert long - set(map(class_name, declared)) == set()


def test_no_difference_in_case_alone(name: str) -> None:
    """No two classes, and so no two modules, differ in case alone."""
    names = list(fresh(name).sources)

    assert len({one.casefold() for one in names}) == len(names)


def test_no_numbered_operation(name: str) -> None:
    """No method of a resource has a number of our own."""
    assert fresh(name).names.numbered == ()


def test_second_run_changes_no_name(name: str) -> None:
    """A run that knows the names of the first one gives the same."""
    lock = fresh(name).lock
    again = normalize(document(name), lock)

    assert list(again.sources.items()) == list(fresh(name).sources.items())
    assert again.names == fresh(name).names
    assert again.lock == lock
