"""Lists that come page by page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import reduce
from typing import Any, Generic, Self, TypeVar, cast

import httpx2
from pydantic import BaseModel

from .client import AsyncClient, SyncClient, run
from .errors import APIError
from .operation import Arguments, Operation, Prepared
from .response import RawResponse

Item = TypeVar("Item")
Body = TypeVar("Body")

Turn = str | Mapping[str, Any] | None
"""How a list goes on: by a link, with changed arguments, or not at all."""


class PaginationError(APIError):
    """There is no next page, or the way to it cannot be followed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PagedOperation(Operation[Body], Generic[Item, Body]):
    """An operation that answers page by page, each a `Body` with a list of `Item` at `items`.

    Places in a body are names on the wire, joined by dots: `meta.next_page`, `data.-1.id` for the
    last of a list, `data.0.id` for the first; the empty text is the body itself.
    """

    items: str
    turn: Callable[[BasePage[Any, Any]], Turn]


@dataclass(frozen=True, slots=True)
class NextLink:
    """Pages joined by a URL in the body."""

    next: str

    def __call__(self, page: BasePage[Any, Any]) -> Turn:
        """Read the link."""
        return str(page.find(self.next) or "").strip() or None


class BasePage(Generic[Item, Body]):
    """What the two kinds of pages share: `raw` is the body of the answer."""

    number = 1
    seen = 0
    """How many items the pages before this one had."""

    def __init__(self, raw: Body, answer: RawResponse[Any], request: Prepared[Any]) -> None:
        self.raw, self.headers, self.arguments = raw, answer.headers, request.arguments
        self._hide, self._request = answer.hide, request
        self._operation = cast("PagedOperation[Item, Body]", request.operation)
        self._visited: dict[str, int] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {len(self.items)} items, has_next={self.has_next}>"

    @property
    def items(self) -> list[Item]:
        """The items of this page."""
        found = self.find(self._operation.items)
        if found is not None and not isinstance(found, list):
            raise self._error("the items of the page are no list")
        return found or []

    @property
    def has_next(self) -> bool:
        """Whether there may be a page after this one."""
        return self._operation.turn(self) is not None

    def find(self, place: str) -> Any:
        """Look up what is at a place in the body; None where there is nothing."""
        return reduce(_member, filter(None, place.split(".")), cast("Any", self.raw))

    @classmethod
    async def _fetch(cls, request: Prepared[Any]) -> RawResponse[Self]:
        """Ask for a page."""
        raw: RawResponse[Any] = await request.client._exchange(request)
        raw._finish = lambda body: cls(body, raw, request)
        return raw

    async def _next(self) -> Self:
        """Ask for the page after this one; refuse a way that leads elsewhere or back."""
        before, turn = self._request, self._operation.turn(self)
        if turn is None:
            raise self._error("this is the last page")
        try:
            request = copy(before)
            if isinstance(turn, str):
                request.url = self._url(turn)
            else:
                request = Prepared(before.client, before.operation, {**self.arguments, **turn})
        except (httpx2.InvalidURL, ValueError) as error:
            raise self._error(f"the next page cannot be asked for: {error}") from None
        self._visited.setdefault(str(before.url), self.number)
        key = str(request.url) if isinstance(turn, str) else repr(turn)
        if self._visited.setdefault(key, self.number + 1) <= self.number:
            raise self._error("the pages lead round in a circle")
        page = (await self._fetch(request)).parse()
        if isinstance(page, BasePage):  # else it came as a text
            page.number, page.seen = self.number + 1, self.seen + len(self.items)
            page._visited = self._visited
            if page.items and page.items == self.items and not isinstance(turn, str):
                raise self._error("the server answers with the same page again")
        return page

    def _error(self, problem: str) -> PaginationError:
        return PaginationError(self._hide(f"{self._request.title}: {problem}"))

    def _url(self, link: str) -> httpx2.URL:
        url = self._request.url.join(link)
        if url.origin == self._request.url.origin and not url.userinfo:
            return url
        there, here = (f"{one.scheme}://{one.netloc.decode()}" for one in (url, self._request.url))
        who = " with credentials of its own" if url.userinfo else "; credentials are not sent there"
        raise self._error(f"the next page is at {there}, not at {here}{who}")


def _member(body: Any, wire_name: str) -> Any:
    """Look up a member of an object by its name on the wire, or the first or last item of a list."""
    match body:
        case Mapping():
            return body.get(wire_name)
        case [_, *_] if wire_name in ("0", "-1"):
            return body[int(wire_name)]
        case BaseModel():
            for name, declared in type(body).model_fields.items():
                if wire_name in (declared.alias, name):
                    return getattr(body, name)
            return (body.model_extra or {}).get(wire_name)
    return None


class Page(BasePage[Item, Body]):
    """A page of a list; iterating over it goes on over all pages that follow."""

    @staticmethod
    def first(
        client: SyncClient, operation: PagedOperation[Item, Body], arguments: Arguments
    ) -> Page[Item, Body]:
        """Ask for the first page of a list."""
        request = Prepared(client, operation, arguments)
        return client._result(run(Page[Item, Body]._fetch(request)))

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.items

    def pages(self) -> Iterator[Self]:
        """Yield this page and all that follow."""
        page = self
        yield page
        while page.has_next:
            page = page.next_page()
            yield page

    def next_page(self) -> Self:
        """Fetch the page after this one; a `PaginationError` where there is none."""
        return run(self._next())


class AsyncPage(BasePage[Item, Body]):
    """A page of a list; `async for` goes on over all pages that follow."""

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[Self]:
        """Yield this page and all that follow."""
        page = self
        yield page
        while page.has_next:
            page = await page.next_page()
            yield page

    async def next_page(self) -> Self:
        """Fetch the page after this one; a `PaginationError` where there is none."""
        return await self._next()


class AsyncPages(Awaitable[AsyncPage[Item, Body]]):
    """A list that is asked for when it is awaited, for its first page, or iterated over."""

    def __init__(
        self, client: AsyncClient, operation: PagedOperation[Item, Body], arguments: Arguments
    ) -> None:
        self._request = Prepared(client, operation, arguments)

    def __await__(self) -> Generator[Any, None, AsyncPage[Item, Body]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for item in await self:
            yield item

    async def pages(self) -> AsyncIterator[AsyncPage[Item, Body]]:
        """Yield all pages."""
        async for page in (await self).pages():
            yield page

    async def _first(self) -> AsyncPage[Item, Body]:
        return self._request.client._result(await AsyncPage[Item, Body]._fetch(self._request))
