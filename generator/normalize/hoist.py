"""Gives every inline object, enum and union a component name of its own.

Parent and property make the name (`InsightRunFormatPlan` + `format`); a number is the last resort.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from generator.names.identifiers import pascal_case, usable_class
from generator.names.lock import schema_key
from generator.normalize.document import (
    ANNOTATIONS,
    Schema,
    annotations_of,
    nullable,
    reference_to,
    referenced_name,
    without_null,
)
from generator.normalize.member_names import member_suffixes
from generator.normalize.members import array_items, map_values
from generator.normalize.part_names import PartName
from generator.normalize.traits import kind_of
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.normalize.locked_parts import LockedParts
    from generator.normalize.recorder import Recorder


class Hoister:
    """Collects the components; the ones that the document declares come first and keep their names."""

    def __init__(
        self,
        locked: LockedParts,
        component_names: Mapping[str, str],
        recorder: Recorder,
    ) -> None:
        self.components: dict[str, Schema] = {}
        self.sources: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self._taken: dict[str, str] = {}
        self._placed: dict[str, Schema] = {}
        self._bodies: dict[str, Schema] = {}
        self.locked = locked
        self._owners = locked.lock.owners()
        self._component_names = component_names
        self._recorder = recorder

    def claim(self, name: str, pointer: str) -> None:
        """Reserve the name of a component that the document declares."""
        self._taken[name.casefold()] = name
        self.sources[name] = pointer
        self.places[pointer] = name
        self.components[name] = {}

    def fill(self, name: str, schema: Schema) -> None:
        """Give a claimed component its schema; what stands inline in it is hoisted."""
        key = referenced_name(schema)
        self.components[name] = (
            self._shape(schema, PartName(name), self.sources[name])
            if key is None
            else {**schema, **reference_to(self._component_names[key])}
        )

    def place(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        """Give what stands inline at a place: a reference, a scalar, or an array or map of such.

        The same place gives the same answer, so that shared parameters make one component.
        """
        if pointer not in self._placed:
            self._placed[pointer] = self._place(schema, name, pointer)
        return self._placed[pointer]

    def answer(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        """Give the same as `named`, but a reference also for what may be null."""
        if not without_null(schema)[1]:
            return self.named(schema, name, pointer)
        if pointer not in self._bodies:
            self._bodies[pointer] = self._hoist(schema, name, pointer)
        return self._bodies[pointer]

    def named(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        """Give a reference to a component for anything but a scalar: bodies have a name."""
        placed = self.place(schema, name, pointer)
        core, takes_null = without_null(placed)
        if core.get("type") not in ("array", "object") and "anyOf" not in core:
            return placed
        if pointer not in self._bodies:
            reference = self._add(self._chosen(name, pointer), core, pointer)
            self._bodies[pointer] = nullable(reference) if takes_null else reference
        return self._bodies[pointer]

    def _place(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        core, takes_null = without_null(schema)
        outside = annotations_of(core)
        placed = self._place_core(core, name, pointer)
        both = {**placed, **outside}
        return nullable(both) if takes_null else both

    def _place_core(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        key = referenced_name(schema)
        if key is not None:
            return reference_to(self._component_names[key])
        if _is_class(schema) or _is_enum(schema) or _is_named_union(schema):
            return self._hoist(schema, name, pointer)
        return self._shape(schema, name, pointer)

    def _hoist(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        # What stands inside is named after what was wished for, so that a second run, which knows
        # the chosen name from the lock, wishes for the same names as the first.
        shape = self._shape(schema, name, pointer)
        return self._add(self._chosen(name, pointer), shape, pointer)

    def _chosen(self, name: PartName, pointer: str) -> PartName:
        locked = self.locked.name_of(pointer)
        return PartName(locked) if locked else name

    def _add(self, name: PartName, schema: Schema, pointer: str) -> Schema:
        for candidate in map(usable_class, _candidates(name, schema)):
            taken = self._taken.get(candidate.casefold())
            if taken is None:
                if not self._is_free(candidate, pointer):
                    continue
                self._report_number(name, candidate, pointer)
                self.claim(candidate, pointer)
                self.components[candidate] = schema
                return reference_to(candidate)
            if _shape_only(self.components[taken]) == _shape_only(schema):
                self.places[pointer] = taken
                return reference_to(taken)
        raise AssertionError  # the candidates do not end

    def _is_free(self, name: str, pointer: str) -> bool:
        """Tell whether the lock does not keep a name for another place."""
        key = schema_key(pointer)
        return key in self._owners.get(name.casefold(), {key})

    def references(self) -> dict[str, str]:
        """Give the places that refer to a component, with its name."""
        cores = ((pointer, without_null(schema)[0]) for pointer, schema in self._placed.items())
        return {
            pointer: name
            for pointer, core in cores
            for name in [referenced_name(core)]
            if name is not None
        }

    def _report_number(self, name: PartName, chosen: str, pointer: str) -> None:
        if chosen[-1].isdigit() and not str(name)[-1].isdigit():
            self._recorder.note(
                pointer, "numbered-name", f"{name} is taken twice", f"called {chosen}"
            )

    def _shape(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        """Give a schema with all its children placed."""
        if _is_class(schema):
            return self._object(schema, name, pointer)
        match _type(schema):
            case "object":
                return self._map(schema, name, pointer)
            case "array":
                return self._array(schema, name, pointer)
            case "union":
                return self._union(schema, name, pointer)
            case _:
                return schema

    def _object(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        properties = {
            key: self.place(child, name + pascal_case(key), join(pointer, "properties", key))
            for key, child in schema["properties"].items()
        }
        required = [key for key in dict.fromkeys(schema.get("required", [])) if key in properties]
        for key in schema.get("required", []):
            if key not in properties:
                self._recorder.note(
                    join(pointer, "required"),
                    "required-without-property",
                    f"{key} is required, but no property is called so",
                    "not required",
                )
        return {
            **annotations_of(schema),
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
        }

    def _map(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        placed = self.place(
            map_values(schema), name + "Value", join(pointer, "additionalProperties")
        )
        return {**annotations_of(schema), "type": "object", "additionalProperties": placed}

    def _array(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        placed = self.place(array_items(schema), name + "Item", join(pointer, "items"))
        return {**annotations_of(schema), "type": "array", "items": placed, **_array_limits(schema)}

    def _union(self, schema: Schema, name: PartName, pointer: str) -> Schema:
        members = schema["anyOf"]
        names = [name + suffix for suffix in member_suffixes(members)]
        self.locked.follow(pointer, [next(one.spellings()) for one in names])
        placed = [
            self.place(member, names[index], join(pointer, "anyOf", index))
            for index, member in enumerate(members)
        ]
        outside = {key: value for key, value in schema.items() if key != "anyOf"}
        return {**outside, "anyOf": placed}


def _candidates(name: PartName, schema: Schema) -> Iterator[str]:
    """Yield names until one is free: the wish, with its kind and type, and in the end numbered."""
    kind = kind_of(schema)
    typed = pascal_case(str(schema.get("type", ""))) if "enum" in schema else "Inline"
    for suffix in ("", kind, f"{typed}{kind}"):
        yield from (name + suffix).spellings()
    yield from (f"{name}{kind}{number}" for number in count(2))


def _array_limits(schema: Schema) -> Schema:
    return {key: schema[key] for key in ("minItems", "maxItems", "uniqueItems") if key in schema}


def _is_class(schema: Schema) -> bool:
    return bool(schema.get("properties")) and _type(schema) == "object"


def _is_enum(schema: Schema) -> bool:
    return len(schema.get("enum", [])) > 1


def _is_named_union(schema: Schema) -> bool:
    """Tell whether a union needs a name; one of plain scalars reads better where it stands."""
    return any(
        "$ref" in member or member.get("enum") or _type(member) in ("object", "array", "union")
        for member in schema.get("anyOf", [])
    )


def _type(schema: Schema) -> str | None:
    if "anyOf" in schema:
        return "union"
    if "type" in schema:
        return str(schema["type"])
    if any(key in schema for key in ("properties", "additionalProperties", "patternProperties")):
        return "object"
    return "array" if "items" in schema or "prefixItems" in schema else None


def _shape_only(schema: Any) -> Any:
    match schema:
        case dict():
            return {
                key: _shapes(value) if key == "properties" else _shape_only(value)
                for key, value in schema.items()
                if key not in ANNOTATIONS
            }
        case list():
            return [_shape_only(item) for item in schema]
        case _:
            return schema


def _shapes(properties: Mapping[str, Schema]) -> Any:
    return {name: _shape_only(schema) for name, schema in properties.items()}
