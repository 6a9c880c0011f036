"""Repairs of `type`, `format` and `nullable`.

JSON Schema 2020-12, section 6.1.1; OpenAPI 3.0.4, "Schema Object"; the OpenAPI format registry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.edits import Append, Drop, Put
from generator.normalize.document import ANNOTATIONS, Schema
from generator.pointers import join

if TYPE_CHECKING:
    from generator.edits import Edit
    from generator.normalize.recorder import Recorder

TYPES = ("object", "array", "string", "number", "integer", "boolean", "null")
PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "number": (int, float),
    "integer": (int,), "boolean": (bool,), "null": (type(None),),
}  # fmt: skip
OTHER_NAMES = {
    "string": (
        *("file", "binary", "bytes", "str", "text", "char", "password", "email", "url"),
        *("datetime", "date-time", "timestamp", "date", "time", "uuid"),
    ),
    "integer": ("int", "int32", "int64", "long", "short"),
    "number": ("float", "double", "decimal", "numeric"),
    "boolean": ("bool",),
    "object": ("dict", "map", "hash", "json"),
    "array": ("list", "tuple", "set"),
    "null": ("none", "nil"),
}
"""What other languages call the types of JSON."""

FORMATS = {
    **dict.fromkeys(("file", "binary", "bytes"), "binary"),
    **dict.fromkeys(("datetime", "date-time", "timestamp"), "date-time"),
    **{name: name for name in ("date", "time", "uuid")},
}
"""The format that a type's name implies."""

TEXT_FORMATS = (
    *("date", "date-time", "time", "duration", "uuid", "email", "idn-email", "hostname"),
    *("idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference"),
    *("uri-template", "json-pointer", "relative-json-pointer", "regex", "byte", "binary"),
    *("base64url", "password"),
)
NUMBER_FORMATS = ("int8", "int16", "int32", "uint8", "uint16", "uint32", "float", "double")


def meaning_of(name: object) -> Schema:
    """Give what somebody meant by a type's name, in the language of whichever; `{}` for the unknown."""
    word = str(name).lower()
    kind = word if word in TYPES else None
    kind = kind or next((kind for kind in OTHER_NAMES if word in OTHER_NAMES[kind]), None)
    meaning: Schema = {"type": kind} if kind else {}
    return meaning | ({"format": FORMATS[word]} if word in FORMATS else {})


def fits_type(value: Any, name: str) -> bool:
    """Tell whether a JSON value is of a JSON Schema type."""
    if isinstance(value, bool):
        return name == "boolean"
    if isinstance(value, float) and name == "integer":
        return value.is_integer()
    return isinstance(value, PYTHON_TYPES.get(name, ()))


def repair_types(schema: Schema, pointer: str, recorder: Recorder, *, old: bool) -> Schema:
    """Give the schema with types that exist, and a format that fits; `old` is OpenAPI 3.0."""
    known = _known_type(schema, pointer, recorder)
    if old and isinstance(known.get("type"), list):
        _report_list(known, pointer, recorder)
    if old and known.get("type") == "array" and "items" not in known:
        recorder.repair(
            pointer, "array-without-items", "OpenAPI 3.0 wants `items` beside `type: array`",
            "items of any kind taken", Put(pointer=join(pointer, "items"), value={}),
        )  # fmt: skip
    return _fitting_format(known, pointer, recorder)


def report_nullable(schema: Schema, pointer: str, recorder: Recorder) -> None:
    """Report OpenAPI 3.0's `nullable` in a later version, which does not know it."""
    recorder.repair(
        pointer, "nullable-after-3.0", "`nullable` is of OpenAPI 3.0", "null is taken",
        *_as_null(schema, pointer),
    )  # fmt: skip


def _known_type(schema: Schema, pointer: str, recorder: Recorder) -> Schema:
    declared = schema.get("type")
    if isinstance(declared, list):
        return _known_types(schema, declared, pointer, recorder)
    if declared is None or declared in TYPES:
        return schema
    where = join(pointer, "type")
    meaning = meaning_of(declared)
    new = {key: value for key, value in meaning.items() if key == "type" or key not in schema}
    edits: list[Edit] = [Put(pointer=join(pointer, key), value=new[key]) for key in new]
    otherwise = "the values decide the type" if schema.get("enum") else "any value taken"
    recorder.repair(
        where, "unknown-type", f"no type is called {declared!r}",
        f"taken as {meaning['type']}" if meaning else otherwise,
        *(edits or [Drop(pointer=where)]),
    )  # fmt: skip
    return {key: value for key, value in schema.items() if key != "type"} | new


