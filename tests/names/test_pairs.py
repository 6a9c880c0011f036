"""Two documents of one vendor, months apart: what is still there has the name that it had."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.commands import single_client
from generator.names.lock import NameLock
from generator.pipeline import make
from generator.progress import Stages
from generator.render.manifest import manifest
from generator.runs import provenance
from tests.corpus.documents import CORPUS, INDEX

PAIRS = {"vapi-2026-02": "vapi", "langsmith-2026-05": "langsmith"}
IN_A_LIST = re.compile(r"/\d+(/|$)")

pytestmark = [
    pytest.mark.skipif(not INDEX.exists(), reason=f"the corpus is not at {CORPUS}"),
    pytest.mark.parametrize("old", PAIRS),
]


@dataclass(frozen=True, slots=True)
class Made:
    """The manifest of a client, and the names to keep."""

    manifest: Any
    lock: NameLock

    @property
    def calls(self) -> dict[str, str]:
        """The calls by method and path."""
        return {
            f"{one['method']} {one['path']}": one["call"] for one in self.manifest["operations"]
        }

    @property
    def models(self) -> dict[str, str]:
        """The classes by place; the order of a list says nothing about what stands in it."""
        models: dict[str, str] = self.manifest["models"]
        return {place: name for place, name in models.items() if not IN_A_LIST.search(place)}


def made(name: str, lock: NameLock) -> Made:
    """Make a client in memory, as `generate` does, without its files."""
    client = single_client(CORPUS / name / "openapi.json", Path("vendor"), None)
    result = make(client, lock, Stages(name))
    content = json.loads(manifest(result.built, provenance(result), {}))
    return Made(content, result.normalized.lock)


@cache
def before(old: str) -> Made:
    """The client of the older document."""
    return made(old, NameLock())


@cache
def after(old: str) -> Made:
    """The client of the newer one, made with the names of the older one."""
    return made(PAIRS[old], before(old).lock)


def test_operations_keep_their_calls(old: str) -> None:
    """Every operation that is in both documents has one call."""
    there = before(old).calls.keys() & after(old).calls.keys()

    assert len(there) > 70
    assert {key: after(old).calls[key] for key in there} == {
        key: before(old).calls[key] for key in there
    }


def test_schemas_keep_their_classes(old: str) -> None:
    """Every schema that is in both documents has one class."""
    there = before(old).models.keys() & after(old).models.keys()

    assert len(there) > 700
    assert {key: after(old).models[key] for key in there} == {
        key: before(old).models[key] for key in there
    }


def test_no_name_means_something_else(old: str) -> None:
    """A name of the older client names in the newer one the same content or the end of its path."""
    earlier = {call: key for key, call in before(old).calls.items()}
    later = {call: key for key, call in after(old).calls.items()}

    changed = {call for call in earlier.keys() & later.keys() if earlier[call] != later[call]}
    longer = {call for call in changed if later[call].endswith(earlier[call].partition(" ")[2])}
    assert {call: before(old).lock.contents[earlier[call]] for call in changed - longer} == {
        call: after(old).lock.contents[later[call]] for call in changed - longer
    }


def test_former_names_are_not_given_again(old: str) -> None:
    """A former name is nobody's present one."""
    present = {*after(old).calls.values(), *after(old).manifest["models"].values()}

    assert not present & after(old).lock.former_names.keys()
    assert not present & after(old).manifest["renamed"].keys()
