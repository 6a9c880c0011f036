"""Each folder holds a client made by hand and files that it must become."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from generator.format import format_files
from generator.render import render
from tests.support.expected import check_text

HERE = Path(__file__).parent
CASES = [
    (folder.parent.name, file)
    for folder in sorted(HERE.glob("*/feature.py"))
    for file in import_module(f"tests.render.{folder.parent.name}.feature").FILES
]


@pytest.mark.parametrize(("folder", "file"), CASES)
def test_client_becomes_the_committed_files(folder: str, file: str, tmp_path: Path) -> None:
    """A client becomes the committed files, formatted."""
    feature = import_module(f"tests.render.{folder}.feature")
    text = render(feature.CLIENT, feature.MODELS)[file]
    formatted = format_files({file: text}, output=tmp_path, memory=tmp_path / "memory")
    check_text(formatted[file].decode(), HERE / folder / "expected" / file)


def test_files_of_every_client() -> None:
    """A client has its modules, documentation, models, a copy of the runtime and the typing marker."""
    feature = import_module("tests.render.sub_resources.feature")
    files = render(feature.CLIENT, feature.MODELS)
    assert [path for path in files if not path.startswith("_runtime/")] == [
        "__init__.py",
        "client.py",
        "raw_responses.py",
        "testing.py",
        "models/__init__.py",
        "models/__init__.pyi",
        "models/_index.py",
        "resources/__init__.py",
        "_operations/__init__.py",
        "resources/pets.py",
        "_operations/pets.py",
        "resources/pets_toys.py",
        "_operations/pets_toys.py",
        "README.md",
        "api.md",
        "py.typed",
        "models/pet.py",
    ]
    assert "_runtime/client.py" in files
