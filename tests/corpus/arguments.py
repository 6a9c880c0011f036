"""The arguments of a call, made from the schemas of its parameters and of its body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from tests.corpus.contracts import Body, Contract, Parameter
from tests.corpus.maker import Made, Plan, instance, plain
from tests.corpus.schemas import Schemas, Unmade

NOTHING: Any = object()
_TEXTS = {"header": "some text", "cookie": "a b/ü&"}
_PYTHON = {
    "date-time": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "uuid": UUID,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Arguments:
    """What is passed, as JSON data: parameters by their Python names, and the body."""

    parameters: Mapping[str, Any]
    body: Any

    def keywords(self, contract: Contract) -> dict[str, Any]:
        """Give the keyword arguments of the method."""
        given = {name: pythonic(value) for name, value in self.parameters.items()}
        if contract.body is None or self.body is NOTHING:
            return given
        if contract.body.fields is None:
            return {**given, "body": pythonic(_sent(self.body, contract.body))}
        fields = contract.body.fields
        sent = pythonic(_sent(self.body, contract.body))
        named = {fields[name]: value for name, value in sent.items() if name in fields}
        return {**given, **named}


def make_arguments(contract: Contract, schemas: Schemas, plan: Plan) -> Arguments:
    """Make the arguments of a call; raises Unmade where a required one cannot be made."""
    found: dict[str, Any] = {}
    for parameter in contract.parameters:
        if parameter.required or plan.has_optional:
            value = _of_parameter(parameter, schemas, plan)
            found |= {} if value is NOTHING else {parameter.python: value}
    return Arguments(parameters=found, body=_body(contract.body, schemas, plan))


def _of_parameter(parameter: Parameter, schemas: Schemas, plan: Plan) -> Any:
    text = _TEXTS.get(parameter.place, plan.text)
    text = "text" if parameter.style in ("spaceDelimited", "pipeDelimited") else text
    flat = replace(plan, has_null=False, has_unknown=False, text=text, any_value="text")
    flat = replace(flat, has_optional=True, fewest_items=2, depth=4)
    try:
        made = instance(schemas, parameter.schema, flat)
    except Unmade:
        if parameter.required:
            raise
        return NOTHING
    return made


def _body(body: Body | None, schemas: Schemas, plan: Plan) -> Any:
    if body is None or not (body.required or plan.has_optional):
        return NOTHING
    if not is_structured(body.media_type):
        return "some text\n" if is_text(body.media_type) else b"\x00\xffbytes"
    flat = replace(plan, has_null=False, any_value="text", fewest_items=2, depth=3)
    simple = plan if is_json(body.media_type) else flat
    made = instance(schemas, body.schema, simple)
    if is_json_lines(body.media_type):
        return [made, made]
    return made if body.fields is None else _without_unknown(made)


def _without_unknown(made: Any) -> Any:
    """Leave out what has no name in the document, for a method whose arguments are all named."""
    return {key: value for key, value in made.items() if not key.startswith("unknown ")}


def _sent(value: Any, body: Body) -> Any:
    """Give what a caller passes for a body: files of a form as bytes."""
    return _with_bytes(value) if "multipart" in body.media_type else value


def _with_bytes(value: Any) -> Any:
    match value:
        case dict():
            return {key: _with_bytes(one) for key, one in value.items()}
        case list():
            return [_with_bytes(one) for one in value]
        case Made() if value.kind == "binary":
            return value.encode()
        case _:
            return value


def pythonic(value: Any) -> Any:
    """Give an argument the type that the method's signature asks for."""
    match value:
        case dict():
            return {key: pythonic(one) for key, one in value.items()}
        case list():
            return [pythonic(one) for one in value]
        case Made() if value.kind in _PYTHON:
            return _PYTHON[value.kind](str(value))
        case _:
            return plain(value)


def essence(media_type: str) -> str:
    """Give a media type without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Tell whether bodies of a media type are JSON."""
    return essence(media_type).endswith(("/json", "+json"))


def is_json_lines(media_type: str) -> bool:
    """Tell whether bodies of a media type are a JSON value each line."""
    return essence(media_type) in (
        *("application/jsonl", "application/x-jsonl", "application/jsonlines"),
        *("application/x-jsonlines", "application/ndjson", "application/x-ndjson"),
    )


def is_structured(media_type: str) -> bool:
    """Tell whether a body is made of the schema's values."""
    kinds = ("multipart/form-data", "application/x-www-form-urlencoded")
    return is_json(media_type) or is_json_lines(media_type) or essence(media_type) in kinds


def is_text(media_type: str) -> bool:
    """Tell whether a body is passed as a text."""
    words = ("xml", "csv", "yaml", "javascript", "event-stream", "jsonl", "ndjson")
    return media_type.startswith("text/") or any(word in media_type for word in words)
