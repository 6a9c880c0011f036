"""What a fake keeps of calls, and what it says of those that the test did not expect."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.expected import TESTS, check_text
from tests.support.generation import generate, imported
from tests.testing_fake.conftest import FOLDER, Ask
from tests.testing_fake.test_answers import CAT


def test_what_was_sent(fake: Any, ask: Ask) -> None:
    """A call has its parameters, headers and body as they were sent."""
    fake.animals.create.returns(CAT)

    ask(lambda client: client.animals.create(name="Tom", chip_code=None, x_trace="t-1"))

    (call,) = fake.animals.create.calls
    assert (call.name, call.method, str(call.url)) == (
        "animals.create",
        "POST",
        "https://api.test/animals/",
    )
    assert call.headers["x-trace"] == "t-1"
    assert call.body == {"name": "Tom", "chipCode": None}
    assert call.content == b'{"name":"Tom","chipCode":null}'


def test_parameters(fake: Any) -> None:
    """Arguments are those of the call; what was left out is none."""
    fake.animals.retrieve.returns("7,Tom")

    fake.client.animals.retrieve(7, format="csv")

    (call,) = fake.calls
    assert call.arguments == {"id": 7, "format": "csv"}
    assert call.body is None


def test_form(fake: Any) -> None:
    """A form is read, too."""
    fake.animals.search.returns([])

    fake.client.animals.search(words="tom & jerry")

    assert fake.calls[0].body == {"words": "tom & jerry"}
    assert fake.calls[0].arguments == {"words": "tom & jerry"}


def test_text(fake: Any) -> None:
    """A body that is text is one."""
    fake.animals.chains.returns({"next": None})

    fake.client.animals.chains(body="a chain")

    assert fake.calls[0].arguments == {"body": "a chain"}


def test_all_calls(fake: Any, ask: Ask) -> None:
    """The fake has all calls in their order, spelled as Python."""
    fake.animals.retrieve.returns(CAT)
    fake.animals.create.returns(CAT)

    ask(lambda client: client.animals.retrieve(7))
    ask(lambda client: client.animals.create(name="Tom", chip_code="C-1", x_trace="t-1"))

    assert list(map(repr, fake.calls)) == [
        "<Call animals.retrieve(id=7)>",
        "<Call animals.create(name='Tom', x_trace='t-1', chip_code='C-1')>",
    ]


def test_no_credentials(fake: Any, shop: ModuleType) -> None:
    """A call keeps no credentials, not even those of a client that the test made itself."""
    fake.animals.delete.returns(None)

    with shop.ShopClient(token="very-secret", http_client=fake.http_client) as client:
        client.animals.delete(7)

    assert "very-secret" not in repr(vars(fake.calls[0]))
    assert str(fake.calls[0].url) == "https://shop.example/v1/animals/7/"


@pytest.mark.parametrize(
    ("number", "stubbed"),
    [(0, "nothing"), (2, "animals.create, animals.delete")],
)
def test_unexpected_call(
    testing: ModuleType, ask: Ask, fake: Any, number: int, stubbed: str
) -> None:
    """A call without an answer fails at once, and says what was called and what is stubbed."""
    stubs = [fake.animals.delete, fake.animals.create][:number]
    assert [stub.fails() for stub in stubs] == stubs

    with pytest.raises(testing.UnexpectedCallError) as caught:
        ask(lambda client: client.animals.retrieve(7, format="csv"))

    fake._surprises.clear()
    assert len(fake.calls) == 1
    assert str(caught.value).splitlines() == [
        "animals.retrieve(id=7, format='csv') was called, and the test has not said what it answers.",
        "Sent: GET https://api.test/animals/7/?format=csv",
        f"Stubbed, the nearest first: {stubbed}",
        "Say it before the call: fake.animals.retrieve.returns(...)",
    ]


def test_one_call_too_many(testing: ModuleType, fake: Any) -> None:
    """A call after the last answer fails at once."""
    fake.animals.retrieve.returns_each(CAT)
    fake.client.animals.retrieve(7)

    with pytest.raises(
        testing.UnexpectedCallError,
        match=re.escape("animals.retrieve(id=8) was called once more than the test has answers."),
    ):
        fake.client.animals.retrieve(8)

    fake._surprises.clear()


def test_swallowed_failure(testing: ModuleType) -> None:
    """Who swallows the failure hears of it at the end."""
    with (
        pytest.raises(testing.UnexpectedCallError, match=r"animals\.delete\(id=7\)"),
        testing.fake_shop() as fake,
        pytest.raises(AssertionError),
    ):
        fake.client.animals.delete(7)


def test_other_failure(testing: ModuleType) -> None:
    """A test that fails otherwise fails with its own error."""

    def fail_after_a_surprise(fake: Any) -> None:
        with suppress(AssertionError):
            fake.client.animals.delete(7)
        raise KeyError

    with pytest.raises(KeyError), testing.fake_shop() as fake:
        fail_after_a_surprise(fake)


def test_long_bodies(testing: ModuleType, fake: Any) -> None:
    """A message stays short enough to be read."""
    with pytest.raises(testing.UnexpectedCallError) as caught:
        fake.client.animals.create(name="x" * 9999)

    fake._surprises.clear()
    assert len(str(caught.value)) < 1300


def test_clients(fake: Any, shop: ModuleType) -> None:
    """The two clients are the real ones, and need no credentials."""
    assert isinstance(fake.client, shop.ShopClient)
    assert isinstance(fake.async_client, shop.AsyncShopClient)
    assert repr(fake.client) == "<ShopClient https://api.test>"


def test_tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for a token of OAuth 2 gets one, and it is no call."""
    monkeypatch.chdir(tmp_path)
    package = generate(TESTS / "credentials" / "shop" / "document.yaml", tmp_path / "tokens")
    with imported(package) as tokens:
        from tokens.testing import fake_tokens  # type: ignore[import-not-found]

        with fake_tokens() as fake:
            fake.pets.list.returns({"id": 7})
            own = tokens.ShopClient(client_id="i", client_secret="s", http_client=fake.http_client)

            assert own.pets.list() == fake.client.pets.list()
            assert [call.name for call in fake.calls] == ["pets.list", "pets.list"]


def test_module(folder: Path) -> None:
    """The module has a line for each operation."""
    check_text((folder / "testing.py").read_text(), FOLDER / "expected" / "testing.py")


def test_nobody_else_loads_it(folder: Path) -> None:
    """A program that does not test never loads the module, nor what it stands on."""
    program = (
        "import sys, shop; shop.ShopClient(token='t').animals;"
        "print([n for n in sys.modules if 'shop.testing' in n or '.fake' in n or '.samples' in n])"
    )
    command = [sys.executable, "-c", program]
    said = subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=True)

    assert said.stdout == "[]\n"


def test_only_what_is_used_is_loaded(folder: Path) -> None:
    """A fake loads the operations of the resources that a test names, and never pytest."""
    program = (
        "import sys; from shop.testing import fake_shop; fake = fake_shop();"
        "print([n for n in sys.modules if n.startswith(('shop.models', 'shop.res', 'pytest'))]);"
        "fake.client_; print([n for n in sys.modules if n.startswith('shop._operations.')])"
    )
    command = [sys.executable, "-c", program]
    said = subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=True)

    assert said.stdout == "[]\n['shop._operations.client']\n"
