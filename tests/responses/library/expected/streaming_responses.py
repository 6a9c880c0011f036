"""The operations of the clients, each to be used in `with`, answering before the body is read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.downloads import async_streaming_response, streaming_response

if TYPE_CHECKING:
    from .client import AsyncLibraryClient, LibraryClient
    from .resources.books import AsyncBooks, Books
    from .resources.catalogue import AsyncCatalogue, Catalogue


class LibraryClientWithStreamingResponse:
    """`LibraryClient` with responses that are read bit by bit."""

    def __init__(self, client: LibraryClient) -> None:
        self._client = client

    @cached_property
    def books(self) -> BooksWithStreamingResponse:
        return BooksWithStreamingResponse(self._client.books)

    @cached_property
    def catalogue(self) -> CatalogueWithStreamingResponse:
        return CatalogueWithStreamingResponse(self._client.catalogue)


class BooksWithStreamingResponse:
    """`Books` with responses that are read bit by bit."""

    def __init__(self, resource: Books) -> None:
        self._resource = resource
        self.get = streaming_response(resource.get)
        self.replace = streaming_response(resource.replace)
        self.delete = streaming_response(resource.delete)
        self.check = streaming_response(resource.check)
        self.download_scan = streaming_response(resource.download_scan)
        self.get_cover = streaming_response(resource.get_cover)


class CatalogueWithStreamingResponse:
    """`Catalogue` with responses that are read bit by bit."""

    def __init__(self, resource: Catalogue) -> None:
        self._resource = resource
        self.get = streaming_response(resource.get)
        self.count_books = streaming_response(resource.count_books)


class AsyncLibraryClientWithStreamingResponse:
    """`AsyncLibraryClient` with responses that are read bit by bit."""

    def __init__(self, client: AsyncLibraryClient) -> None:
        self._client = client

    @cached_property
    def books(self) -> AsyncBooksWithStreamingResponse:
        return AsyncBooksWithStreamingResponse(self._client.books)

    @cached_property
    def catalogue(self) -> AsyncCatalogueWithStreamingResponse:
        return AsyncCatalogueWithStreamingResponse(self._client.catalogue)


class AsyncBooksWithStreamingResponse:
    """`AsyncBooks` with responses that are read bit by bit."""

    def __init__(self, resource: AsyncBooks) -> None:
        self._resource = resource
        self.get = async_streaming_response(resource.get)
        self.replace = async_streaming_response(resource.replace)
        self.delete = async_streaming_response(resource.delete)
        self.check = async_streaming_response(resource.check)
        self.download_scan = async_streaming_response(resource.download_scan)
        self.get_cover = async_streaming_response(resource.get_cover)


class AsyncCatalogueWithStreamingResponse:
    """`AsyncCatalogue` with responses that are read bit by bit."""

    def __init__(self, resource: AsyncCatalogue) -> None:
        self._resource = resource
        self.get = async_streaming_response(resource.get)
        self.count_books = async_streaming_response(resource.count_books)
