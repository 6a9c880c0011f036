"""The operations of `client.books`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._operations import books as operations
from .._runtime.client import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models import Book, Receipt


class Books(Resource):
    """Operations of `client.books`."""

    def get(self, id: str) -> Book:
        """Read about a book."""
        return self._call(operations.GET, locals())

    def replace(self, id: str, *, title: str) -> Book | Receipt | None:
        """Make or replace a book.

        Returns:
            Replaced.
        """
        return self._call(operations.REPLACE, locals())

    def delete(self, id: str) -> None:
        """Remove a book.

        Returns:
            Gone.
        """
        return self._call(operations.DELETE, locals())

    def check(self, id: str) -> None:
        """Ask whether there is a book.

        Returns:
            There is.
        """
        return self._call(operations.CHECK, locals())

    def download_scan(self, id: str) -> bytes:
        """Download the scan of a book.

        Returns:
            The scan.
        """
        return self._call(operations.DOWNLOAD_SCAN, locals())

    def get_cover(self, id: str) -> Receipt | bytes:
        """Get the cover of a book, or where it is.

        Returns:
            The cover.
        """
        return self._call(operations.GET_COVER, locals())


class AsyncBooks(AsyncResource):
    """Operations of `client.books`."""

    async def get(self, id: str) -> Book:
        """Read about a book."""
        return await self._call(operations.GET, locals())

    async def replace(self, id: str, *, title: str) -> Book | Receipt | None:
        """Make or replace a book.

        Returns:
            Replaced.
        """
        return await self._call(operations.REPLACE, locals())

    async def delete(self, id: str) -> None:
        """Remove a book.

        Returns:
            Gone.
        """
        return await self._call(operations.DELETE, locals())

    async def check(self, id: str) -> None:
        """Ask whether there is a book.

        Returns:
            There is.
        """
        return await self._call(operations.CHECK, locals())

    async def download_scan(self, id: str) -> bytes:
        """Download the scan of a book.

        Returns:
            The scan.
        """
        return await self._call(operations.DOWNLOAD_SCAN, locals())

    async def get_cover(self, id: str) -> Receipt | bytes:
        """Get the cover of a book, or where it is.

        Returns:
            The cover.
        """
        return await self._call(operations.GET_COVER, locals())
