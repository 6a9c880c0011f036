"""What a run is asked for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from generator.render.examples import called, calls
from generator.render.manifest import Provenance
from generator.render.pages import pages_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Diagnostic
    from generator.ir.client import Client, SkippedOperation
    from generator.models import ModelPackage
    from generator.normalize import Normalized
    from generator.write import WriteResult
    from generator.write.compare import Change

FAILS_STRICTLY = ("violation", "repair", "skip")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How to run: only compare, fail on any diagnostic, overwrite edited files."""

    check: bool = False
    strict: bool = False
    force: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class RunResult:
    """What became of one client; `files` is None where `strict` ended the run before writing."""

    client: str
    operations: int
    """Operations of the document."""
    skipped: tuple[SkippedOperation, ...]
    schemas: int
    """Components of the normalized document."""
    models: int
    diagnostics: tuple[Diagnostic, ...]
    seconds: Mapping[str, float]
    paged: Mapping[str, Mapping[str, Any]]
    """How the lists that come page by page go on, by their calls."""
    files: WriteResult | None = None
    names_change: Change | None = None
    """What became of the name lock, where it differs."""

    @property
    def generated(self) -> int:
        """Operations that the client has."""
        return self.operations - len(self.skipped)

    @property
    def fails_strictly(self) -> bool:
        """Tell whether a strict run ends here."""
        return any(found.kind in FAILS_STRICTLY for found in self.diagnostics)

    def with_files(self, files: WriteResult, names_change: Change | None) -> RunResult:
        """Add what became of the files."""
        return replace(self, files=files, names_change=names_change)


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What the stages before rendering make of a document."""

    normalized: Normalized
    built: Client
    models: ModelPackage
    diagnostics: tuple[Diagnostic, ...]


def result_of(client: str, made: Made, seconds: Mapping[str, float]) -> RunResult:
    """Sum up a run before anything is written."""
    skipped, models = made.built.skipped, made.models
    return RunResult(
        client=client,
        operations=len(list(calls(made.built))) + len(skipped),
        skipped=skipped,
        schemas=len(models.modules),
        models=len(models.modules) - len(models.diagnostics),
        diagnostics=made.diagnostics,
        seconds=seconds,
        paged={
            called((resource, operation)): pages_facts(operation.pagination)
            for resource, operation in calls(made.built)
            if operation.pagination is not None
        },
    )


def provenance(made: Made) -> Provenance:
    """Say what a client is made from; a document outside the project is named without its folder."""
    document = made.normalized.document
    path = PurePath(document.name)
    return Provenance(
        generator_version=version("clientwright"),
        spec_path=path.name if path.is_absolute() or ".." in path.parts else path.as_posix(),
        spec_sha256=document.sha256,
        overlay_sha256=document.overlay_sha256,
        spec_title=str(made.normalized.root["info"].get("title", "")),
        models=made.normalized.places,
        renamed_models=made.models.renamed,
    )
