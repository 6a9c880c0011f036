"""What a client costs: only what a program touches is loaded."""

from __future__ import annotations

import json
import sys

import pytest

from tests.packaging.environments import run
from tests.support.expected import TESTS
from tests.support.server import RecordingServer

STEPS = """
import json, sys

seen = set()

def loaded():
    names = {name for name in sys.modules if name.startswith("generated.posthog")} - seen
    seen.update(names)
    return sorted(name.removeprefix("generated.posthog") for name in names)

import generated.posthog
steps = {"import": loaded()}
client = generated.posthog.PostHogClient()
steps["client"] = loaded()
client.insights
steps["resource"] = loaded()
client.insights.sharing.passwords
steps["inner resource"] = loaded()
client.insights.sharing.passwords.delete(1, "2")
steps["call without models"] = loaded()
client.insights.retrieve(1)
steps["call with a model"] = loaded()
client.with_raw_response.insights.retrieve(1).parse()
steps["raw call"] = loaded()
models = sorted(model.__name__ for model in generated.posthog._runtime.models.Model.__subclasses__())
print(json.dumps({"steps": steps, "models": models}))
"""


@pytest.fixture(scope="module")
def loaded() -> dict[str, list[str]]:
    """The modules that each step of a program loads, in a fresh interpreter."""
    with RecordingServer() as server:
        server.reply(204).always(200, json={"id": 1})
        variables = {
            "POSTHOG_API_KEY": "phx_test",
            "POSTHOG_ENVIRONMENT_ID": "2",
            "POSTHOG_BASE_URL": server.url,
        }
        command = (sys.executable, "-W", "error", "-c", STEPS)
        printed = json.loads(run(command, TESTS.parent, **variables))
    return {**printed["steps"], "models": printed["models"]}


def test_import(loaded: dict[str, list[str]]) -> None:
    """Importing a client loads its two client classes and the runtime: no model, no resource."""
    own = [name for name in loaded["import"] if not name.startswith("._runtime")]

    assert own == ["", ".client"]


def test_construction(loaded: dict[str, list[str]]) -> None:
    """Making a client loads nothing."""
    assert loaded["client"] == []


def test_resource(loaded: dict[str, list[str]]) -> None:
    """A resource brings its own module and the facts of its operations, and no model."""
    assert loaded["resource"] == [
        "._operations",
        "._operations.insights",
        ".resources",
        ".resources.insights",
    ]


def test_inner_resource(loaded: dict[str, list[str]]) -> None:
    """An inner resource brings those on the way to it, and none beside it."""
    assert loaded["inner resource"] == [
        "._operations.insights_sharing",
        "._operations.insights_sharing_passwords",
        ".resources.insights_sharing",
        ".resources.insights_sharing_passwords",
    ]


def test_call_without_models(loaded: dict[str, list[str]]) -> None:
    """An operation that answers nothing loads nothing."""
    assert loaded["call without models"] == []


def test_call_with_a_model(loaded: dict[str, list[str]]) -> None:
    """An operation loads the module of the model that it answers with, of sixteen."""
    assert loaded["call with a model"] == [".models", ".models._index", ".models.insight"]


def test_only_models_of_the_call_exist(loaded: dict[str, list[str]]) -> None:
    """After a call exactly the models exist that its answer is made of."""
    assert loaded["models"] == ["DashboardTile", "Insight", "User"]


def test_raw_call(loaded: dict[str, list[str]]) -> None:
    """A raw response costs the one module of raw responses."""
    assert loaded["raw call"] == [".raw_responses"]


def test_models_are_an_attribute_of_the_package() -> None:
    """`generated.posthog.models` is there without an import of its own."""
    code = "import generated.posthog\nprint(generated.posthog.models.Insight.__name__)"

    assert run((sys.executable, "-W", "error", "-c", code), TESTS.parent) == "Insight\n"
