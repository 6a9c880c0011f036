"""The tests of a program that uses a client: what the fake is for, with the fixture of the README."""

from __future__ import annotations

import anyio
import httpx2
import pytest

from generated.posthog.models import ErrorResponse, Insight
from generated.posthog.testing import FakePostHogClient, make
from tests.testing_fake.consumer import reports


def test_title(posthog: FakePostHogClient) -> None:
    """A model is returned as it was made."""
    posthog.insights.retrieve.returns(make(Insight, name="Signups"))

    assert reports.title(posthog.client, 7) == "Signups"
    assert posthog.insights.retrieve.calls[0].arguments == {"id": 7}


def test_gone(posthog: FakePostHogClient) -> None:
    """An error comes as the client's own, its body parsed."""
    posthog.insights.retrieve.raises(404, make(ErrorResponse, detail="deleted"))

    assert reports.title(posthog.client, 7) == "gone: deleted"


def test_offline(posthog: FakePostHogClient) -> None:
    """A failure of the connection is retried as it is in earnest, without a wait."""
    posthog.insights.retrieve.fails(httpx2.ReadTimeout("too late"))

    assert reports.title(posthog.client, 7) == "unknown"
    assert len(posthog.insights.retrieve.calls) == 3


def test_recovery(posthog: FakePostHogClient) -> None:
    """Answers can follow each other."""
    posthog.insights.retrieve.raises(503).then.returns({"name": "Signups"})

    assert reports.title(posthog.client, 7) == "Signups"


def test_table(posthog: FakePostHogClient) -> None:
    """A text comes in the format in which the document has one."""
    posthog.insights.retrieve.returns("day,count\n")

    assert reports.table(posthog.client, 7) == "day,count\n"
    assert posthog.insights.retrieve.calls[0].arguments == {"id": 7, "format": "csv"}


def test_copy(posthog: FakePostHogClient) -> None:
    """What was sent can be looked at."""
    posthog.insights.retrieve.returns({"name": "Signups", "query": {"kind": "TrendsQuery"}})
    posthog.insights.create.returns({"id": 8})

    assert reports.copy(posthog.client, 7) == 8
    assert posthog.insights.create.calls[0].body == {
        "name": "Copy of Signups",
        "query": {"kind": "TrendsQuery"},
    }


def test_titles(posthog: FakePostHogClient) -> None:
    """Pages are followed."""
    posthog.insights.list.returns([{"name": "One"}, make(Insight, name="Two")], [{"name": "Three"}])

    assert reports.titles(posthog.client) == ["One", "Two", "Three"]
    assert [call.arguments["limit"] for call in posthog.insights.list.calls] == [2, 2]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_titles_later(posthog: FakePostHogClient, backend: str) -> None:
    """The asynchronous client has the same answers."""
    posthog.insights.list.returns([{"name": "One"}], [{"name": "Two"}])

    titles = anyio.run(reports.titles_later, posthog.async_client, backend=backend)

    assert titles == ["One", "Two"]


def test_client_of_its_own(posthog: FakePostHogClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that makes its client itself gets the fake one."""
    monkeypatch.setattr(reports, "PostHogClient", lambda **_: posthog.client)
    posthog.insights.list.returns([{"name": "One"}])

    assert reports.titles_of_environment("phx_secret", "2") == ["One"]
