"""No text of a document becomes code, path or format string, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.checks import harmless, outlines, problems
from tests.hostile.document import harmless_texts
from tests.hostile.making import make
from tests.hostile.texts import FRAGMENTS, LONG, TEXTS, WORST
from tests.hostile.trees import shapes

POSITIONS = tuple(harmless_texts())
SHAPING = frozenset(
    {
        *("path", "path.segment", "path.parameter", "operation.id", "operation.tag"),
        *("operation.scheme", "operation.server", "scheme.header", "scheme.url", "selector.name"),
        *("server.variable", "server.default", "server.path", "server.url"),
        *("query.style", "encoding.style", "encoding.media_type", "type"),
        *("body.media_type", "error.media_type", "answer.media_type", "parameter.media_type"),
        *("response.status", "discriminator"),
    }
)
"""Here a text decides what there is: which resources, arguments, answers and types."""
REFERENCES = frozenset({"reference", "reference.file", "mapping.value"})
"""Here a text can end the run, because other files and the network are not asked."""
SHARING = frozenset(
    {
        *("union.first", "union.second", "enum.key", "alias.key", "merged.key"),
        *("scheme.bearer", "mapping.other_key"),
        *("deep.name", "enum.name", "component.parameter.name"),
    }
)
"""Here a text would be a key for the second time in its mapping."""
TELLING = tuple(
    position for position in POSITIONS if position not in SHAPING | REFERENCES | SHARING
)
ELSEWHERE = {
    name: TEXTS[name]
    for name in (
        "up",
        "absolute_path",
        "windows_path",
        "home",
        "slashes",
        "url",
        "script_url",
        "pointer",
        "dots",
        "nul",
        "template",
        "format_braces",
        "yaml",
        "half_character",
    )
}
LONG_ONES = (
    *("info.title", "operation.id", "operation.tag", "path.segment", "query.name"),
    *("query.pattern", "schema.key", "property.key", "component.response"),
)
"""Where names are made, or patterns read."""
AREAS = sorted({position.split(".")[0] for position in POSITIONS})

some_text = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=5).map("".join)
run_often = settings(derandomize=True, max_examples=20, deadline=None, database=None)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_changes_nothing_but_texts_and_names(text: str) -> None:
    """A client has the same statements, files and tables whatever is said in its document."""
    made = make(dict.fromkeys(TELLING, text))
    assert problems(made) == []
    assert made.code == 0
    assert shapes(made.files) == shapes(harmless().files)
    assert outlines(made) == outlines(harmless())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_that_decides_what_there_is(text: str) -> None:
    """A text in a place that shapes the client brings out only what templates can write."""
    assert problems(make(dict.fromkeys(SHAPING, text))) == []


@pytest.mark.parametrize("area", AREAS)
def test_worst_text(area: str) -> None:
    """A text with everything in it does no harm in any place by itself."""
    positions = [position for position in POSITIONS if position.split(".")[0] == area]
    assert problems(make(dict.fromkeys(positions, WORST))) == []


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE)
def test_reference(text: str) -> None:
    """A reference that leads out of the document is refused or leads nowhere."""
    assert problems(make(dict.fromkeys(REFERENCES, text))) == []


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_text(text: str) -> None:
    """A hundred thousand characters fit wherever a text stands."""
    made = make(dict.fromkeys(LONG_ONES, text))
    assert problems(made) == []
    assert made.code == 0


@run_often
@given(st.dictionaries(st.sampled_from(TELLING), some_text, min_size=1, max_size=20))
def test_any_text_changes_nothing_but_texts_and_names(texts: dict[str, str]) -> None:
    """A client has the same statements whatever texts stand together in its document."""
    made = make(texts)
    assert problems(made) == []
    assert shapes(made.files) == shapes(harmless().files)


@run_often
@given(st.dictionaries(st.sampled_from(POSITIONS), some_text, min_size=1, max_size=20))
def test_any_text_anywhere(texts: dict[str, str]) -> None:
    """Texts that stand together anywhere, equal ones too, bring out only what templates can write."""
    assert problems(make(texts)) == []
