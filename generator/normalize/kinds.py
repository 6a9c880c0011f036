"""Keywords that hold another kind of value than OpenAPI says, such as a number as description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.edits import Drop
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.normalize.document import Schema
    from generator.normalize.recorder import Recorder

Kinds = dict[str, tuple[type, ...]]

NUMBER = (int, float)
WORDS: dict[type, str] = {
    dict: "a mapping",
    list: "a list",
    str: "text",
    bool: "true or false",
    **dict.fromkeys(NUMBER, "a number"),
}
SCHEMA: Kinds = {
    **dict.fromkeys(("properties", "patternProperties", "discriminator"), (dict,)),
    **dict.fromkeys(("required", "enum", "allOf", "anyOf", "oneOf", "prefixItems"), (list,)),
    **dict.fromkeys(("items", "additionalProperties"), (dict, bool)),
    **dict.fromkeys(("title", "description", "format", "pattern"), (str,)),
    **dict.fromkeys(("deprecated", "readOnly", "writeOnly", "uniqueItems"), (bool,)),
    "type": (str, list),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), NUMBER),
    **dict.fromkeys(("minProperties", "maxProperties"), NUMBER),
    **dict.fromkeys(("minimum", "maximum", "multipleOf"), NUMBER),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), (*NUMBER, bool)),
    **dict.fromkeys(("contentEncoding", "contentMediaType"), (str,)),
    **dict.fromkeys(("x-enum-varnames", "x-enum-descriptions"), (list,)),
}
PATH_ITEM: Kinds = dict.fromkeys(("parameters", "servers"), (list,))
OPERATION: Kinds = {
    **dict.fromkeys(("operationId", "summary", "description"), (str,)),
    **dict.fromkeys(("tags", "parameters", "servers", "security"), (list,)),
    "deprecated": (bool,),
    "responses": (dict,),
}
PARAMETER: Kinds = {
    "description": (str,),
    "style": (str,),
    **dict.fromkeys(("explode", "deprecated", "allowReserved"), (bool,)),
    "content": (dict,),
}
DISCRIMINATOR: Kinds = {"propertyName": (str,), "mapping": (dict,)}
BODY: Kinds = {"description": (str,), "content": (dict,), "required": (bool,)}


def well_formed(
    node: Mapping[str, Any], kinds: Kinds, pointer: str, recorder: Recorder
) -> dict[str, Any]:
    """Leave out the keywords whose value is not of their kind."""
    wrong = [key for key in node if key in kinds and not isinstance(node[key], kinds[key])]
    for key in wrong:
        where = join(pointer, key)
        wanted = " or ".join(dict.fromkeys(WORDS[kind] for kind in kinds[key]))
        recorder.repair(
            where,
            "keyword-of-wrong-kind",
            f"`{key}` must be {wanted}",
            "left out",
            Drop(pointer=where),
        )
    return {key: value for key, value in node.items() if key not in wrong}


def repair_discriminator(schema: Schema, pointer: str, recorder: Recorder) -> Schema:
    """Give the schema with a discriminator that names a property, or with none."""
    if "discriminator" not in schema:
        return schema
    where = join(pointer, "discriminator")
    found = well_formed(schema["discriminator"], DISCRIMINATOR, where, recorder)
    if "mapping" in found:
        kinds: Kinds = dict.fromkeys(found["mapping"], (str,))
        found["mapping"] = well_formed(found["mapping"], kinds, join(where, "mapping"), recorder)
    if "propertyName" in found:
        return {**schema, "discriminator": found}
    problem = "a discriminator needs `propertyName`"
    recorder.repair(where, "keyword-of-wrong-kind", problem, "left out", Drop(pointer=where))
    return {key: value for key, value in schema.items() if key != "discriminator"}
