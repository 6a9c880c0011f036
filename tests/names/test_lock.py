"""`names.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import ClientwrightError
from generator.names.lock import NameLock
from generator.names.lock_file import lock_text, read_lock

if TYPE_CHECKING:
    from pathlib import Path


def test_missing_file_has_no_names(tmp_path: Path) -> None:
    """A client without a file has had no names yet."""
    assert read_lock(tmp_path / "names.json", name="names.json") == NameLock()


def test_round_trip(tmp_path: Path) -> None:
    """What is written is read again."""
    lock = NameLock(
        operations={"POST /b": "b.create"},
        schemas={"#/components/schemas/B": "B"},
        former={"2": {"b.make": "POST /b", "A": "#/components/schemas/B"}},
        contents={"POST /b": "0123456789"},
    )
    (tmp_path / "names.json").write_text(lock_text(lock), encoding="utf-8")
    assert read_lock(tmp_path / "names.json", name="names.json") == lock


def test_text_is_sorted() -> None:
    """The text does not depend on the order in which names were given."""
    names = {"POST /b": "b.create", "GET /a": "a.list"}
    backwards = dict(reversed(names.items()))
    assert lock_text(NameLock(operations=names)) == lock_text(NameLock(operations=backwards))


def test_file_of_an_older_version(tmp_path: Path) -> None:
    """A file that knows of no former names and no contents is read, too."""
    (tmp_path / "names.json").write_text('{"names": 1, "operations": {"GET /a": "a.list"}}')
    expected = NameLock(operations={"GET /a": "a.list"})
    assert read_lock(tmp_path / "names.json", name="names.json") == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "names.json:1:2  not JSON"),
        ("[]", 'names.json  `"names": 1` is missing'),
        ('{"names": 2}', "names.json  /names  version 2 is not 1"),
        ('{"names": 1, "methods": {}}', "names.json  /methods  an unknown key"),
        ('{"names": 1, "schemas": []}', "names.json  /schemas  not an object"),
        ('{"names": 1, "schemas": {"#/A": 1}}', "names.json  /schemas/#/A  not a string"),
        ('{"names": 1, "schemas": {"A": "A"}}', "/schemas/A  not a key of this part"),
        ('{"names": 1, "schemas": {"#/A": "a.B"}}', "/schemas/#/A  'a.B' is no name in Python"),
        ('{"names": 1, "schemas": {"#/A": "../b"}}', "/schemas/#/A  '../b' is no name in Python"),
        ('{"names": 1, "schemas": {"#/A": "_A"}}', "/schemas/#/A  '_A' is no name in Python"),
        ('{"names": 1, "schemas": {"#/A": "ﬁle"}}', "/schemas/#/A  'ﬁle' is no name in Python"),
        (
            '{"names": 1, "schemas": {"#/A": "Any"}}',
            "/schemas/#/A  'Any' means something else in generated modules",
        ),
        ('{"names": 1, "operations": {"/a": "a.b"}}', "/operations//a  not a key of this part"),
        (
            '{"names": 1, "operations": {"GET /a": "a"}}',
            "/operations/GET /a  'a' names no resource",
        ),
        (
            '{"names": 1, "operations": {"GET /a": "a.property"}}',
            "/operations/GET /a  'a.property' would hide property",
        ),
        (
            '{"names": 1, "operations": {"GET /a": "timeout.get"}}',
            "/operations/GET /a  'timeout.get' would hide timeout",
        ),
        (
            '{"names": 1, "operations": {"GET /a": "a.b", "GET /a": "a.c"}}',
            "/operations/GET /a  stands twice",
        ),
        ('{"names": 1, "former": {"x": {}}}', "/former/x  not a key of this part"),
        ('{"names": 1, "former": {"1": {"A": "GET /a"}}}', "/former/1/A/GET /a  not a key of"),
        ('{"names": 1, "former": {"1": {"A B": "#/a"}}}', "/former/1/A B  is no name in Python"),
        ('{"names": 1, "contents": {"#/a": []}}', "/contents/#/a  not a string"),
    ],
)
def test_malformed(tmp_path: Path, text: str, message: str) -> None:
    """A file that cannot be read says where and why."""
    (tmp_path / "names.json").write_text(text, encoding="utf-8")
    with pytest.raises(ClientwrightError) as raised:
        read_lock(tmp_path / "names.json", name="names.json")
    assert message in str(raised.value)
