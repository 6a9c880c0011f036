"""Tags and schemas that are called like what the modules of a client import or define."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.generation import generate
from tests.support.mypy import said_by_mypy

SCRIPT = """\
from tags import AsyncTagsClient, TagsClient

client = TagsClient(token="t")
client.tags_client.i()
client.a_with_raw_response.n()
print(client.client.list_a())
print(client.with_raw_response.a.o().headers)
print(client.lists.acl().a, client.lists.dns()[0], client.lists.uuid().hex)
print(client.lists.put_final(body=[]).a, client.lists.put_models(body=[{"a": ""}]).a)
print(client.lists.put_not_given(body=[], p="x").a)
print(AsyncTagsClient(token="t").pages.list_b())
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the client of the document."""
    document = Path(__file__).with_name("document.yaml")
    return generate(document, tmp_path_factory.mktemp("tags") / "tags")


def test_names_like_imports(package: Path) -> None:
    """Classes of tags, schemas and operations hide nothing of the client, whatever they are called."""
    script = package.parent / "script.py"
    script.write_text(SCRIPT)
    assert said_by_mypy(script, package) == ""
