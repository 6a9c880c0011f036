"""The page of a comparison works in a browser, from its file, for everybody."""

from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.support.expected import TESTS

HERE = TESTS / "diff" / "page"
FOLDER = TESTS.parent / ".cache" / "browser"
PACKAGES = ("playwright-core@1.65.1", "axe-core@4.14.1")
OLD = """\
openapi: 3.1.0
info: {title: "</title><script>alert(1)</script>", version: "1\\u202e"}
servers: [{url: https://pets.example}]
paths:
  /pets:
    get:
      operationId: pets_list
      tags: [pets]
      parameters: [{name: limit, in: query, schema: {type: string, default: "<img src=x onerror=alert(2)>"}}]
      responses: {200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
    delete:
      operationId: pets_clear
      tags: [pets]
      responses: {204: {description: gone}}
components:
  schemas:
    Pet: {type: object, properties: {id: {type: string}, kind: {type: string, enum: ["</code><script>alert(3)</script>", b]}}}
"""


@pytest.fixture(scope="module")
def browser() -> str:
    """Return where Chromium is; playwright-core and axe-core are installed once for all processes."""
    found = shutil.which("chromium")
    missing = [name for name in ("chromium", "node", "npm") if shutil.which(name) is None]
    if found is None or missing:
        pytest.skip(f"pages are looked at in Chromium, and there is no {' and no '.join(missing)}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = FOLDER / "installed"
        if not stamp.exists() or stamp.read_text("utf-8") != " ".join(PACKAGES):
            command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(FOLDER)]
            subprocess.run([*command, *PACKAGES], check=True, capture_output=True)
            stamp.write_text(" ".join(PACKAGES), "utf-8")
    return found


@pytest.fixture(scope="module")
def seen(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return what was seen of a page with hostile text, opened without network."""
    folder = tmp_path_factory.mktemp("a page & more")
    (folder / "old.yaml").write_text(OLD)
    gone, _, models = OLD.partition("    delete:")
    rest = models.partition("components:")[2].replace(", b]", ", <b>]").replace("{id:", "{name:")
    (folder / "new.yaml").write_text(f"{gone}components:{rest}".replace("(2)", "(4)"))
    page = folder / "page.html"
    documents = [str(folder / name) for name in ("old.yaml", "new.yaml")]
    assert main(["diff", *documents, "--format", "html", "--output", str(page)]) == 0
    command = ["node", str(HERE / "look.cjs"), str(FOLDER), browser, str(page), str(folder)]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return {**json.loads(ran.stdout), "folder": folder}


def test_quiet(seen: Any) -> None:
    """It logs no error, runs nothing of the document's and asks the network for nothing."""
    assert (seen["errors"], seen["requests"]) == ([], [])


def test_filters(seen: Any) -> None:
    """Severity, resource and words choose what is shown, and how much that is is told."""
    total = seen["all"].split()[0]
    assert seen["all"] == f"{total} of {total} changes"
    assert seen["breaking"] == ["models.Pet.id", "pets.clear"]
    assert seen["resource"] == ["pets.clear"]
    assert seen["search"] == ["pets.clear"]
    assert seen["nothing"] == f"0 of {total} changes"


@pytest.mark.parametrize("look", ["wide", "narrow"])
def test_accessible(look: str, seen: Any) -> None:
    """Wide and light or narrow and dark, axe finds no fault, and nothing sticks out."""
    assert seen[look] == {"violations": [], "overflows": False}
    assert (Path(seen["folder"]) / f"{look}.png").stat().st_size > 10_000


def test_links(seen: Any) -> None:
    """Links lead to the lines of the documents beside it."""
    assert "./old.yaml#L11" in seen["links"]
    assert all(link.startswith(("./old.yaml#L", "./new.yaml#L")) for link in seen["links"])
