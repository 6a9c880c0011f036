"""Parameters of one operation, cleaned; OpenAPI 3.1.1, "Parameter Object"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.normalize.document import POINTER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.normalize.recorder import Recorder

Parameter = dict[str, Any]

STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
ALLOWED_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
IGNORED_HEADERS = ("accept", "content-type")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def clean_parameters(
    parameters: Iterable[Parameter], path: str, pointer: str, recorder: Recorder
) -> list[Parameter]:
    """Give each parameter once, complete and in one spelling; path parameters in the path's order.

    A placeholder that no parameter declares gets one of type string.
    """
    unique = _unique([_complete(one, recorder) for one in parameters if _usable(one, recorder)])
    placeholders = list(dict.fromkeys(PLACEHOLDER.findall(path)))
    declared = {one["name"]: one for one in unique if one["in"] == "path"}
    in_path = [declared.get(name) or _undeclared(name, pointer, recorder) for name in placeholders]
    for name, one in declared.items():
        if name not in placeholders:
            recorder.repair(
                one[POINTER], "unused-path-parameter", f"the path has no {{{name}}}", "left out"
            )
    return [*in_path, *(one for one in unique if one["in"] != "path")]


def _usable(parameter: Parameter, recorder: Recorder) -> bool:
    name, location = parameter.get("name"), parameter.get("in")
    if not isinstance(name, str) or location not in STYLES:
        recorder.repair(
            parameter[POINTER], "parameter-without-place", "`name` or `in` is missing", "left out"
        )
        return False
    if location == "header" and name.lower() in IGNORED_HEADERS:
        recorder.repair(
            parameter[POINTER],
            "negotiated-header",
            f"`{name}` is set from the media types",
            "left out (OpenAPI: such a parameter is ignored)",
        )
        return False
    return True


def _complete(parameter: Parameter, recorder: Recorder) -> Parameter:
    location: str = parameter["in"]
    style = parameter.get("style", STYLES[location])
    if style not in ALLOWED_STYLES[location]:
        recorder.repair(
            parameter[POINTER],
            "style-not-for-location",
            f"style {style} is not for {location} parameters",
            f"{STYLES[location]} is used",
        )
        style = STYLES[location]
    explode = parameter.get("explode")
    if location == "path" and parameter.get("required") is not True:
        recorder.repair(
            parameter[POINTER], "path-parameter-required", "a path parameter must be `required`"
        )
    complete = {
        "name": parameter["name"],
        "in": location,
        "required": location == "path" or parameter.get("required") is True,
        "style": style,
        "explode": explode if isinstance(explode, bool) else style == "form",
        POINTER: parameter[POINTER],
    }
    kept = ("description", "deprecated", "allowReserved", "allowEmptyValue")
    complete |= {key: parameter[key] for key in kept if key in parameter}
    return complete | _schema_or_content(parameter, recorder)


def _schema_or_content(parameter: Parameter, recorder: Recorder) -> Parameter:
    content = parameter.get("content")
    if not isinstance(content, dict) or not content:
        return {"schema": parameter.get("schema", {})}
    if "schema" not in parameter:
        media_type = next(iter(content))
        return {"content": {media_type: content[media_type]}}
    schema = parameter["schema"]
    keeps_schema = bool(schema)
    recorder.repair(
        parameter[POINTER],
        "schema-and-content",
        "a parameter has `schema` or `content`, not both",
        "`schema` is used" if keeps_schema else "`content` is used",
    )
    return _schema_or_content(
        {
            key: value
            for key, value in parameter.items()
            if key != ("content" if keeps_schema else "schema")
        },
        recorder,
    )


def _unique(parameters: list[Parameter]) -> list[Parameter]:
    """Keep the last of equal name and place: an operation's parameters override its path's."""
    unique: dict[tuple[str, str], Parameter] = {}
    for parameter in parameters:
        name = parameter["name"]
        key = name.lower() if parameter["in"] == "header" else name
        unique[(key, parameter["in"])] = parameter
    return list(unique.values())


def _undeclared(name: str, pointer: str, recorder: Recorder) -> Parameter:
    recorder.repair(
        pointer, "undeclared-path-parameter", f"no parameter declares {{{name}}}", "taken as string"
    )
    return {
        "name": name,
        "in": "path",
        "required": True,
        "style": "simple",
        "explode": False,
        "schema": {"type": "string"},
        POINTER: pointer,
    }
