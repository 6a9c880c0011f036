"""One run for one client, whole: every stage in its order, data flowing one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build import build
from generator.format import format_files, remember
from generator.load import load, read
from generator.models import write_models
from generator.names.lock import lock_text, read_lock
from generator.normalize import locked_names, normalize
from generator.overlay import apply_overlay
from generator.progress import Stages
from generator.render import render
from generator.render.environment import templates_folder
from generator.render.manifest import NAME, manifest
from generator.runs import provenance, result_of
from generator.select import select
from generator.validate import validate
from generator.write import staged, write

if TYPE_CHECKING:
    from generator.config import ClientConfig
    from generator.runs import Options, RunResult


def run(client: ClientConfig, options: Options) -> RunResult:
    """Generate one client, or only compare; nothing is written unless every stage succeeds."""
    stage = Stages(client.name)
    with stage("load"):
        published = load(client.spec, allow=client.allow)
        lock = read_lock(client.names, name=client.names.as_posix())
    with stage("overlay"):
        whole = apply_overlay(published, read(client.overlay)) if client.overlay else published
        document = select(whole, client.include, client.exclude)
    with stage("validate"):
        violations = validate(document)
    with stage("normalize"):
        normalized = normalize(document, lock)
    with stage("build"):
        built, skips = build(normalized, package=client.name, settings=client)
    with stage("models"):
        models = write_models(normalized, templates_folder() / "models")
    diagnostics = (*violations, *normalized.diagnostics, *skips, *models.diagnostics)
    result = result_of(client.name, built, models, diagnostics, stage.seconds)
    if options.strict and result.fails_strictly:
        return result
    with stage("render"):
        texts = render(built, models)
    with stage("format"):
        formatted = format_files(texts, output=client.output, memory=client.memory)
        names = lock_text(locked_names(normalized, lock)).encode()
        files = {**formatted, **client.own_names(names)}
        files[NAME] = manifest(built, provenance(normalized, models), files)
    with stage("write"), staged(client.apart_names, names, check=options.check) as names_change:
        written = write(files, client.output, check=options.check, force=options.force)
    if not options.check:
        remember(client.memory, texts, formatted)
    return result.with_files(written, names_change)
