"""What people type, what they read, and how the command ends."""

from __future__ import annotations

import json
import sys
from io import StringIO
from subprocess import run as run_process
from typing import TYPE_CHECKING

import pytest

from generator.progress import Stages
from tests.cli.conftest import SPEC, Ran

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., Ran]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder but the memory of the formatter."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.as_posix(): path.read_bytes() for path in files}


def test_generate_writes_the_configured_clients(project: Path, command: Command) -> None:
    """`generate` writes each configured client and says in a line what came of it."""
    ran = command("generate")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("pets: 1 of 1 operations, 1 model; ")
    assert ran.out.endswith(" written, 0 unchanged, 0 removed\n")
    assert (project / "generated" / "pets" / "client.py").is_file()


def test_second_run_writes_nothing(project: Path, command: Command) -> None:
    """A second run leaves every file as it is, and says so."""
    command("generate")
    before = {path: path.stat().st_mtime_ns for path in (project / "generated").rglob("*")}
    assert "; 0 written, " in command("generate", "pets").out
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_generate_without_configuration(project: Path, command: Command) -> None:
    """One document becomes a client in a folder, which names it."""
    (project / "clientwright.toml").unlink()
    ran = command("generate", "--spec", "specs/pets/openapi.yaml", "--output", "src/shop")
    assert (ran.code, ran.out.split(":")[0]) == (0, "shop")
    assert "class PetShopClient" in (project / "src" / "shop" / "client.py").read_text()


def test_check_of_what_is_right(project: Path, command: Command) -> None:
    """`--check` ends with 0 where the output is what it should be."""
    command("generate")
    before = snapshot(project)
    ran = command("generate", "--check")
    assert (ran.code, ran.out) == (0, "pets: 1 of 1 operations, 1 model; 0 differences\n")
    assert snapshot(project) == before


def test_check_names_each_difference(project: Path, command: Command) -> None:
    """`--check` ends with 3 and names files that would change, were edited, or are missing."""
    command("generate")
    output = project / "generated" / "pets"
    (output / "client.py").write_text("edited")
    (output / "api.md").unlink()
    (project / "specs" / "pets" / "openapi.yaml").write_text(SPEC.replace("1.0.0", "2.0.0"))
    before = snapshot(project)
    ran = command("generate", "--check")
    assert ran.code == 3
    assert ran.out.splitlines() == [
        "generated/pets/README.md would change",
        "generated/pets/api.md is missing",
        "generated/pets/client.py was edited by hand",
        "generated/pets/manifest.json would change",
        "pets: 1 of 1 operations, 1 model; 4 differences",
    ]
    assert snapshot(project) == before


def test_edited_file_needs_force(project: Path, command: Command) -> None:
    """A file edited by hand stops the run, until `--force` says that the edits may go."""
    command("generate")
    (project / "generated" / "pets" / "client.py").write_text("edited")
    ran = command("generate")
    assert ran.code == 1
    assert ran.err == (
        "clientwright: pets: generated/pets: nothing written, because edits would be lost:\n"
        "  client.py was edited by hand\n"
        "Move them to files of your own, or run again with --force to overwrite them\n"
    )
    assert command("generate", "--force").code == 0


def test_strict_run_writes_nothing(project: Path, command: Command) -> None:
    """`--strict` turns a violation into a failure before anything is written."""
    (project / "specs" / "pets" / "openapi.yaml").write_text(
        SPEC.replace("tags: [pets]", "tags: 1")
    )
    before = snapshot(project)
    ran = command("generate", "--strict")
    assert ran.code == 1
    assert ran.err.startswith("specs/pets/openapi.yaml:8:7  /paths/~1pets~1{id}/get/tags  ")
    assert ran.out.endswith("; nothing written, because of --strict\n")
    assert snapshot(project) == before


def test_report(project: Path, command: Command) -> None:
    """`--report` writes what was generated, repaired and left out, in all and by client."""
    command("generate", "--report", "out/report.json")
    report = json.loads((project / "out" / "report.json").read_text())
    stages = ["load", "overlay", "validate", "normalize", "build", "models", "render", "format"]
    assert list(report.pop("seconds")) == [*stages, "changelog", "write"]
    assert report.pop("clients").keys() == {"pets"}
    written = report["files"].pop("written")
    assert written > 20
    assert report == {
        "operations": {"total": 1, "generated": 1, "skipped": []},
        "schemas": {"total": 1, "generated": 1},
        "repairs": [],
        "violations": [],
        "pagination": [],
        "files": {"unchanged": 0, "removed": 0},
    }


