"""The operations of `client.insights`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, overload

from typing_extensions import deprecated

from .._operations import insights as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.pagination import AsyncPages, Page
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping

    from .._runtime.pagination import AsyncPages, Page
    from .._runtime.values import NotGiven, SequenceNotStr
    from ..models import (
        ActivityLogEntry,
        ActivityLogPage,
        BulkUpdateTagsAction,
        BulkUpdateTagsResponse,
        Insight,
        InsightKind,
        OutputFormat,
        PaginatedInsightList,
        RefreshMode,
    )
    from .insights_sharing import AsyncInsightsSharing, InsightsSharing
    from .insights_suggestions import AsyncInsightsSuggestions, InsightsSuggestions
    from .insights_thresholds import AsyncInsightsThresholds, InsightsThresholds


class Insights(Resource):
    """Saved charts and queries, with their sharing, alert thresholds and change history."""

    @cached_property
    def sharing(self) -> InsightsSharing:
        """Operations of `client.insights.sharing`."""
        from .insights_sharing import InsightsSharing

        return InsightsSharing(self._client)

    @cached_property
    def thresholds(self) -> InsightsThresholds:
        """Operations of `client.insights.thresholds`."""
        from .insights_thresholds import InsightsThresholds

        return InsightsThresholds(self._client)

    @cached_property
    def suggestions(self) -> InsightsSuggestions:
        """Operations of `client.insights.suggestions`."""
        from .insights_suggestions import InsightsSuggestions

        return InsightsSuggestions(self._client)

    @overload
    def list(
        self,
        *,
        basic: bool | NotGiven = NOT_GIVEN,
        created_by: str | NotGiven = NOT_GIVEN,
        created_date_from: str | NotGiven = NOT_GIVEN,
        created_date_to: str | NotGiven = NOT_GIVEN,
        dashboards: str | NotGiven = NOT_GIVEN,
        date_from: str | NotGiven = NOT_GIVEN,
        date_to: str | NotGiven = NOT_GIVEN,
        favorited: bool | NotGiven = NOT_GIVEN,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
        insight: InsightKind | NotGiven = NOT_GIVEN,
        last_viewed_date_from: str | NotGiven = NOT_GIVEN,
        last_viewed_date_to: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        saved: bool | NotGiven = NOT_GIVEN,
        search: str | NotGiven = NOT_GIVEN,
        short_id: str | NotGiven = NOT_GIVEN,
        tags: str | NotGiven = NOT_GIVEN,
        user: bool | NotGiven = NOT_GIVEN,
    ) -> Page[Insight, PaginatedInsightList]: ...
    @overload
    def list(
        self,
        *,
        basic: bool | NotGiven = NOT_GIVEN,
        created_by: str | NotGiven = NOT_GIVEN,
        created_date_from: str | NotGiven = NOT_GIVEN,
        created_date_to: str | NotGiven = NOT_GIVEN,
        dashboards: str | NotGiven = NOT_GIVEN,
        date_from: str | NotGiven = NOT_GIVEN,
        date_to: str | NotGiven = NOT_GIVEN,
        favorited: bool | NotGiven = NOT_GIVEN,
        format: Literal["csv"],
        insight: InsightKind | NotGiven = NOT_GIVEN,
        last_viewed_date_from: str | NotGiven = NOT_GIVEN,
        last_viewed_date_to: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        saved: bool | NotGiven = NOT_GIVEN,
        search: str | NotGiven = NOT_GIVEN,
        short_id: str | NotGiven = NOT_GIVEN,
        tags: str | NotGiven = NOT_GIVEN,
        user: bool | NotGiven = NOT_GIVEN,
    ) -> str: ...
    def list(
        self,
        *,
        basic: bool | NotGiven = NOT_GIVEN,
        created_by: str | NotGiven = NOT_GIVEN,
        created_date_from: str | NotGiven = NOT_GIVEN,
        created_date_to: str | NotGiven = NOT_GIVEN,
        dashboards: str | NotGiven = NOT_GIVEN,
        date_from: str | NotGiven = NOT_GIVEN,
        date_to: str | NotGiven = NOT_GIVEN,
        favorited: bool | NotGiven = NOT_GIVEN,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        insight: InsightKind | NotGiven = NOT_GIVEN,
        last_viewed_date_from: str | NotGiven = NOT_GIVEN,
        last_viewed_date_to: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        saved: bool | NotGiven = NOT_GIVEN,
        search: str | NotGiven = NOT_GIVEN,
        short_id: str | NotGiven = NOT_GIVEN,
        tags: str | NotGiven = NOT_GIVEN,
        user: bool | NotGiven = NOT_GIVEN,
    ) -> Page[Insight, PaginatedInsightList] | str:
        """List insights.

        Return the environment's insights a page at a time, narrowed by any mix of filters.

        Results come from the cache unless `refresh` asks for more. Pass `basic=True` when only
        names and other metadata are needed: those answers are far smaller.

        Args:
            basic: Leave out computed results and answer with the metadata of each insight only.
            created_by: Keep insights made by these people, given as a JSON array of user ids such
                as `[12, 34]`.
            created_date_from: Keep insights created after this moment, either a date (`2025-04-23`)
                or relative to now (`-7d`).
            created_date_to: Keep insights created before this moment, either a date (`2025-04-23`)
                or relative to now (`-7d`).
            dashboards: Keep insights that are on all of these dashboards, given as a JSON array of
                dashboard ids such as `[7, 9]`.
            date_from: Keep insights last modified after this moment, either a date (`2025-04-23`)
                or relative to now (`-7d`).
            date_to: Keep insights last modified before this moment, either a date (`2025-04-23`) or
                relative to now (`-7d`).
            favorited: Keep favorites only. PostHog looks at whether the parameter is there, not at
                its value, so leave it out (rather than passing `False`) to see all insights.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            insight: Keep insights of one kind.
            last_viewed_date_from: Keep insights last opened after this moment, either a date
                (`2025-04-23`) or relative to now (`-7d`).
            last_viewed_date_to: Keep insights last opened before this moment, either a date
                (`2025-04-23`) or relative to now (`-7d`).
            limit: How many entries to return in one page.
            offset: How many entries to skip before the page begins.
            refresh: Whether to compute results for this answer, and whether to wait for them.
                Server default: `"force_cache"`.
            saved: `True` keeps insights that were saved or are on a dashboard, `False` keeps the
                unsaved ones.
            search: Keep insights whose name, derived name, description or tags contain this text,
                in any case.
            short_id: Keep the one insight with this short id, the code at the end of its address in
                the PostHog app.
            tags: Keep insights that carry at least one of these tags, given as a JSON array such as
                `["growth", "weekly"]`.
            user: Keep insights made by the owner of the API key. As with `favorited`, leave it out
                rather than passing `False`.

        Returns:
            One page of insights.
        """
        return Page.first(self._client, operations.LIST, locals())

    @overload
    def create(
        self,
        *,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
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
    ) -> Insight: ...
    @overload
    def create(
        self,
        *,
        format: Literal["csv"],
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
    ) -> str: ...
    def create(
        self,
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
    ) -> Insight | str:
        """Create an insight.

        Save a new insight and return it with its ids.

        Every field is optional, but an insight shows nothing until it has a `query`.

        Args:
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
            The insight as it was saved.
        """
        return self._call(operations.CREATE, locals())

    @overload
    def retrieve(
        self,
        id: int | str,
        *,
        filters_override: str | NotGiven = NOT_GIVEN,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
        from_dashboard: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        variables_override: str | NotGiven = NOT_GIVEN,
    ) -> Insight: ...
    @overload
    def retrieve(
        self,
        id: int | str,
        *,
        filters_override: str | NotGiven = NOT_GIVEN,
        format: Literal["csv"],
        from_dashboard: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        variables_override: str | NotGiven = NOT_GIVEN,
    ) -> str: ...
    def retrieve(
        self,
        id: int | str,
        *,
        filters_override: str | NotGiven = NOT_GIVEN,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        from_dashboard: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        variables_override: str | NotGiven = NOT_GIVEN,
    ) -> Insight | str:
        """Retrieve an insight.

        Return one insight with its most recent result.

        By default the result is whatever the cache holds, which may be nothing. Use `refresh` to
        have it computed, and look at `query_status` to follow a computation in the background.

        Args:
            id: The insight, by its numeric id or by its short id, the code at the end of its
                address in the PostHog app.
            filters_override: Filters to use for this answer in place of the dashboard's, as a JSON
                object such as `{"date_from": "-30d"}`. Nothing is saved.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            from_dashboard: Id of a dashboard that holds the insight, to get the result with that
                dashboard's filters and dates.
            refresh: Whether to compute results for this answer, and whether to wait for them.
                Server default: `"force_cache"`.
            variables_override: Values for the query's variables in this answer only, as a JSON
                object keyed by variable. Nothing is saved.

        Returns:
            The insight.
        """
        return self._call(operations.RETRIEVE, locals())

    @deprecated("Always refused; update with deleted=True instead.")
    def delete(self, id: int | str, *, format: OutputFormat | NotGiven = NOT_GIVEN) -> None:
        """Always refused; update with deleted=True instead.

        Deprecated by the API.

        PostHog keeps every insight and answers this method with 405, whatever the insight. Call the
        update operation with `deleted=True`, which hides the insight and can be undone.

        Args:
            id: The insight, by its numeric id or by its short id, the code at the end of its
                address in the PostHog app.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
        """
        return self._call(operations.DELETE, locals())

    @overload
    def update(
        self,
        id: int | str,
        *,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
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
    ) -> Insight: ...
    @overload
    def update(
        self,
        id: int | str,
        *,
        format: Literal["csv"],
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
    ) -> str: ...
    def update(
        self,
        id: int | str,
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
    ) -> Insight | str:
        """Update an insight.

        Change some fields of an insight and return the whole of it. Fields that are left out stay
        as they are; `None` clears a field that may be empty.

        This is also how an insight is deleted (`deleted=True`) and brought back (`deleted=False`).

        Args:
            id: The insight, by its numeric id or by its short id, the code at the end of its
                address in the PostHog app.
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
            The insight after the change.
        """
        return self._call(operations.UPDATE, locals())

    @overload
    def activity(
        self,
        id: int,
        *,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> Page[ActivityLogEntry, ActivityLogPage]: ...
    @overload
    def activity(
        self,
        id: int,
        *,
        format: Literal["csv"],
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> str: ...
    def activity(
        self,
        id: int,
        *,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> Page[ActivityLogEntry, ActivityLogPage] | str:
        """List the changes to one insight.

        Return the history of one insight, newest first: each entry names the person, the time and
        the fields that changed. For the history of every insight, use the all-activity operation.

        Args:
            id: Numeric id of the insight, not its short id.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            limit: How many entries to return in one page.
            page: Which page to return, counting from 1.

        Returns:
            One page of the insight's history.
        """
        return Page.first(self._client, operations.ACTIVITY, locals())

    def analyze(self, id: int, *, format: OutputFormat | NotGiven = NOT_GIVEN) -> Any:
        """Analyze an insight with AI.

        Have PostHog's AI comment on the insight's current result.

        The shape of the answer is undocumented. The organization must allow AI data processing.

        Args:
            id: Numeric id of the insight, not its short id.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.

        Returns:
            Accepted. PostHog does not document the body, which may be any JSON or empty.
        """
        return self._call(operations.ANALYZE, locals())

    @overload
    def all_activity(
        self,
        *,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> Page[ActivityLogEntry, ActivityLogPage]: ...
    @overload
    def all_activity(
        self,
        *,
        format: Literal["csv"],
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> str: ...
    def all_activity(
        self,
        *,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> Page[ActivityLogEntry, ActivityLogPage] | str:
        """List the changes to all insights.

        Return the history of every insight, newest first. For the history of one insight, use the
        activity operation with its id.

        Args:
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            limit: How many entries to return in one page.
            page: Which page to return, counting from 1.

        Returns:
            One page of the history.
        """
        return Page.first(self._client, operations.ALL_ACTIVITY, locals())

    @overload
    def bulk_update_tags(
        self,
        *,
        ids: SequenceNotStr[int],
        action: BulkUpdateTagsAction,
        tags: SequenceNotStr[str],
        format: Literal["json"] | NotGiven = NOT_GIVEN,
    ) -> BulkUpdateTagsResponse: ...
    @overload
    def bulk_update_tags(
        self,
        *,
        ids: SequenceNotStr[int],
        action: BulkUpdateTagsAction,
        tags: SequenceNotStr[str],
        format: Literal["csv"],
    ) -> str: ...
    def bulk_update_tags(
        self,
        *,
        ids: SequenceNotStr[int],
        action: BulkUpdateTagsAction,
        tags: SequenceNotStr[str],
        format: OutputFormat | NotGiven = NOT_GIVEN,
    ) -> BulkUpdateTagsResponse | str:
        """Tag many insights at once.

        Add, remove or replace tags on up to 500 insights in one call.

        Insights that could not be changed do not fail the call: they are returned in `skipped`,
        each with a reason.

        Args:
            ids: Numeric ids of the insights, at most 500.
            action: What to do with the tags.
            tags: The tags to add, to remove, or to be left with.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.

        Returns:
            What was changed and what was left alone.
        """
        return self._call(operations.BULK_UPDATE_TAGS, locals())

    def cancel(
        self,
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
        """Cancel a running insight query.

        Ask PostHog to stop computing an insight.

        The shape of the answer is undocumented and it is often empty.

        Args:
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
        return self._call(operations.CANCEL, locals())

    def generate_metadata(
        self,
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
        """Propose a name and description with AI.

        Have PostHog's AI read a `query` and propose what to call the insight. Nothing is saved:
        pass what you like to create or update.

        The shape of the answer is undocumented. The organization must allow AI data processing.

        Args:
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
        return self._call(operations.GENERATE_METADATA, locals())


class AsyncInsights(AsyncResource):
    """Saved charts and queries, with their sharing, alert thresholds and change history."""

    @cached_property
    def sharing(self) -> AsyncInsightsSharing:
        """Operations of `client.insights.sharing`."""
        from .insights_sharing import AsyncInsightsSharing

        return AsyncInsightsSharing(self._client)

    @cached_property
    def thresholds(self) -> AsyncInsightsThresholds:
        """Operations of `client.insights.thresholds`."""
        from .insights_thresholds import AsyncInsightsThresholds

        return AsyncInsightsThresholds(self._client)

    @cached_property
    def suggestions(self) -> AsyncInsightsSuggestions:
        """Operations of `client.insights.suggestions`."""
        from .insights_suggestions import AsyncInsightsSuggestions

        return AsyncInsightsSuggestions(self._client)

    @overload
    def list(
        self,
        *,
        basic: bool | NotGiven = NOT_GIVEN,
        created_by: str | NotGiven = NOT_GIVEN,
        created_date_from: str | NotGiven = NOT_GIVEN,
        created_date_to: str | NotGiven = NOT_GIVEN,
        dashboards: str | NotGiven = NOT_GIVEN,
        date_from: str | NotGiven = NOT_GIVEN,
        date_to: str | NotGiven = NOT_GIVEN,
        favorited: bool | NotGiven = NOT_GIVEN,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
        insight: InsightKind | NotGiven = NOT_GIVEN,
        last_viewed_date_from: str | NotGiven = NOT_GIVEN,
        last_viewed_date_to: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        saved: bool | NotGiven = NOT_GIVEN,
        search: str | NotGiven = NOT_GIVEN,
        short_id: str | NotGiven = NOT_GIVEN,
        tags: str | NotGiven = NOT_GIVEN,
        user: bool | NotGiven = NOT_GIVEN,
    ) -> AsyncPages[Insight, PaginatedInsightList]: ...
    @overload
    def list(
        self,
        *,
        basic: bool | NotGiven = NOT_GIVEN,
        created_by: str | NotGiven = NOT_GIVEN,
        created_date_from: str | NotGiven = NOT_GIVEN,
        created_date_to: str | NotGiven = NOT_GIVEN,
        dashboards: str | NotGiven = NOT_GIVEN,
        date_from: str | NotGiven = NOT_GIVEN,
        date_to: str | NotGiven = NOT_GIVEN,
        favorited: bool | NotGiven = NOT_GIVEN,
        format: Literal["csv"],
        insight: InsightKind | NotGiven = NOT_GIVEN,
        last_viewed_date_from: str | NotGiven = NOT_GIVEN,
        last_viewed_date_to: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        saved: bool | NotGiven = NOT_GIVEN,
        search: str | NotGiven = NOT_GIVEN,
        short_id: str | NotGiven = NOT_GIVEN,
        tags: str | NotGiven = NOT_GIVEN,
        user: bool | NotGiven = NOT_GIVEN,
    ) -> Awaitable[str]: ...
    def list(
        self,
        *,
        basic: bool | NotGiven = NOT_GIVEN,
        created_by: str | NotGiven = NOT_GIVEN,
        created_date_from: str | NotGiven = NOT_GIVEN,
        created_date_to: str | NotGiven = NOT_GIVEN,
        dashboards: str | NotGiven = NOT_GIVEN,
        date_from: str | NotGiven = NOT_GIVEN,
        date_to: str | NotGiven = NOT_GIVEN,
        favorited: bool | NotGiven = NOT_GIVEN,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        insight: InsightKind | NotGiven = NOT_GIVEN,
        last_viewed_date_from: str | NotGiven = NOT_GIVEN,
        last_viewed_date_to: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        saved: bool | NotGiven = NOT_GIVEN,
        search: str | NotGiven = NOT_GIVEN,
        short_id: str | NotGiven = NOT_GIVEN,
        tags: str | NotGiven = NOT_GIVEN,
        user: bool | NotGiven = NOT_GIVEN,
    ) -> AsyncPages[Insight, PaginatedInsightList] | Awaitable[str]:
        """List insights.

        Return the environment's insights a page at a time, narrowed by any mix of filters.

        Results come from the cache unless `refresh` asks for more. Pass `basic=True` when only
        names and other metadata are needed: those answers are far smaller.

        Args:
            basic: Leave out computed results and answer with the metadata of each insight only.
            created_by: Keep insights made by these people, given as a JSON array of user ids such
                as `[12, 34]`.
            created_date_from: Keep insights created after this moment, either a date (`2025-04-23`)
                or relative to now (`-7d`).
            created_date_to: Keep insights created before this moment, either a date (`2025-04-23`)
                or relative to now (`-7d`).
            dashboards: Keep insights that are on all of these dashboards, given as a JSON array of
                dashboard ids such as `[7, 9]`.
            date_from: Keep insights last modified after this moment, either a date (`2025-04-23`)
                or relative to now (`-7d`).
            date_to: Keep insights last modified before this moment, either a date (`2025-04-23`) or
                relative to now (`-7d`).
            favorited: Keep favorites only. PostHog looks at whether the parameter is there, not at
                its value, so leave it out (rather than passing `False`) to see all insights.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            insight: Keep insights of one kind.
            last_viewed_date_from: Keep insights last opened after this moment, either a date
                (`2025-04-23`) or relative to now (`-7d`).
            last_viewed_date_to: Keep insights last opened before this moment, either a date
                (`2025-04-23`) or relative to now (`-7d`).
            limit: How many entries to return in one page.
            offset: How many entries to skip before the page begins.
            refresh: Whether to compute results for this answer, and whether to wait for them.
                Server default: `"force_cache"`.
            saved: `True` keeps insights that were saved or are on a dashboard, `False` keeps the
                unsaved ones.
            search: Keep insights whose name, derived name, description or tags contain this text,
                in any case.
            short_id: Keep the one insight with this short id, the code at the end of its address in
                the PostHog app.
            tags: Keep insights that carry at least one of these tags, given as a JSON array such as
                `["growth", "weekly"]`.
            user: Keep insights made by the owner of the API key. As with `favorited`, leave it out
                rather than passing `False`.

        Returns:
            One page of insights.
        """
        return AsyncPages(self._client, operations.LIST, locals())

    @overload
    async def create(
        self,
        *,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
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
    ) -> Insight: ...
    @overload
    async def create(
        self,
        *,
        format: Literal["csv"],
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
    ) -> str: ...
    async def create(
        self,
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
    ) -> Insight | str:
        """Create an insight.

        Save a new insight and return it with its ids.

        Every field is optional, but an insight shows nothing until it has a `query`.

        Args:
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
            The insight as it was saved.
        """
        return await self._call(operations.CREATE, locals())

    @overload
    async def retrieve(
        self,
        id: int | str,
        *,
        filters_override: str | NotGiven = NOT_GIVEN,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
        from_dashboard: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        variables_override: str | NotGiven = NOT_GIVEN,
    ) -> Insight: ...
    @overload
    async def retrieve(
        self,
        id: int | str,
        *,
        filters_override: str | NotGiven = NOT_GIVEN,
        format: Literal["csv"],
        from_dashboard: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        variables_override: str | NotGiven = NOT_GIVEN,
    ) -> str: ...
    async def retrieve(
        self,
        id: int | str,
        *,
        filters_override: str | NotGiven = NOT_GIVEN,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        from_dashboard: int | NotGiven = NOT_GIVEN,
        refresh: RefreshMode | NotGiven = NOT_GIVEN,
        variables_override: str | NotGiven = NOT_GIVEN,
    ) -> Insight | str:
        """Retrieve an insight.

        Return one insight with its most recent result.

        By default the result is whatever the cache holds, which may be nothing. Use `refresh` to
        have it computed, and look at `query_status` to follow a computation in the background.

        Args:
            id: The insight, by its numeric id or by its short id, the code at the end of its
                address in the PostHog app.
            filters_override: Filters to use for this answer in place of the dashboard's, as a JSON
                object such as `{"date_from": "-30d"}`. Nothing is saved.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            from_dashboard: Id of a dashboard that holds the insight, to get the result with that
                dashboard's filters and dates.
            refresh: Whether to compute results for this answer, and whether to wait for them.
                Server default: `"force_cache"`.
            variables_override: Values for the query's variables in this answer only, as a JSON
                object keyed by variable. Nothing is saved.

        Returns:
            The insight.
        """
        return await self._call(operations.RETRIEVE, locals())

    @deprecated("Always refused; update with deleted=True instead.")
    async def delete(self, id: int | str, *, format: OutputFormat | NotGiven = NOT_GIVEN) -> None:
        """Always refused; update with deleted=True instead.

        Deprecated by the API.

        PostHog keeps every insight and answers this method with 405, whatever the insight. Call the
        update operation with `deleted=True`, which hides the insight and can be undone.

        Args:
            id: The insight, by its numeric id or by its short id, the code at the end of its
                address in the PostHog app.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
        """
        return await self._call(operations.DELETE, locals())

    @overload
    async def update(
        self,
        id: int | str,
        *,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
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
    ) -> Insight: ...
    @overload
    async def update(
        self,
        id: int | str,
        *,
        format: Literal["csv"],
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
    ) -> str: ...
    async def update(
        self,
        id: int | str,
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
    ) -> Insight | str:
        """Update an insight.

        Change some fields of an insight and return the whole of it. Fields that are left out stay
        as they are; `None` clears a field that may be empty.

        This is also how an insight is deleted (`deleted=True`) and brought back (`deleted=False`).

        Args:
            id: The insight, by its numeric id or by its short id, the code at the end of its
                address in the PostHog app.
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
            The insight after the change.
        """
        return await self._call(operations.UPDATE, locals())

    @overload
    def activity(
        self,
        id: int,
        *,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPages[ActivityLogEntry, ActivityLogPage]: ...
    @overload
    def activity(
        self,
        id: int,
        *,
        format: Literal["csv"],
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> Awaitable[str]: ...
    def activity(
        self,
        id: int,
        *,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPages[ActivityLogEntry, ActivityLogPage] | Awaitable[str]:
        """List the changes to one insight.

        Return the history of one insight, newest first: each entry names the person, the time and
        the fields that changed. For the history of every insight, use the all-activity operation.

        Args:
            id: Numeric id of the insight, not its short id.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            limit: How many entries to return in one page.
            page: Which page to return, counting from 1.

        Returns:
            One page of the insight's history.
        """
        return AsyncPages(self._client, operations.ACTIVITY, locals())

    async def analyze(self, id: int, *, format: OutputFormat | NotGiven = NOT_GIVEN) -> Any:
        """Analyze an insight with AI.

        Have PostHog's AI comment on the insight's current result.

        The shape of the answer is undocumented. The organization must allow AI data processing.

        Args:
            id: Numeric id of the insight, not its short id.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.

        Returns:
            Accepted. PostHog does not document the body, which may be any JSON or empty.
        """
        return await self._call(operations.ANALYZE, locals())

    @overload
    def all_activity(
        self,
        *,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPages[ActivityLogEntry, ActivityLogPage]: ...
    @overload
    def all_activity(
        self,
        *,
        format: Literal["csv"],
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> Awaitable[str]: ...
    def all_activity(
        self,
        *,
        format: OutputFormat | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPages[ActivityLogEntry, ActivityLogPage] | Awaitable[str]:
        """List the changes to all insights.

        Return the history of every insight, newest first. For the history of one insight, use the
        activity operation with its id.

        Args:
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.
            limit: How many entries to return in one page.
            page: Which page to return, counting from 1.

        Returns:
            One page of the history.
        """
        return AsyncPages(self._client, operations.ALL_ACTIVITY, locals())

    @overload
    async def bulk_update_tags(
        self,
        *,
        ids: SequenceNotStr[int],
        action: BulkUpdateTagsAction,
        tags: SequenceNotStr[str],
        format: Literal["json"] | NotGiven = NOT_GIVEN,
    ) -> BulkUpdateTagsResponse: ...
    @overload
    async def bulk_update_tags(
        self,
        *,
        ids: SequenceNotStr[int],
        action: BulkUpdateTagsAction,
        tags: SequenceNotStr[str],
        format: Literal["csv"],
    ) -> str: ...
    async def bulk_update_tags(
        self,
        *,
        ids: SequenceNotStr[int],
        action: BulkUpdateTagsAction,
        tags: SequenceNotStr[str],
        format: OutputFormat | NotGiven = NOT_GIVEN,
    ) -> BulkUpdateTagsResponse | str:
        """Tag many insights at once.

        Add, remove or replace tags on up to 500 insights in one call.

        Insights that could not be changed do not fail the call: they are returned in `skipped`,
        each with a reason.

        Args:
            ids: Numeric ids of the insights, at most 500.
            action: What to do with the tags.
            tags: The tags to add, to remove, or to be left with.
            format: How to encode the answer; JSON unless asked otherwise. With `csv` the answer is
                text, not an object.

        Returns:
            What was changed and what was left alone.
        """
        return await self._call(operations.BULK_UPDATE_TAGS, locals())

    async def cancel(
        self,
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
        """Cancel a running insight query.

        Ask PostHog to stop computing an insight.

        The shape of the answer is undocumented and it is often empty.

        Args:
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
        return await self._call(operations.CANCEL, locals())

    async def generate_metadata(
        self,
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
        """Propose a name and description with AI.

        Have PostHog's AI read a `query` and propose what to call the insight. Nothing is saved:
        pass what you like to create or update.

        The shape of the answer is undocumented. The organization must allow AI data processing.

        Args:
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
        return await self._call(operations.GENERATE_METADATA, locals())
