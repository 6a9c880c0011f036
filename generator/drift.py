"""The drift gate: tell whether a client is what its document, its overlay and this generator make.

Each thing that can have changed has a message of its own, and says what to do.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator.load import fingerprint, read
from generator.overlay.actions import NoMatchError
from generator.pipeline import run
from generator.runs import Options
from generator.terminal import count
from generator.write.compare import MANIFEST, recorded_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.config import ClientConfig
    from generator.write import Change

_KEEP = "keep what you need in files of your own, then run `clientwright generate {} --force`"
_FIXES = {
    "edited": _KEEP,
    "foreign": "move it, then run `clientwright generate {}`",
    "missing": "run `clientwright generate {}`",
    "stale": "run `clientwright generate {}`",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Drift:
    """One thing that is not as it should be: where, what, and what to do."""

    place: str
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"{self.place}  {self.problem}; {self.fix}"


def drift(client: ClientConfig) -> tuple[Drift, ...]:
    """Compare a client with what would be generated, and write nothing.

    Raises ClientwrightError where nothing could be generated, for another reason than an overlay whose
    document has moved on.
    """
    generate = f"run `clientwright generate {client.name}`"
    if not recorded_files(client.output):
        output = client.output.as_posix()
        return (Drift(place=output, problem="is not generated yet", fix=generate),)
    try:
        result = run(client, Options(check=True))
    except NoMatchError as error:
        place, _, problem = str(error).partition("  ")
        fix = "correct the action, or remove it if the vendor corrected the document"
        return (Drift(place=place, problem=problem.partition(";")[0], fix=fix),)
    changes = result.files.changes if result.files else ()
    found = [*_causes(client, changes, generate), *_files(client, changes)]
    if result.names_change:
        place = result.names_change.path
        found.append(Drift(place=place, problem="is out of date", fix=f"{generate}, and commit it"))
    return tuple(found)


def _causes(client: ClientConfig, changes: Iterable[Change], generate: str) -> Iterator[Drift]:
    """Yield why the output would be another one."""
    manifest = json.loads((client.output / MANIFEST).read_bytes())
    output = client.output.as_posix()
    causes = [
        Drift(place=place, problem=problem, fix=generate)
        for place, problem in (*_inputs(client, manifest), *_version(output, manifest))
    ]
    outdated = sum(change.kind == "outdated" for change in changes)
    if outdated and not causes:
        problem = (
            f"{count(outdated, 'file')} would change, though document, overlay and version are the same:"
            " so templates or code of clientwright, the configuration or a file that the document"
            " refers to changed"
        )
        causes.append(Drift(place=output, problem=problem, fix=generate))
    yield from causes


def _inputs(client: ClientConfig, manifest: Any) -> Iterator[tuple[str, str]]:
    spec, output = manifest.get("spec", {}), client.output.as_posix()
    if spec.get("sha256") != fingerprint(client.spec):
        yield client.spec.as_posix(), f"changed since {output} was made from it"
    then = spec.get("overlay")
    now = read(client.overlay).sha256 if client.overlay else None
    if then == now:
        return
    place = (client.overlay or client.spec.with_name("overlay.yaml")).as_posix()
    match then, now:
        case None, _:
            yield place, f"is new since {output} was made"
        case _, None:
            yield place, f"is gone since {output} was made with it"
        case _:
            yield place, f"changed since {output} was made with it"


def _version(output: str, manifest: Any) -> Iterator[tuple[str, str]]:
    then, now = manifest.get("generator", {}).get("version"), version("clientwright")
    if then != now:
        yield output, f"was made by clientwright {then}, and this is {now}"


def _files(client: ClientConfig, changes: Iterable[Change]) -> Iterator[Drift]:
    """Yield files that are not what the last run wrote, or not wanted any more."""
    for change in changes:
        if change.kind in _FIXES:
            fix = _FIXES[change.kind].format(client.name)
            place = f"{client.output.as_posix()}/{change.path}"
            yield Drift(place=place, problem=change.meaning, fix=fix)
