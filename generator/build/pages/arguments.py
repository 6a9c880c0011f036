"""Arguments with which another page of a list could be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from generator.ir.bodies import FieldsBody
from generator.ir.types import Alias, AnyValue, Nullable, Scalar, UnionOf
from generator.names.identifiers import split_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.build.pages.listing import Words
    from generator.ir.bodies import Body, BodyField
    from generator.ir.client import Parameter
    from generator.ir.types import Constant, Type

Kind = Literal["text", "number", "flag", "any", "other"]
_KINDS: dict[str, Kind] = {
    "str": "text",
    "UUID": "text",
    "int": "number",
    "float": "number",
    "bool": "flag",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PageArgument:
    """An argument of the query, a header or the body, with the words of its name."""

    python_name: str
    wire_name: str
    words: Words
    kind: Kind
    default: Constant
    minimum: Any


def page_arguments(
    declared: Sequence[Mapping[str, Any]], parameters: Sequence[Parameter], body: Body | None
) -> tuple[PageArgument, ...]:
    """List the arguments of an operation that it alone has."""
    fields = body.fields if isinstance(body, FieldsBody) else ()
    asked = [
        _argument(parameter, one.get("schema", {}))
        for one, parameter in zip(declared, parameters, strict=True)
        if parameter.location in ("query", "header") and not parameter.lifted
    ]
    return (*asked, *(_argument(field, {}) for field in fields))


def _argument(named: Parameter | BodyField, schema: Mapping[str, Any]) -> PageArgument:
    return PageArgument(
        python_name=named.python_name,
        wire_name=named.wire_name,
        words=tuple(split_words(named.wire_name)),
        kind=_kind(named.type),
        default=named.default,
        minimum=schema.get("minimum"),
    )


def _kind(type_: Type | None) -> Kind:
    match type_:
        case AnyValue():
            return "any"
        case Nullable(of=of):
            return _kind(of)
        case Scalar(name=name):
            return _KINDS.get(name, "other")
        case Alias(target=target):
            return _kind(target)
        case UnionOf(members=members):
            kinds = {_kind(member) for member in members}
            return "text" if "text" in kinds and kinds <= {"text", "number"} else "other"
        case _:
            return "other"
