"""The runtime of a client: its modules, which of them it needs, and the names that it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.build.media_types import FORM, JSON_LINES, MULTIPART, essence, is_json
from generator.ir.bodies import WholeBody
from generator.ir.client import ApiKey, BasicPart, ClientCredentialsPart
from generator.ir.pages import Counted, Cursor, LinkHeader
from generator.ir.types import Alias, Constants, Nullable, Scalar, UnionOf
from generator.render.imports import Import

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.ir.bodies import Body
    from generator.ir.client import Client, Operation, Parameter, Resource
    from generator.ir.pages import Way
    from generator.ir.types import Type

_HOMES = {
    "testing.calls": ("Call",),
    "client": (
        *("AsyncClient", "AsyncResource", "Resource", "SyncClient"),
        *("async_raw_response", "raw_response"),
    ),
    "api_keys": ("ApiKey",),
    "choices": ("OneOf",),
    "counting": ("Offset", "PageNumber"),
    "basic": ("Basic",),
    "cursors": ("Cursor", "LinkHeader"),
    "downloads": (
        *("AsyncStreamedResponse", "StreamedResponse"),
        *("async_streaming_response", "streaming_response"),
    ),
    "errors": (
        *("APIConnectionError", "APIError", "APIResponseValidationError", "APIStatusError"),
        *("APITimeoutError", "AuthenticationError", "BadRequestError", "ConfigurationError"),
        *("ConflictError", "InternalServerError", "MissingCredentialsError", "NotFoundError"),
        *("PermissionDeniedError", "RateLimitError", "UnprocessableEntityError"),
    ),
    "events": ("APIStreamError", "Events", "StreamedOperation"),
    "testing.fake_pages": ("PagesStub",),
    "testing.fake_streams": ("StreamStub",),
    "testing.fakes": ("Fake", "Stub", "UnexpectedCallError"),
    "forms": ("Form",),
    "headers": ("Cookie", "Header"),
    "multipart": ("Multipart",),
    "oauth": ("ClientCredentials",),
    "operation": ("Fields", "Operation", "Path", "Query", "Reply", "Whole"),
    "pagination": (
        *("AsyncPage", "AsyncPages", "NextLink", "Page", "PagedOperation"),
        "PaginationError",
    ),
    "response": ("RawResponse",),
    "testing.samples": ("make",),
    "read_only": ("ReadOnly",),
    "settings": (
        *("AsyncCredentialValue", "Bearer", "ClientSettings", "CredentialValue", "RetryPolicy"),
    ),
    "streaming": ("AsyncStream", "AsyncStreamingResource", "Stream", "StreamingResource"),
    "styles": ("Encoding", "Styled"),
    "uploads": ("File", "FileInput", "write_content", "write_json_lines"),
    "values": ("NOT_GIVEN", "NotGiven", "SequenceNotStr"),
    "webhooks": ("parse_payload",),
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names}
_SHOWN = (*_HOMES["errors"], "NOT_GIVEN", "NotGiven", "RawResponse", "RetryPolicy")


def runtime(name: str, *, level: int = 2, public: bool = False) -> Import:
    """Import a name of the runtime, by a module that lies `level` dots below the package's parent."""
    return Import(module=f"{'.' * level}_runtime.{_MODULES[name]}", name=name, public=public)


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Modules that not every client needs, and what a client that has them shows of them."""

    modules: tuple[str, ...]
    is_needed: Callable[[Client], bool]
    shown: tuple[str, ...] = ()


def missing(client: Client) -> frozenset[str]:
    """Return the modules of the runtime that a client does not need."""
    return frozenset(
        module for part in _PARTS if not part.is_needed(client) for module in part.modules
    )


def shown(client: Client) -> tuple[str, ...]:
    """Return the names of the runtime that the package shows as its own."""
    return (*_SHOWN, *(name for part in _PARTS if part.is_needed(client) for name in part.shown))


def walk(resources: Iterable[Resource]) -> Iterator[Resource]:
    """Yield resources, each before its children."""
    for resource in resources:
        yield resource
        yield from walk(resource.children)


def operations(client: Client) -> Iterator[Operation]:
    """Yield the operations of a client."""
    for resource in walk(client.resources):
        yield from resource.operations


def pages(operation: Operation) -> bool:
    """Tell whether an operation answers page by page."""
    return operation.pagination is not None


def _pages_by(*ways: type[Way]) -> Callable[[Operation], bool]:
    return lambda operation: (
        operation.pagination is not None and isinstance(operation.pagination.way, ways)
    )


def streams(operation: Operation) -> bool:
    """Tell whether an operation can answer with a stream."""
    return operation.stream is not None


def downloads(operation: Operation) -> bool:
    """Tell whether an operation answers with bytes, or with texts and never with JSON."""
    contents = [one for one in operation.responses if one.media_type]
    named = [one for one in contents if one.status.startswith("2")]
    answers = named or [one for one in contents if one.status == "default"]
    scalars = [one for one in answers if not is_json(one.media_type or "")]
    files = [one.type for one in scalars if isinstance(one.type, Scalar)]
    return operation.stream is None and (
        Scalar(name="bytes") in files or (bool(files) and len(files) == len(answers))
    )


def is_styled(parameter: Parameter) -> bool:
    """Tell whether a parameter is written otherwise than as one plain value of the usual style."""
    style = "form" if parameter.location in ("query", "cookie") else "simple"
    is_usual = parameter.style == style and parameter.content_type is None
    return not (is_usual and not parameter.allow_reserved and _is_scalar(parameter.type))


def _is_scalar(type_: Type | None) -> bool:
    match type_:
        case Scalar() | Constants():
            return True
        case Alias(target=None):
            return True
        case Nullable(of=inner) | Alias(target=inner):
            return _is_scalar(inner)
        case UnionOf(members=members):
            return all(map(_is_scalar, members))
        case _:
            return False


def _has_styles(operation: Operation) -> bool:
    return any(map(is_styled, operation.parameters))


def _has_headers(operation: Operation) -> bool:
    return any(one.location in ("header", "cookie") for one in operation.parameters)


def writer(body: Body) -> str | None:
    """Name what writes a body; None for JSON, which the core writes."""
    media_type = essence(body.media_type)
    if isinstance(body, WholeBody) and body.type == Scalar(name="bytes"):
        return "write_content"
    if media_type in JSON_LINES:
        return "write_json_lines"
    if is_json(media_type):
        return None
    return {FORM: "Form", MULTIPART: "Multipart"}.get(media_type, "write_content")


def _has(*asked: Callable[[Operation], bool]) -> Callable[[Client], bool]:
    return lambda client: any(ask(one) for one in operations(client) for ask in asked)


def _writes(*writers: str) -> Callable[[Operation], bool]:
    return lambda operation: any(writer(body) in writers for body in operation.bodies)


_PARTS = (
    Part(
        modules=("pagination", "testing.fake_pages"),
        is_needed=_has(pages),
        shown=("AsyncPage", "Page", "PaginationError"),
    ),
    Part(modules=("counting",), is_needed=_has(_pages_by(Counted))),
    Part(modules=("cursors",), is_needed=_has(_pages_by(Counted, Cursor, LinkHeader))),
    Part(
        modules=("events", "streaming", "testing.fake_streams"),
        is_needed=_has(streams),
        shown=("APIStreamError", "AsyncStream", "Stream"),
    ),
    Part(
        modules=("api_keys",),
        is_needed=lambda client: any(isinstance(one.kind, ApiKey) for one in client.credentials),
    ),
    Part(
        modules=("basic",),
        is_needed=lambda client: any(isinstance(one.kind, BasicPart) for one in client.credentials),
    ),
    Part(modules=("headers",), is_needed=_has(_has_headers)),
    Part(
        modules=("oauth",),
        is_needed=lambda client: any(
            isinstance(one.kind, ClientCredentialsPart) for one in client.credentials
        ),
    ),
    Part(modules=("styles",), is_needed=_has(_has_styles, _writes("Form", "Multipart"))),
    Part(
        modules=("downloads",),
        is_needed=_has(downloads),
        shown=("AsyncStreamedResponse", "StreamedResponse"),
    ),
    Part(modules=("generators",), is_needed=_has(streams, downloads)),
    Part(modules=("choices",), is_needed=_has(lambda operation: bool(operation.other_bodies))),
    Part(
        modules=("read_only",),
        is_needed=_has(lambda operation: any(body.read_only for body in operation.bodies)),
    ),
    Part(modules=("forms",), is_needed=_has(_writes("Form"))),
    Part(modules=("multipart",), is_needed=_has(_writes("Multipart"))),
    Part(
        modules=("uploads",),
        is_needed=_has(_writes("Multipart", "write_content", "write_json_lines")),
        shown=("File", "FileInput"),
    ),
    Part(modules=("webhooks",), is_needed=lambda client: bool(client.webhooks)),
)
