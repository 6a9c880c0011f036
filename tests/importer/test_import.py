"""A vendor's document is taken out of its page, byte for byte, and put where it belongs."""

from __future__ import annotations

import hashlib
import io
import urllib.request
from email.message import Message
from pathlib import Path
from urllib.response import addinfourl

import pytest

from generator.diagnostics import ClientwrightError
from generator.importer import import_source
from generator.importer.sources import fetch
from tests.support.expected import SHARED

REPOSITORY = Path(__file__).parents[2]
SEEDS = SHARED / "seeds"
DOCUMENT = (
    b"openapi: 3.1.0\r\ninfo: {title: Acme, version: 1.0.0}\r\nx-tab: 'a\tb \xc3\xa9'\r\n\r\n"
)
OTHER = b"openapi: 3.1.0\ninfo: {title: Acme, version: 2.0.0}\n"
JSON = b'{"openapi": "3.1.0", "info": {"title": "Acme", "version": "1.0.0"}}\n'
NOT_SAFE = "not an https URL, so anyone on the way could change it; nothing was imported"
PAGES = {
    "yaml": b"# Run\r\n\r\n## OpenAPI Specification\r\n\r\n```yaml\r\n%b```\r\n\r\n```python\r\n```\r\n",
    "yaml with its path": b"# Run\n\n````yaml /openapi.json post /runs/{id}\n%b````",
    "json": b"# Run\n\n```json POST /runs\n%b```\n",
    "tildes": b"~~~ YAML\n%b~~~\n",
    "among others": b"```yaml\nkey: value\n```\n```yml\n%b```\n```json\n[]\n```\n",
    "the file itself": b"%b",
}


@pytest.fixture(name="target")
def target_path(tmp_path: Path) -> Path:
    """Name the file that an import writes; its folder is not there yet."""
    return tmp_path / "specs" / "acme" / "openapi.yaml"


def page_with(tmp_path: Path, data: bytes) -> str:
    """Write a page and give its name."""
    path = tmp_path / "page.md"
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize("kind", PAGES)
def test_bytes_are_the_vendors(kind: str, tmp_path: Path, target: Path) -> None:
    """What stands between the fences is written without a changed byte, line ends included."""
    import_source(page_with(tmp_path, PAGES[kind].replace(b"%b", DOCUMENT)), target)

    assert target.read_bytes() == DOCUMENT


def test_shorter_fences_inside_belong_to_the_document(tmp_path: Path, target: Path) -> None:
    """A document may show code in fences that are shorter than its own, or indented."""
    inner = OTHER + b"x-code: |\n  ```yaml\n  openapi: 3.0.0\n  ```\n"
    import_source(page_with(tmp_path, b"````yaml\n" + inner + b"````\n"), target)

    assert target.read_bytes() == inner


def test_json_keeps_its_bytes(tmp_path: Path, target: Path) -> None:
    """JSON is written as it is: it is YAML, too."""
    import_source(page_with(tmp_path, JSON), target)

    assert target.read_bytes() == JSON


def test_first_import_is_told(tmp_path: Path, target: Path) -> None:
    """An import says which document it has written."""
    source = page_with(tmp_path, OTHER)
    imported = import_source(source, target)
    digest = hashlib.sha256(OTHER).hexdigest()

    assert imported.new.sha256 == digest
    assert str(imported) == (
        f"{target.as_posix()}: Acme 2.0.0 (sha256 {digest[:12]}), from {source}"
    )


def test_replacement_is_told(tmp_path: Path, target: Path) -> None:
    """An import says what it has replaced."""
    import_source(page_with(tmp_path, JSON), target)
    source = page_with(tmp_path, OTHER)
    old, new = (hashlib.sha256(data).hexdigest()[:12] for data in (JSON, OTHER))

    assert str(import_source(source, target)) == (
        f"{target.as_posix()}: Acme 1.0.0 (sha256 {old}) → Acme 2.0.0 (sha256 {new}), from {source}"
    )
    assert target.read_bytes() == OTHER


def test_same_document_is_not_written_again(tmp_path: Path, target: Path) -> None:
    """A document that is there already is left alone."""
    source = page_with(tmp_path, OTHER)
    import_source(source, target)
    before = target.stat().st_mtime_ns

    assert str(import_source(source, target)).endswith(", unchanged")
    assert target.stat().st_mtime_ns == before


def test_broken_target_is_replaced(tmp_path: Path, target: Path) -> None:
    """What stands in the target need not be readable."""
    target.parent.mkdir(parents=True)
    target.write_text("- broken", encoding="utf-8")

    assert import_source(page_with(tmp_path, OTHER), target).old is None


