"""A project with one small document, and the command run inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SPEC = """\
openapi: 3.1.0
info: {title: Pet Shop, version: 1.0.0}
servers: [{url: https://pets.example}]
paths:
  /pets/{id}:
    get:
      operationId: pets_retrieve
      tags: [pets]
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
components:
  schemas:
    Pet:
      type: object
      properties: {name: {type: string}}
"""


class Ran(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a configuration and a document; it is the current one."""
    (tmp_path / "clientwright.toml").write_text('[clients.pets]\ntitle = "PetShop"\n')
    spec = tmp_path / "specs" / "pets" / "openapi.yaml"
    spec.parent.mkdir(parents=True)
    spec.write_text(SPEC)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return a function that runs the command."""

    def run(*arguments: str) -> Ran:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run
