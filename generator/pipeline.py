"""One run for one client, whole: every stage in its order, data flowing one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build import build
from generator.changelog import CHANGELOG, changelog
from generator.format import format_files, remember
from generator.garbage import seldom_collected
from generator.load import load, read
from generator.models import write_models
from generator.names.lock_file import lock_text, read_lock
from generator.normalize import normalize
from generator.overlay import apply_overlay
from generator.progress import Stages
from generator.render import render
from generator.render.environment import templates_folder
from generator.render.manifest import NAME, manifest
from generator.runs import Made, provenance, result_of
from generator.select import select
from generator.validate import validate
from generator.write import staged, write

if TYPE_CHECKING:
    from generator.config import ClientConfig
    from generator.names.lock import NameLock
    from generator.runs import Options, RunResult


@seldom_collected()
def run(client: ClientConfig, options: Options) -> RunResult:
    """Generate one client, or only compare; nothing is written unless every stage succeeds."""
    stage = Stages(client.name)
    lock = read_lock(client.names, name=client.names.as_posix())
    made = make(client, lock, stage)
    result = result_of(client.name, made, stage.seconds)
    if options.strict and result.fails_strictly:
        return result
    with stage("render"):
        texts = render(made.built, made.models)
    with stage("format"):
        formatted = format_files(texts, output=client.output, memory=client.memory)
        names = lock_text(made.normalized.lock).encode()
        files = {**formatted, **client.own_names(names)}
        files[NAME] = manifest(made.built, provenance(made), files)
    with stage("changelog"):
        files[CHANGELOG] = changelog(client.output, files)
    with stage("write"), staged(client.apart_names, names, check=options.check) as names_change:
        written = write(files, client.output, check=options.check, force=options.force)
    if not options.check:
        remember(client.memory, texts, formatted)
    return result.with_files(written, names_change)


def make(client: ClientConfig, lock: NameLock, stage: Stages) -> Made:
    """Make everything of a client but its texts."""
    with stage("load"):
        published = load(client.spec, allow=client.allow)
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
    return Made(normalized=normalized, built=built, models=models, diagnostics=diagnostics)
