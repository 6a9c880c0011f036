"""`names.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import ClientwrightError
from generator.names.lock import NameLock, lock_text, read_lock

if TYPE_CHECKING:
    from pathlib import Path


def test_missing_file_has_no_names(tmp_path: Path) -> None:
    """A client without a file has had no names yet."""
    assert read_lock(tmp_path / "names.json", name="names.json") == NameLock()


def test_round_trip(tmp_path: Path) -> None:
    """What is written is read again."""
    lock = NameLock(operations={"POST /b": "b.create"}, schemas={"#/components/schemas/B": "B"})
    (tmp_path / "names.json").write_text(lock_text(lock), encoding="utf-8")
    assert read_lock(tmp_path / "names.json", name="names.json") == lock


def test_text_is_sorted() -> None:
    """The text does not depend on the order in which names were given."""
    names = {"POST /b": "b.create", "GET /a": "a.list"}
    backwards = dict(reversed(names.items()))
    assert lock_text(NameLock(operations=names)) == lock_text(NameLock(operations=backwards))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "names.json:1:2  not JSON"),
        ("[]", 'names.json  `"names": 1` is missing'),
        ('{"names": 2}', "names.json  /names  version 2 is not 1"),
        ('{"names": 1, "methods": {}}', "names.json  /methods  an unknown key"),
        ('{"names": 1, "schemas": []}', "names.json  /schemas  not an object"),
        ('{"names": 1, "schemas": {"A": 1}}', "names.json  /schemas/A  not a string"),
    ],
)
def test_malformed(tmp_path: Path, text: str, message: str) -> None:
    """A file that cannot be read says where and why."""
    (tmp_path / "names.json").write_text(text, encoding="utf-8")
    with pytest.raises(ClientwrightError) as raised:
        read_lock(tmp_path / "names.json", name="names.json")
    assert message in str(raised.value)
