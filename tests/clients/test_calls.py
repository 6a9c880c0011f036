"""Every operation with every argument: exactly this request, exactly this result."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from generated.posthog import APIStatusError, AsyncPage, Page
from tests.clients.calls import CALLS, Call, Refused
from tests.clients.vendors import VENDORS, Vendor
from tests.support.server import Recorded, RecordingServer

GENERATED = Path(__file__).resolve().parents[2] / "generated"
EVERY_CALL = pytest.mark.parametrize("call", CALLS, ids=str)
DEPRECATED = pytest.mark.filterwarnings("ignore:Always refused:DeprecationWarning")
OF_THE_CONNECTION = {"host", "connection", "accept-encoding", "content-length", "user-agent"}


def perform(call: Call, url: str) -> Any:
    """Make the call with a synchronous client and return its outcome."""
    with call.vendor.sync_client(base_url=url, **call.vendor.options) as client:
        try:
            return plain(call.on(client))
        except APIStatusError as error:
            return Refused(error.status_code, error.body)


async def perform_async(call: Call, url: str) -> Any:
    """Make the call with an asynchronous client and return its outcome."""
    async with call.vendor.async_client(base_url=url, **call.vendor.options) as client:
        try:
            return plain(await call.on(client))
        except APIStatusError as error:
            return Refused(error.status_code, error.body)


def plain(result: Any) -> Any:
    """Return what the table compares: of a page its items."""
    return result.items if isinstance(result, Page | AsyncPage) else result


def headers(request: Recorded) -> dict[str, str]:
    """Return the headers that the client decides about."""
    return {k: v for k, v in request.headers.items() if k not in OF_THE_CONNECTION}


@EVERY_CALL
@DEPRECATED
def test_a_synchronous_call_is_this_request_and_this_result(
    call: Call, server: RecordingServer
) -> None:
    """A call sends the method, target, headers and bytes of the table and returns its result."""
    result = perform(call, server.reply(**call.reply).url)
    assert f"{server.request.method} {server.request.target}" == call.request
    assert headers(server.request) == call.headers
    assert server.request.body == call.content
    assert result == call.result


@EVERY_CALL
@DEPRECATED
def test_an_awaited_call_is_this_request_and_this_result(
    call: Call, server: RecordingServer
) -> None:
    """The asynchronous client sends the same and returns the same."""
    result = asyncio.run(perform_async(call, server.reply(**call.reply).url))
    assert f"{server.request.method} {server.request.target}" == call.request
    assert headers(server.request) == call.headers
    assert server.request.body == call.content
    assert result == call.result


def operations(vendor: Vendor) -> dict[str, set[str]]:
    """Read the manifest: each call with the names of its arguments."""
    manifest = json.loads((GENERATED / vendor.package / "manifest.json").read_text("utf-8"))
    return {
        operation["call"]: {
            named["python"]
            for named in (*operation["parameters"], *(operation["body"] or {}).get("fields", ()))
        }
        for operation in manifest["operations"]
    }


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.package)
def test_the_table_leaves_out_no_operation_and_no_argument(vendor: Vendor) -> None:
    """The table has every operation of each manifest, with every parameter and every field."""
    given = {
        call.method: {*call.arguments, *vendor.options} & operations(vendor)[call.method]
        for call in CALLS
        if call.vendor is vendor
    }
    assert given == operations(vendor)


def test_there_are_twenty_one_operations() -> None:
    """Vapi and LangSmith have one operation each, PostHog nineteen."""
    assert [len(operations(vendor)) for vendor in VENDORS] == [1, 1, 19]
