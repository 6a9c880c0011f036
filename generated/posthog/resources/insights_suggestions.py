"""The operations of `client.insights.suggestions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._operations import insights_suggestions as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._runtime.values import NotGiven, SequenceNotStr
    from ..models import OutputFormat


class InsightsSuggestions(Resource):
    """Operations of `client.insights.suggestions`."""

    def retrieve(self, id: int, *, format: OutputFormat | NotGiven = NOT_GIVEN) -> Any:
        """Retrieve suggested follow-up insights.

        Have PostHog's AI propose insights worth looking at after this one.

        The shape of the answer is undocumented. The organization must allow AI data processing.

        Args:
            id: Numeric id of the insight, not its short id.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.

        Returns:
            Accepted. PostHog does not document the body, which may be any JSON or empty.
        """
        return self._call(operations.RETRIEVE, locals())

    def create(
        self,
        id: int,
        *,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        name: str | NotGiven | None = NOT_GIVEN,
        derived_name: str | NotGiven | None = NOT_GIVEN,
        query: Mapping[str, Any] | NotGiven | None = NOT_GIVEN,
        order: int | NotGiven | None = NOT_GIVEN,
        deleted: bool | NotGiven = NOT_GIVEN,
        dashboards: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        description: str | NotGiven | None = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
        favorited: bool | NotGiven = NOT_GIVEN,
        create_in_folder: str | NotGiven = NOT_GIVEN,
    ) -> Any:
        """Create suggestions for follow-up insights.

        Have PostHog's AI propose follow-up insights, with more context given in the request body.

        The shape of the answer is undocumented. The organization must allow AI data processing.

        Args:
            id: Numeric id of the insight, not its short id.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            name: Name to show, at most 400 characters. `None` goes back to the derived name.
            derived_name: Name made from the query, at most 400 characters. The PostHog app sets it
                itself.
            query: The query to run, as an object with a `kind`, such as `{"kind": "InsightVizNode",
                "source": {"kind": "TrendsQuery", "series": []}}`.
            order: Position among other insights in lists.
            deleted: True hides the insight, false brings it back. This is the only way to delete
                one.
            dashboards: Deprecated.
                Ids of all dashboards to show the insight on; it is taken off those not listed.
                PostHog is replacing this field by `dashboard_tiles`.
            description: Free text about the insight, at most 400 characters.
            tags: Labels that group insights. The list replaces the one before.
            favorited: Whether to mark the insight as a favorite.
            create_in_folder: Folder of the project tree to file a new insight in. It is never
                returned.

        Returns:
            Accepted. PostHog does not document the body, which may be any JSON or empty.
        """
        return self._call(operations.CREATE, locals())


class AsyncInsightsSuggestions(AsyncResource):
    """Operations of `client.insights.suggestions`."""

    async def retrieve(self, id: int, *, format: OutputFormat | NotGiven = NOT_GIVEN) -> Any:
        """Retrieve suggested follow-up insights.

        Have PostHog's AI propose insights worth looking at after this one.

        The shape of the answer is undocumented. The organization must allow AI data processing.

        Args:
            id: Numeric id of the insight, not its short id.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.

        Returns:
            Accepted. PostHog does not document the body, which may be any JSON or empty.
        """
        return await self._call(operations.RETRIEVE, locals())

    async def create(
        self,
        id: int,
        *,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        name: str | NotGiven | None = NOT_GIVEN,
        derived_name: str | NotGiven | None = NOT_GIVEN,
        query: Mapping[str, Any] | NotGiven | None = NOT_GIVEN,
        order: int | NotGiven | None = NOT_GIVEN,
        deleted: bool | NotGiven = NOT_GIVEN,
        dashboards: SequenceNotStr[int] | NotGiven = NOT_GIVEN,
        description: str | NotGiven | None = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
        favorited: bool | NotGiven = NOT_GIVEN,
        create_in_folder: str | NotGiven = NOT_GIVEN,
    ) -> Any:
        """Create suggestions for follow-up insights.

        Have PostHog's AI propose follow-up insights, with more context given in the request body.

        The shape of the answer is undocumented. The organization must allow AI data processing.

        Args:
            id: Numeric id of the insight, not its short id.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            name: Name to show, at most 400 characters. `None` goes back to the derived name.
            derived_name: Name made from the query, at most 400 characters. The PostHog app sets it
                itself.
            query: The query to run, as an object with a `kind`, such as `{"kind": "InsightVizNode",
                "source": {"kind": "TrendsQuery", "series": []}}`.
            order: Position among other insights in lists.
            deleted: True hides the insight, false brings it back. This is the only way to delete
                one.
            dashboards: Deprecated.
                Ids of all dashboards to show the insight on; it is taken off those not listed.
                PostHog is replacing this field by `dashboard_tiles`.
            description: Free text about the insight, at most 400 characters.
            tags: Labels that group insights. The list replaces the one before.
            favorited: Whether to mark the insight as a favorite.
            create_in_folder: Folder of the project tree to file a new insight in. It is never
                returned.

        Returns:
            Accepted. PostHog does not document the body, which may be any JSON or empty.
        """
        return await self._call(operations.CREATE, locals())
