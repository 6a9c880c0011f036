"""Reads a document as its vendor wrote it: files, references, operations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_MOST_HOPS = 50


class _Loader(yaml.CSafeLoader):
    """YAML 1.2: dates and `on` are text."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first
    )
_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
_Loader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """A value of a document, and where it stands."""

    file: Path
    pointer: str
    value: Any

    @property
    def place(self) -> str:
        """A name that no other place has."""
        return f"{self.file}#{self.pointer}"

    def child(self, *keys: str | int) -> Node:
        """Give what stands below; None's node where nothing does."""
        node = self
        for key in keys:
            escaped = str(key).replace("~", "~0").replace("/", "~1")
            node = Node(
                file=node.file, pointer=f"{node.pointer}/{escaped}", value=_member(node.value, key)
            )
        return node

    def children(self) -> Iterator[tuple[str, Node]]:
        """Give the members of an object by name."""
        for key in self.value if isinstance(self.value, dict) else ():
            yield key, self.child(key)

    def items(self) -> list[Node]:
        """Give the items of a list."""
        return [self.child(i) for i in range(len(self.value))] if self.is_list else []

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return isinstance(self.value, list)


def _member(value: Any, key: str | int) -> Any:
    match value:
        case dict():
            return value.get(str(key))
        case list() if str(key).isdigit() and int(key) < len(value):
            return value[int(key)]
        case _:
            return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Declared:
    """An operation as the document declares it."""

    method: str
    path: str
    node: Node
    parameters: tuple[Node, ...]
    body: Node | None
    responses: Mapping[str, Node]
    security: Any
    servers: Any


@dataclass(slots=True)
class Source:
    """A document and the files that it refers to."""

    entry: Path
    _files: dict[Path, Any] = field(default_factory=dict)

    @property
    def root(self) -> Node:
        """The whole document."""
        return Node(file=self.entry, pointer="", value=self._read(self.entry))

    @property
    def is_old(self) -> bool:
        """Whether schemas are spelled as in OpenAPI 3.0."""
        return str(self.root.value.get("openapi")).startswith("3.0")

    def at(self, pointer: str, file: Path | None = None) -> Node:
        """Give the node that a JSON pointer names."""
        keys = [unquote(key).replace("~1", "/").replace("~0", "~") for key in pointer.split("/")]
        start = file or self.entry
        return Node(file=start, pointer="", value=self._read(start)).child(*keys[1:])

    def follow(self, node: Node) -> Node:
        """Go where references lead; None's node where that is nowhere."""
        for _ in range(_MOST_HOPS):
            reference = node.value.get("$ref") if isinstance(node.value, dict) else None
            if not isinstance(reference, str):
                return node
            node = self.target(node, reference)
        return Node(file=node.file, pointer=node.pointer, value=None)

    def target(self, node: Node, reference: str) -> Node:
        """Give what one reference of a node names."""
        path, _, pointer = reference.partition("#")
        file = (node.file.parent / unquote(path)).resolve() if path else node.file
        if not file.is_file():
            return Node(file=node.file, pointer=f"{node.pointer}/$ref", value=None)
        return self.at(pointer, file)

    def operations(self) -> Iterator[Declared]:
        """Give every operation of the document."""
        for path, item in self.root.child("paths").children():
            followed = self.follow(item)
            for method in METHODS:
                node = self.follow(followed.child(method))
                if isinstance(node.value, dict):
                    yield self._operation(method, path, followed, node)

    def _operation(self, method: str, path: str, item: Node, node: Node) -> Declared:
        lists = (item.child("parameters"), node.child("parameters"))
        parameters = {
            (str(one.value.get("in")), _same_name(one.value)): one
            for listed in lists
            for one in map(self.follow, listed.items())
            if isinstance(one.value, dict)
        }
        body = self.follow(node.child("requestBody"))
        responses = ((k, self.follow(n)) for k, n in node.child("responses").children())
        servers = [one.child("servers").value for one in (node, item, self.root)]
        return Declared(
            method=method,
            path=path,
            node=node,
            parameters=tuple(parameters.values()),
            body=body if isinstance(body.value, dict) else None,
            responses={k: n for k, n in responses if isinstance(n.value, dict) and k[:2] != "x-"},
            security=node.value.get("security", self.root.value.get("security")),
            servers=next(filter(None, servers), None),
        )

    def _read(self, file: Path) -> Any:
        if file not in self._files:
            text = file.read_text(encoding="utf-8")
            is_json = file.suffix == ".json"
            self._files[file] = json.loads(text) if is_json else _yaml(text)
        return self._files[file]


def _yaml(text: str) -> Any:
    return _plain(yaml.load(text, _Loader))  # noqa: S506 - it is a safe loader with fewer types


def _same_name(parameter: Mapping[str, Any]) -> str:
    name = str(parameter.get("name"))
    return name.lower() if parameter.get("in") == "header" else name


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {str(key): _plain(one) for key, one in value.items()}
        case list():
            return [_plain(one) for one in value]
        case _:
            return value
