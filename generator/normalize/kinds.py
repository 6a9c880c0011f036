"""Keywords that hold another kind of value than OpenAPI says, such as a number as description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.edits import Drop
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.normalize.recorder import Recorder

Kinds = dict[str, tuple[type, ...]]

WORDS = {dict: "a mapping", list: "a list", str: "text", bool: "true or false"}
SCHEMA: Kinds = {
    **dict.fromkeys(("properties", "patternProperties", "discriminator"), (dict,)),
    **dict.fromkeys(("required", "enum", "allOf", "anyOf", "oneOf", "prefixItems"), (list,)),
    **dict.fromkeys(("items", "additionalProperties"), (dict, bool)),
    **dict.fromkeys(("title", "description", "format", "pattern"), (str,)),
    **dict.fromkeys(("deprecated", "readOnly", "writeOnly"), (bool,)),
    "type": (str, list),
}
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
BODY: Kinds = {"description": (str,), "content": (dict,), "required": (bool,)}


def well_formed(
    node: Mapping[str, Any], kinds: Kinds, pointer: str, recorder: Recorder
) -> dict[str, Any]:
    """Leave out the keywords whose value is not of their kind."""
    wrong = [key for key in node if key in kinds and not isinstance(node[key], kinds[key])]
    for key in wrong:
        where = join(pointer, key)
        wanted = " or ".join(WORDS[kind] for kind in kinds[key])
        recorder.repair(
            where,
            "keyword-of-wrong-kind",
            f"`{key}` must be {wanted}",
            "left out",
            Drop(pointer=where),
        )
    return {key: value for key, value in node.items() if key not in wrong}
