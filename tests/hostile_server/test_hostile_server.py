"""A hostile server costs a bounded amount of time and memory, and gives a typed error."""

from __future__ import annotations

import gzip
from itertools import chain, repeat

import pytest

from tests.hostile_server.conftest import Peak, Retrieve
from tests.hostile_server.feeds import LARGEST, MEGABYTE
from tests.hostile_server.servers import CHUNKED, HEAD, NESTED, head, hostile, whole
from tests.resilience.conftest import ENTRY, KEY, Ledger

# httpx2 leaves a generator of httpcore2 to the garbage collector when a body is given up, of which
# trio complains; the connection is closed by then.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Exception ignored in.*PoolByteStream:pytest.PytestUnraisableExceptionWarning"
)

BOMB = gzip.compress(b" " * (64 * MEGABYTE))
CHUNK = b"10000\r\n" + b" " * 65_536 + b"\r\n"


def test_an_endless_body(ledger: Ledger, retrieve: Retrieve, peak: Peak) -> None:
    """A body without end is given up at the largest size, in no more memory than twice that."""
    with (
        hostile(lambda: chain([HEAD + CHUNKED], repeat(CHUNK))) as server,
        pytest.raises(ledger.package.APIConnectionError, match=f"larger than {LARGEST} bytes"),
    ):
        retrieve(server)
    assert peak() < 3 * LARGEST
    assert server.connections == 1


def test_a_gzip_bomb(ledger: Ledger, retrieve: Retrieve, peak: Peak) -> None:
    """A small body that unpacks to 64 MB is given up at the largest size."""
    with (
        hostile(lambda: whole(BOMB, "Content-Encoding: gzip")) as server,
        pytest.raises(ledger.package.APIConnectionError, match="larger than"),
    ):
        retrieve(server)
    assert peak() < 3 * LARGEST


def test_packed_many_times(ledger: Ledger, retrieve: Retrieve) -> None:
    """An answer that says that it is packed a hundred times is refused."""
    coding = f"Content-Encoding: {', '.join(['gzip'] * 100)}"
    with (
        hostile(lambda: whole(b"x", coding)) as server,
        pytest.raises(ledger.package.APIConnectionError),
    ):
        retrieve(server)


def test_what_is_not_packed_as_it_says(ledger: Ledger, retrieve: Retrieve) -> None:
    """A body that cannot be unpacked is named as that, not as a missing answer."""
    with (
        hostile(lambda: whole(b"nothing packed", "Content-Encoding: gzip")) as server,
        pytest.raises(ledger.package.APIConnectionError, match="an answer that cannot be used"),
    ):
        retrieve(server)


def test_endless_headers(ledger: Ledger, retrieve: Retrieve) -> None:
    """Headers without end are given up after about a hundred kilobytes."""
    with (
        hostile(lambda: chain([HEAD], repeat(b"X-More: " + b"x" * 1000 + b"\r\n"))) as server,
        pytest.raises(ledger.package.APIConnectionError),
    ):
        retrieve(server)
    assert server.written < 16 * MEGABYTE


def test_a_slow_drip(ledger: Ledger, retrieve: Retrieve) -> None:
    """A body that comes byte by byte is given up when the time is up."""
    with (
        hostile(lambda: chain([HEAD + CHUNKED], repeat(b"1\r\n \r\n")), pause=0.05) as server,
        pytest.raises(ledger.package.APITimeoutError, match=r"longer than 0\.3 s"),
    ):
        retrieve(server, timeout=0.3)


@pytest.mark.parametrize(
    "body",
    [b'{"id": 1, "amount": "\xff\xfe"}', b"\xff\xfe{}", b'{"id": 1, "amount": NaN}'],
    ids=["text that is no UTF-8", "another encoding", "NaN"],
)
def test_what_is_no_json(ledger: Ledger, retrieve: Retrieve, body: bytes) -> None:
    """Broken UTF-8 and numbers that JSON lacks are answers that do not fit, kept as they came."""
    with (
        hostile(lambda: whole(body)) as server,
        pytest.raises(ledger.package.APIResponseValidationError) as caught,
    ):
        retrieve(server)
    assert caught.value.response.content == body


@pytest.mark.parametrize("mode", ["strict", "lenient"])
def test_endless_depth(ledger: Ledger, retrieve: Retrieve, mode: str) -> None:
    """A million brackets are an answer that does not fit, and break nothing."""
    with (
        hostile(lambda: whole(b"[" * MEGABYTE)) as server,
        pytest.raises(ledger.package.APIResponseValidationError),
    ):
        retrieve(server, validate=mode)


@pytest.mark.parametrize("body", NESTED.values(), ids=NESTED)
def test_a_complaint_of_any_depth(ledger: Ledger, retrieve: Retrieve, body: bytes) -> None:
    """What an error status says may be nested as deep as one likes, and is searched but once."""
    with (
        hostile(lambda: whole(body, start=head("application/json", status="400 X"))) as server,
        pytest.raises(ledger.package.BadRequestError, match="400 Bad Request"),
    ):
        retrieve(server)


def test_duplicate_keys(retrieve: Retrieve) -> None:
    """Of two values under one name the last counts, as in most readers of JSON."""
    with hostile(lambda: whole(b'{"id": 1, "amount": 1, "amount": 2}')) as server:
        assert retrieve(server).amount == 2


def test_a_byte_order_mark(retrieve: Retrieve) -> None:
    """A byte order mark before JSON is skipped."""
    with hostile(lambda: whole(b'\xef\xbb\xbf{"id": 1, "amount": 2}')) as server:
        assert retrieve(server).amount == 2


def test_a_circle_of_redirects(ledger: Ledger) -> None:
    """Redirects that lead round in a circle end after ten."""
    ledger.server.always(302, headers={"Location": "/entries/1"})
    with pytest.raises(ledger.package.APIStatusError, match="302 Found"):
        ledger(lambda client: client.entries.retrieve(1))
    assert len(ledger.server.requests) == 11


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_host(ledger: Ledger, status: int) -> None:
    """A redirect to another origin is an error; nothing goes there, and the error shows no key."""
    with hostile(lambda: whole(b"{}")) as elsewhere:
        ledger.server.reply(status, headers={"Location": f"{elsewhere.url}/entries/1"})
        with pytest.raises(ledger.package.APIStatusError, match="not redirected to") as caught:
            ledger(lambda client: client.entries.retrieve(1))
        assert elsewhere.connections == 0
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [b"", b"\x00" * 1000, b"HTTP/1.1 abc\r\n\r\n", b"SSH-2.0-x\r\n"],
    ids=["nothing", "zeros", "no status", "another protocol"],
)
def test_what_is_no_http(ledger: Ledger, retrieve: Retrieve, answer: bytes) -> None:
    """Bytes that are no HTTP are no answer."""
    with (
        hostile(lambda: [answer]) as server,
        pytest.raises(ledger.package.APIConnectionError, match="no answer from"),
    ):
        retrieve(server)


def test_the_client_stays_usable(ledger: Ledger, retrieve: Retrieve) -> None:
    """After a broken answer the next one is read as ever."""
    with hostile(lambda: [HEAD, b"Content-Length: 9\r\n\r\n{"]) as server:
        with pytest.raises(ledger.package.APIConnectionError):
            retrieve(server)
        server.answer = lambda: whole(b'{"id": 1, "amount": 2}')
        assert retrieve(server).id == ENTRY["id"]
