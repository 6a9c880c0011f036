"""Lists that come page by page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Protocol, TypeVar

import httpx2
from pydantic import BaseModel

from .client import AsyncResource, Resource
from .errors import APIError
from .exchange import Exchange, exchange
from .operation import Operation
from .request import Prepared, prepare
from .response import RawResponse

Item = TypeVar("Item")
Body = TypeVar("Body")
Item_co = TypeVar("Item_co", covariant=True)
Body_co = TypeVar("Body_co", covariant=True)
PageT = TypeVar("PageT", bound="BasePage[Any, Any]")

Turn = str | Mapping[str, Any] | None
"""How a list goes on: by a link, with changed arguments, or not at all."""


class PaginationError(APIError):
    """There is no next page, or the way to it cannot be followed."""


class Pages(Protocol):
    """Where the items of a page are, and how the page after it is found.

    Places in a body are names on the wire, joined by dots: `meta.next_page`, `data.-1.id` for the
    last of a list, `data.0.id` for the first; the empty text is the body itself.
    """

    @property
    def items(self) -> str: ...  # noqa: D102

    def turn(self, page: BasePage[Any, Any]) -> Turn: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class NextLink:
    """Pages joined by a URL in the body."""

    items: str
    next: str

    def turn(self, page: BasePage[Any, Any]) -> Turn:
        """Read the link."""
        return page.find(self.next) or None


@dataclass(frozen=True, kw_only=True, slots=True)
class PagedOperation(Operation[Body_co], Generic[Item_co, Body_co]):
    """An operation that answers page by page, each a `Body_co` with a list of `Item_co`."""

    pages: Pages


@dataclass(frozen=True, slots=True)
class Position:
    """Where in a list a page stands; `visited` is shared by all pages of a run."""

    request: Prepared[Any]
    pages: Pages
    client: Any = None
    number: int = 1
    seen: int = 0
    before: list[Any] = field(default_factory=list)
    visited: dict[str, int] = field(default_factory=dict)

    @property
    def arguments(self) -> Mapping[str, Any]:
        """The arguments that the page was asked for with."""
        return self.request.arguments

    def fetch(self, kind: type[PageT]) -> Exchange[RawResponse[PageT]]:
        """Ask for the page."""
        raw = yield from exchange(self.request)
        return raw.then(lambda body: kind(body, raw.headers, self))

    def follow(self, turn: Turn, items: list[Any]) -> Position:
        """Return the position of the next page; refuse a way that leads elsewhere or back."""
        request, is_link = self.request, isinstance(turn, str)
        if turn is None:
            raise self.error("this is the last page")
        if isinstance(turn, str):
            request = replace(request, url=self._url(turn))
        else:
            request = prepare(request.state, request.operation, {**self.arguments, **turn})
        self.visited.setdefault(str(self.request.url), self.number)
        key = str(request.url) if is_link else repr(turn)
        if self.visited.setdefault(key, self.number + 1) <= self.number:
            raise self.error("the pages lead round in a circle")
        number, seen, before = self.number + 1, self.seen + len(items), [] if is_link else items
        return replace(self, request=request, number=number, seen=seen, before=before)

    def error(self, problem: str) -> PaginationError:
        """Return an error that names the request."""
        return PaginationError(f"{self.request.title}: {problem}")

    def _url(self, link: str) -> httpx2.URL:
        here = self.request.url
        try:
            url = here.join(link)
            is_elsewhere = url.origin != here.origin
        except (httpx2.InvalidURL, ValueError) as error:
            raise self.error(f"the next page is no URL: {error}") from None
        if url.userinfo:
            raise self.error("the link to the next page carries credentials of its own")
        if is_elsewhere:
            there, place = (f"{one.scheme}://{one.netloc.decode('ascii')}" for one in (url, here))
            raise self.error(
                f"the next page is at {there}, not at {place}; credentials are not sent there"
            )
        return url


class BasePage(Generic[Item, Body]):
    """What the two kinds of pages share: `raw` is the body of the answer."""

    def __init__(self, raw: Body, headers: httpx2.Headers, position: Position) -> None:
        self.raw = raw
        self.headers = headers
        self.position = position
        if position.before and position.before == self.items:
            raise position.error("the server answers with the same page again")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {len(self.items)} items, has_next={self.has_next}>"

    @property
    def items(self) -> list[Item]:
        """The items of this page."""
        return self.find(self.position.pages.items) or []

    @property
    def has_next(self) -> bool:
        """Whether there may be a page after this one."""
        return self.position.pages.turn(self) is not None

    def find(self, place: str) -> Any:
        """Look up what is at a place in the body; None where there is nothing."""
        found: Any = self.raw
        for name in filter(None, place.split(".")):
            found = _member(found, name)
        return found

    def _next(self) -> Position:
        return self.position.follow(self.position.pages.turn(self), self.items)


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

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.items

    def pages(self) -> Iterator[Page[Item, Body]]:
        """Yield this page and all that follow."""
        page = self
        yield page
        while page.has_next:
            page = page.next_page()
            yield page

    def next_page(self) -> Page[Item, Body]:
        """Fetch the page after this one; a `PaginationError` where there is none."""
        position = self._next()
        raw: RawResponse[Page[Item, Body]] = position.client._drive(position.fetch(Page))
        return raw.parse()


class AsyncPage(BasePage[Item, Body]):
    """A page of a list; `async for` goes on over all pages that follow."""

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[AsyncPage[Item, Body]]:
        """Yield this page and all that follow."""
        page = self
        yield page
        while page.has_next:
            page = await page.next_page()
            yield page

    async def next_page(self) -> AsyncPage[Item, Body]:
        """Fetch the page after this one; a `PaginationError` where there is none."""
        position = self._next()
        steps = position.fetch(AsyncPage)
        raw: RawResponse[AsyncPage[Item, Body]] = await position.client._drive(steps)
        return raw.parse()


class AsyncPages(Awaitable["AsyncPage[Item, Body]"], Generic[Item, Body]):
    """A list that is asked for when it is awaited, for its first page, or iterated over."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[Item, Body]]]) -> None:
        self._first = first

    def __await__(self) -> Generator[Any, None, AsyncPage[Item, Body]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for item in await self._first():
            yield item

    async def pages(self) -> AsyncIterator[AsyncPage[Item, Body]]:
        """Yield all pages."""
        async for page in (await self._first()).pages():
            yield page


class PagedResource(Resource):
    """A group of operations, some of which answer page by page."""

    def _call_pages(
        self, operation: PagedOperation[Item, Body], arguments: Mapping[str, Any]
    ) -> Page[Item, Body]:
        client = self._client
        request = prepare(client._state, operation, arguments)
        return client._result(client._drive(Position(request, operation.pages, client).fetch(Page)))


class AsyncPagedResource(AsyncResource):
    """A group of operations of an asynchronous client, some of which answer page by page."""

    def _call_pages(
        self, operation: PagedOperation[Item, Body], arguments: Mapping[str, Any]
    ) -> AsyncPages[Item, Body]:
        client = self._client

        async def first() -> AsyncPage[Item, Body]:
            request = prepare(client._state, operation, arguments)
            position = Position(request, operation.pages, client)
            return client._result(await client._drive(position.fetch(AsyncPage)))

        return AsyncPages(first)
