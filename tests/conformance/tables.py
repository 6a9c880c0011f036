"""The wire-format tables of `../shared`, called with the clients of their documents."""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from tests.support.expected import SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.support.clients import Clients
    from tests.support.server import Recorded

TABLES = SHARED / "conformance"


def table(name: str) -> Any:
    """Read a table; empty where the tables are not here."""
    file = TABLES / name
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def call(clients: Clients, operation_id: str, arguments: Any, **options: Any) -> None:
    """Call an operation by its operationId, with arguments under their names on the wire."""
    operation = next(one for one in clients.manifest["operations"] if one["id"] == operation_id)
    fields = (operation["body"] or {}).get("fields", [])
    names = {one["name"]: one["python"] for one in (*operation["parameters"], *fields)}
    given = {names[name]: value for name, value in arguments.items()}
    clients(lambda client: attrgetter(operation["call"])(client)(**given), **options)


def style_parts(request: Recorded, name: str) -> dict[str, str]:
    """Give what a request carries in each of the places that a parameter can have."""
    return {
        "path": request.path.rpartition("/")[2],
        "query": request.query,
        "header": request.headers.get(name, ""),
        "cookie": request.headers.get("cookie", ""),
    }


def observed(request: Recorded, expected: Mapping[str, Any]) -> dict[str, Any]:
    """Give of a request what an echo case has expectations about."""
    parts: dict[str, Callable[[], Any]] = {
        "path": lambda: request.path,
        "query": lambda: request.query,
        "headers": lambda: {name: request.headers[name] for name in expected["headers"]},
        "body_json": lambda: request.json,
        "content_type": lambda: request.headers["content-type"],
    }
    return {name: parts[name]() for name in expected}
