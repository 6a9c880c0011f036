"""The keys under which paths and responses stand; OpenAPI 3.1.1, "Paths" and "Responses Object"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.edits import Drop, Rename
from generator.pointers import join, split

if TYPE_CHECKING:
    from generator.normalize.recorder import Recorder

STATUS = re.compile(r"[1-5](\d\d|XX)|default", re.ASCII)
BEGINS_WITH_STATUS = re.compile(r"(?P<status>[1-5]\d\d)(?!\d)", re.ASCII)


def repaired_path(path: str, recorder: Recorder) -> str:
    """Give a path with the slash that it must begin with."""
    if path.startswith("/"):
        return path
    recorder.repair(
        join("/paths", path),
        "path-without-slash",
        "a path must begin with a slash",
        f"taken as /{path}",
        Rename(pointer=join("/paths", path), key=f"/{path}"),
    )
    return f"/{path}"


def repaired_status(status: str, pointer: str, recorder: Recorder) -> str | None:
    """Give a response's status, a range of them, or `default`; None where it is nothing of these."""
    if STATUS.fullmatch(status):
        return status
    meant = "default" if status.lower() == "default" else status.upper()
    if STATUS.fullmatch(meant):
        recorder.repair(
            pointer,
            "status-range-case",
            f"`{status}` must be `{meant}`",
            "repaired",
            Rename(pointer=pointer, key=meant),
        )
        return meant
    return _beginning(status, pointer, recorder)


def _beginning(status: str, pointer: str, recorder: Recorder) -> str | None:
    begins = BEGINS_WITH_STATUS.match(status)
    meant = begins["status"] if begins else None
    recorder.repair(
        pointer,
        "not-a-status",
        f"{split(pointer)[-1]!r} is no status",
        f"taken as {meant}" if meant else "response left out",
        Rename(pointer=pointer, key=meant) if meant else Drop(pointer=pointer),
    )
    return meant
