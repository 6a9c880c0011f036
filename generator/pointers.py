"""JSON pointers (RFC 6901) as strings."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote


def escape(key: str | int) -> str:
    """Write one key as a pointer's token."""
    return str(key).replace("~", "~0").replace("/", "~1")


def join(pointer: str, *keys: str | int) -> str:
    """Go down from a pointer by keys and indices."""
    return "/".join([pointer, *map(escape, keys)])


def split(pointer: str) -> list[str]:
    """List the keys of a pointer, unescaped; the root has none."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def of_reference(reference: str) -> str:
    """Give the pointer that a `$ref` within the document writes as a URL's fragment."""
    return unquote(reference.removeprefix("#"))


def resolve(root: Any, pointer: str) -> Any:
    """Give the node that a pointer names.

    Raises KeyError where there is none.
    """
    node = root
    for key in split(pointer):
        node = step(node, key)
    return node


def step(node: Any, key: str) -> Any:
    """Go down one key; KeyError where there is none."""
    match node:
        case dict() if key in node:
            return node[key]
        case list() if key.isdecimal() and int(key) < len(node):
            return node[int(key)]
        case _:
            raise KeyError(key)
