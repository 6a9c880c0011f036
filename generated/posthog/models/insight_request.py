from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.models import Model


class InsightRequest(Model):
    """The fields of an insight that a caller can set. All are optional."""

    name: str | None = None
    """Name to show, at most 400 characters. `None` goes back to the derived name. At most 400
    characters.
    """

    derived_name: str | None = None
    """Name made from the query, at most 400 characters. The PostHog app sets it itself. At most 400
    characters.
    """

    query: dict[str, Any] | None = None
    """The query to run, as an object with a `kind`, such as `{"kind": "InsightVizNode", "source":
    {"kind": "TrendsQuery", "series": []}}`.
    """

    order: int | None = None
    """Position among other insights in lists."""

    deleted: bool | None = None
    """True hides the insight, false brings it back. This is the only way to delete one."""

    dashboards: list[int] | None = None
    """Ids of all dashboards to show the insight on; it is taken off those not listed. PostHog is
    replacing this field by `dashboard_tiles`.

    Deprecated.
    """

    description: str | None = None
    """Free text about the insight, at most 400 characters. At most 400 characters."""

    tags: list[str] | None = None
    """Labels that group insights. The list replaces the one before."""

    favorited: bool | None = None
    """Whether to mark the insight as a favorite."""

    create_in_folder: Annotated[str | None, Field(alias="_create_in_folder")] = None
    """Folder of the project tree to file a new insight in. It is never returned. Write only."""
