"""Calls a generated client over a transport that records the request and gives an answer."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from tests.support.server import Recorded

Respond = Callable[[Recorded], httpx2.Response]
BASE_URL = "https://corpus.example/base"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of a call: the requests with their URLs, and a result or an error."""

    requests: list[tuple[str, Recorded]]
    result: Any = None
    error: Exception | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """A package and how to make its client."""

    package: Any
    manifest: Mapping[str, Any]
    is_async: bool = False

    @property
    def secrets(self) -> dict[str, str]:
        """The credentials by the client's arguments."""
        return {one["python"]: f"secret-{one['python']}" for one in self.manifest["client"]["auth"]}

    @property
    def has_base_url(self) -> bool:
        """Whether the document says where the API is."""
        module = importlib.import_module(f"{self.package.__name__}.client")
        return bool(module.SETTINGS.base_url)

    def __call__(self, call: str, arguments: Mapping[str, Any], respond: Respond) -> Outcome:
        """Call an operation by its name in the manifest."""
        seen: list[tuple[str, Recorded]] = []

        def handle(request: httpx2.Request) -> httpx2.Response:
            recorded = _recorded(request)
            seen.append((str(request.url), recorded))
            return respond(recorded)

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                warnings.simplefilter("ignore", DeprecationWarning)
                return Outcome(requests=seen, result=self._result(call, arguments, handle))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what came of the call
            return Outcome(requests=seen, error=error)

    def _result(self, call: str, arguments: Mapping[str, Any], handle: Callable[..., Any]) -> Any:
        options = self.secrets | ({} if self.has_base_url else {"base_url": BASE_URL})
        kind = getattr(self.package, self.manifest["client"]["async" if self.is_async else "sync"])
        transport = httpx2.MockTransport(handle)
        if self.is_async:
            return asyncio.run(_await(kind, options, transport, call, arguments))
        with httpx2.Client(transport=transport) as http:
            result = _call(kind(http_client=http, max_retries=0, **options), call, arguments)
            return list(result) if is_stream(result) else result


async def _await(
    kind: Any,
    options: Mapping[str, str],
    transport: httpx2.MockTransport,
    call: str,
    arguments: Mapping[str, Any],
) -> Any:
    async with httpx2.AsyncClient(transport=transport) as http:
        result = _call(kind(http_client=http, max_retries=0, **options), call, arguments)
        result = await result if inspect.isawaitable(result) else result
        return [one async for one in result] if is_stream(result) else result


def _call(client: Any, call: str, arguments: Mapping[str, Any]) -> Any:
    """Call a method; what its signature lacks is the client's."""
    *path, name = call.split(".")
    known = inspect.signature(getattr(_resource(client, path), name)).parameters
    lifted = {key: value for key, value in arguments.items() if key not in known}
    own = {key: value for key, value in arguments.items() if key in known}
    client = client.with_options(**lifted) if lifted else client
    return getattr(_resource(client, path), name)(**own)


def _resource(client: Any, path: list[str]) -> Any:
    for name in path:
        client = getattr(client, name)
    return client


def is_stream(result: Any) -> bool:
    """Tell a stream of events from all other results."""
    return hasattr(type(result), "__next__") or hasattr(type(result), "__anext__")


def _recorded(request: httpx2.Request) -> Recorded:
    return Recorded(
        method=request.method,
        target=request.url.raw_path.decode("ascii"),
        headers=httpx2.Headers(request.headers.raw),
        body=request.read(),
        is_chunked=False,
    )


@contextmanager
def imported(folder: Path, name: str | None = None) -> Iterator[Any]:
    """Import a package from its folder, and forget it afterwards."""
    package = name or folder.name
    parent = folder.resolve().parents[package.count(".")]
    sys.path.insert(0, str(parent))
    try:
        yield importlib.import_module(package)
    finally:
        sys.path.remove(str(parent))
        for module in [one for one in sys.modules if f"{one}.".startswith(f"{package}.")]:
            del sys.modules[module]


def unimportable(package: Any, folder: Path) -> list[str]:
    """Import every module of a package; list those that cannot be, with the reason."""
    failures = []
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        name = ".".join([package.__name__, *(part for part in parts if part != "__init__")])
        try:
            importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 - whatever it is, the module does not import
            failures.append(f"{name}: {error!r}")
    return failures