def test_one_client_fails(project: Path, command: Command) -> None:
    """A client that fails ends the run with 1 and does not keep the others from theirs."""
    (project / "clientwright.toml").write_text("[clients.cats]\n[clients.pets]\n")
    ran = command("generate")
    assert ran.code == 1
    assert ran.err.startswith("clientwright: cats: specs/cats/openapi.yaml")
    assert ran.out.startswith("pets: 1 of 1 operations")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["generate", "pet"], "no client 'pet' is configured; the nearest is 'pets'"),
        (["generate", "--spec", "a.yaml"], "--spec FILE and --output DIR go together"),
        (["generate", "pets", "--spec", "a", "--output", "b"], "without CLIENT"),
        (["generate", "--spec", "a", "--output", "a-b"], "'a-b' cannot be a Python package"),
        (["import", "page.md", "--as", "../x"], "'../x' cannot be a Python package"),
        (["import", "page.md"], "the following arguments are required: --as"),
        (["generate", "--dry-run"], "unrecognized arguments: --dry-run"),
        (["explode"], "invalid choice: 'explode'"),
        ([], "the following arguments are required: COMMAND"),
    ],
)
def test_wrong_usage(project: Path, command: Command, arguments: list[str], message: str) -> None:
    """Wrong usage ends with 2 and a message, and changes nothing."""
    before = snapshot(project)
    ran = command(*arguments)
    assert ran.code == 2
    assert message in ran.err
    assert snapshot(project) == before


def test_configuration_that_is_not_understood(project: Path, command: Command) -> None:
    """An unknown key of the configuration is wrong usage; the message has the nearest known one."""
    (project / "clientwright.toml").write_text("[clients.pets]\ntitel = 'x'\n")
    ran = command("generate")
    assert ran.code == 2
    assert "'titel'; the nearest known one is 'title'" in ran.err


@pytest.mark.parametrize(
    "text",
    ["", "{", "- a", "swagger: '2.0'", "a: &a [*a]", "openapi: 3.1.0\nopenapi: 3.1.0", "\x00"],
    ids=["empty", "no YAML", "no mapping", "Swagger 2.0", "cycle", "duplicate key", "binary"],
)
def test_document_that_cannot_be_read(project: Path, command: Command, text: str) -> None:
    """A document that cannot be read ends the run with 1 and its name, without a traceback."""
    (project / "specs" / "pets" / "openapi.yaml").write_text(text)
    before = snapshot(project)
    ran = command("generate")
    assert ran.code == 1
    assert ran.err.startswith("clientwright: pets: specs/pets/openapi.yaml")
    assert "Traceback" not in ran.err
    assert snapshot(project) == before


def test_validate_lists_violations(project: Path, command: Command) -> None:
    """`validate` lists each violation with its line, counts them, and fails."""
    (project / "spec.yaml").write_text(SPEC.replace("tags: [pets]", "tags: 1"))
    ran = command("validate", "spec.yaml")
    assert ran.code == 1
    assert ran.err.startswith("spec.yaml:8:7  /paths/~1pets~1{id}/get/tags  ")
    assert ran.out.startswith("spec.yaml: 1 violation, ")


def test_validate_passes_what_is_right(project: Path, command: Command) -> None:
    """`validate` ends with 0 where nothing is wrong."""
    ran = command("validate", "specs/pets/openapi.yaml")
    assert ran == Ran(0, "specs/pets/openapi.yaml: 0 violations, 0 repairs\n", "")


def test_import_writes_where_generate_reads(project: Path, command: Command) -> None:
    """`import` takes the document out of a page and writes it, byte for byte, for `generate`."""
    (project / "page.md").write_text(f"# Pets\n\n## OpenAPI Specification\n\n```yaml\n{SPEC}```\n")
    ran = command("import", "page.md", "--as", "dogs")
    assert (ran.code, ran.err) == (0, "")
    assert (project / "specs" / "dogs" / "openapi.yaml").read_text() == SPEC


def test_mistake_of_the_generator(
    project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that nobody foresaw has its traceback, and a hint what to do about it."""
    monkeypatch.setattr("generator.pipeline.build", None)
    ran = command("generate")
    assert ran.code == 1
    assert "Traceback" in ran.err
    assert ran.err.endswith("please report it with the lines above\n")


def test_terminal_is_not_steered(project: Path, command: Command) -> None:
    """Nothing in a document can send control sequences to a terminal."""
    odd = SPEC.replace("tags: [pets]", 'tags: "\\e[31m\\u202e"')
    (project / "spec.yaml").write_text(odd)
    ran = command("validate", "spec.yaml")
    assert set(ran.err + ran.out).isdisjoint("\x1b\u202e")


@pytest.mark.parametrize("arguments", [[], ["generate"], ["validate"], ["import"]])
def test_help_has_an_example(command: Command, arguments: list[str]) -> None:
    """Every help text has an example."""
    ran = command(*arguments, "--help")
    assert ran.code == 0
    assert f"  clientwright {' '.join(arguments)}" in ran.out.split("example")[1]


def test_module_is_the_command() -> None:
    """`python -m generator` is the command."""
    ran = run_process(
        [sys.executable, "-m", "generator", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("clientwright 0.")


class Terminal(StringIO):
    """A stream that a person watches."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_progress_on_a_terminal() -> None:
    """A stage is shown while it lasts where somebody watches, and measured."""
    terminal = Terminal()
    stage = Stages("pets", terminal)
    with stage("load"):
        assert terminal.getvalue().endswith("pets: load")
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert stage.seconds.keys() == {"load"}


def test_progress_in_a_pipe() -> None:
    """Nothing is shown where nobody watches."""
    pipe = StringIO()
    with Stages("pets", pipe)("load"):
        assert pipe.getvalue() == ""