def _known_types(schema: Schema, declared: list[Any], pointer: str, recorder: Recorder) -> Schema:
    meant = [meaning_of(name).get("type") for name in declared]
    unknown = [name for name in declared if name not in TYPES]
    if not unknown:
        return schema
    known = list(dict.fromkeys(name for name in meant if name))
    where = join(pointer, "type")
    taken = known if len(known) == len(set(meant)) else []
    recorder.repair(
        where, "unknown-type", f"no type is called {unknown[0]!r}",
        f"taken as {' or '.join(taken)}" if taken else "any value taken",
        Put(pointer=where, value=taken) if taken else Drop(pointer=where),
    )  # fmt: skip
    rest = {key: value for key, value in schema.items() if key != "type"}
    return {**rest, "type": taken} if taken else rest


def _report_list(schema: Schema, pointer: str, recorder: Recorder) -> None:
    where = join(pointer, "type")
    named = [name for name in dict.fromkeys(schema["type"]) if name != "null"]
    null = [Put(pointer=join(pointer, "nullable"), value=True)] if "null" in schema["type"] else []
    members = [{"type": name} for name in named]
    edits: list[Edit] = []
    if len(named) == 1:
        edits = [Put(pointer=where, value=named[0]), *null]
    elif not set(schema) - {"type", *ANNOTATIONS}:
        edits = [Drop(pointer=where), Put(pointer=join(pointer, "anyOf"), value=members), *null]
    elif not set(schema) - {"type", "enum", *ANNOTATIONS}:
        each = [{**one, **_values_of(one["type"], schema["enum"])} for one in members]
        edits = [
            *(Drop(pointer=join(pointer, key)) for key in ("type", "enum")),
            Put(pointer=join(pointer, "anyOf"), value=each),
            *null,
        ]
    recorder.repair(
        where, "type-list-before-3.1", "OpenAPI 3.0 knows one `type` a schema",
        "each type is taken", *edits,
    )  # fmt: skip


def _values_of(name: str, values: list[Any]) -> Schema:
    fitting = [value for value in values if fits_type(value, name)]
    return {"enum": fitting} if fitting else {}


def _fitting_format(schema: Schema, pointer: str, recorder: Recorder) -> Schema:
    named, kind = schema.get("format"), schema.get("type")
    fits = not (
        (named in TEXT_FORMATS and kind in TYPES and kind != "string")
        or (named in NUMBER_FORMATS and kind in TYPES and kind not in ("integer", "number"))
    )
    if fits:
        return schema
    where = join(pointer, "format")
    recorder.repair(
        where, "format-of-other-type", f"format {named} is not for type {kind}",
        "the format is ignored", Drop(pointer=where),
    )  # fmt: skip
    return {key: value for key, value in schema.items() if key != "format"}


def _as_null(schema: Schema, pointer: str) -> list[Edit]:
    """Say how the schema would take null in OpenAPI 3.1."""
    rest = {key: value for key, value in schema.items() if key != "nullable"}
    without = Drop(pointer=join(pointer, "nullable"))
    shaping = set(rest) - set(ANNOTATIONS)
    union = next((key for key in ("anyOf", "oneOf") if isinstance(rest.get(key), list)), None)
    if not shaping:
        return [without]
    if not {"anyOf", "oneOf", "allOf", "$ref", "const"} & shaping and {"type", "enum"} & shaping:
        return [without, *_null_among_types(rest, pointer), *_null_among_values(rest, pointer)]
    if union and rest[union] and not {"type", "enum", "const", "allOf", "$ref"} & shaping:
        return [without, Append(pointer=join(pointer, union), value={"type": "null"})]
    return [Put(pointer=pointer, value={"anyOf": [rest, {"type": "null"}]})]


def _null_among_types(schema: Schema, pointer: str) -> list[Edit]:
    declared = schema.get("type", [])
    types = declared if isinstance(declared, list) else [declared]
    if not types or "null" in types:
        return []
    return [Put(pointer=join(pointer, "type"), value=[*types, "null"])]


def _null_among_values(schema: Schema, pointer: str) -> list[Edit]:
    values = schema.get("enum")
    if not isinstance(values, list) or None in values:
        return []
    return [Append(pointer=join(pointer, "enum"), value=None)]
