"""Answers of an operation, what a call returns, and the parameter that selects a media type."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.build.media_types import body_type, essence, is_json, preferred
from generator.build.types import enum_values, named_or_any, union
from generator.ir.client import MediaTypeChoice, MediaTypeSelector, Response
from generator.ir.types import AnyValue, Nullable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.build.types import Schema
    from generator.ir.client import Parameter
    from generator.ir.types import Type

_FEWEST_TO_SELECT_FROM = 2


def build_responses(
    declared: Mapping[str, Any], components: Mapping[str, Schema]
) -> tuple[Response, ...]:
    """Build the answers in the document's order, of each status the preferred media type first."""
    return tuple(
        response
        for status, one in declared.items()
        for response in _responses(str(status), one, components)
    )


def without_content(responses: Sequence[Response]) -> tuple[Response, ...]:
    """Give the answers to HEAD, which promise content and never have it."""
    return tuple(
        dict.fromkeys(replace(response, media_type=None, type=None) for response in responses)
    )


def result_type(responses: Sequence[Response]) -> Type | None:
    """Join what calls return; None where no success has content.

    A document that has no success but a `default` means that.
    """
    succeeding = [one for one in responses if one.status.startswith("2")]
    telling = succeeding or [one for one in responses if one.status == "default"]
    joined = union(one.type for one in telling if one.type is not None)
    may_be_empty = any(one.media_type is None for one in telling)
    is_plain = joined is None or isinstance(joined, AnyValue)
    return Nullable(of=joined) if joined and may_be_empty and not is_plain else joined


def build_selector(
    parameters: Sequence[tuple[Parameter, Schema]],
    responses: Sequence[Response],
    components: Mapping[str, Schema],
) -> MediaTypeSelector | None:
    """Find the query parameter whose every value names one of the media types of success."""
    succeeding = {
        one.media_type: one.type
        for one in responses
        if one.status.startswith("2") and one.media_type is not None and one.type is not None
    }
    if len(succeeding) < _FEWEST_TO_SELECT_FROM:
        return None
    for parameter, schema in parameters:
        named = {value: _named(value, succeeding) for value in enum_values(schema, components)}
        found = {value: name for value, name in named.items() if name is not None}
        if parameter.location == "query" and found and len(found) == len(named):
            return MediaTypeSelector(
                python_name=parameter.python_name,
                choices=tuple(
                    MediaTypeChoice(value=value, media_type=name, result=succeeding[name])
                    for value, name in sorted(found.items(), key=lambda item: not is_json(item[1]))
                ),
            )
    return None


def _named(value: Any, media_types: Mapping[str, Type]) -> str | None:
    """Give the one media type whose subtype a value is: `csv` of `text/csv`."""
    found = [name for name in media_types if essence(name).partition("/")[2] == str(value).lower()]
    return found[0] if len(found) == 1 else None


def _responses(
    status: str, declared: Mapping[str, Any], components: Mapping[str, Schema]
) -> Iterator[Response]:
    description = declared.get("description", "")
    content = declared.get("content") or {}
    if not content:
        yield Response(status=status, media_type=None, type=None, description=description)
    for media_type in _different(content):
        type_ = named_or_any(body_type(media_type, content[media_type], components))
        yield Response(status=status, media_type=media_type, type=type_, description=description)


def _different(content: Mapping[str, Any]) -> list[str]:
    """Order media types; several for one schema, as some frameworks declare, are the first of them."""
    ordered = preferred(content)
    schemas = [content[name]["schema"] for name in ordered]
    return [
        name
        for index, name in enumerate(ordered)
        if not is_json(ordered[0]) or schemas[index] not in schemas[:index]
    ]
