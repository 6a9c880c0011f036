"""Calls with the synchronous or the asynchronous client of a generated package."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

Action = Callable[[Any], Any]


@dataclass(frozen=True, kw_only=True)
class Clients:
    """Calls with a fresh client, and awaits where need be: `call(lambda client: client.pets.list())`."""

    package: ModuleType
    url: str
    is_async: bool

    @cached_property
    def manifest(self) -> Any:
        """The manifest of the package."""
        return json.loads(Path(*self.package.__path__, "manifest.json").read_text(encoding="utf-8"))

    def __call__(self, action: Action, **options: Any) -> Any:
        options["base_url"] = self.url
        if self.is_async:
            return asyncio.run(self._call_async(action, options))
        with getattr(self.package, self.manifest["client"]["sync"])(**options) as client:
            return action(client)

    async def _call_async(self, action: Action, options: dict[str, Any]) -> Any:
        async with getattr(self.package, self.manifest["client"]["async"])(**options) as client:
            answer = action(client)
            return await answer if inspect.isawaitable(answer) else answer