def test_nothing_else_is_left_behind(tmp_path: Path, target: Path) -> None:
    """Beside the document an import leaves no file."""
    import_source(page_with(tmp_path, OTHER), target)

    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            b"# Acme\n\n```python\nimport acme\n```\n",
            "  no fenced YAML or JSON block of this page holds an OpenAPI document; "
            "no client can be made from it",
            id="no fence",
        ),
        pytest.param(
            b"```yaml\nopenapi: 3.1.0\n```\n```yaml\nopenapi: 3.0.0\n```\n",
            "  this page has several fenced OpenAPI documents, on lines 1, 4; "
            "put the one to use in a file of its own",
            id="several fences",
        ),
        pytest.param(
            b"# Acme\n```yaml\nopenapi: 3.1.0\n",
            ":2:1  the fence around the OpenAPI document is never closed; "
            "the page may be cut off, so nothing is taken from it",
            id="cut off",
        ),
        pytest.param(
            b"# Acme\n\n```yaml\nopenapi: [\n```\n",
            ":5:1  not valid YAML: a value is missing; no client can be made from it",
            id="broken YAML",
        ),
        pytest.param(
            b"# Acme\n\n```yaml\nswagger: '2.0'\n```\n",
            ":4:1  Swagger 2.0, an older format; "
            "convert it to OpenAPI 3 first, for example with `npx swagger2openapi`",
            id="Swagger",
        ),
        pytest.param(
            b"Acme is down for maintenance\n",
            ":1:1  a text at the top, where a mapping must be; no client can be made from it",
            id="some text",
        ),
    ],
)
def test_refusal(data: bytes, expected: str, tmp_path: Path, target: Path) -> None:
    """A source without exactly one OpenAPI document is refused, and nothing is written."""
    source = page_with(tmp_path, data)
    with pytest.raises(ClientwrightError) as refused:
        import_source(source, target)

    assert str(refused.value) == source + expected
    assert not target.parent.exists()


def test_target_that_cannot_be_written(tmp_path: Path) -> None:
    """Where the target cannot be written, the message says so and nothing is left behind."""
    (tmp_path / "specs").write_text("a file, not a folder", encoding="utf-8")
    target = tmp_path / "specs" / "openapi.yaml"
    source = page_with(tmp_path, OTHER)
    with pytest.raises(ClientwrightError) as refused:
        import_source(source, target)

    assert str(refused.value) == (
        f"{target.as_posix()}  cannot be written (File exists); nothing was imported"
    )


@pytest.mark.skipif(not SEEDS.exists(), reason=f"there is no {SEEDS}")
@pytest.mark.parametrize(
    ("client", "page", "opening", "closing"),
    [
        ("vapi", "000_c76bb130fce73ceb.txt", b"\n```yaml\n", b"```\n\n## SDK Code Examples"),
        ("langsmith", "002_70a37df3d483d53d.txt", b"/insights\n", b"````"),
    ],
)
def test_committed_documents_are_the_vendors(
    client: str, page: str, opening: bytes, closing: bytes
) -> None:
    """The documents of this repository are what the vendors' pages hold, byte for byte."""
    _, _, rest = (SEEDS / page).read_bytes().partition(opening)
    fenced, _, _ = rest.partition(closing)

    assert (REPOSITORY / "specs" / client / "openapi.yaml").read_bytes() == fenced


class CannedServer(urllib.request.HTTPSHandler):
    """Answers https requests from a table, without a network."""

    def __init__(self, answers: dict[str, tuple[int, bytes, str]]) -> None:
        super().__init__()
        self.answers = answers

    def https_open(self, req: urllib.request.Request) -> addinfourl:  # type: ignore[override]
        """Answer as the table says; the third entry is where to go on."""
        status, body, location = self.answers[req.full_url]
        headers = Message()
        headers["Location"] = location
        response = addinfourl(io.BytesIO(body), headers, req.full_url, status)
        response.msg = "Moved" if location else "Gone"  # type: ignore[attr-defined]
        return response


def test_url_is_fetched() -> None:
    """A URL gives the server's bytes; redirects to https are followed."""
    server = CannedServer(
        {
            "https://acme.example/docs": (302, b"", "https://acme.example/docs.md"),
            "https://acme.example/docs.md": (200, DOCUMENT, ""),
        }
    )

    assert fetch("https://acme.example/docs", server) == DOCUMENT


@pytest.mark.parametrize(
    ("url", "answer", "expected"),
    [
        ("http://acme.example", (200, b"", ""), f"http://acme.example  {NOT_SAFE}"),
        (
            "https://acme.example",
            (302, b"", "http://acme.example/docs"),
            f"http://acme.example/docs  {NOT_SAFE}",
        ),
        (
            "https://acme.example",
            (410, b"", ""),
            "https://acme.example  the server answered 410 Gone; nothing was imported",
        ),
    ],
)
def test_url_that_is_refused(url: str, answer: tuple[int, bytes, str], expected: str) -> None:
    """Only what comes over https, with a good status, is taken."""
    with pytest.raises(ClientwrightError) as refused:
        fetch(url, CannedServer({url: answer}))

    assert str(refused.value) == expected


def test_server_that_does_not_answer() -> None:
    """A server that cannot be reached is named with the system's reason."""
    with pytest.raises(ClientwrightError) as refused:
        fetch("https://127.0.0.1:1/docs")

    assert str(refused.value).startswith("https://127.0.0.1:1/docs  no answer (")


def test_address_that_is_a_source_is_fetched(target: Path) -> None:
    """A source with a scheme is never taken for a file."""
    with pytest.raises(ClientwrightError) as refused:
        import_source("ftp://acme.example/openapi.yaml", target)

    assert "not an https URL" in str(refused.value)
