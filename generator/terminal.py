"""What people read of a run, and what they are asked; nothing in a document can steer their terminal."""

from __future__ import annotations

import sys

from generator.characters import visible


def tell(text: str) -> None:
    """Write a line of the result to standard output."""
    sys.stdout.write(f"{visible(text)}\n")


def warn(text: str) -> None:
    """Write a line about the run to standard error."""
    sys.stderr.write(f"{visible(text)}\n")


def is_attended() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> bool:
    """Ask a question that is answered with yes or no, and no unless somebody says yes."""
    sys.stderr.write(f"{visible(question)} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def count(number: int, thing: str) -> str:
    """Say how many there are: `1 file`, `2 files`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
