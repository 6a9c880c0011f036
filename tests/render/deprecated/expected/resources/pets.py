"""The operations of `client.pets`."""

from __future__ import annotations

from typing_extensions import deprecated

from .._operations import pets as operations
from .._runtime.client import AsyncResource, Resource


class Pets(Resource):
    """Pets of the shop."""

    @deprecated("Always refused; update with deleted=True instead.")
    def delete(self, id: int) -> None:
        """Always refused; update with deleted=True instead.

        Deprecated by the API.

        Nothing is removed for good.
        """
        return self._call(operations.DELETE, locals())


class AsyncPets(AsyncResource):
    """Pets of the shop."""

    @deprecated("Always refused; update with deleted=True instead.")
    async def delete(self, id: int) -> None:
        """Always refused; update with deleted=True instead.

        Deprecated by the API.

        Nothing is removed for good.
        """
        return await self._call(operations.DELETE, locals())
