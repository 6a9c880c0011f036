"""The whole client: every operation that can be built, under its resource."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from generator.build.corrections import find_corrected, named
from generator.build.operations import POINTER, Surroundings, build_operation
from generator.build.problems import CannotBuildError
from generator.build.renamed import renamed_operations
from generator.build.resources import build_resources
from generator.build.security import build_credentials, environment_variable
from generator.build.servers import build_servers, relative_server
from generator.build.titles import class_prefix, client_title
from generator.build.webhooks import build_webhooks
from generator.diagnostics import ClientwrightError, Diagnostic, UsageError
from generator.ir.client import Client, LiftedParameter, SkippedOperation
from generator.ir.types import Alias, ObjectModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.corrections import Correction
    from generator.ir.client import Operation, Server
    from generator.names.operations import OperationName, OperationNames
    from generator.normalize.document import Normalized


class Settings(Protocol):
    """What the configuration says about a client."""

    @property
    def title(self) -> str | None:
        """As in `PostHog`, which gives `PostHogClient`; None leaves it to the document."""

    @property
    def lift(self) -> tuple[str, ...]:
        """Parameters that are the client's arguments instead of each operation's."""
        ...

    @property
    def operations(self) -> tuple[Correction, ...]:
        """What the document lacks about single operations, or has wrong."""
        ...


Built = list[tuple[tuple[str, ...], "Operation"]]


def build(
    normalized: Normalized, *, package: str, settings: Settings
) -> tuple[Client, tuple[Diagnostic, ...]]:
    """Build the client of a normalized document; what had to be left out is in the diagnostics.

    Raises UsageError where the configuration speaks of what is not there, and ClientwrightError where no
    operation is left.
    """
    root, info = normalized.root, normalized.root.get("info", {})
    prefix = package.upper()
    title = client_title(info, package, settings.title)
    name = class_prefix(title, package)
    around = _surroundings(normalized, prefix, settings)
    names = normalized.names
    built, skipped, skips = _operations(normalized, names, around)
    webhooks = build_webhooks(root.get("webhooks", {}), around.components)
    if not built and not webhooks:
        place = normalized.document.locate("/paths")
        raise ClientwrightError(f"{place}  no operation can be generated; nothing written")
    client = Client(
        package=package,
        title=title,
        class_name=f"{name}Client",
        async_class_name=f"Async{name}Client",
        environment_prefix=prefix,
        version=str(info.get("version") or ""),
        description=str(info.get("description") or ""),
        servers=around.servers,
        credentials=around.credentials,
        lifted=_lifted([operation for _, operation in built], settings.lift, prefix),
        resources=build_resources(
            [*built, *renamed_operations(built, normalized.lock)],
            root.get("tags", []),
            client=f"{name}Client",
        ),
        skipped=tuple(skipped),
        webhooks=webhooks,
        relative_server="" if around.servers else relative_server(root.get("servers")) or "",
    )
    notes = (*_no_host(normalized, client), *_no_function(normalized, client))
    return client, (*notes, *skips, *_numbered(normalized, names))


def _surroundings(normalized: Normalized, prefix: str, settings: Settings) -> Surroundings:
    lifted, paths = settings.lift, normalized.root["paths"]
    components = normalized.root["components"]
    return Surroundings(
        components=components["schemas"],
        credentials=build_credentials(components["securitySchemes"], prefix, taken=lifted),
        servers=build_servers(normalized.root.get("servers")) or _first_servers(normalized.root),
        lifted=lifted,
        corrections=find_corrected(settings.operations, paths, normalized.names),
    )


def _no_host(normalized: Normalized, client: Client) -> Iterator[Diagnostic]:
    if client.relative_server:
        yield Diagnostic(
            kind="note",
            place=normalized.document.locate("/servers/0/url"),
            problem=f"the server's URL {client.relative_server!r} has no host",
            consequence="the client needs base_url=, unless an overlay gives the URL a host",
        )


def _no_function(normalized: Normalized, client: Client) -> Iterator[Diagnostic]:
    for webhook in client.webhooks:
        if not isinstance(webhook.payload, ObjectModel | Alias):
            yield Diagnostic(
                kind="note",
                place=normalized.document.locate(webhook.pointer),
                problem=f"the payload of the webhook {webhook.name!r} has no model",
                consequence="no function parses it",
            )


def _first_servers(root: dict[str, Any]) -> tuple[Server, ...]:
    """Give the servers of the first operation that has some, for a document that has none itself."""
    declared = (
        one.get("servers") for methods in root["paths"].values() for one in methods.values()
    )
    return next((found for found in map(build_servers, declared) if found), ())


def _operations(
    normalized: Normalized, names: OperationNames, around: Surroundings
) -> tuple[Built, list[SkippedOperation], list[Diagnostic]]:
    """Build what can be built: the one place where an operation may fail."""
    built: Built = []
    skipped: list[SkippedOperation] = []
    diagnostics: list[Diagnostic] = []
    for path, methods in normalized.root["paths"].items():
        for method, declared in methods.items():
            name = names.of(method, path)
            try:
                operation = build_operation(method, path, declared, name.method, around)
            except CannotBuildError as error:
                diagnostic = _skip(normalized, declared, str(error))
                diagnostics.append(diagnostic)
                skipped.append(_skipped(method, path, declared, diagnostic))
            except UsageError as error:
                raise named(error, around.corrections.get((method, path))) from error
            else:
                built.append((name.resource, operation))
    return built, skipped, diagnostics


def _skip(normalized: Normalized, declared: dict[str, Any], problem: str) -> Diagnostic:
    place = normalized.document.locate(declared[POINTER])
    return Diagnostic(kind="skip", place=place, problem=problem, consequence="operation left out")


def _skipped(
    method: str, path: str, declared: dict[str, Any], diagnostic: Diagnostic
) -> SkippedOperation:
    return SkippedOperation(
        operation_id=declared["operationId"],
        method=method.upper(),
        path=path,
        where=diagnostic.place.location,
        reason=diagnostic.problem,
    )


def _lifted(
    operations: Sequence[Operation], wanted: Sequence[str], prefix: str
) -> tuple[LiftedParameter, ...]:
    return tuple(_lift(operations, name, prefix) for name in wanted)


def _lift(operations: Sequence[Operation], name: str, prefix: str) -> LiftedParameter:
    found = [
        parameter
        for operation in operations
        for parameter in operation.parameters
        if name in (parameter.python_name, parameter.wire_name)
    ]
    if not found:
        raise UsageError(f"lift: no operation has a parameter {name}; nothing was generated")
    return LiftedParameter(
        python_name=found[0].python_name,
        type=found[0].type,
        environment_variable=environment_variable(prefix, found[0].python_name),
        description=next((one.description for one in found if one.description), ""),
    )


def _numbered(normalized: Normalized, names: OperationNames) -> list[Diagnostic]:
    return [
        _note(normalized, key, name)
        for key, name in names.by_operation.items()
        if key in names.numbered
    ]


def _note(normalized: Normalized, key: str, name: OperationName) -> Diagnostic:
    method, _, path = key.partition(" ")
    declared = normalized.root["paths"][path][method.lower()]
    return Diagnostic(
        kind="note",
        place=normalized.document.locate(declared[POINTER]),
        problem="only a number tells the operation's name from another",
        consequence=f"called {name.call}",
    )
