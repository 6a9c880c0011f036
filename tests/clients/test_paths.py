"""Path parameters: whatever they hold, it stays one segment of the path."""

from __future__ import annotations

from typing import Any

import pytest

from generated.posthog import ConfigurationError
from tests.clients.answers import RUN
from tests.clients.driver import Driver
from tests.clients.vendors import POSTHOG, VAPI

SEGMENTS = {
    "a/b": "a%2Fb",
    "a b": "a%20b",
    ".": "%2E",
    "..": "%2E%2E",
    "../x": "..%2Fx",
    "a..b": "a..b",
    "a?b=c": "a%3Fb%3Dc",
    "a#b": "a%23b",
    "100%": "100%25",
    "%2F": "%252F",
    "ü日": "%C3%BC%E6%97%A5",
    "a\\b": "a%5Cb",
    "a;b:c@d&e+f": "a%3Bb%3Ac%40d%26e%2Bf",
    "a\r\nb": "a%0D%0Ab",
    "{id}": "%7Bid%7D",
    "~-_": "~-_",
}


@pytest.mark.parametrize(("value", "segment"), SEGMENTS.items())
def test_a_path_parameter_is_one_segment(drive: Driver, value: str, segment: str) -> None:
    """Slashes, dots, question marks, percent signs and all the rest are escaped."""
    drive.server.reply(json=RUN)
    drive(VAPI, lambda client: client.insight.run(value))
    assert drive.server.request.target == f"/reporting/insight/{segment}/run"


@pytest.mark.parametrize(("value", "segment"), SEGMENTS.items())
def test_a_parameter_of_the_client_is_one_segment(drive: Driver, value: str, segment: str) -> None:
    """The same holds for `environment_id`, which the client has, beside another parameter."""
    drive.server.reply(json={"id": 7})
    drive(POSTHOG, lambda client: client.insights.retrieve(value), environment_id=value)
    assert drive.server.request.target == f"/api/environments/{segment}/insights/{segment}/"


@pytest.mark.parametrize("value", ["", None])
def test_an_empty_path_parameter_is_an_error(drive: Driver, value: Any) -> None:
    """A value that would leave its segment empty is refused at the call, which names it."""
    with pytest.raises(ValueError, match="'id' must not be"):
        drive(POSTHOG, lambda client: client.insights.retrieve(value))
    assert drive.server.requests == []


def test_a_missing_parameter_of_the_client_is_an_error(drive: Driver) -> None:
    """Without environment_id nothing is sent; the error names argument and variable."""
    with pytest.raises(
        ConfigurationError, match="pass environment_id= to the client or set POSTHOG_ENVIRONMENT_ID"
    ):
        drive(POSTHOG, lambda client: client.insights.list(), environment_id=None)
    assert drive.server.requests == []


def test_a_path_parameter_goes_by_name_too(drive: Driver) -> None:
    """Path parameters are positional or named."""
    drive.server.reply(204)
    drive(
        POSTHOG,
        lambda c: c.insights.sharing.passwords.delete(password_id="a/b", insight_id=7),
    )
    assert drive.server.request.target.endswith("/insights/7/sharing/passwords/a%2Fb/")
