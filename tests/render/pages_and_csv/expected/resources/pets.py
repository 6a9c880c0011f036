"""The operations of `client.pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from .._operations import pets as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.pagination import AsyncPages, Page
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from .._runtime.pagination import AsyncPages, Page
    from .._runtime.values import NotGiven
    from ..models import Format, Pet, PetPage


class Pets(Resource):
    """Pets of the shop."""

    def list(self) -> Page[Pet, PetPage]:
        """Send `GET /pets`.

        Returns:
            A page of pets.
        """
        return Page.first(self._client, operations.LIST, locals())

    @overload
    def export(self, *, format: Literal["json"] | NotGiven = NOT_GIVEN) -> Page[Pet, PetPage]: ...
    @overload
    def export(self, *, format: Literal["csv"]) -> str: ...
    def export(self, *, format: Format | NotGiven = NOT_GIVEN) -> Page[Pet, PetPage] | str:
        """Send `GET /pets`."""
        return Page.first(self._client, operations.EXPORT, locals())

    @overload
    def retrieve(self, id: int, *, format: Literal["json"] | NotGiven = NOT_GIVEN) -> Pet: ...
    @overload
    def retrieve(self, id: int, *, format: Literal["csv"]) -> str: ...
    def retrieve(self, id: int, *, format: Format | NotGiven = NOT_GIVEN) -> Pet | str:
        """Send `GET /pets/{id}`."""
        return self._call(operations.RETRIEVE, locals())


class AsyncPets(AsyncResource):
    """Pets of the shop."""

    def list(self) -> AsyncPages[Pet, PetPage]:
        """Send `GET /pets`.

        Returns:
            A page of pets.
        """
        return AsyncPages(self._client, operations.LIST, locals())

    @overload
    def export(
        self, *, format: Literal["json"] | NotGiven = NOT_GIVEN
    ) -> AsyncPages[Pet, PetPage]: ...
    @overload
    def export(self, *, format: Literal["csv"]) -> Awaitable[str]: ...
    def export(
        self, *, format: Format | NotGiven = NOT_GIVEN
    ) -> AsyncPages[Pet, PetPage] | Awaitable[str]:
        """Send `GET /pets`."""
        return AsyncPages(self._client, operations.EXPORT, locals())

    @overload
    async def retrieve(self, id: int, *, format: Literal["json"] | NotGiven = NOT_GIVEN) -> Pet: ...
    @overload
    async def retrieve(self, id: int, *, format: Literal["csv"]) -> str: ...
    async def retrieve(self, id: int, *, format: Format | NotGiven = NOT_GIVEN) -> Pet | str:
        """Send `GET /pets/{id}`."""
        return await self._call(operations.RETRIEVE, locals())
