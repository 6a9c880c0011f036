"""Parameter styles: what the tables of OpenAPI (tests/conformance) leave open."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any
from uuid import UUID

import pytest
from runtime.headers import Cookie, Header
from runtime.operation import Operation, Path, Prepared, Query
from runtime.styles import Styled

from tests.runtime.petshop import PetshopClient
from tests.runtime.petshop.models import Owner

CLIENT = PetshopClient(base_url="https://pets.example")


USUAL: dict[type[Query], Styled] = {
    Query: Styled(),
    Cookie: Styled(),
    Path: Styled("simple", explode=False),
    Header: Styled("simple", explode=False),
}


def write(parameter: Path | Query | Header | Cookie, value: Any) -> str | None:
    """Write a value as the generated clients do that may have lists and objects there."""
    is_told = isinstance(parameter.write, Styled)
    told = parameter if is_told else replace(parameter, write=USUAL[type(parameter)])
    request = Prepared[Any](CLIENT, Operation(name="x", method="GET", path="/"), {})
    told.add(request, value)
    match parameter:
        case Path():
            return request.path[parameter.name]
        case Cookie():
            return request.headers.get("cookie")
        case Header():
            return request.headers.get(parameter.name)
        case _:
            return "&".join(request.query)


class Colour(Enum):
    BLUE = "blue"


class Size(IntEnum):
    BIG = 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (12, "12"),
        (1.5, "1.5"),
        (1e22, "10000000000000000000000"),
        (1e-7, "0.0000001"),
        (Decimal("1E+2"), "100"),
        ("", ""),
        ("a b&c=d/e+f", "a%20b%26c%3Dd%2Fe%2Bf"),
        ("ü❤", "%C3%BC%E2%9D%A4"),
        (Colour.BLUE, "blue"),
        (Size.BIG, "3"),
        (date(2026, 11, 21), "2026-11-21"),
        (datetime(2026, 11, 21, 8, 5, tzinfo=UTC), "2026-11-21T08%3A05%3A00Z"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (b"ab", "ab"),
    ],
)
def test_a_scalar_is_written_without_pythons_spelling(value: Any, text: str) -> None:
    """Booleans, numbers, dates, enums and UUIDs are written as JSON writes them, then escaped."""
    assert write(Query("q"), value) == f"q={text}"


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_number_that_json_lacks_is_refused(value: float) -> None:
    """NaN and infinity have no form on the wire."""
    with pytest.raises(ValueError, match="JSON"):
        write(Query("q"), value)


@pytest.mark.parametrize("value", [None, [], {}, [None], {"a": None}, ()])
def test_what_is_nothing_is_left_out_of_a_query(value: Any) -> None:
    """None, empty lists and empty objects have no form in a query and are left out."""
    assert write(Query("q", write=Styled(explode=False)), value) == ""


@pytest.mark.parametrize("parameter", [Header("h"), Cookie("c")])
def test_none_is_left_out_of_headers_and_cookies(parameter: Path | Query | Header | Cookie) -> None:
    """None has no form in a header or a cookie and is left out."""
    assert not write(parameter, None)


@pytest.mark.parametrize(
    ("parameter", "value", "written"),
    [
        (Query("ids[]"), [1, 2], "ids%5B%5D=1&ids%5B%5D=2"),
        (Query("q"), ("a", "b"), "q=a&q=b"),
        (Query("q", write=Styled(explode=False)), ["a,b", "c"], "q=a%2Cb,c"),
        (Query("q"), {"a": ["x", None, "y"], "b": None}, "a=x&a=y"),
        (Query("q"), {"a": ["x/y"], "b": "x/y"}, "a=x/y&b=x%2Fy"),
        (Query("q", write=Styled(allow_reserved=True)), {"a": ["x/%2F"]}, "a=x/%2F"),
        (Query("q"), {"a": {"b": 1}}, "a=%7B%22b%22%3A1%7D"),
        (Query("q"), Owner(firstName="Ada"), "firstName=Ada"),
        (Query("q", write=Styled(style="spaceDelimited", explode=True)), ["a", "b"], "q=a&q=b"),
        (
            Query("q", write=Styled(allow_reserved=True)),
            "a/b?c%20d&e=f#[g]",
            "q=a/b?c%20d%26e%3Df%23%5Bg%5D",
        ),
        (
            Query("q", write=Styled(content_type="application/json")),
            {"a": [1, None]},
            "q=%7B%22a%22%3A%5B1%2Cnull%5D%7D",
        ),
        (Query("q", write=Styled(content_type="text/plain")), "a b", "q=a%20b"),
        (
            Path("p", write=Styled(style="simple", content_type="application/json", explode=False)),
            {"a": 1},
            "%7B%22a%22%3A1%7D",
        ),
        (
            Header(
                "h", write=Styled(style="simple", content_type="application/json", explode=False)
            ),
            {"ä": 1},
            '{"\\u00e4":1}',
        ),
        (Header("h"), "a b/c", "a b/c"),
        (Header("h"), ["a", "b"], "a,b"),
        (Header("h"), " ü ", "ü"),
        (Header("h"), [], None),
        (Cookie("c"), ["a", "b"], "c=a; c=b"),
        (Cookie("c", write=Styled(explode=False)), ["a;", "b"], "c=a%3B,b"),
        (Path("p", write=Styled(style="label", explode=False)), "a/b", ".a%2Fb"),
        (Path("p", write=Styled(style="matrix", explode=True)), ["a", "b"], ";p=a;p=b"),
        (Path("p"), {"a": [1]}, "a,%5B1%5D"),
    ],
)
def test_a_value_is_written_in_its_style(
    parameter: Path | Query | Header | Cookie, value: Any, written: str | None
) -> None:
    """Lists, objects and models follow their style; what nests deeper than it knows is JSON."""
    assert write(parameter, value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"a": {"b": 1}}, "f[a][b]=1"),
        ({"a": ["x", "y"]}, "f[a][]=x&f[a][]=y"),
        ({"a": [{"b": 1}, {"b": 2}]}, "f[a][0][b]=1&f[a][1][b]=2"),
        ({"a": None}, "f[a]="),
        (["x"], "f[]=x"),
        ({}, ""),
    ],
)
def test_a_deep_object_nests_in_brackets(value: Any, written: str) -> None:
    """A deepObject goes as deep as its value, with lists as the common servers read them."""
    text = write(Query("f", write=Styled(style="deepObject")), value)
    assert text is not None
    assert text.replace("%5B", "[").replace("%5D", "]") == written


@pytest.mark.parametrize("value", [None, "", [], {}])
def test_a_path_parameter_that_leaves_nothing_is_refused(value: Any) -> None:
    """An empty path segment would address something else and is an error."""
    with pytest.raises(ValueError, match="path parameter 'pet_id' must not be"):
        write(Path("pet_id"), value)


def test_a_header_cannot_be_broken_out_of() -> None:
    """A line break in a header is refused, and the message does not repeat the value."""
    with pytest.raises(ValueError, match="'h' contains a character") as caught:
        write(Header("h"), "hush\r\nX-Admin: 1")
    assert "hush" not in str(caught.value)
