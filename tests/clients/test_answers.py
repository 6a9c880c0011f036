"""What the clients make of answers, good and bad."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from generated import langsmith, posthog, vapi
from tests.clients.answers import RUN
from tests.clients.calls.with_csv import WITH_CSV
from tests.clients.driver import Driver
from tests.clients.vendors import LANGSMITH, POSTHOG, VAPI

CSV = "id,name\r\n7,Grüße\r\n"


def run(client: Any) -> Any:
    return client.insight.run("i-1")


def retrieve(client: Any) -> Any:
    return client.insights.retrieve(7)


def test_fields_beside_the_documents_are_kept(drive: Driver) -> None:
    """Vapi documents five fields; the data that it sends beside them is in `model_extra`."""
    drive.server.reply(json={**RUN, "results": [{"calls": 12}], "meta": {"a": None}})
    result = drive(VAPI, run)
    assert result.model_extra == {"results": [{"calls": 12}], "meta": {"a": None}}
    assert result.results == [{"calls": 12}]
    assert result.model_dump(mode="json", by_alias=True)["results"] == [{"calls": 12}]


def test_date_times_are_datetimes(drive: Driver) -> None:
    """A date-time of an answer is an aware datetime that keeps its offset."""
    drive.server.reply(json=RUN)
    result = drive(VAPI, run)
    assert result.created_at == datetime(2025, 4, 30, 8, 15, 30, tzinfo=UTC)
    assert result.updated_at.utcoffset() == timedelta(hours=2)


def test_unknown_enum_values_are_kept(drive: Driver) -> None:
    """A value that the document does not list is the value, not an error."""
    drive.server.reply(json={"created_by": {"role_at_organization": "astronaut"}})
    assert drive(POSTHOG, retrieve).created_by.role_at_organization == "astronaut"


def test_unknown_fields_are_kept_in_nested_objects_and_lists(drive: Driver) -> None:
    """What the document does not know stays, however deep it is."""
    drive.server.reply(json={"dashboard_tiles": [{"id": 1, "color": "blue"}]})
    (tile,) = drive(POSTHOG, retrieve).dashboard_tiles
    assert (tile.id, tile.color) == (1, "blue")


def test_absent_null_and_given_differ(drive: Driver) -> None:
    """A field that the answer leaves out is None, but not among the fields that were set."""
    drive.server.reply(json={"id": 7, "description": None})
    insight = drive(POSTHOG, retrieve)
    assert insight.name is insight.description is None
    assert insight.model_fields_set == {"id", "description"}


def test_an_answer_without_content_is_none(drive: Driver) -> None:
    """204 is None."""
    drive.server.reply(204)
    assert drive(POSTHOG, lambda c: c.insights.sharing.passwords.delete(7, "31")) is None


@pytest.mark.parametrize("status", [200, 202, 203])
def test_a_success_that_the_document_does_not_list_is_a_success(drive: Driver, status: int) -> None:
    """PostHog documents 201 for a new insight; another 2xx is read in the same way."""
    drive.server.reply(status, json={"id": 7})
    assert drive(POSTHOG, lambda client: client.insights.create()) == posthog.Insight(id=7)


@pytest.mark.parametrize("answer", [{"a": 1}, ["a"], "a", 1.5, None, False])
def test_any_json_is_itself(drive: Driver, answer: Any) -> None:
    """Where the document does not say what comes, any JSON value is returned as it is."""
    drive.server.reply(json=answer)
    assert drive(POSTHOG, lambda client: client.insights.analyze(7)) == answer


@pytest.mark.parametrize("name", WITH_CSV)
def test_csv_is_text(drive: Driver, name: str) -> None:
    """format="csv" asks for text/csv and returns the text."""
    drive.server.reply(text=CSV, content_type="text/csv; charset=utf-8")
    assert drive(POSTHOG, WITH_CSV[name]) == CSV
    assert drive.server.request.headers["accept"] == "text/csv"
    assert drive.server.request.query == "format=csv"


@pytest.mark.parametrize(
    "text", ["{", "", "<html>Log in</html>", '{"id": NaN}', '{"id": "\ud800"}']
)
def test_an_answer_that_is_no_json_is_an_error_that_keeps_it(drive: Driver, text: str) -> None:
    """A 200 that is not JSON raises APIResponseValidationError with what came."""
    content = text.encode(errors="surrogatepass")
    drive.server.reply(body=content, content_type="application/json")
    with pytest.raises(posthog.APIResponseValidationError, match="200 OK") as caught:
        drive(POSTHOG, retrieve)
    assert caught.value.status_code == caught.value.response.status_code == 200
    assert caught.value.response.content == content


def test_a_page_for_people_is_an_error(drive: Driver) -> None:
    """A 200 with HTML, as proxies send it, is an error whose body is the text."""
    drive.server.reply(text="<html>Log in</html>", content_type="text/html")
    with pytest.raises(vapi.APIResponseValidationError, match="text/html") as caught:
        drive(VAPI, run)
    assert caught.value.body == "<html>Log in</html>"


@pytest.mark.parametrize(
    ("answer", "where"),
    [
        ([], "body"),
        (None, "body"),
        ({**RUN, "id": 5}, "id"),
        ({**RUN, "createdAt": "soon"}, "createdAt"),
        ({"id": "run-1"}, "insightId"),
    ],
)
def test_json_of_the_wrong_shape_is_an_error_that_keeps_it(
    drive: Driver, answer: Any, where: str
) -> None:
    """JSON that is not what the document promises raises, names the place and keeps the JSON."""
    drive.server.reply(json=answer)
    with pytest.raises(
        vapi.APIResponseValidationError, match=f"InsightRunResponse: .*{where}:"
    ) as e:
        drive(VAPI, run)
    assert e.value.body == answer
    assert json.loads(e.value.response.content) == answer


def test_a_wrong_answer_is_not_sent_for_again(drive: Driver) -> None:
    """What was done is done: an answer of the wrong shape is no reason to call again."""
    drive.server.reply(json={"id": "no uuid", "name": "a", "status": "b"})
    with pytest.raises(langsmith.APIResponseValidationError):
        drive(LANGSMITH, lambda c: c.tracer_sessions.create_insights_job("s"))
    assert len(drive.server.requests) == 1
