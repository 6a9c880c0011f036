"""Redirects: followed where they are harmless, and never with credentials to somebody else."""

from __future__ import annotations

import pytest
from runtime.errors import APIStatusError

from tests.runtime.conftest import Shop
from tests.runtime.helpers import PET
from tests.support.server import RecordingServer


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_read_is_redirected_within_its_origin(shop: Shop, status: int) -> None:
    """GET follows a redirect to the same scheme, host and port, with its credentials."""
    shop.server.reply(status, headers={"Location": "/moved?a=1"}).reply(json=PET)
    assert shop(lambda client: client.pets.retrieve(1)).id == 1
    assert shop.server.requests[1].target == "/moved?a=1"
    assert "x-shop-key" in shop.server.requests[1].headers


def test_no_redirect_leads_to_another_origin(shop: Shop) -> None:
    """A redirect to another host is an error that names it, and that host hears nothing."""
    with RecordingServer() as other:
        shop.server.reply(307, headers={"Location": f"{other.url}/x"})
        with pytest.raises(APIStatusError, match=f"not redirected to {other.url}/x"):
            shop(lambda client: client.pets.retrieve(1))
        assert other.requests == []


def test_a_write_is_not_redirected(shop: Shop) -> None:
    """POST is not sent anywhere else."""
    shop.server.reply(307, headers={"Location": "/moved"})
    with pytest.raises(APIStatusError, match="307"):
        shop(lambda client: client.pets.create(name="Bo"))
    assert len(shop.server.requests) == 1


def test_a_circle_of_redirects_ends(shop: Shop) -> None:
    """Redirects end after ten."""
    shop.server.always(302, headers={"Location": "/again"})
    with pytest.raises(APIStatusError):
        shop(lambda client: client.pets.retrieve(1))
    assert len(shop.server.requests) == 11


@pytest.mark.parametrize("headers", [{}, {"Location": "http://[::x"}])
def test_a_redirect_to_nowhere_is_an_error(sync_shop: Shop, headers: dict[str, str]) -> None:
    """A redirect without a target, or with a broken one, is an error."""
    sync_shop.server.reply(302, headers=headers)
    with pytest.raises(APIStatusError):
        sync_shop(lambda client: client.pets.retrieve(1))


def test_a_redirect_that_the_document_names_is_an_answer(shop: Shop) -> None:
    """Where the document declares the redirect as an answer, it is one."""
    shop.server.reply(302, headers={"Location": "https://example.com/"})
    assert shop(lambda client: client.status.public()) is None
