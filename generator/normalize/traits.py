"""What can be said of a schema in a word or two, to tell it from others."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from generator.names.identifiers import pascal_case, split_words
from generator.normalize.document import referenced_name, without_null

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.normalize.document import Schema

MOST_TRAITS = 400
MOST_VALUE_WORDS = 4
MOST_NAMED_PROPERTIES = 3
DEEPEST = 4


def kind_of(schema: Schema) -> str:
    """Say in a word what a schema is."""
    if "enum" in schema:
        return "Choice"
    if "anyOf" in schema:
        return "Union"
    if "items" in schema or schema.get("type") == "array":
        return "List"
    return "Object" if schema.get("type", "object") == "object" else "Value"


def type_words(schema: Schema) -> str:
    """Say what a schema takes: `StringList`, `Number`, the name of a component."""
    core, _ = without_null(schema)
    name = referenced_name(core)
    if name is not None:
        return pascal_case(name)
    match kind_of(core):
        case "List":
            items = core.get("items")
            return f"{type_words(items if isinstance(items, dict) else {})}List"
        case "Value":
            return pascal_case(f"{core['type']} {core.get('format', '')}")
        case "Choice":
            return pascal_case(str(core.get("type", ""))) + "Choice"
        case kind:
            return kind


def traits(schema: Schema) -> tuple[str, ...]:
    """Say what a schema has, the plainest first: properties, demands, types, and then deeper down."""
    found: dict[str, None] = {}
    waiting: deque[tuple[str, Schema, int]] = deque([("", schema, 0)])
    while waiting and len(found) < MOST_TRAITS:
        words, node, depth = waiting.popleft()
        core, takes_null = without_null(node)
        found.update(dict.fromkeys(_said(words, core)))
        if takes_null:
            found[f"Nullable{words}"] = None
        if depth < DEEPEST:
            waiting.extend((*child, depth + 1) for child in _children(words, core))
    return tuple(found)


def property_words(schema: Schema) -> list[str]:
    """Give the properties as words, the required ones first."""
    required = schema.get("required", [])
    names = sorted(schema.get("properties", {}), key=lambda name: name not in required)
    return [pascal_case(name) for name in names]


def _said(words: str, schema: Schema) -> Iterator[str]:
    names = property_words(schema)
    yield from (words + name for name in names)
    if not words and 0 < len(names) <= MOST_NAMED_PROPERTIES:
        yield f"Only{'And'.join(names)}"
        yield f"Only{'And'.join(_demands(schema))}"
    yield from _demands(schema, words)
    yield words + type_words(schema)
    for value in schema.get("enum", []):
        if len(split_words(str(value))) <= MOST_VALUE_WORDS:
            yield words + pascal_case(str(value))


def _demands(schema: Schema, words: str = "") -> Iterator[str]:
    required = schema.get("required", [])
    for name in schema.get("properties", {}):
        demand = "Required" if name in required else "Optional"
        yield f"{demand}{words}{pascal_case(name)}"


def _children(words: str, schema: Schema) -> Iterator[tuple[str, Schema]]:
    for name, child in schema.get("properties", {}).items():
        yield words + pascal_case(name), child
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield words, schema[key]
    yield from ((words, member) for member in schema.get("anyOf", []))
