"""The wire-format tables of `../shared`, called with the clients of their documents."""

from __future__ import annotations

import asyncio
import inspect
import json
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.expected import SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from tests.support.server import Recorded

TABLES = SHARED / "conformance"


def table(name: str) -> Any:
    """Read a table; empty where the tables are not here."""
    file = TABLES / name
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """Calls operations by their operationId, with arguments under their names on the wire."""

    sync_client: type[Any]
    async_client: type[Any]
    operations: dict[str, Any]
    url: str
    is_async: bool

    def __call__(self, operation_id: str, arguments: Any, **options: Any) -> Any:
        operation = self.operations[operation_id]
        body = (operation["body"] or {}).get("fields", [])
        names = {one["name"]: one["python"] for one in (*operation["parameters"], *body)}
        given = {names[name]: value for name, value in arguments.items()}
        options["base_url"] = self.url
        if self.is_async:
            return asyncio.run(self._call_async(operation["call"], given, options))
        with self.sync_client(**options) as client:
            return attrgetter(operation["call"])(client)(**given)

    async def _call_async(self, call: str, given: Any, options: Any) -> Any:
        async with self.async_client(**options) as client:
            answer = attrgetter(call)(client)(**given)
            return await answer if inspect.isawaitable(answer) else answer


def caller(package: ModuleType, url: str, *, is_async: bool) -> Caller:
    """Make a caller of a generated client."""
    manifest = json.loads(Path(*package.__path__, "manifest.json").read_text(encoding="utf-8"))
    return Caller(
        sync_client=getattr(package, manifest["client"]["sync"]),
        async_client=getattr(package, manifest["client"]["async"]),
        operations={one["id"]: one for one in manifest["operations"]},
        url=url,
        is_async=is_async,
    )


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
