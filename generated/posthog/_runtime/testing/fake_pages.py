"""Fakes of lists that come page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any, Generic, Self, TypeVar, cast

import httpx2

from ..models import dump, resolve
from ..pagination import BasePage, PagedOperation
from .calls import Call
from .fakes import BaseStub, Fake
from .samples import make

Item = TypeVar("Item")
Body = TypeVar("Body")

_NUMBER = "page_of_fake"


class PagesStub(BaseStub, Generic[Item, Body]):
    """What an operation answers whose pages are of `Item`."""

    def __init__(self, fake: Fake[Any, Any], operation: PagedOperation[Item, Body]) -> None:
        super().__init__(fake, operation)
        self._items, self._told = operation.items, cast("Any", operation.turn)

    def returns(self, *pages: Sequence[Item | Mapping[str, Any]]) -> Self:
        """Answer with these items: a list for each page, which the client goes on to by itself."""
        numbers: dict[tuple[str, str], int] = {}

        def answer(call: Call) -> httpx2.Response:
            asked = {**call.arguments, **call.url.params}
            known = (numbers.get((name, str(value))) for name, value in asked.items())
            number = next(filter(None, known), 0)
            body, headers = self._page(pages, number, call.url)
            for name, value in self._turn(body, headers, call, number, pages).items():
                numbers[name, str(value)] = number + 1
            return self._success(body, headers=headers)(call)

        for number in range(len(pages)):
            self._success(self._page(pages, number, httpx2.URL("/"))[0])
        return self._say(answer)

    def returns_body(self, body: Body | Mapping[str, Any] | str) -> Self:
        """Answer with the whole body of a page, or with a text in another format."""
        return self._say(self._success(body))

    def _page(
        self, pages: Sequence[Sequence[Any]], number: int, url: httpx2.URL
    ) -> tuple[Any, dict[str, str]]:
        """Return body and headers of a page; what it needs besides its items is made up."""
        told, has_next = self._told, number + 1 < len(pages)
        items = list(pages[number]) if number < len(pages) else []
        name = next(one.type for one in self._operation.responses if isinstance(one.type, str))
        body = dump(self._package, name, make(resolve(self._package, name)))
        body = _put(body, self._items, items) if self._items else items
        body = _put(body, getattr(told, "total", ""), sum(map(len, pages)))
        body = _put(body, getattr(told, "more", ""), has_next)
        is_link = not hasattr(told, "argument")
        way = str(url.copy_set_param(_NUMBER, number + 1) if is_link else number + 1)
        if not hasattr(told, "next"):
            return body, {"link": f'<{way}>; rel="next"'} if is_link and has_next else {}
        if getattr(told, "in_header", False):
            return body, {told.next: way} if has_next else {}
        body = _put(body, getattr(told, "previous", ""), way if has_next else None)
        return _put(body, told.next, way if has_next else None), {}

    def _turn(
        self,
        body: Any,
        headers: Mapping[str, str],
        call: Call,
        number: int,
        pages: Sequence[Sequence[Any]],
    ) -> Mapping[str, Any]:
        """Return the arguments by which the client will ask for the page that follows."""
        request: Any = SimpleNamespace(arguments=call.arguments, operation=self._operation)
        answer: Any = SimpleNamespace(headers=httpx2.Headers(headers), hide=str)
        page: BasePage[Any, Any] = BasePage(body, answer, request)
        page.number, page.seen = number + 1, sum(map(len, pages[:number]))
        turn = self._told(page)
        return {_NUMBER: number + 1} if isinstance(turn, str) else turn or {}


def _put(body: Any, place: str, value: Any) -> Any:
    """Return a body with a value at a place; None takes away what is there, or empties it."""
    name, _, rest = place.partition(".")
    here: Any = body.get(name) if name else None
    if not name or {"0", "-1"}.intersection(place.split(".")) or (value is None and here is None):
        return body
    empty = type(here)() if value is None else value
    return {**body, name: _put(here or {}, rest, value) if rest else empty}
