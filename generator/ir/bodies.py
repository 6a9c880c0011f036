"""Request bodies and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass

from generator.ir.types import Constant, Type  # noqa: TC001 - dataclasses keep their annotations


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyField:
    """A property of a JSON object body that becomes a keyword argument."""

    wire_name: str
    python_name: str
    type: Type
    required: bool
    description: str
    deprecated: bool = False
    default: Constant = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PropertyEncoding:
    """How one property of a form or multipart body is written; OpenAPI 3.1.1, "Encoding Object"."""

    wire_name: str
    content_type: str | None
    style: str | None
    explode: bool
    allow_reserved: bool
    headers: tuple[tuple[str, str], ...] = ()
    """Names and values of the headers that a part always has, whose names are in `Title-Case`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldsBody:
    """A body whose properties are the method's keyword arguments; `model` validates them."""

    media_type: str
    model: str
    required: bool
    fields: tuple[BodyField, ...]
    encoding: tuple[PropertyEncoding, ...] = ()
    read_only: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Models with the fields that a request does not send, by their Python names."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WholeBody:
    """A body passed as one argument, `body`; `model` is None where nothing is validated."""

    media_type: str
    type: Type
    model: str | None
    required: bool
    description: str
    encoding: tuple[PropertyEncoding, ...] = ()
    read_only: tuple[tuple[str, tuple[str, ...]], ...] = ()


Body = FieldsBody | WholeBody
