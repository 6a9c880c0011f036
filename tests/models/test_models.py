"""Each folder holds a document and the model modules that it must become."""

from __future__ import annotations

import ast
import importlib
import sys
from typing import TYPE_CHECKING, Any

import black
import pytest
from pydantic import TypeAdapter

from generator.load import load
from generator.models import ModelPackage, write_models
from generator.models.engine import run_engine
from generator.names.lock import NameLock
from generator.normalize import normalize
from generator.render.environment import templates_folder
from tests.support.expected import TESTS, check_text, feature_folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from generator.models.engine_document import EngineDocument

AREA = TESTS / "models"
ALLOWED_CALLS = {"TypeAliasType", "Field"}


def written(folder: str) -> ModelPackage:
    """Write the models of a folder's document."""
    (path,) = (AREA / folder).glob("document.*")
    normalized = normalize(load(path), NameLock())
    return write_models(normalized, templates_folder() / "models")


def formatted(source: str) -> str:
    """Format as the output is."""
    return black.format_str(source, mode=black.Mode(line_length=100))


@pytest.fixture
def kinds(tmp_path: Path) -> Iterator[ModuleType]:
    """Import the models of `kinds` as one module."""
    package = tmp_path / "kinds_client"
    (package / "models").mkdir(parents=True)
    runtime = templates_folder() / "runtime"
    (package / "_runtime").symlink_to(runtime, target_is_directory=True)
    (package / "__init__.py").touch()
    (package / "models" / "__init__.py").touch()
    models = written("kinds")
    for module, source in models.sources.items():
        (package / "models" / f"{module}.py").write_text(source)
    sys.path.insert(0, str(tmp_path))
    thing = importlib.import_module("kinds_client.models.thing")
    yield thing
    sys.path.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.startswith("kinds_client")]:
        del sys.modules[name]


@pytest.mark.parametrize("folder", feature_folders("models"))
def test_models_are_the_committed_ones(folder: str) -> None:
    """A document's components become the committed modules."""
    for module, source in written(folder).sources.items():
        check_text(formatted(source), AREA / folder / "expected" / f"{module}.py")


@pytest.mark.parametrize("folder", feature_folders("models"))
def test_no_committed_module_is_left_over(folder: str) -> None:
    """The committed modules are all that is written."""
    expected = {path.stem for path in (AREA / folder / "expected").glob("*.py")}
    assert expected == set(written(folder).sources)


def test_hostile_text_calls_nothing() -> None:
    """Whatever a document says, its models call nothing but what the templates call."""
    trees = [ast.parse(source) for source in written("hostile").sources.values()]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    calls = {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
    assert calls <= ALLOWED_CALLS


def test_same_document_gives_the_same_bytes() -> None:
    """Two runs over one document write the same text."""
    assert written("kinds").sources == written("kinds").sources


def test_unknown_fields_values_and_members_survive(kinds: ModuleType) -> None:
    """What the document does not know is kept through a round trip, under its wire names."""
    sent: dict[str, Any] = {
        "id": 1,
        "createdAt": "2026-01-02T03:04:05Z",
        "color": "ultraviolet",
        "part": {"kind": "sail", "area": 7},
        "new": {"deep": [1, 2]},
    }
    thing = kinds.Thing.model_validate(sent)
    assert thing.model_dump(mode="json", by_alias=True, exclude_unset=True) == sent


@pytest.mark.parametrize(
    ("kind", "expected"), [("wheel", "Wheel"), ("door", "Door"), ("sail", "dict")]
)
def test_discriminator_chooses_the_member(kinds: ModuleType, kind: str, expected: str) -> None:
    """A discriminator's value decides the class; an unknown one gives the plain object."""
    part = TypeAdapter(kinds.Part).validate_python({"kind": kind})
    assert type(part).__name__ == expected


def test_python_and_wire_names_both_validate(kinds: ModuleType) -> None:
    """A model takes Python names and wire names."""
    spelled = kinds.Thing(id=1, created_at="2026-01-02T03:04:05Z", class_="x")
    assert spelled == kinds.Thing.model_validate(
        {"id": 1, "createdAt": "2026-01-02T03:04:05Z", "class": "x"}
    )


def test_left_out_differs_from_null(kinds: ModuleType) -> None:
    """Null is sent where it was given, and nothing where nothing was."""
    thing = kinds.Thing(id=1, created_at="2026-01-02T03:04:05Z", born=None)
    sent = thing.model_dump(mode="json", by_alias=True, exclude_unset=True)
    assert (sent["born"], "uid" in sent) == (None, False)


def test_component_that_the_engine_loses_becomes_any_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A component without a model is taken as any value and named with its place."""

    def lossy(document: EngineDocument, templates: Path) -> dict[str, str]:
        modules = run_engine(document, templates)
        return {name: text.replace("class Wheel(", "class Lost(") for name, text in modules.items()}

    monkeypatch.setattr("generator.models.run_engine", lossy)
    package = written("kinds")
    assert 'Wheel = TypeAliasType("Wheel", Any)' in package.sources["part"]
    assert [str(found).partition("  ")[2] for found in package.diagnostics] == [
        "/components/schemas/Wheel  component Wheel has no model of its name; "
        "any value is taken in its place"
    ]
