"""The YAML parser's complaints in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

if TYPE_CHECKING:
    from generator.load.source import Source

NOT_CLOSED = {
    "found unexpected end of stream": "a quoted text that is never closed",
    "did not find expected ',' or '}'": "a `{` whose entries are not closed or not parted by commas",
    "did not find expected ',' or ']'": "a `[` whose items are not closed or not parted by commas",
}
"""Told where it begins: the parser notices only where the document ends."""

PLAIN_WORDS = {
    "found a tab character that violates indentation": "a tab stands where only spaces may indent",
    "found character that cannot start any token": (
        "no value can begin with this character (a tab, @, ` or %); indent with spaces, quote texts"
    ),
    "mapping values are not allowed in this context": (
        "a colon where none may stand: a text to be quoted, or a line indented too far"
    ),
    "could not find expected ':'": "a key without its colon, or a text not indented enough",
    "did not find expected key": "a line that is no key of the mapping it is indented under",
    "did not find expected '-' indicator": "a line that is no item of the list it is indented under",
    "did not find expected node content": "a value is missing",
    "did not find expected <document start>": "text that belongs to no node",
    "found invalid Unicode character escape code": (
        "half of a surrogate pair, which YAML cannot spell (JSON can)"
    ),
    "found unknown escape character": "a backslash and a character that YAML has no escape for",
    "control characters are not allowed": "a control character",
    "exceeded maximum nesting depth": "nested a thousand levels deep",
}


def fail_yaml(source: Source, error: YAMLError) -> NoReturn:
    """End the run where the parser stopped, or where what is not closed begins."""
    match error:
        case ReaderError():
            offset = len(source.text.encode()[: error.position].decode(errors="ignore"))
            problem = str(error.reason)
        case MarkedYAMLError():
            problem = str(error.problem or error.context)
            marks = (error.problem_mark, error.context_mark)
            mark = next(filter(None, reversed(marks) if problem in NOT_CLOSED else marks), None)
            offset = mark.index if mark else 0
        case _:
            offset, problem = 0, "unreadable"
    words = NOT_CLOSED.get(problem) or PLAIN_WORDS.get(problem, problem)
    source.fail(offset, f"not valid YAML: {words}")
