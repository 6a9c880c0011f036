"""Merges `allOf` away and gives unions one shape; JSON Schema 2020-12, section 10.2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.edits import Put
from generator.normalize.discriminators import Telling, narrowed, telling
from generator.normalize.document import (
    ANNOTATIONS,
    Schema,
    annotations_of,
    is_null,
    nullable,
    referenced_name,
    takes_null,
    without_null,
)
from generator.normalize.merge import merge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.normalize.recorder import Recorder

MOST_COMBINATIONS = 64


class Flattener:
    """Flattens the components and whatever refers to them; each component once."""

    def __init__(
        self, components: Mapping[str, Schema], sources: Mapping[str, str], recorder: Recorder
    ) -> None:
        self._components = components
        self._sources = sources
        self._recorder = recorder
        self._done: dict[str, Schema] = {}
        self._open: list[str] = []

    def component(self, name: str) -> Schema:
        """Give a component without `allOf`; one that contains itself through `allOf` takes any value."""
        if name not in self._done:
            if name in self._open:
                self._recorder.repair(
                    self._sources.get(name, ""),
                    "circular-all-of",
                    "`allOf` leads back to the schema itself",
                    "that part left out",
                )
                return {}
            self._open.append(name)
            flat = self.flatten(self._components[name], self._sources.get(name, ""))
            self._open.pop()
            self._done[name] = {} if self._refers_to_itself(name, flat) else flat
        return self._done[name]

    def _refers_to_itself(self, name: str, schema: Schema) -> bool:
        """Tell whether nothing but references leads from a component back to it."""
        seen = {name}
        following = referenced_name(schema)
        while following is not None and following not in seen:
            seen.add(following)
            following = referenced_name(self._components.get(following, {}))
        if following is not None:
            self._recorder.repair(
                self._sources.get(name, ""),
                "circular-reference",
                "`$ref`s lead in a circle",
                "any value taken",
                *([Put(pointer=self._sources[name], value={})] if name in self._sources else []),
            )
        return following is not None

    def flatten(self, schema: Schema, pointer: str) -> Schema:
        """Give a schema without `allOf`, at any depth."""
        if "allOf" in schema:
            return self._all_of(schema, pointer)
        flat = dict(schema)
        for key in ("properties", "patternProperties"):
            if key in schema:
                flat[key] = {
                    name: self.flatten(child, pointer) for name, child in schema[key].items()
                }
        for key in ("items", "additionalProperties"):
            if isinstance(schema.get(key), dict):
                flat[key] = self.flatten(schema[key], pointer)
        if "prefixItems" in schema:
            flat["prefixItems"] = [self.flatten(child, pointer) for child in schema["prefixItems"]]
        if "anyOf" in schema:
            return self._any_of(flat, pointer)
        return flat

    def _all_of(self, schema: Schema, pointer: str) -> Schema:
        base = {key: value for key, value in schema.items() if key != "allOf"}
        outside = annotations_of(base)
        own = {key: value for key, value in base.items() if key not in ANNOTATIONS}
        parts = [part for part in [own, *schema["allOf"]] if not _adds_nothing(part)]
        if len(parts) == 1:
            said = _first_annotations(schema["allOf"])
            return {**self.flatten(parts[0], pointer), **said, **outside}
        merged: Schema = {}
        for part in parts:
            resolved = self._resolved(self.flatten(part, pointer))
            merged = self._combine(merged, resolved, pointer)
        return {**_first_annotations(schema["allOf"]), **_without_annotations(merged), **outside}

    def _resolved(self, schema: Schema) -> Schema:
        """Replace a reference at the top by what it refers to."""
        name = referenced_name(schema)
        if name is None:
            return schema
        target = self.component(name)
        return self._resolved({**target, **annotations_of(schema)}) if "$ref" in target else target

    def _titled(self, schema: Schema) -> Schema:
        """Resolve a union's member and keep its component's name as title: it will need a name."""
        name = referenced_name(schema)
        resolved = self._resolved(schema)
        return resolved if name is None else {**resolved, "title": name}

    def _combine(self, left: Schema, right: Schema, pointer: str) -> Schema:
        is_nullable = takes_null(left) and takes_null(right)
        combined = self._distribute(without_null(left)[0], without_null(right)[0], pointer)
        return nullable(combined) if is_nullable else combined

    def _distribute(self, left: Schema, right: Schema, pointer: str) -> Schema:
        """Merge two schemas, a union member by member."""
        lefts, rights = left.get("anyOf", [left]), right.get("anyOf", [right])
        if len(lefts) == len(rights) == 1:
            return merge(left, right, pointer, self._recorder)
        if len(lefts) * len(rights) > MOST_COMBINATIONS:
            self._recorder.note(
                pointer,
                "all-of-too-wide",
                "`allOf` multiplies unions",
                "only the first part is used",
            )
            return left
        members = [
            self._told(
                merge(self._titled(one), self._titled(other), pointer, self._recorder),
                telling(left, one),
                telling(right, other),
            )
            for one in lefts
            for other in rights
        ]
        shared = {
            key: value
            for key, value in {**left, **right}.items()
            if key in ("title", "description", "discriminator")
        }
        return _union(shared, members)

    def _told(self, member: Schema, *tellings: Telling | None) -> Schema:
        """Narrow a merged member to what the discriminators of the unions say of its parts."""
        for told in filter(None, tellings):
            member = narrowed(member, told, self._components)
        return member

    def _any_of(self, schema: Schema, pointer: str) -> Schema:
        members = _spliced([self.flatten(member, pointer) for member in schema["anyOf"]])
        rest = {key: value for key, value in schema.items() if key != "anyOf"}
        shaping = {
            key: value
            for key, value in rest.items()
            if key not in (*ANNOTATIONS, "type", "discriminator")
        }
        outside = {
            key: value for key, value in rest.items() if key in (*ANNOTATIONS, "discriminator")
        }
        if all(_only_requires(member) for member in members):
            return {key: value for key, value in rest.items() if key != "discriminator"}
        if not shaping:
            return _union(outside, members)
        own = {"type": "object", **shaping, **({"type": rest["type"]} if "type" in rest else {})}
        both = self._distribute(own, {**outside, "anyOf": members}, pointer)
        return {**both, **outside}


def _union(outside: Schema, members: list[Schema]) -> Schema:
    """Write a union with each member once; one member is no union, and any value swallows the rest."""
    distinct: list[Schema] = []
    for member in members:
        if member not in distinct:
            distinct.append(member)
    if any(not _without_annotations(member) for member in distinct):
        return annotations_of(outside)
    rest = [member for member in distinct if not is_null(member)]
    takes_null = len(rest) < len(distinct)
    if len(rest) == 1:
        single = {**rest[0], **annotations_of(outside)}
        return nullable(single) if takes_null else single
    if not rest:
        return {**annotations_of(outside), "type": "null"}
    return {**outside, "anyOf": [*rest, {"type": "null"}] if takes_null else rest}


def _spliced(members: list[Schema]) -> list[Schema]:
    """Put the members of a nested union in its place."""
    spliced: list[Schema] = []
    for member in members:
        inner = member.get("anyOf")
        nested = inner is not None and not set(member) - {"anyOf", *ANNOTATIONS}
        spliced.extend(inner if inner is not None and nested else [member])
    return spliced


def _only_requires(member: Schema) -> bool:
    """Tell whether a union's member only lists required properties of its neighbours."""
    return (
        bool(member)
        and set(member) <= {"required", "type", *ANNOTATIONS}
        and ("required" in member and member.get("type", "object") == "object")
    )


def _adds_nothing(part: Schema) -> bool:
    return not _without_annotations(part)


def _without_annotations(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key not in ANNOTATIONS}


def _first_annotations(parts: list[Any]) -> Schema:
    """Take descriptions from the parts that say nothing else: `allOf: [{$ref}, {description}]`."""
    found: Schema = {}
    for part in parts:
        if _adds_nothing(part):
            found = {**annotations_of(part), **found}
    return found
