"""The operations of `client.pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .._operations import pets as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from .._runtime.values import NotGiven, SequenceNotStr
    from ..models import Kind, Owner, Pet


class Pets(Resource):
    """Pets of the shop."""

    def create(
        self,
        shop: int | str,
        room_number: int,
        *,
        x_trace: str,
        name: str,
        dry_run: bool | NotGiven = NOT_GIVEN,
        ids: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        filter: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        raw: str | NotGiven = NOT_GIVEN,
        theme: Literal["dark", 'li"ght'] | float | NotGiven | None = NOT_GIVEN,
        born_on: date | NotGiven | None = NOT_GIVEN,
        mother: Pet | Mapping[str, Any] | NotGiven | None = NOT_GIVEN,
        owner: Owner | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
        toys: Mapping[str, Pet | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
    ) -> Pet:
        """Add a pet.

        Add a pet to a room:

        - the room must be free
        - the shop must be open

            curl -X POST

        Args:
            room_number: The room.
            name: How the pet is called.
            dry_run: Only check. Server default: `False`.
            mother: A pet, or null.
                Or nothing.
            kind: Deprecated. Server default: `"dog"`.
        """
        return self._call(operations.CREATE, locals())

    def replace(
        self, *, body: SequenceNotStr[Pet | Mapping[str, Any]] | NotGiven = NOT_GIVEN
    ) -> None:
        """Send `PUT /pets`.

        Args:
            body: All pets.
        """
        return self._call(operations.REPLACE, locals())


class AsyncPets(AsyncResource):
    """Pets of the shop."""

    async def create(
        self,
        shop: int | str,
        room_number: int,
        *,
        x_trace: str,
        name: str,
        dry_run: bool | NotGiven = NOT_GIVEN,
        ids: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        filter: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        raw: str | NotGiven = NOT_GIVEN,
        theme: Literal["dark", 'li"ght'] | float | NotGiven | None = NOT_GIVEN,
        born_on: date | NotGiven | None = NOT_GIVEN,
        mother: Pet | Mapping[str, Any] | NotGiven | None = NOT_GIVEN,
        owner: Owner | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
        toys: Mapping[str, Pet | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
    ) -> Pet:
        """Add a pet.

        Add a pet to a room:

        - the room must be free
        - the shop must be open

            curl -X POST

        Args:
            room_number: The room.
            name: How the pet is called.
            dry_run: Only check. Server default: `False`.
            mother: A pet, or null.
                Or nothing.
            kind: Deprecated. Server default: `"dog"`.
        """
        return await self._call(operations.CREATE, locals())

    async def replace(
        self, *, body: SequenceNotStr[Pet | Mapping[str, Any]] | NotGiven = NOT_GIVEN
    ) -> None:
        """Send `PUT /pets`.

        Args:
            body: All pets.
        """
        return await self._call(operations.REPLACE, locals())
