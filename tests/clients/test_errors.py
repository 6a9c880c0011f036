"""What the server refuses, as errors of the client."""

from __future__ import annotations

from typing import Any

import pytest

from generated import langsmith, posthog, vapi
from tests.clients.driver import Driver
from tests.clients.vendors import LANGSMITH, POSTHOG, SECRET, VAPI

SESSION = "1a2b3c4d-0000-4000-8000-00000000000a"
PROBLEM = {
    "type": "validation_error",
    "code": "invalid_input",
    "detail": "No such insight.",
    "attr": None,
}


def retrieve(client: Any) -> Any:
    return client.insights.retrieve(1)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, posthog.BadRequestError),
        (401, posthog.AuthenticationError),
        (402, posthog.APIStatusError),
        (403, posthog.PermissionDeniedError),
        (404, posthog.NotFoundError),
        (409, posthog.ConflictError),
        (422, posthog.UnprocessableEntityError),
        (429, posthog.RateLimitError),
    ],
)
def test_a_refusal_is_the_error_of_its_status_with_the_documents_body(
    drive: Driver, status: int, kind: type[posthog.APIStatusError]
) -> None:
    """Each 4xx raises its class; the body is the document's schema, here PostHog's ErrorResponse."""
    drive.server.reply(status, json=PROBLEM, headers={"X-Request-Id": "r-1"})
    with pytest.raises(posthog.APIStatusError) as caught:
        drive(POSTHOG, retrieve, max_retries=0)
    assert type(caught.value) is kind
    assert caught.value.status_code == status
    assert caught.value.request_id == caught.value.headers["x-request-id"] == "r-1"
    assert caught.value.body == posthog.ErrorResponse(
        type="validation_error", code="invalid_input", detail="No such insight.", attr=None
    )


@pytest.mark.parametrize("status", [500, 502, 503, 504, 599])
def test_a_failure_of_the_server_keeps_the_body_as_it_came(drive: Driver, status: int) -> None:
    """5xx raises InternalServerError; the document has no schema for it, so the body is as it came."""
    drive.server.reply(status, text="<html>upstream is down</html>")
    with pytest.raises(posthog.InternalServerError) as caught:
        drive(POSTHOG, retrieve, max_retries=0)
    assert (caught.value.status_code, caught.value.request_id) == (status, None)
    assert caught.value.body == "<html>upstream is down</html>"


def test_the_message_names_request_status_reason_and_request_id(drive: Driver) -> None:
    """The message has what one needs in a log: request, status, the server's words, its id."""
    drive.server.reply(404, json=PROBLEM, headers={"X-Request-Id": "r-1"})
    with pytest.raises(posthog.NotFoundError) as caught:
        drive(POSTHOG, retrieve)
    assert str(caught.value) == (
        "GET /api/environments/2/insights/1/ → 404 Not Found: No such insight. (request id r-1)"
    )


def test_a_secret_that_the_server_repeats_is_not_in_the_message(drive: Driver) -> None:
    """Message, repr and the request on the error are without credentials."""
    drive.server.reply(401, json={"detail": f"Key {SECRET} is unknown."})
    with pytest.raises(posthog.AuthenticationError, match=r"Key \*\*\* is unknown") as caught:
        drive(POSTHOG, retrieve)
    shown = [str(caught.value), repr(caught.value), repr(caught.value.response)]
    assert SECRET not in "".join(shown)
    assert caught.value.response.http_request.headers["authorization"] == "***"


def test_langsmiths_422_is_parsed(drive: Driver) -> None:
    """The 422 of LangSmith carries its HTTPValidationError; the message says which field."""
    detail = {"loc": ["body", "hierarchy", 0], "msg": "not an integer", "type": "int_parsing"}
    drive.server.reply(422, json={"detail": [detail]})
    with pytest.raises(
        langsmith.UnprocessableEntityError, match=r"body\.hierarchy\.0: not an integer"
    ) as caught:
        drive(LANGSMITH, lambda client: client.tracer_sessions.create_insights_job(SESSION))
    assert caught.value.body == langsmith.HTTPValidationError(
        detail=[
            langsmith.ValidationError(
                loc=["body", "hierarchy", 0], msg="not an integer", type="int_parsing"
            )
        ]
    )


def test_an_undocumented_refusal_is_an_error_with_its_json(drive: Driver) -> None:
    """Vapi documents no error at all; what comes is raised all the same, its JSON as the body."""
    drive.server.reply(400, json={"message": ["id must be a UUID"], "statusCode": 400})
    with pytest.raises(vapi.BadRequestError, match="id must be a UUID") as caught:
        drive(VAPI, lambda client: client.insight.run("x"))
    assert caught.value.body == {"message": ["id must be a UUID"], "statusCode": 400}


def test_a_body_that_does_not_fit_its_schema_is_kept_as_it_came(drive: Driver) -> None:
    """An error whose body is not what the document says keeps it as plain JSON."""
    drive.server.reply(422, json={"detail": "upstream refused"})
    with pytest.raises(langsmith.UnprocessableEntityError, match="upstream refused") as caught:
        drive(LANGSMITH, lambda client: client.tracer_sessions.create_insights_job(SESSION))
    assert caught.value.body == {"detail": "upstream refused"}


def test_the_deprecated_delete_warns_and_is_refused(drive: Driver) -> None:
    """Deleting an insight warns and says what to call instead; the server's 405 surfaces."""
    drive.server.reply(405, json=PROBLEM)
    with (
        pytest.warns(DeprecationWarning, match="update with deleted=True instead"),
        pytest.raises(posthog.APIStatusError, match="405 Method Not Allowed") as caught,
    ):
        drive(POSTHOG, lambda client: client.insights.delete(7))
    assert caught.value.status_code == 405
    assert drive.server.request.method == "DELETE"


@pytest.mark.parametrize("package", [vapi, langsmith, posthog])
def test_one_class_is_above_all_errors(package: Any) -> None:
    """`except APIError` catches whatever a call raises on purpose."""
    names = [name for name in vars(package) if name.endswith("Error")]
    assert len(names) > 10
    assert all(issubclass(getattr(package, name), package.APIError) for name in names)
