"""Parameters of an operation; OpenAPI 3.1.1, "Parameter Object"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.build.types import in_json, type_of
from generator.ir.client import Parameter
from generator.names.identifiers import attribute_name
from generator.names.unique import unique_names
from generator.normalize.document import referenced_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from generator.build.types import Schema
    from generator.ir.types import Constant

PYTHON_NAME = "x-clientwright-python"
_PLACES = ("path", "query", "header", "cookie")


def build_parameters(
    declared: Sequence[Mapping[str, Any]],
    components: Mapping[str, Schema],
    lifted: Collection[str],
    *,
    taken: Collection[str],
) -> tuple[Parameter, ...]:
    """Build the parameters; names that `taken` has are not given."""
    ordered = sorted(declared, key=lambda one: _PLACES.index(one["in"]))
    wishes = {f"{one['in']} {one['name']}": attribute_name(one["name"]) for one in ordered}
    names = unique_names(wishes, suffix=lambda key: key.split(" ")[0], taken=taken)
    return tuple(
        _parameter(one, names[f"{one['in']} {one['name']}"], components, lifted) for one in declared
    )


def _parameter(
    declared: Mapping[str, Any],
    python_name: str,
    components: Mapping[str, Schema],
    lifted: Collection[str],
) -> Parameter:
    content_type, schema = _schema(declared)
    return Parameter(
        wire_name=declared["name"],
        python_name=python_name,
        location=declared["in"],
        type=in_json(type_of(schema, components)),
        required=declared["required"] and not is_idempotency_key(declared["in"], declared["name"]),
        description=declared.get("description") or schema.get("description", ""),
        style=declared["style"],
        explode=declared["explode"],
        allow_reserved=declared.get("allowReserved") is True and declared["in"] == "query",
        content_type=content_type,
        deprecated=declared.get("deprecated") is True or schema.get("deprecated") is True,
        default=constant(schema.get("default")),
        lifted=python_name in lifted or declared["name"] in lifted,
        keys=tuple(_keys(schema, components)),
    )


def _keys(schema: Schema, components: Mapping[str, Schema]) -> Iterator[tuple[str, str]]:
    [target, *_] = schema.get("anyOf", [schema])
    properties = components.get(referenced_name(target) or "", {}).get("properties", {})
    for wire_name, one in properties.items():
        if PYTHON_NAME in one:
            yield one[PYTHON_NAME], wire_name


def is_idempotency_key(location: str, wire_name: str) -> bool:
    """Tell whether the client makes the value where the caller gives none."""
    return location == "header" and wire_name.lower() == "idempotency-key"


def constant(default: Any) -> Constant:
    """Give a default that a docstring can show, None for any other."""
    return default if isinstance(default, str | int | float | bool) else None


def _schema(declared: Mapping[str, Any]) -> tuple[str | None, Schema]:
    if "content" not in declared:
        return None, declared["schema"]
    [(media_type, content)] = declared["content"].items()
    return media_type, content["schema"]
