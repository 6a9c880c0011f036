"""Retries by a policy, and what makes a request safe to repeat."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests.resilience.conftest import ENTRY, Ledger

LATER = {"Retry-After": "2"}


def retrieve(client: Any) -> Any:
    return client.entries.retrieve(1)


def create(client: Any, **arguments: Any) -> Any:
    return client.entries.create(amount=2, **arguments)


def test_a_policy_says_how_often(ledger: Ledger) -> None:
    """The constructor takes a policy in place of a number of retries."""
    ledger.server.always(500)
    with pytest.raises(ledger.package.InternalServerError):
        ledger(retrieve, max_retries=ledger.package.RetryPolicy(max_retries=4))
    assert len(ledger.server.requests) == 5


def test_a_policy_for_one_call(ledger: Ledger) -> None:
    """with_options takes a policy, and the client keeps its own."""
    once = ledger.package.RetryPolicy(max_retries=1, first_delay=3, longest_delay=3)
    ledger.server.reply(500).reply(json=ENTRY)
    entry = ledger(lambda client: retrieve(client.with_options(max_retries=once)), max_retries=0)
    assert entry.amount == 2
    assert len(ledger.sleeps) == 1
    assert 1.5 <= ledger.sleeps[0] <= 3


def test_a_policy_says_after_which_statuses(ledger: Ledger) -> None:
    """A status that the policy names is retried, and no other."""
    policy = ledger.package.RetryPolicy(statuses={409})
    ledger.server.reply(409).reply(500)
    with pytest.raises(ledger.package.InternalServerError):
        ledger(retrieve, max_retries=policy)
    assert len(ledger.server.requests) == 2


def test_a_policy_says_which_methods(ledger: Ledger) -> None:
    """A method that the policy names is retried as if it were idempotent."""
    policy = ledger.package.RetryPolicy(methods={"PATCH"})
    ledger.server.reply(500).drop().reply(204)
    assert ledger(lambda client: client.entries.amend(), max_retries=policy) is None
    assert len(ledger.server.requests) == 3


def test_a_policy_limits_the_time_of_all_attempts(ledger: Ledger) -> None:
    """A retry that would begin after the total time does not happen."""
    policy = ledger.package.RetryPolicy(total_time=1)
    ledger.server.reply(503, headers=LATER)
    with pytest.raises(ledger.package.InternalServerError):
        ledger(retrieve, max_retries=policy)
    assert len(ledger.server.requests) == 1


@pytest.mark.filterwarnings(
    # httpx2 2.16 does not close the generator below its own; trio notices, nothing stays open.
    "ignore:Exception ignored in. .async_generator object PoolByteStream"
)
@pytest.mark.parametrize(
    "reply",
    [{"delay": 5}, {"chunks": [b" "] * 50, "pause": 0.1}],
    ids=["before the answer", "within the answer"],
)
def test_a_policy_limits_the_time_of_an_attempt(ledger: Ledger, reply: dict[str, Any]) -> None:
    """An attempt that runs when the total time is over ends then, whatever its timeout."""
    policy = ledger.package.RetryPolicy(total_time=0.3)
    ledger.server.reply(**reply).reply(json=ENTRY)
    with pytest.raises(ledger.package.APITimeoutError):
        ledger(retrieve, max_retries=policy, timeout=60)
    assert len(ledger.server.requests) == 1


def test_a_policy_limits_what_the_server_may_ask_for(ledger: Ledger) -> None:
    """A Retry-After beyond the policy's patience is final."""
    policy = ledger.package.RetryPolicy(longest_retry_after=1)
    ledger.server.reply(429, headers=LATER)
    with pytest.raises(ledger.package.RateLimitError):
        ledger(retrieve, max_retries=policy)
    assert len(ledger.server.requests) == 1


def test_milliseconds_to_wait(ledger: Ledger) -> None:
    """`retry-after-ms` is heard before `Retry-After`."""
    ledger.server.reply(429, headers={"retry-after-ms": "250", "retry-after": "9"})
    ledger.server.reply(json=ENTRY)
    ledger(retrieve)
    assert ledger.sleeps == [0.25]


def test_an_idempotency_key_is_made_once_per_call(ledger: Ledger) -> None:
    """A POST with a declared key has one without being asked, the same for each retry."""
    ledger.server.reply(500).drop().reply(201, json=ENTRY)
    assert ledger(create).id == 1
    keys = {request.headers["idempotency-key"] for request in ledger.server.requests}
    assert len(ledger.server.requests) == 3
    assert len({UUID(key) for key in keys}) == 1


def test_each_call_has_an_idempotency_key_of_its_own(ledger: Ledger) -> None:
    """Two calls are two keys."""
    ledger.server.always(201, json=ENTRY)
    ledger(create)
    ledger(create)
    assert len({request.headers["idempotency-key"] for request in ledger.server.requests}) == 2


def test_an_idempotency_key_of_the_caller(ledger: Ledger) -> None:
    """A key that the caller gives is sent as it is."""
    ledger.server.reply(500).reply(201, json=ENTRY)
    ledger(lambda client: create(client, idempotency_key="mine"))
    assert [one.headers["idempotency-key"] for one in ledger.server.requests] == ["mine", "mine"]


def test_without_a_declared_key_there_is_none(ledger: Ledger) -> None:
    """An operation whose document declares no key gets none, and is not repeated."""
    ledger.server.reply(500)
    with pytest.raises(ledger.package.InternalServerError):
        ledger(lambda client: client.entries.amend())
    assert "idempotency-key" not in ledger.server.request.headers


@pytest.mark.parametrize("timeout", [0, -1, float("nan")])
def test_a_timeout_without_time_is_refused(ledger: Ledger, timeout: float) -> None:
    """A limit of no time at all is a mistake, and said to be one."""
    with pytest.raises(ValueError, match="timeout must be more than 0 seconds"):
        ledger(retrieve, timeout=timeout)
