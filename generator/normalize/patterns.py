r"""Repairs of `pattern`, which is documentation only: the server is the judge.

JSON Schema wants a regular expression of ECMA-262, without the slashes of a JavaScript literal.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from generator.edits import Put
from generator.pointers import join

if TYPE_CHECKING:
    from generator.normalize.document import Schema
    from generator.normalize.recorder import Recorder

LITERAL = re.compile(r"/(?P<body>.+)/(?P<flags>[dgimsuvy]*)", re.DOTALL)
ESCAPED_OR_CLASS = re.compile(r"\\[^1-9]|\[(?:\\.|[^\]\\])*\]", re.DOTALL)
LOOK_AROUND = re.compile(r"\(\?<?[=!]")
BACKREFERENCE = re.compile(r"\\[1-9k]")
GROUP_NAME = re.compile(r"\(\?<(?![=!])")
LONGEST = 10_000


def repair_pattern(schema: Schema, pointer: str, recorder: Recorder) -> Schema:
    """Give the schema with its pattern as JSON Schema writes it; report one that does not travel."""
    if "pattern" not in schema:
        return schema
    where = join(pointer, "pattern")
    pattern: str = schema["pattern"]
    literal = LITERAL.fullmatch(pattern)
    if literal and _is_literal(literal["body"], literal["flags"]):
        pattern = literal["body"].replace(r"\/", "/")
        flags = f", its flags {literal['flags']} dropped" if literal["flags"] else ""
        recorder.repair(
            where, "javascript-pattern", "the pattern is written as a JavaScript literal",
            f"taken without the slashes{flags}", Put(pointer=where, value=pattern),
        )  # fmt: skip
    reason = _unportable(pattern)
    if reason:
        recorder.repair(where, "unportable-pattern", reason, "only documented, as all patterns are")
    return {**schema, "pattern": pattern}


def _is_literal(body: str, flags: str) -> bool:
    return bool(flags) or body.startswith("^") or body.endswith("$")


def _unportable(pattern: str) -> str | None:
    """Tell what keeps Python's `re`, or Rust's engine behind pydantic, from taking a pattern."""
    if len(pattern) > LONGEST:
        return "the pattern is too long to be looked at"
    plain = ESCAPED_OR_CLASS.sub("", pattern)
    try:
        with warnings.catch_warnings(action="ignore"):
            re.compile(GROUP_NAME.sub("(?P<", pattern))
    except (re.error, OverflowError, RecursionError) as error:
        return f"Python cannot compile the pattern: {error}"
    if LOOK_AROUND.search(plain):
        return "Rust cannot compile the pattern: it looks around"
    return (
        "Rust cannot compile the pattern: it refers to a group"
        if BACKREFERENCE.search(plain)
        else None
    )
