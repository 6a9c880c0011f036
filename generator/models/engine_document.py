"""The components as datamodel-code-generator should see them: names with their module, shapes only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.models.notes import documentation
from generator.normalize.document import (
    PYTHON_NAME,
    SCHEMA_REFERENCE,
    Schema,
    referenced_name,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.models.texts import Texts

FORMATS = ("date-time", "date", "time", "duration", "uuid", "decimal")
FIELD_INDENT = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class EngineDocument:
    """An OpenAPI document without paths, and the Python names of its properties by place."""

    root: dict[str, Any]
    aliases: dict[str, str]


def engine_document(
    components: Mapping[str, Schema],
    modules: Mapping[str, str],
    names: Mapping[str, str],
    texts: Texts,
) -> EngineDocument:
    """Write the components for the engine, under `names`; `modules` says where each one goes."""
    writer = _Writer({name: f"{modules[name]}.{names[name]}" for name in components}, texts)
    schemas = {
        writer.paths[name]: writer.component(name, schema) for name, schema in components.items()
    }
    root = {
        "openapi": "3.1.0",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    return EngineDocument(root=root, aliases=writer.aliases)


class _Writer:
    def __init__(self, paths: Mapping[str, str], texts: Texts) -> None:
        self.paths = paths
        self._texts = texts
        self.aliases: dict[str, str] = {}

    def component(self, name: str, schema: Schema) -> Schema:
        if "properties" not in schema:
            shape = self._shape(schema)
            return {"anyOf": [shape]} if shape.get("type") == "object" else shape
        shape = self._class(name, schema)
        described = documentation(schema)
        if described:
            shape["description"] = self._texts.documentation(described, indent=FIELD_INDENT)
        return shape

    def _class(self, name: str, schema: Schema) -> Schema:
        properties: dict[str, Schema] = {}
        required: list[str] = []
        for wire, child in schema["properties"].items():
            python = child.get(PYTHON_NAME, wire)
            key = python if python == wire else self._texts.string(wire)
            if python != wire:
                self.aliases[f"{self.paths[name]}.{key}"] = python
            properties[key] = self._field(child)
            if wire in schema.get("required", []):
                required.append(key)
        return {"type": "object", "properties": properties, "required": required}

    def _field(self, schema: Schema) -> Schema:
        shape = self._shape(schema)
        described = documentation(schema)
        if not described:
            return shape
        token = self._texts.documentation(described, indent=FIELD_INDENT)
        return {**shape, "description": token}

    def _shape(self, schema: Schema) -> Schema:
        match schema:
            case {"$ref": _}:
                name = referenced_name(schema)
                return {"$ref": SCHEMA_REFERENCE + self.paths[name or ""]}
            case {"anyOf": members}:
                return {"anyOf": [self._shape(member) for member in members]}
            case {"enum": _}:
                return self._enum(schema)
            case {"type": "array"}:
                return {"type": "array", "items": self._shape(schema["items"])}
            case {"type": "object"}:
                values = self._shape(schema.get("additionalProperties", {}))
                return {"type": "object", "additionalProperties": values or True}
            case _:
                return _scalar(schema)

    def _enum(self, schema: Schema) -> Schema:
        values = [
            self._texts.string(value) if isinstance(value, str) else value
            for value in schema["enum"]
        ]
        return {"type": schema["type"], "enum": values}


def _scalar(schema: Schema) -> Schema:
    kept: Schema = {key: schema[key] for key in ("type", "format") if key in schema}
    fits = kept.get("type") == "string" and kept.get("format") in FORMATS
    return kept if fits else {key: value for key, value in kept.items() if key != "format"}
