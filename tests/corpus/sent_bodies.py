"""Reads request bodies by their media types."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from tests.corpus.arguments import essence, is_json, is_json_lines, is_structured
from tests.corpus.contracts import Body
from tests.corpus.decoding import Pair, UnreadableError, raw_pairs, read_json, read_pairs
from tests.corpus.maker import Made
from tests.corpus.shapes import Shapes
from tests.corpus.values import typed
from tests.support.server import Part, Recorded


def read_body(body: Body, request: Recorded, like: Any, shapes: Shapes) -> Any:
    """Give the body as the data that it stands for; `like` is what was passed."""
    if is_json(body.media_type):
        return read_json(request.body.decode())
    if is_json_lines(body.media_type):
        return [read_json(line) for line in request.body.decode().splitlines()]
    if not is_structured(body.media_type):
        return request.body.decode() if isinstance(like, str) else request.body
    is_form = essence(body.media_type).endswith("urlencoded")
    return _form(body, request, like, shapes) if is_form else _parts(body, request, like, shapes)


def _form(body: Body, request: Recorded, like: Any, shapes: Shapes) -> Any:
    pairs = raw_pairs(request.body.decode("ascii"))
    read = {name: _field(body, name, value, pairs) for name, value in like.items()}
    if pairs:
        raise UnreadableError(f"the form has {pairs[0][0]!r}, which nobody passed")
    return typed(read, body.schema, shapes)


def _field(body: Body, name: str, value: Any, pairs: list[Pair]) -> Any:
    encoding = body.encoding.get(name, {})
    style = encoding.get("style")
    if style is None and is_nested(value):
        return read_json(read_pairs(pairs, "", style="form", explode=True, name=name))
    explode = encoding.get("explode", style in (None, "form", "deepObject"))
    return read_pairs(pairs, value, style=style or "form", explode=explode, name=name)


def is_nested(value: Any) -> bool:
    """Tell whether a form has no place for a value but as JSON."""
    items = value if isinstance(value, list) else [value]
    return any(isinstance(one, dict | list) for one in items)


def _parts(body: Body, request: Recorded, like: Any, shapes: Shapes) -> Any:
    parts = request.parts
    unknown = [part.name for part in parts if part.name.partition("[")[0] not in like]
    if unknown:
        raise UnreadableError(f"a part is called {unknown[0]!r}, which nobody passed")
    read = {name: _of_parts(parts, name, value, body) for name, value in like.items()}
    return typed(read, body.schema, shapes)


def _of_parts(parts: list[Part], name: str, value: Any, body: Body) -> Any:
    is_deep = body.encoding.get(name, {}).get("style") == "deepObject"
    if is_deep and isinstance(value, dict | list):
        members = [part for part in parts if part.name.startswith(f"{name}[")]
        pairs = [(part.name, quote(part.content.decode())) for part in members]
        return read_pairs(pairs, value, style="deepObject", explode=True, name=name)
    mine = [part for part in parts if part.name == name]
    content_type = body.encoding.get(name, {}).get("contentType", "")
    if isinstance(value, list) and not is_json(content_type):
        return [_of_part(*pair) for pair in zip(mine, value, strict=False)]
    if len(mine) != 1:
        raise UnreadableError(f"{len(mine)} parts are called {name!r}")
    return _of_part(mine[0], value)


def _of_part(part: Part, value: Any) -> Any:
    if isinstance(value, Made) and value.kind == "binary" and part.filename is None:
        raise UnreadableError(f"the file {part.name!r} has no file name")
    if isinstance(value, dict | list) or is_json(part.content_type or ""):
        return read_json(part.content.decode())
    return part.content.decode()
