"""Names of constants: what the values of an enum are called."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.names.identifiers import pascal_case, split_words
from generator.names.unique import unique_names

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_SIGN = re.compile(r"[^\w\s\"'.,:;()\[\]{}/-]|-(?=\w)")


def constant_names(texts: Sequence[str], *, owner: str) -> list[str]:
    """Give each text its constant, all different; what only repeats the owner's name is left out.

    `+1` is `PLUS_1`, `StatusOpen` of a `Status` is `OPEN`.
    """
    words = [_words(text) for text in texts]
    front = _repeated(words, split_words(owner)[-1])
    wishes = {str(index): _constant(one[front:]) for index, one in enumerate(words)}
    return list(unique_names(wishes, suffix=lambda _: "VALUE").values())


def constants_class(owner: str, taken: Collection[str]) -> str:
    """Name the class of an enum's constants, unlike any name that is taken, even ignoring case."""
    name = pascal_case(f"{owner}Values")
    while name.casefold() in taken:
        name += "Values"
    return name


def speaks_for_itself(text: str) -> bool:
    """Tell a word, a number or nothing from a symbol, such as `+1`, `*` or `>=`."""
    return any(letter.isalpha() for letter in text) or not re.search(r"^[^\w\s]|[^\w\s]$", text)


def _words(text: str) -> list[str]:
    """Split into words; a sign in front, which tells a value from its like, is one of them."""
    sign = _SIGN.match(text)
    signed = sign and any(letter.isalpha() for letter in text)
    return [*(split_words(sign[0]) if sign and signed else ()), *split_words(text)]


def _repeated(texts: Sequence[Sequence[str]], last: str) -> int:
    """Count the words in front of all texts that end with the owner's last word."""
    shared = takewhile(lambda same: len(set(same)) == 1, zip(*texts, strict=False))
    ends = [place for place, (word, *_) in enumerate(shared, start=1) if word == last]
    shortest = min(map(len, texts))
    return ends[0] if len(texts) > 1 and ends and ends[0] < shortest else 0


def _constant(words: Sequence[str]) -> str:
    spelled = "_".join(words).upper().replace("THAN_EQUAL", "OR_EQUAL")
    return spelled if spelled.isidentifier() else f"VALUE_{spelled}"
