"""The small part of the corpus, and the project's own clients; `make corpus` tries the whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.commands import single_client
from generator.load import load, read
from generator.overlay import apply_overlay
from generator.pipeline import run
from generator.runs import Options
from tests.corpus.documents import CORPUS, ROOT, corpus_document
from tests.corpus.trial import Trial, try_client

SMALL = (
    "museum",
    "petstore3",
    "oas-parameters-style-3.1",
    "qdrant",
    "mistral",
    "posthog-2024",
)
OWN = ("vapi", "langsmith", "posthog")

needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason=f"{CORPUS} is absent")


def generated(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Generate a client in a temporary folder."""
    monkeypatch.chdir(folder)
    document = corpus_document(name)
    run(single_client(document.path, folder / document.package, None), Options())
    return folder / document.package


def overlaid(specs: Path, target: Path) -> Path:
    """Write a client's document with its corrections, which say where two of the APIs are."""
    document, overlay = load(specs / "openapi.yaml"), specs / "overlay.yaml"
    corrected = apply_overlay(document, read(overlay)) if overlay.exists() else document
    target.write_text(json.dumps(corrected.root), encoding="utf-8")
    return target


def agreed(trial: Trial) -> tuple[object, ...]:
    """Sum up a trial, to be compared with that of a client without a fault."""
    faults = (*trial.unimportable, *trial.disagreements, *trial.unmade)
    return (*faults, trial.called, trial.agreed)


@needs_corpus
@pytest.mark.parametrize("name", SMALL)
def test_every_operation_is_called_and_agrees_with_its_document(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Requests are what the document asks for, and whatever it allows as an answer is taken."""
    folder = generated(name, tmp_path, monkeypatch)
    trial = try_client(corpus_document(name).path, folder)
    assert agreed(trial) == (trial.operations, trial.operations)


@needs_corpus
@pytest.mark.parametrize("name", ["museum", "oas-parameters-style-3.1"])
def test_every_awaited_call_agrees_with_its_document(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The asynchronous client sends and takes the same."""
    folder = generated(name, tmp_path, monkeypatch)
    trial = try_client(corpus_document(name).path, folder, is_async=True)
    assert agreed(trial) == (trial.operations, trial.operations)


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", OWN)
def test_the_clients_of_this_project_agree_with_their_documents(
    name: str, is_async: bool, tmp_path: Path  # noqa: FBT001
) -> None:
    """Vapi, LangSmith and PostHog, as they are committed."""
    document = overlaid(ROOT / "specs" / name, tmp_path / "openapi.json")
    folder = ROOT / "generated" / name
    trial = try_client(document, folder, name=f"generated.{name}", is_async=is_async)
    assert agreed(trial) == (trial.operations, trial.operations)
