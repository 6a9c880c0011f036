"""Words of a name, and the words joined as Python spells attributes and classes."""

from __future__ import annotations

import keyword
import re
import unicodedata
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.names.reserved import ATTRIBUTE_NAMES, CLASS_NAMES, DECORATOR_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_APOSTROPHES = re.compile("['\u2019]")
_INNER_CAPITALS = re.compile(
    r"OAuth|OpenAI|GraphQL|GitHub|GitLab|MySQL|PostgreSQL|iOS|macOS|IPv(?=[46])|[A-Z]{2,}s(?![a-z])"
)
_WORD = re.compile(
    r"""
    d+U+(?![Ul])        # 2FA
    | d+U(?=Ul)         # 3D before Model
    | d+l[ld]*          # 2fa
    | U+d+[ld]*         # S3, V1alpha1, GPT4o
    | U+(?=Ul)          # HTTP before Server
    | U?[l][ld]*        # plain words, v1
    | U+                # DTO
    | d+
    """,
    re.VERBOSE,
)
_SYMBOLS = {
    "+": "plus", "-": "minus", "*": "star", "/": "slash", "\\": "backslash", "%": "percent",
    "<": "less than", ">": "greater than", "=": "equal", "!": "not", "~": "tilde", "&": "and",
    "|": "or", "^": "caret", "@": "at", "#": "hash", "$": "dollar", "?": "question", ".": "dot",
    ",": "comma", ":": "colon", ";": "semicolon", "_": "underscore", "(": "open", ")": "close",
    "[": "open", "]": "close", "{": "open", "}": "close", '"': "quote", "'": "quote", "`": "tick",
}  # fmt: skip
_SEPARATOR = re.compile(r"(?<=\w)[-._,:/ ](?=\w)|\s|(?<=\w)[-._,:/]$")
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
_MOST_WORDS = 12
_MOST_LETTERS = 1000
"""How much of a text is read for a name."""
_LONGEST = 100
"""In bytes: file systems and readers set an end to what a document may call a thing."""
LONGEST_NAME = 60
"""How long a name of our own making may be."""
_FIRST_WORDS = 2
"""How many words at the beginning of a long name say best what it belongs to."""


def split_words(text: str) -> list[str]:
    """Split a name of any spelling into lower-case words; there is always at least one."""
    return [_plain(word.lower()) for word in _fitting(_words(text))]


def snake_case(text: str) -> str:
    """Join a name's words by underscores."""
    return "_".join(split_words(text))


def pascal_case(text: str) -> str:
    """Join a name's words by capitals; acronyms stay as they are beside other words."""
    words = _fitting(_words(text))
    shouted = all(not any(letter.islower() for letter in word) for word in words)
    capitalized = (word.capitalize() if shouted else word[0].upper() + word[1:] for word in words)
    return _plain(_BETWEEN_DIGITS.sub("_", " ".join(capitalized)).replace(" ", ""))


def class_name(text: str) -> str:
    """Give the class of a component: its key, changed only where Python or our modules need it."""
    spelled = unicodedata.normalize("NFKC", text)
    if len(spelled.encode(errors="ignore")) > _LONGEST:
        spelled = next(shorter_names(text), "") or pascal_case(text)
    if not spelled.isidentifier() or spelled.startswith("_") or spelled != _plain(spelled):
        spelled = pascal_case(text)
    return usable_class(spelled)


def shorter_names(text: str) -> Iterator[str]:
    """Yield class names of at most 60 letters: without words of the middle, which tell the least."""
    words = _words(text)
    if sum(map(len, words)) <= LONGEST_NAME:
        yield pascal_case(text)
    for first in (_FIRST_WORDS, *range(_FIRST_WORDS + 1, len(words)), 1):
        room = LONGEST_NAME - sum(map(len, words[:first]))
        sizes = accumulate(map(len, reversed(words[first + 1 :])))
        last = sum(size <= room for size in sizes)
        if last:
            yield pascal_case(" ".join(words[:first] + words[-last:]))


def usable_class(spelled: str) -> str:
    """Give a class name that Python and our modules leave free."""
    spelled = spelled if spelled.isidentifier() else f"Model{spelled}"
    reserved = keyword.iskeyword(spelled) or spelled in CLASS_NAMES
    return f"{spelled}_" if reserved else spelled


def shortened(text: str) -> str:
    """Cut a name where files could not be called by it."""
    return text.encode(errors="ignore")[:_LONGEST].decode(errors="ignore")


def attribute_name(text: str) -> str:
    """Give the name of an argument, a method or an attribute."""
    spelled = snake_case(text)
    spelled = spelled if spelled.isidentifier() else f"value_{spelled}"
    reserved = keyword.iskeyword(spelled) or spelled in ATTRIBUTE_NAMES
    return f"{spelled}_" if reserved else spelled


def member_name(spelled: str) -> str:
    """Give the attribute of a resource or a method, which stand in classes with decorators."""
    return f"{spelled}_" if spelled in DECORATOR_NAMES else spelled


@cache
def _words(text: str) -> tuple[str, ...]:
    """Split into words, their capitals kept."""
    text = text[:_MOST_LETTERS]
    spelled = _APOSTROPHES.sub("", _plain(text))
    spelled = _INNER_CAPITALS.sub(lambda found: found[0].capitalize(), spelled)
    shape = "".join(map(_shape, spelled))
    if "l" not in shape and "U" not in shape:
        return _symbol_words(text)
    return tuple(shortened(spelled[found.start() : found.end()]) for found in _WORD.finditer(shape))


def _fitting(words: Sequence[str]) -> list[str]:
    """Leave out what a name of the greatest length has no room for."""
    ends = accumulate(len(word.encode()) for word in words)
    return [word for word, end in zip(words, ends, strict=True) if end <= _LONGEST]


def _plain(text: str) -> str:
    """Leave out marks that join letters: files, and other tools than Python, know no such names."""
    spelled = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in spelled if not _joins(letter))


def _joins(letter: str) -> bool:
    return letter != "_" and not letter.isalnum() and f"a{letter}".isidentifier()


def _shape(letter: str) -> str:
    if letter == "_" or not f"a{letter}".isidentifier():
        return "-"
    if letter.isupper():
        return "U"
    return "d" if letter.isdecimal() else "l"


def _symbol_words(text: str) -> tuple[str, ...]:
    """Spell a name without letters: `+1` is plus 1."""
    spelled = _SEPARATOR.sub(" ", unicodedata.normalize("NFKC", text))
    spaced = re.sub(r"[^\w\s]|_", lambda found: f" {_symbol(found[0])} ", spelled)
    words = [word for word in re.split(r"[\W_]+", spaced) if word]
    return tuple(words[:_MOST_WORDS]) or ("empty",)


def _symbol(letter: str) -> str:
    return _SYMBOLS.get(letter) or unicodedata.name(letter, f"u{ord(letter):x}").lower()
