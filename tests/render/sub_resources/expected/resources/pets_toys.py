"""The operations of `client.pets.toys`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._operations import pets_toys as operations
from .._runtime.client import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models import Pet


class PetsToys(Resource):
    """Operations of `client.pets.toys`."""

    def list(self) -> Pet:
        """Send `GET /pets`."""
        return self._call(operations.LIST, locals())


class AsyncPetsToys(AsyncResource):
    """Operations of `client.pets.toys`."""

    async def list(self) -> Pet:
        """Send `GET /pets`."""
        return await self._call(operations.LIST, locals())
