"""Kill a run at random moments, and see what is left: a program of its own, for it forks.

`python -m tests.kill.moments KIND FOLDER SEED NUMBER` prints a JSON list with an item for each moment:
`old` or `new`, or what is wrong.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from time import perf_counter, sleep

from generator.cli import main
from generator.config import read_config
from generator.pipeline import run
from generator.runs import Options
from generator.write import write
from tests.vendor.conftest import NEXT

Run = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Trial:
    """Two runs, each of which undoes what the other does to a folder, and where they write."""

    there: Run
    back: Run
    folder: Path
    root: Path


DOCUMENT = Path(__file__).parents[1] / "vendor" / "pets.yaml"
CONFIGURATION = '[clients.pets]\ntitle = "PetShop"\n'


def contents(folder: Path) -> dict[str, bytes]:
    """Read all files below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def forked(run: Run) -> int:
    """Start a run in a process of its own, in silence."""
    process = os.fork()
    if process:
        return process
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    try:
        run()
        os._exit(0)
    finally:
        os._exit(1)


def succeeds(run: Run) -> bool:
    """Let a run end by itself."""
    return os.waitstatus_to_exitcode(os.waitpid(forked(run), 0)[1]) == 0


def killed(run: Run, after: float) -> None:
    """Kill a run after some seconds, unless it has ended."""
    process = forked(run)
    sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def around(trial: Trial) -> set[Path]:
    """Name all files outside the client, but caches."""
    files = (path for path in trial.root.rglob("*") if ".cache" not in path.parts)
    return {path for path in files if not path.is_relative_to(trial.folder)}


def tried(trial: Trial, run: Run, after: float) -> str:
    """Kill a run, let the next one end, and tell in which state the folder was in between."""
    beside, before = around(trial), contents(trial.folder)
    killed(run, after)
    left = contents(trial.folder)
    if not succeeds(run):
        return "the next run failed"
    done = contents(trial.folder)
    if around(trial) != beside:
        return "something was left beside the folder"
    if before == done:
        return "the run changed nothing"
    return "old" if left == before else "new" if left == done else "neither old nor new"


def moments(trial: Trial, seed: int, number: int) -> list[str]:
    """Kill runs, forth and back, each at a random part of its time."""
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    seconds = []
    for one in (trial.there, trial.back) * 2:
        start = perf_counter()
        assert succeeds(one)
        seconds.append(perf_counter() - start)
    runs = (trial.there, trial.back) * (number // 2)
    return [tried(trial, one, chance.uniform(0, max(seconds[2:]))) for one in runs]


def projects(folder: Path) -> tuple[Path, Path]:
    """Generate a client in two projects, of which the second has a later document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    later = text
    for old, new in NEXT:
        later = later.replace(old, new)
    return _project(folder / "first", text), _project(folder / "later", later)


def _project(project: Path, document: str) -> Path:
    spec = project / "specs" / "pets" / "openapi.yaml"
    spec.parent.mkdir(parents=True)
    spec.write_text(document, encoding="utf-8")
    (project / "clientwright.toml").write_text(CONFIGURATION)
    with chdir(project):
        run(read_config().clients[0], Options())
    return project


def writing(folder: Path) -> Trial:
    """Kill the stage that writes."""
    root = folder / "out"
    output = root / "pets"
    old, new = (contents(project / "generated" / "pets") for project in projects(folder))
    return Trial(lambda: write(new, output), lambda: write(old, output), output, root)


def generating(folder: Path) -> Trial:
    """Kill `generate` as a whole; its changelog grows from run to run."""
    first, later = projects(folder)
    texts = [
        (project / "specs" / "pets" / "openapi.yaml").read_text() for project in (later, first)
    ]
    os.chdir(first)
    client = read_config().clients[0]

    def of(text: str) -> Run:
        def generate() -> None:
            client.spec.write_text(text)
            run(client, Options())

        return generate

    there, back = map(of, texts)
    return Trial(there, back, client.output, Path())


def vendoring(folder: Path) -> Trial:
    """Kill the update of a copy that was edited."""
    (folder / "app").mkdir()
    (folder / "app" / "pyproject.toml").touch()
    first, later = projects(folder)
    os.chdir(folder / "app")
    copy = Path("src", "pets")

    def of(project: Path) -> Run:
        def vendor() -> None:
            assert main(["vendor", str(project / "generated" / "pets"), "src"]) == 0

        return vendor

    with redirect_stdout(StringIO()):
        of(first)()
    guide = copy / "README.md"
    guide.write_text(guide.read_text() + "\nOurs.\n")
    return Trial(of(later), of(first), copy, Path())


KINDS = {"writing": writing, "generating": generating, "vendoring": vendoring}

if __name__ == "__main__":
    kind, place, *numbers = sys.argv[1:]
    json.dump(moments(KINDS[kind](Path(place)), *map(int, numbers)), sys.stdout)
