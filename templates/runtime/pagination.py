"""Lists that come page by page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

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


class PaginationError(APIError):
    """There is no next page, or the link to it cannot be followed."""


@dataclass(frozen=True, slots=True)
class NextLink:
    """Pages joined by a URL in the body; `items` and `next` are the names of the two on the wire."""

    items: str
    next: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PagedOperation(Operation[Body_co], Generic[Item_co, Body_co]):
    """An operation that answers page by page, each a `Body_co` with a list of `Item_co`."""

    pages: NextLink


@dataclass(frozen=True, slots=True)
class Position(Generic[Item, Body]):
    """Where in a list a page stands; `visited` is shared by all pages of a run."""

    request: Prepared[Body]
    pages: NextLink
    number: int = 1
    visited: dict[str, int] = field(default_factory=dict)

    def follow(self, link: str) -> Position[Item, Body]:
        """Return the position of the next page; refuse a link that leads elsewhere or back."""
        here = self.request.url
        try:
            url = here.join(link)
            is_elsewhere = url.origin != here.origin
        except (httpx2.InvalidURL, ValueError) as error:
            raise PaginationError(
                f"{self.request.title}: the next page is no URL: {error}"
            ) from None
        if url.userinfo:
            raise PaginationError(
                f"{self.request.title}: the link to the next page carries credentials of its own"
            )
        if is_elsewhere:
            raise PaginationError(
                f"{self.request.title}: the next page is at {_origin(url)}, not at {_origin(here)};"
                " credentials are not sent there"
            )
        self.visited.setdefault(str(here), self.number)
        if self.visited.setdefault(str(url), self.number + 1) <= self.number:
            raise PaginationError(f"{self.request.title}: the pages lead round in a circle")
        return replace(self, request=replace(self.request, url=url), number=self.number + 1)

    def fetch(self) -> Exchange[RawResponse[Body]]:
        """Ask for the page."""
        return exchange(self.request)


def _origin(url: httpx2.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


class BasePage(Generic[Item, Body]):
    """What the two kinds of pages share: `raw` is the body of the answer."""

    def __init__(self, raw: Body, position: Position[Item, Body]) -> None:
        self.raw = raw
        self._position = position

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {len(self.items)} items, has_next={self.has_next}>"

    @property
    def items(self) -> list[Item]:
        """The items of this page."""
        return _member(self.raw, self._position.pages.items) or []

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one."""
        return self._link() is not None

    def _link(self) -> str | None:
        return _member(self.raw, self._position.pages.next) or None

    def _next(self) -> Position[Item, Body]:
        link = self._link()
        if link is None:
            raise PaginationError(f"{self._position.request.title}: this is the last page")
        return self._position.follow(link)


def _member(body: Any, wire_name: str) -> Any:
    """Look up a member of the body by its name on the wire."""
    if isinstance(body, Mapping):
        return body.get(wire_name)
    if body is None:
        return None
    assert isinstance(body, BaseModel)
    for name, declared in type(body).model_fields.items():
        if wire_name in (declared.alias, name):
            return getattr(body, name)
    return (body.model_extra or {}).get(wire_name)


class Page(BasePage[Item, Body]):
    """A page of a list; iterating over it goes on over all pages that follow."""

    def __init__(
        self,
        raw: Body,
        position: Position[Item, Body],
        drive: Callable[[Exchange[RawResponse[Body]]], RawResponse[Body]],
    ) -> None:
        super().__init__(raw, position)
        self._drive = drive

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
        return Page(self._drive(position.fetch()).parse(), position, self._drive)


class AsyncPage(BasePage[Item, Body]):
    """A page of a list; `async for` goes on over all pages that follow."""

    def __init__(
        self,
        raw: Body,
        position: Position[Item, Body],
        drive: Callable[[Exchange[RawResponse[Body]]], Awaitable[RawResponse[Body]]],
    ) -> None:
        super().__init__(raw, position)
        self._drive = drive

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
        return AsyncPage((await self._drive(position.fetch())).parse(), position, self._drive)


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
        position: Position[Item, Body] = Position(request, operation.pages)
        raw = client._drive(position.fetch())
        return client._result(raw.then(lambda body: Page(body, position, client._drive)))


class AsyncPagedResource(AsyncResource):
    """A group of operations of an asynchronous client, some of which answer page by page."""

    def _call_pages(
        self, operation: PagedOperation[Item, Body], arguments: Mapping[str, Any]
    ) -> AsyncPages[Item, Body]:
        client = self._client

        async def first() -> AsyncPage[Item, Body]:
            request = prepare(client._state, operation, arguments)
            position: Position[Item, Body] = Position(request, operation.pages)
            raw = await client._drive(position.fetch())
            return client._result(raw.then(lambda body: AsyncPage(body, position, client._drive)))

        return AsyncPages(first)
