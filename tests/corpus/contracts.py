"""What the document and the manifest together say about one call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.corpus.reading import Declared, Node, Source
from tests.corpus.schemas import Schema, Schemas

_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
_RANGES = {"1XX": 199, "2XX": 299, "3XX": 399, "4XX": 499, "5XX": 599}
_UNSAID: Schema = {"type": "string"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """A parameter as it must be written, and the argument that it comes from."""

    place: str
    name: str
    python: str
    required: bool
    schema: Schema
    style: str
    explode: bool
    is_json: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """A request body; `fields` are the arguments of its properties, None where it is `body`."""

    media_type: str
    required: bool
    schema: Schema
    fields: Mapping[str, str] | None
    encoding: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """An answer that the document allows."""

    status: int
    media_type: str | None
    schema: Schema | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contract:
    """Everything to check one operation by."""

    call: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    successes: tuple[Answer, ...]
    failures: tuple[Answer, ...]
    declared: Declared
    unmatched: tuple[str, ...]
    """Parameters that the document declares and the client does not have."""


def contracts(
    source: Source, manifest: Mapping[str, Any], requests: Schemas, answers: Schemas
) -> Iterator[Contract]:
    """Give the contract of each operation of the manifest."""
    operations = {(one["method"], one["path"]): one for one in manifest["operations"]}
    for declared in source.operations():
        entry = operations.get((declared.method.upper(), declared.path))
        if entry is not None:
            yield _contract(declared, entry, requests, answers)


def _contract(
    declared: Declared, entry: Mapping[str, Any], requests: Schemas, answers: Schemas
) -> Contract:
    parameters = [_parameter(one, declared, requests) for one in entry["parameters"]]
    known = {(one.place, one.name.lower()) for one in parameters}
    named = [(one.value.get("in"), str(one.value.get("name"))) for one in declared.parameters]
    all_answers = [one for pair in declared.responses.items() for one in _answers(*pair, answers)]
    has_success = any(300 > one.status >= 200 for one in all_answers)
    successes = [one for one in all_answers if one.status < (300 if has_success else 400)]
    return Contract(
        call=entry["call"],
        method=declared.method.upper(),
        path=declared.path,
        parameters=tuple(parameters),
        body=_body(entry["body"], declared, requests),
        successes=tuple(successes) or _unsaid_success(all_answers),
        failures=tuple(one for one in all_answers if one.status >= 400),
        declared=declared,
        unmatched=tuple(
            f"{place} {name}"
            for place, name in named
            if (place, name.lower()) not in known
            and not (place == "path" and _is_unused(name, declared))
        ),
    )


def _is_unused(name: str, declared: Declared) -> bool:
    return f"{{{name}}}" not in declared.path


def _parameter(entry: Mapping[str, Any], declared: Declared, schemas: Schemas) -> Parameter:
    place, name = entry["in"], entry["name"]
    node = _declared_parameter(place, name, declared)
    said = node.value if node else {}
    style = said.get("style")
    usual = style if style in _STYLES[place] else _STYLES[place][0]
    explode = said.get("explode")
    content = node.child("content") if node and not said.get("schema") else None
    media_type, below = next(iter(content.children()), (None, None)) if content else (None, None)
    where = below.child("schema") if below else node.child("schema") if node else None
    return Parameter(
        place=place,
        name=name,
        python=entry["python"],
        required=entry["required"],
        schema=schemas.add(where) if where else _UNSAID,
        style=str(usual),
        explode=explode if isinstance(explode, bool) else usual == "form",
        is_json=media_type is not None and "json" in media_type,
    )


def _declared_parameter(place: str, name: str, declared: Declared) -> Node | None:
    for node in declared.parameters:
        its_name = str(node.value.get("name"))
        same = its_name.lower() == name.lower() if place == "header" else its_name == name
        if node.value.get("in") == place and same:
            return node
    return None


def _body(entry: Mapping[str, Any] | None, declared: Declared, schemas: Schemas) -> Body | None:
    if entry is None or declared.body is None:
        return None
    content = declared.body.child("content").child(entry["media_type"])
    fields = entry.get("fields")
    return Body(
        media_type=entry["media_type"],
        required=entry["required"],
        schema=schemas.add(content.child("schema")),
        fields=None if fields is None else {one["name"]: one["python"] for one in fields},
        encoding=content.child("encoding").value or {},
    )


def _answers(status: str, node: Node, schemas: Schemas) -> Iterator[Answer]:
    number = _number(status)
    content = list(node.child("content").children())
    if not content or number in (204, 205):
        yield Answer(status=number, media_type=None, schema=None)
        return
    for media_type, said in content:
        declared = schemas.source.follow(said)
        item = declared.child("itemSchema")
        schema = schemas.add(declared.child("schema") if item.value is None else item)
        yield Answer(status=number, media_type=media_type, schema=schema)


def _number(status: str) -> int:
    word = status.upper()
    return int(word) if re.fullmatch(r"\d{3}", word) else _RANGES.get(word, 498)


def _unsaid_success(answers: list[Answer]) -> tuple[Answer, ...]:
    """Let `default` stand for success where the document names none."""
    default = [one for one in answers if one.status == 498]
    found = [Answer(status=200, media_type=a.media_type, schema=a.schema) for a in default]
    return tuple(found) or (Answer(status=200, media_type=None, schema=None),)
