"""The operations of `client.items`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._operations import items as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from .._runtime.values import NotGiven, SequenceNotStr
    from ..models import Filter, ItemsSearchKind, Range


class Items(Resource):
    """Operations of `client.items`."""

    def search(
        self,
        *,
        text: str | NotGiven = NOT_GIVEN,
        number: float | NotGiven = NOT_GIVEN,
        is_open: bool | NotGiven = NOT_GIVEN,
        day: date | NotGiven = NOT_GIVEN,
        since: datetime | NotGiven = NOT_GIVEN,
        kind: ItemsSearchKind | NotGiven = NOT_GIVEN,
        ids: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        joined: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        spaced: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        piped: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        range: Range | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        flat: Range | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        deep: Filter | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        path: str | NotGiven = NOT_GIVEN,
        query: Filter | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        x_number: int | NotGiven = NOT_GIVEN,
        x_many: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        x_range: Range | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        x_query: Range | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        session: str | NotGiven = NOT_GIVEN,
        many: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
    ) -> None:
        """Send `GET /items`."""
        return self._call(operations.SEARCH, locals())


class AsyncItems(AsyncResource):
    """Operations of `client.items`."""

    async def search(
        self,
        *,
        text: str | NotGiven = NOT_GIVEN,
        number: float | NotGiven = NOT_GIVEN,
        is_open: bool | NotGiven = NOT_GIVEN,
        day: date | NotGiven = NOT_GIVEN,
        since: datetime | NotGiven = NOT_GIVEN,
        kind: ItemsSearchKind | NotGiven = NOT_GIVEN,
        ids: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        joined: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        spaced: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        piped: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        range: Range | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        flat: Range | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        deep: Filter | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        path: str | NotGiven = NOT_GIVEN,
        query: Filter | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        x_number: int | NotGiven = NOT_GIVEN,
        x_many: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        x_range: Range | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        x_query: Range | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        session: str | NotGiven = NOT_GIVEN,
        many: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
    ) -> None:
        """Send `GET /items`."""
        return await self._call(operations.SEARCH, locals())
