"""What may go wrong goes wrong in every operation alike."""

from __future__ import annotations

import pytest

from tests.clients.calls import CALLS, Call
from tests.clients.driver import Driver

EVERY_CALL = pytest.mark.parametrize("call", CALLS, ids=str)
ANSWERED_WITH_JSON = [
    call
    for call in CALLS
    if call.method not in ("insights.delete", "insights.sharing.passwords.delete")
]
pytestmark = pytest.mark.filterwarnings("ignore:Always refused:DeprecationWarning")


@EVERY_CALL
@pytest.mark.parametrize(
    ("status", "name"), [(403, "PermissionDeniedError"), (500, "InternalServerError")]
)
def test_a_refusal_is_an_error(drive: Driver, call: Call, status: int, name: str) -> None:
    """Whatever is called, 4xx and 5xx raise the error of their status."""
    drive.server.always(status, json={"detail": "No."})
    with pytest.raises(call.vendor.error(name), match=r"No\."):
        drive(call.vendor, call.on, max_retries=0)


@EVERY_CALL
def test_a_refusal_that_asks_for_patience_is_repeated(drive: Driver, call: Call) -> None:
    """Whatever is called, 429 with Retry-After is no error yet: the same request goes out again."""
    drive.server.reply(429, headers={"Retry-After": "7"}).reply(**{**call.reply, "status": 200})
    drive(call.vendor, call.on)
    first, second = drive.server.requests
    assert (first.target, first.body, first.headers) == (
        second.target,
        second.body,
        second.headers,
    )
    assert drive.sleeps == [7]


@EVERY_CALL
def test_an_answer_that_breaks_off_is_an_error(drive: Driver, call: Call) -> None:
    """Whatever is called, a connection that breaks within the answer is an APIConnectionError."""
    drive.server.reply(json={"id": 7}, cut_after=3)
    with pytest.raises(call.vendor.error("APIConnectionError")):
        drive(call.vendor, call.on, max_retries=0)


@EVERY_CALL
def test_an_answer_that_is_late_is_an_error(drive: Driver, call: Call) -> None:
    """Whatever is called, a server that does not answer in time is an APITimeoutError."""
    drive.server.reply(json={}, delay=5)
    with pytest.raises(call.vendor.error("APITimeoutError")):
        drive(call.vendor, call.on, max_retries=0, timeout=0.05)


@pytest.mark.parametrize("call", ANSWERED_WITH_JSON, ids=str)
def test_an_answer_that_is_no_json_is_an_error(drive: Driver, call: Call) -> None:
    """Whatever is called, an answer that is called JSON and is none is an error that keeps it."""
    drive.server.reply(body=b'{"id": ', content_type="application/json")
    with pytest.raises(call.vendor.error("APIResponseValidationError")) as caught:
        drive(call.vendor, call.on)
    assert caught.value.body == '{"id": '  # type: ignore[attr-defined]
