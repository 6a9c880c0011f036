"""The operations of `client.pets`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._operations import pets as operations
from .._runtime.client import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models import Pet
    from .pets_toys import AsyncPetsToys, PetsToys


class Pets(Resource):
    """Pets of the shop."""

    @cached_property
    def toys(self) -> PetsToys:
        """Operations of `client.pets.toys`."""
        from .pets_toys import PetsToys

        return PetsToys(self._client)

    def retrieve(self) -> Pet:
        """Send `GET /pets`."""
        return self._call(operations.RETRIEVE, locals())


class AsyncPets(AsyncResource):
    """Pets of the shop."""

    @cached_property
    def toys(self) -> AsyncPetsToys:
        """Operations of `client.pets.toys`."""
        from .pets_toys import AsyncPetsToys

        return AsyncPetsToys(self._client)

    async def retrieve(self) -> Pet:
        """Send `GET /pets`."""
        return await self._call(operations.RETRIEVE, locals())
