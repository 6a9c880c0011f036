from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.models import Model


class DashboardTile(Model):
    """A place on a dashboard where an insight is shown."""

    id: int | None = None
    """Id of the tile. Read only."""

    dashboard_id: int | None = None
    """Id of the dashboard that the tile is on. Read only."""

    deleted: bool | None = None
    """Whether the tile was taken off the dashboard. Read only."""


class Insight(Model):
    """A saved chart or query with its latest result.

    Any field may be absent: short forms of the answer leave many out.
    """

    id: int | None = None
    """Numeric id, which every operation accepts. Read only."""

    short_id: str | None = None
    """Short code that ends the insight's address in the PostHog app. Read only."""

    name: str | None = None
    """Name that a person gave, if any. At most 400 characters."""

    derived_name: str | None = None
    """Name made from the query, shown while `name` is empty. At most 400 characters."""

    query: dict[str, Any] | None = None
    """The query that the insight runs, an object whose `kind` tells the type, such as
    `TrendsQuery`.
    """

    order: int | None = None
    """Position among other insights in lists."""

    deleted: bool | None = None
    """Whether the insight was deleted, which hides it but keeps its data."""

    dashboards: list[int] | None = None
    """Ids of the dashboards that show the insight. Use `dashboard_tiles` instead. Deprecated."""

    dashboard_tiles: list[DashboardTile] | None = None
    """The places on dashboards where the insight is shown. Read only."""

    description: str | None = None
    """Free text about the insight. At most 400 characters."""

    tags: list[str] | None = None
    """Labels that group insights."""

    favorited: bool | None = None
    """Whether the insight is marked as a favorite."""

    created_at: datetime | None = None
    """When the insight was made. Read only."""

    created_by: User | None = None
    """Who made the insight, or null if nobody is on record. Read only."""

    updated_at: datetime | None = None
    """When the record last changed for any reason. Read only."""

    last_modified_at: datetime | None = None
    """When someone last edited the insight. Read only."""

    last_modified_by: User | None = None
    """Who last edited the insight, or null if nobody has. Read only."""

    last_viewed_at: Any = None
    """When the insight was last opened, or null. Read only."""

    is_sample: bool | None = None
    """Whether PostHog made the insight as an example for a new project. Read only."""

    effective_restriction_level: int | None = None
    """Who may edit the insight, as PostHog's number (21 for everyone, 37 for invited
    collaborators). Read only.
    """

    effective_privilege_level: int | None = None
    """What the owner of the API key may do here, as PostHog's number (21 for view, 37 for edit).
    Read only.
    """

    user_access_level: str | None = None
    """What the owner of the API key may do here, as the name of an access level. Read only."""

    result: Any = None
    """The computed result, a list or an object depending on the query, or null if nothing was
    computed yet. Read only.
    """

    columns: Any = None
    """Names of the result's columns for tabular queries, or null. Read only."""

    types: Any = None
    """Types of the result's columns for tabular queries, or null. Read only."""

    has_more: Annotated[Any, Field(alias="hasMore")] = None
    """Whether the query has more rows than the result holds, or null. Read only."""

    timezone: Any = None
    """Time zone that dates in the result are in, or null. Read only."""

    hogql: Any = None
    """The SQL that PostHog ran to get the result, or null. Read only."""

    is_cached: Any = None
    """Whether the result came from the cache rather than from a new computation, or null. Read
    only.
    """

    last_refresh: Any = None
    """When the result was computed, or null. Read only."""

    cache_target_age: Any = None
    """Until when the result counts as fresh, or null. Read only."""

    next_allowed_client_refresh: Any = None
    """From when a new computation may be asked for, or null. Read only."""

    query_status: Any = None
    """Progress of a computation in the background, or null if there is none. Read only."""

    alerts: Any = None
    """The alerts set on the insight, or null. Read only."""


RoleAtOrganization = TypeAliasType(
    "RoleAtOrganization",
    Literal[
        "engineering", "data", "product", "founder", "leadership", "marketing", "sales", "other", ""
    ]
    | str,
)
"""A line of work that people choose when they sign up. It is empty for those who chose none."""


class RoleAtOrganizationValues:
    """The values of RoleAtOrganization by name."""

    ENGINEERING: Final = "engineering"
    DATA: Final = "data"
    PRODUCT: Final = "product"
    FOUNDER: Final = "founder"
    LEADERSHIP: Final = "leadership"
    MARKETING: Final = "marketing"
    SALES: Final = "sales"
    OTHER: Final = "other"
    BLANK: Final = ""


class User(Model):
    """A person with a PostHog account."""

    id: int | None = None
    """Numeric id, as used by the `created_by` filter. Read only."""

    uuid: UUID | None = None
    """Id that stays the same across PostHog. Read only."""

    distinct_id: str | None = None
    """Id under which PostHog tracks this person's own use of the app. Read only."""

    first_name: str | None = None
    """Given name, possibly empty. Read only."""

    last_name: str | None = None
    """Family name, possibly empty. Read only."""

    email: str | None = None
    """Address that the person signs in with. Read only."""

    is_email_verified: bool | None = None
    """Whether the address was confirmed; null if that was never asked for. Read only."""

    hedgehog_config: dict[str, Any] | None = None
    """Looks of the person's hedgehog, the mascot of the PostHog app. Read only."""

    role_at_organization: RoleAtOrganization | None = None
    """The person's line of work, or null if never asked. Read only."""
