"""What the clients send, and what they leave out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from generated.vapi import InsightRunFormatPlan, InsightTimeRangeWithStep
from tests.clients.answers import JOB, RUN
from tests.clients.driver import Driver
from tests.clients.vendors import LANGSMITH, POSTHOG, VAPI

SESSION = UUID("1a2b3c4d-0000-4000-8000-00000000000a")


@pytest.mark.parametrize(
    ("plan", "time_range"),
    [
        (
            InsightRunFormatPlan(format="raw"),
            InsightTimeRangeWithStep(step="day", start="-7d", timezone="UTC"),
        ),
        ({"format": "raw"}, {"step": "day", "start": "-7d", "timezone": "UTC"}),
        ({"format": "raw"}, {"timezone": "UTC", "start": "-7d", "step": "day"}),
    ],
)
def test_nested_objects_are_models_or_plain_dicts(
    drive: Driver, plan: Any, time_range: Any
) -> None:
    """A nested object given as a model or as a dict, in any order, is the same bytes."""
    drive.server.reply(json=RUN)
    drive(VAPI, lambda c: c.insight.run("i-1", format_plan=plan, time_range_override=time_range))
    assert drive.server.request.body == (
        b'{"formatPlan":{"format":"raw"},'
        b'"timeRangeOverride":{"step":"day","start":"-7d","timezone":"UTC"}}'
    )


def test_what_is_wrong_in_an_argument_is_found_before_sending(drive: Driver) -> None:
    """A nested object with a value that the document does not allow is refused at the call."""
    with pytest.raises(ValidationError, match=r"format_plan\.format"):
        drive(VAPI, lambda client: client.insight.run("i-1", format_plan={"format": "pie"}))
    assert drive.server.requests == []


def test_fields_of_a_dict_that_the_document_does_not_know_are_sent(drive: Driver) -> None:
    """A field newer than the document can be sent."""
    drive.server.reply(json=RUN)
    drive(VAPI, lambda client: client.insight.run("i-1", format_plan={"depth": 2}))
    assert drive.server.request.json == {"formatPlan": {"depth": 2}}


def test_an_optional_body_without_fields_is_not_sent(drive: Driver) -> None:
    """Vapi's body is optional: without a field there is none, nor a content type."""
    drive.server.reply(json=RUN)
    drive(VAPI, lambda client: client.insight.run("i-1"))
    assert drive.server.request.body == b""
    assert "content-type" not in drive.server.request.headers


def test_server_defaults_are_left_to_the_server(drive: Driver) -> None:
    """Fields with a default in LangSmith's document are not sent unless the caller sets them."""
    drive.server.reply(json=JOB)
    drive(LANGSMITH, lambda client: client.tracer_sessions.create_insights_job(SESSION))
    assert drive.server.request.body == b"{}"


def test_parameters_left_out_are_not_sent(drive: Driver) -> None:
    """A list without filters has no query; `refresh` keeps PostHog's default."""
    drive.server.reply(json={"count": 0, "results": []})
    drive(POSTHOG, lambda client: client.insights.list())
    assert drive.server.request.target == "/api/environments/2/insights/"


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({}, b"{}"),
        ({"description": None}, b'{"description":null}'),
        ({"description": ""}, b'{"description":""}'),
        ({"deleted": True}, b'{"deleted":true}'),
        ({"tags": []}, b'{"tags":[]}'),
        ({"name": None, "query": None}, b'{"name":null,"query":null}'),
        ({"query": {"a": None}}, b'{"query":{"a":null}}'),
    ],
)
def test_patch_tells_left_out_from_none(drive: Driver, fields: dict[str, Any], body: bytes) -> None:
    """What is left out of an update is not sent, None is sent as null, and empty as empty."""
    drive.server.reply(json={"id": 7})
    drive(POSTHOG, lambda client: client.insights.update(7, **fields))
    assert drive.server.request.body == body


def test_a_field_goes_by_its_name_on_the_wire(drive: Driver) -> None:
    """`create_in_folder` is `_create_in_folder` to the server."""
    drive.server.reply(201, json={"id": 7})
    drive(POSTHOG, lambda client: client.insights.create(create_in_folder="a/b"))
    assert drive.server.request.body == b'{"_create_in_folder":"a/b"}'


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2025, 4, 1, tzinfo=UTC), "2025-04-01T00:00:00Z"),
        (datetime(2025, 4, 1, 2, 3, 4, 5000, tzinfo=UTC), "2025-04-01T02:03:04.005000Z"),
        (
            datetime(2025, 4, 1, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
            "2025-04-01T00:00:00-03:30",
        ),
    ],
)
def test_datetimes_are_sent_in_iso_8601(drive: Driver, moment: datetime, text: str) -> None:
    """A datetime is sent as a date-time with its offset."""
    drive.server.reply(json=JOB)
    drive(
        LANGSMITH,
        lambda c: c.tracer_sessions.create_insights_job(SESSION, start_time=moment),
    )
    assert drive.server.request.json == {"start_time": text}


@pytest.mark.parametrize(
    ("sample", "body"),
    [(1, b'{"sample":1}'), (0.25, b'{"sample":0.25}'), (None, b'{"sample":null}')],
)
def test_a_number_keeps_its_kind(drive: Driver, sample: float | None, body: bytes) -> None:
    """LangSmith's `sample`, a number, an integer or null, is sent as it was given."""
    drive.server.reply(json=JOB)
    drive(LANGSMITH, lambda c: c.tracer_sessions.create_insights_job(SESSION, sample=sample))
    assert drive.server.request.body == body


def test_a_tuple_is_a_list(drive: Driver) -> None:
    """Any sequence serves where a list is asked for."""
    drive.server.reply(json={"updated": [], "skipped": []})
    drive(
        POSTHOG,
        lambda c: c.insights.bulk_update_tags(ids=(7, 8), action="add", tags=("growth",)),
    )
    assert drive.server.request.json == {"ids": [7, 8], "action": "add", "tags": ["growth"]}


def test_a_text_is_no_list_of_letters(drive: Driver) -> None:
    """A str in place of a list of texts is refused at the call."""
    with pytest.raises(ValidationError, match="tags"):
        drive(POSTHOG, lambda client: client.insights.create(tags="growth"))
    assert drive.server.requests == []
