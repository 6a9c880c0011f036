"""Names that once broke a client; each is a text that a document may well hold."""

from __future__ import annotations

import pytest

from tests.hostile.checks import problems
from tests.hostile.making import make


@pytest.mark.parametrize(
    ("position", "name"),
    [
        pytest.param("component.response", "404", id="response called by its status"),
        pytest.param("component.parameter", "34", id="parameter of digits"),
        pytest.param("component.parameter", "literal", id="parameter like an import"),
        pytest.param("operation.tag", "שלום", id="tag without Latin letters"),
        pytest.param("operation.tag", "property", id="tag like a decorator"),
        pytest.param("operation.tag", "things/cached_property", id="tag below like a decorator"),
        pytest.param("operation.id", "deprecated", id="operation like a decorator"),
        pytest.param("operation.tag", "None", id="tag like a constant"),
        pytest.param("schema.key", "model_config", id="schema like an attribute of models"),
        pytest.param("schema.key", "Import Module", id="schema that hides a function"),
        pytest.param("schema.key", "MODULES", id="schema that hides the index"),
        pytest.param("schema.key", "Nul", id="schema like a device"),
        pytest.param("schema.key", "İı", id="schema whose small letters have marks"),
        pytest.param("property.key", "हिन्दी", id="property with marks"),
        pytest.param("property.key", "\u0301", id="property of a lone mark"),
    ],
)
def test_name(position: str, name: str) -> None:
    """A name that Python, pydantic or a file system has other plans for gives a working client."""
    made = make({position: name})
    assert problems(made) == []
    assert made.code == 0


def test_component_that_only_refers() -> None:
    """A component that is another one by reference works whatever the other's key is."""
    made = make({"union.first": "Odd one", "union.second": "Odd one"})
    assert problems(made) == []
    assert made.code == 0
