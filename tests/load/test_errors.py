"""What is no OpenAPI document is refused with file, line, problem and consequence."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from generator.diagnostics import ClientwrightError
from generator.load import load
from tests.support.expected import check_text

ERRORS = Path(__file__).parent / "errors"
NO_CLIENT = "no client can be made from it"
TOO_DEEP = f"nested more than 100 levels deep; {NO_CLIENT}"
SECONDS = 5


def refusal(path: Path) -> str:
    """Load what must be refused, and give the message."""
    with pytest.raises(ClientwrightError) as refused:
        load(path, name=path.name)
    return str(refused.value)


@pytest.mark.parametrize("case", sorted(folder.name for folder in ERRORS.iterdir()))
def test_message(case: str) -> None:
    """A bad document's message is the committed one."""
    folder = ERRORS / case
    (path,) = folder.glob("openapi.*")

    check_text(refusal(path) + "\n", folder / "expected.txt")


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is said not to be there."""
    expected = "openapi.yaml  no such file; nothing can be read from it"

    assert refusal(tmp_path / "openapi.yaml") == expected


def test_folder(tmp_path: Path) -> None:
    """A folder is no document, but may hold one."""
    folder = tmp_path / "specs"
    folder.mkdir()

    assert refusal(folder) == "specs  a folder, not a file; name the document in it"


def test_endless_file() -> None:
    """A file without end is read no further than a document can reach."""
    assert refusal(Path("/dev/zero")) == f"zero  larger than 100 MB; {NO_CLIENT}"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"openapi: 3.1.0\nx: \xff", "2:4  not UTF-8 text", id="not UTF-8"),
        pytest.param(b"\xff\xfeo\x00\xd8", "1:2  not UTF-16-LE text", id="cut UTF-16"),
        pytest.param(
            b"openapi: 3.1.0\nx: \x07", "2:4  not valid YAML: a control character", id="bell"
        ),
        pytest.param(
            b"openapi: 3.1.0\nx: \xc3\xa9\x00", "2:5  not valid YAML: a control character", id="NUL"
        ),
    ],
)
def test_bytes_that_are_no_text(data: bytes, expected: str, tmp_path: Path) -> None:
    """Bytes that are no text are refused where they stand."""
    path = tmp_path / "openapi.yaml"
    path.write_bytes(data)

    assert refusal(path) == f"openapi.yaml:{expected}; {NO_CLIENT}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("openapi: 3.1.0\nx: " + "[" * 500 + "]" * 500, "2:103", id="flow"),
        pytest.param("openapi: 3.1.0\nx: " + "{a: " * 100_000, "2:400", id="flow mappings"),
        pytest.param("openapi: 3.1.0\nx:\n" + "- " * 10_000, "3:199", id="block"),
        pytest.param(
            '{"openapi": "3.1.0", "x": ' + "[" * 500 + "]" * 500 + "}", "1:126", id="JSON"
        ),
        pytest.param('{"x": ' + "[" * 10_000 + "]" * 10_000 + "}", "1:106", id="deep JSON"),
        pytest.param("[" * 100_000, "1:101", id="only brackets"),
    ],
)
def test_deep_nesting(text: str, place: str, tmp_path: Path) -> None:
    """Nesting beyond all documents is refused in little time, however deep."""
    path = tmp_path / "openapi.yaml"
    path.write_text(text, encoding="utf-8")
    start = time.monotonic()

    assert refusal(path) == f"openapi.yaml:{place}  {TOO_DEEP}"
    assert time.monotonic() - start < SECONDS


def test_nesting_deeper_than_the_parser_goes(tmp_path: Path) -> None:
    """Where libyaml gives up before we do, as newer ones do, the message is as clear."""
    path = tmp_path / "openapi.yaml"
    path.write_text("openapi: 3.1.0\nx: " + "[" * 10_000 + "]" * 10_000, encoding="utf-8")
    start = time.monotonic()

    assert re.fullmatch(
        r"openapi\.yaml:2:10+3  (not valid YAML: )?nested .+ deep; no client can be made from it",
        refusal(path),
    )
    assert time.monotonic() - start < SECONDS


def test_unreadable_file(tmp_path: Path) -> None:
    """A file that the system does not let us read is named with the system's reason."""
    path = tmp_path / "openapi.yaml"
    path.symlink_to(path)

    assert refusal(path).startswith("openapi.yaml  unreadable (Too many levels of symbolic links)")
