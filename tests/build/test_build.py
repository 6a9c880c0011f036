"""Each folder holds a document and the client that it must become."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from generator.build import build
from generator.corrections import Correction
from generator.diagnostics import UsageError
from generator.load import load
from generator.names.lock import NameLock
from generator.normalize import Normalized, normalize
from tests.build.plain import plain
from tests.support.expected import TESTS, check_json, feature_folders

AREA = TESTS / "build"


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """A client's configuration."""

    title: str | None = "Shop"
    lift: tuple[str, ...] = ()
    operations: tuple[Correction, ...] = ()


def normalized(folder: str) -> Normalized:
    """Normalize the document of a folder."""
    document = load(AREA / folder / "document.yaml", name=f"{folder}/document.yaml")
    return normalize(document, NameLock())


@pytest.mark.parametrize("folder", feature_folders("build"))
def test_document_becomes_the_committed_client(folder: str) -> None:
    """A document becomes a client, without anything being left out."""
    client, diagnostics = build(normalized(folder), package="shop", settings=Settings())
    check_json(plain(client), AREA / folder / "expected.json")
    assert diagnostics == ()


def test_operation_that_cannot_be_built_is_left_out() -> None:
    """What cannot be built costs its operation alone, and is said with its line."""
    whole = normalized("results")
    broken = {"$ref": "#/components/schemas/Nowhere"}
    content: dict[str, Any] = {"content": {"application/json": {"schema": broken}}}
    operation = whole.root["paths"]["/orders"]["get"] | {"responses": {"200": content}}
    paths = whole.root["paths"] | {"/orders": {"get": operation}}
    client, diagnostics = build(
        replace(whole, root=whole.root | {"paths": paths}), package="shop", settings=Settings()
    )
    assert [skipped.operation_id for skipped in client.skipped] == ["listOrders"]
    assert [str(found).split("  ", 1) for found in diagnostics] == [
        [
            "results/document.yaml:5:5",
            "/paths/~1orders/get  no schema is called Nowhere; operation left out",
        ]
    ]
    assert len(client.resources[0].operations) == len(whole.root["paths"]) - 1


def test_lifted_parameter_belongs_to_the_client() -> None:
    """A parameter that the configuration lifts is the client's, and marked in its operations."""
    client, _ = build(
        normalized("parameters"), package="shop", settings=Settings(lift=("shop_id",))
    )
    lifted = [one.wire_name for one in client.resources[0].operations[0].parameters if one.lifted]
    assert (lifted, client.lifted[0].environment_variable) == (["shopId"], "SHOP_SHOP_ID")


def test_parameter_that_nobody_has() -> None:
    """A parameter to lift that no operation has is a mistake in the configuration."""
    with pytest.raises(UsageError, match="no operation has a parameter shop"):
        build(normalized("results"), package="shop", settings=Settings(lift=("shop",)))


@pytest.mark.parametrize(
    ("configured", "declared", "name"),
    [
        ("PostHog", "anything", "PostHogClient"),
        (None, "api", "ShopClient"),
        (None, "GitHub v3 REST API", "GitHubV3Client"),
        (None, "Everything that our platform has to offer", "ShopClient"),
        (None, "123", "ShopClient"),
    ],
)
def test_class_name(configured: str | None, declared: str, name: str) -> None:
    """The client is called like the API: by configuration, by title, or by package."""
    whole = normalized("results")
    titled = replace(whole, root=whole.root | {"info": {"title": declared}})
    settings = Settings(title=configured)
    client, _ = build(titled, package="shop", settings=settings)
    assert client.class_name == name
