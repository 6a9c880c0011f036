"""The operations of `client.pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._operations import pets as wire_operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from datetime import date as date_

    from .._runtime.values import NotGiven
    from ..models import Any as AnyModel
    from ..models import Page as PageModel
    from ..models import Pet
    from ..models import Pets as PetsModel


class Pets(Resource):
    """Pets of the shop."""

    def list(self, *, since: date_ | NotGiven = NOT_GIVEN) -> builtins.list[Pet]:
        """Send `GET /pets`."""
        return self._call(wire_operations.LIST, locals())

    def date(self) -> dict[builtins.str, date_]:
        """Send `GET /pets`."""
        return self._call(wire_operations.DATE, locals())

    def str(self) -> builtins.str:
        """Send `GET /pets`."""
        return self._call(wire_operations.STR, locals())

    def retrieve(self) -> PageModel:
        """Send `GET /pets`."""
        return self._call(wire_operations.RETRIEVE, locals())

    def create(
        self,
        *,
        any: AnyModel | Mapping[builtins.str, Any] | NotGiven = NOT_GIVEN,
        operations: builtins.str | NotGiven = NOT_GIVEN,
    ) -> PetsModel:
        """Send `GET /pets`."""
        return self._call(wire_operations.CREATE, locals())


class AsyncPets(AsyncResource):
    """Pets of the shop."""

    async def list(self, *, since: date_ | NotGiven = NOT_GIVEN) -> builtins.list[Pet]:
        """Send `GET /pets`."""
        return await self._call(wire_operations.LIST, locals())

    async def date(self) -> dict[builtins.str, date_]:
        """Send `GET /pets`."""
        return await self._call(wire_operations.DATE, locals())

    async def str(self) -> builtins.str:
        """Send `GET /pets`."""
        return await self._call(wire_operations.STR, locals())

    async def retrieve(self) -> PageModel:
        """Send `GET /pets`."""
        return await self._call(wire_operations.RETRIEVE, locals())

    async def create(
        self,
        *,
        any: AnyModel | Mapping[builtins.str, Any] | NotGiven = NOT_GIVEN,
        operations: builtins.str | NotGiven = NOT_GIVEN,
    ) -> PetsModel:
        """Send `GET /pets`."""
        return await self._call(wire_operations.CREATE, locals())
