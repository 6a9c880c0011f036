"""Parameters of one operation, cleaned; OpenAPI 3.1.1, "Parameter Object"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.edits import Append, Drop, Put
from generator.normalize.document import POINTER, USED_AT
from generator.normalize.kinds import PARAMETER, well_formed
from generator.pointers import join

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
ONE_SPELLING = {"cookie": "form"}
"""OpenAPI 3.2 has a style for cookies; what it joins by semicolons are cookies of their own."""

IGNORED_HEADERS = ("accept", "content-type")
SWAGGER_KEYWORDS = ("type", "format", "enum", "items", "default")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def clean_parameters(
    parameters: Iterable[Parameter], path: str, pointer: str, recorder: Recorder
) -> list[Parameter]:
    """Give each parameter once, complete and in one spelling; path parameters in the path's order.

    A placeholder that no parameter declares gets one of type string.
    """
    complete = [_complete(one, recorder) for one in parameters if _usable(one, recorder)]
    unique = _unique(complete, recorder)
    placeholders = list(dict.fromkeys(PLACEHOLDER.findall(path)))
    declared = {one["name"]: one for one in unique if one["in"] == "path"}
    in_path = [declared.get(name) or _undeclared(name, pointer, recorder) for name in placeholders]
    for name, one in declared.items():
        if name not in placeholders:
            recorder.repair(
                one[POINTER],
                "unused-path-parameter",
                f"the path has no {{{name}}}",
                "left out",
                Drop(pointer=one[USED_AT]),
            )
    return [*in_path, *(one for one in unique if one["in"] != "path")]


def _usable(parameter: Parameter, recorder: Recorder) -> bool:
    name, location = parameter.get("name"), parameter.get("in")
    if not isinstance(name, str) or not isinstance(location, str) or location not in STYLES:
        recorder.repair(
            parameter[POINTER],
            "parameter-without-place",
            _missing(name, location),
            "left out",
            Drop(pointer=parameter[USED_AT]),
        )
        return False
    if location == "header" and name.lower() in IGNORED_HEADERS:
        recorder.repair(
            parameter[POINTER],
            "negotiated-header",
            f"`{name}` is set from the media types",
            "left out (OpenAPI: such a parameter is ignored)",
            Drop(pointer=parameter[USED_AT]),
        )
        return False
    return True


def _missing(name: Any, location: Any) -> str:
    if isinstance(name, str) and isinstance(location, str):
        return f"`in: {location}` is none of {', '.join(STYLES)}"
    return "`name` or `in` is missing"


def _complete(declared: Parameter, recorder: Recorder) -> Parameter:
    parameter = well_formed(declared, PARAMETER, declared[POINTER], recorder)
    location: str = parameter["in"]
    style = _style(parameter, recorder)
    explode = parameter.get("explode")
    if location == "path" and parameter.get("required") is not True:
        pointer = parameter[POINTER]
        recorder.repair(
            pointer,
            "path-parameter-required",
            "a path parameter must be `required`",
            "repaired",
            Put(pointer=join(pointer, "required"), value=True),
        )
    complete = {
        "name": parameter["name"],
        "in": location,
        "required": location == "path" or parameter.get("required") is True,
        "style": style,
        "explode": explode if isinstance(explode, bool) else style == "form",
        POINTER: parameter[POINTER],
        USED_AT: parameter[USED_AT],
    }
    kept = ("description", "deprecated", "allowReserved", "allowEmptyValue")
    complete |= {key: parameter[key] for key in kept if key in parameter}
    return complete | _schema_or_content(parameter, recorder)


def _style(parameter: Parameter, recorder: Recorder) -> str:
    location: str = parameter["in"]
    style: str = parameter.get("style", STYLES[location])
    if style in ALLOWED_STYLES[location]:
        return ONE_SPELLING.get(style, style)
    recorder.repair(
        parameter[POINTER],
        "style-not-for-location",
        f"style {style} is not for {location} parameters",
        f"{STYLES[location]} is used",
        Drop(pointer=join(parameter[POINTER], "style")),
    )
    return STYLES[location]


def _schema_or_content(parameter: Parameter, recorder: Recorder) -> Parameter:
    content = parameter.get("content") or None
    if content is None:
        return {
            "schema": parameter["schema"] if "schema" in parameter else _own(parameter, recorder)
        }
    if "schema" not in parameter:
        return {"content": _first_content(content, parameter[POINTER], recorder)}
    kept, dropped = ("schema", "content") if parameter["schema"] else ("content", "schema")
    recorder.repair(
        parameter[POINTER],
        "schema-and-content",
        "a parameter has `schema` or `content`, not both",
        f"`{kept}` is used",
        Drop(pointer=join(parameter[POINTER], dropped)),
    )
    rest = {key: value for key, value in parameter.items() if key != dropped}
    return _schema_or_content(rest, recorder)


def _first_content(content: Parameter, pointer: str, recorder: Recorder) -> Parameter:
    first, *others = content
    if others:
        recorder.repair(
            pointer,
            "content-of-several-types",
            "`content` of a parameter has one media type",
            f"{first} is used",
            *(Drop(pointer=join(pointer, "content", media_type)) for media_type in others),
        )
    return {first: content[first]}


def _own(parameter: Parameter, recorder: Recorder) -> Parameter:
    """Give the schema of a parameter without one: Swagger 2.0 has its keywords in the parameter."""
    pointer = parameter[POINTER]
    schema = {key: parameter[key] for key in SWAGGER_KEYWORDS if key in parameter}
    recorder.repair(
        pointer,
        "parameter-without-schema",
        "a parameter has `schema` or `content`",
        "its own `type` is taken" if schema else "any value taken",
        Put(pointer=join(pointer, "schema"), value=schema),
    )
    return schema


def _unique(parameters: list[Parameter], recorder: Recorder) -> list[Parameter]:
    """Keep the last of equal name and place: an operation's parameters override its path's."""
    unique: dict[tuple[str, str], Parameter] = {}
    for parameter in parameters:
        name, location = parameter["name"], parameter["in"]
        key = (name.lower() if location == "header" else name, location)
        earlier = unique.get(key)
        if earlier and _list_of(earlier) == _list_of(parameter):
            recorder.repair(
                parameter[USED_AT],
                "duplicate-parameter",
                f"the {location} parameter {name} stands twice",
                "the last one is used",
                Drop(pointer=earlier[USED_AT]),
            )
            del unique[key]
        unique[key] = parameter
    return list(unique.values())


def _list_of(parameter: Parameter) -> str:
    return str(parameter[USED_AT]).rpartition("/")[0]


def _undeclared(name: str, pointer: str, recorder: Recorder) -> Parameter:
    declared = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    recorder.repair(
        pointer,
        "undeclared-path-parameter",
        f"no parameter declares {{{name}}}",
        "taken as string",
        Append(pointer=join(pointer, "parameters"), value=declared),
    )
    return {**declared, "style": "simple", "explode": False, POINTER: pointer, USED_AT: pointer}
