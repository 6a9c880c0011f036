"""What a document says about itself: `info`, `servers` and `tags`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from generator.edits import Drop, Put
from generator.normalize.document import Schema, mapping_at
from generator.normalize.kinds import well_formed
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.normalize.kinds import Kinds
    from generator.normalize.recorder import Recorder

TEXTS: Kinds = {"description": (str,), "summary": (str,)}
ASSUMED = {"title": "API", "version": "0.0.0"}
KEYS = {"servers": "url", "tags": "name"}
"""The lists of a document's head, and what each of their items needs."""


def head(root: Mapping[str, Any], recorder: Recorder) -> Schema:
    """Give `info` with title and version, and the servers and tags that can be read."""
    lists = {
        key: _items(root[key], key, needed, recorder) for key, needed in KEYS.items() if key in root
    }
    if "servers" in lists:
        lists["servers"] = [_absolute(server, root.get("$self")) for server in lists["servers"]]
    return {"info": _info(root, recorder), **lists}


def _absolute(server: Schema, base: Any) -> Schema:
    """Put a relative URL below the document's own, where it has one; OpenAPI 3.2, "Server Object"."""
    url: str = server["url"]
    if not isinstance(base, str) or "://" in url or url.startswith("{"):
        return server
    try:
        return {**server, "url": urljoin(base, url)}
    except ValueError:
        return server


def _info(root: Mapping[str, Any], recorder: Recorder) -> Schema:
    info = well_formed(mapping_at(root, "info"), TEXTS, "/info", recorder)
    for key, assumed in ASSUMED.items():
        declared = info.get(key)
        if isinstance(declared, str):
            continue
        value = assumed if declared is None else str(declared)
        problem = f"`info.{key}` is missing" if declared is None else f"`info.{key}` must be text"
        where = join("/info", key)
        new = Put(pointer=where, value=value)
        recorder.repair(where, "incomplete-info", problem, f"{value} is used", new)
        info[key] = value
    return info


def _items(items: Any, key: str, needed: str, recorder: Recorder) -> list[Schema]:
    found: list[Schema] = []
    if not isinstance(items, list):
        where = join("", key)
        problem = f"`{key}` must be a list"
        recorder.repair(where, "keyword-of-wrong-kind", problem, "left out", Drop(pointer=where))
        return found
    for index, item in enumerate(items):
        where = join("", key, index)
        if isinstance(item, dict) and isinstance(item.get(needed), str):
            found.append(well_formed(item, TEXTS, where, recorder))
        else:
            problem = f"an object with `{needed}` must stand here"
            recorder.repair(where, "not-an-object", problem, "left out", Drop(pointer=where))
    return found
