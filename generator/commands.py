"""What each command does: the stages at work, and what a person reads of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import get_close_matches
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING

from generator.characters import visible_line
from generator.config import ClientConfig, read_config
from generator.diagnostics import ClientwrightError, UsageError
from generator.drift import drift
from generator.fixes import fix_overlay
from generator.importer import import_source
from generator.load import load
from generator.names.lock import NameLock
from generator.normalize import normalize
from generator.pipeline import run
from generator.report import report_text
from generator.select.entries import read_entry
from generator.terminal import count, tell, warn
from generator.validate import validate
from generator.write.single import write_single

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.diagnostics import Diagnostic
    from generator.fixes import FixOverlay
    from generator.runs import Options, RunResult

DONE, FAILED, DRIFT = 0, 1, 3


def generate_clients(clients: Sequence[ClientConfig], options: Options, report: Path | None) -> int:
    """Run the pipeline for each client; a client that fails does not keep the others from theirs."""
    results: list[RunResult] = []
    codes: list[int] = []
    if report:
        # Where no report can be written, that shows before there is work to lose.
        _write_report(report, results)
    for client in clients:
        try:
            results.append(_run(client, options))
        except ClientwrightError as error:
            warn(f"clientwright: {client.name}: {error}")
            codes.append(FAILED)
        else:
            codes.append(_tell(client, results[-1], options))
    if report:
        _write_report(report, results)
    return min(code for code in codes if code) if any(codes) else DONE


def check_clients(clients: Sequence[ClientConfig]) -> int:
    """Say what is not as it should be, of each client; one that fails does not hide the others."""
    codes: list[int] = []
    for client in clients:
        try:
            found = drift(client)
        except ClientwrightError as error:
            warn(f"clientwright: {client.name}: {error}")
            codes.append(FAILED)
        else:
            for one in found:
                tell(visible_line(str(one)))
            tell(f"{client.name}: {count(len(found), 'difference') if found else 'up to date'}")
            codes.append(DRIFT if found else DONE)
    return min((code for code in codes if code), default=DONE)


def _run(client: ClientConfig, options: Options) -> RunResult:
    """Run the pipeline; a document that is too much for it ends this client alone."""
    try:
        return run(client, options)
    except (MemoryError, RecursionError) as error:
        lacking = isinstance(error, MemoryError)
        problem = "too large for the memory" if lacking else "nested too deeply, also by references"
        message = f"{client.spec.as_posix()}  {problem}; nothing written"
        raise ClientwrightError(message) from error


def configured_clients(names: Sequence[str]) -> tuple[ClientConfig, ...]:
    """Return the configured clients of these names, or all."""
    known = {client.name: client for client in read_config().clients}
    for name in names:
        if name not in known:
            nearest = get_close_matches(name, known, n=1, cutoff=0)[0]
            raise UsageError(f"no client {name!r} is configured; the nearest is {nearest!r}")
    return tuple(known[name] for name in (names or known))


def changed_clients(
    clients: Iterable[ClientConfig],
    *,
    include: Sequence[str],
    exclude: Sequence[str],
    allow: Sequence[str],
) -> tuple[ClientConfig, ...]:
    """Return the clients with what the command line says in the place of the configuration."""
    for entry in (*include, *exclude):
        read_entry(entry)
    return tuple(
        replace(
            client,
            include=tuple(include) or client.include,
            exclude=tuple(exclude) or client.exclude,
            allow=(*client.allow, *allow),
        )
        for client in clients
    )


def single_client(spec: Path, output: Path, name: str | None) -> ClientConfig:
    """Return the client of one document, without configuration."""
    package = name or output.absolute().name
    if not package.isidentifier() or iskeyword(package):
        raise UsageError(f"{package!r} cannot be a Python package: give the client a --name")
    return ClientConfig(
        name=package,
        title=None,
        spec=spec,
        overlay=None,
        names=output / "names.json",
        lift=(),
        output=output,
    )


def validate_document(spec: Path, allow: Sequence[str] = (), fixes: Path | None = None) -> int:
    """List violations and repairs of a document; fail where there is a violation.

    With a path for `fixes`, the repairs are written there as an OpenAPI Overlay.
    """
    document = load(spec, allow=tuple(allow))
    found = [*validate(document), *normalize(document, NameLock()).diagnostics]
    _list(found)
    kinds = Counter(diagnostic.kind for diagnostic in found)
    violations, repairs = kinds["violation"], kinds["repair"]
    tell(f"{document.name}: {count(violations, 'violation')}, {count(repairs, 'repair')}")
    if fixes:
        _write_fixes(fixes, fix_overlay(document))
    return FAILED if violations else DONE


def import_document(source: str, client: str) -> int:
    """Copy the document of a page, file or URL to where `generate` looks for it."""
    tell(str(import_source(source, _spec_of(client))))
    return DONE


def _spec_of(client: str) -> Path:
    """Return the place of a client's document; importing may come before configuring."""
    if not client.isidentifier() or iskeyword(client):
        raise UsageError(f"{client!r} cannot be a Python package: choose another name after --as")
    usual = Path("specs", client, "openapi.yaml")
    try:
        config = read_config()
    except UsageError:
        return usual
    configured = (item.spec for item in config.clients if item.name == client)
    return next(configured, config.specs / client / "openapi.yaml")


def _tell(client: ClientConfig, result: RunResult, options: Options) -> int:
    """Say what came of one client and return the exit code for it."""
    _list(result.diagnostics)
    made = f"{client.name}: {result.generated} of {result.operations} operations"
    made = f"{made}, {count(result.models, 'model')}"
    files = result.files
    if files is None:
        tell(f"{made}; nothing written, because of --strict")
        return FAILED
    if not options.check:
        written, unchanged, removed = map(len, (files.written, files.unchanged, files.removed))
        tell(f"{made}; {written} written, {unchanged} unchanged, {removed} removed")
        return DONE
    differences = [
        f"{client.output.as_posix()}/{item.path} {item.meaning}" for item in files.changes
    ]
    if result.names_change:
        differences.append(f"{result.names_change.path} {result.names_change.meaning}")
    for difference in differences:
        tell(difference)
    tell(f"{made}; {count(len(differences), 'difference')}")
    return DRIFT if differences else DONE


def _write_fixes(path: Path, fixes: FixOverlay) -> None:
    """Write an overlay, unless it has no action: such an overlay is none."""
    left = f"{count(len(fixes.left), 'repair')} left to do by hand"
    if not fixes.actions:
        tell(f"{path.as_posix()}: nothing written, because there is nothing to fix; {left}")
        return
    write_single(path, fixes.text.encode())
    tell(f"{path.as_posix()}: {count(len(fixes.actions), 'action')} written; {left}")


def _write_report(path: Path, results: Sequence[RunResult]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report_text(results), encoding="utf-8")
    except OSError as error:
        raise ClientwrightError(f"{path.as_posix()}: {error.strerror}; no report") from error


def _list(diagnostics: Iterable[Diagnostic]) -> None:
    for diagnostic in diagnostics:
        warn(visible_line(str(diagnostic)))
