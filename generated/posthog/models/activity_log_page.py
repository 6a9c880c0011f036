from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from .._runtime.models import Model


class ActivityChange(Model):
    """A field that changed, with its values."""

    type: str | None = None
    """Kind of thing the field belongs to, such as `Insight`. Read only."""

    action: str | None = None
    """What happened to the field, such as `changed` or `created`. Read only."""

    field: str | None = None
    """Name of the field. Read only."""

    before: Any = None
    """Its value until then, of whatever type the field has. Read only."""

    after: Any = None
    """Its value from then on, of whatever type the field has. Read only."""


class ActivityDetail(Model):
    """What an entry of the history changed. Only the parts that apply are there."""

    id: str | None = None
    """Id of the thing that changed, as text. Read only."""

    changes: list[ActivityChange] | None = None
    """The fields that changed. Read only."""

    merge: ActivityMerge | None = None
    """What was merged, if this was a merge. Read only."""

    trigger: ActivityTrigger | None = None
    """The job behind the change, if no person was. Read only."""

    name: str | None = None
    """Name of the insight at that time. Read only."""

    short_id: str | None = None
    """Short id of the insight. Read only."""

    type: str | None = None
    """Subtype of the thing that changed, where it has one. Read only."""


class ActivityLogEntry(Model):
    """Something that was done to an insight."""

    id: UUID | None = None
    """Id of the entry. Read only."""

    user: dict[str, Any] | None = None
    """Who did it, or null if PostHog did. Read only."""

    activity: str | None = None
    """What was done, such as `created` or `updated`. Read only."""

    scope: str | None = None
    """Kind of thing it was done to, here `Insight`. Read only."""

    item_id: str | None = None
    """Id of the insight, as text. Read only."""

    detail: ActivityDetail | None = None
    """What exactly was changed. Read only."""

    created_at: datetime | None = None
    """The moment it was done. Read only."""


class ActivityLogPage(Model):
    """One page of history."""

    results: list[ActivityLogEntry]
    """The entries of this page, newest first."""

    next: str | None = None
    """URL of the page with older entries, or null on the last page."""

    previous: str | None = None
    """URL of the page with newer entries, or null on the first page."""

    total_count: int
    """How many entries there are, over all pages."""


class ActivityMerge(Model):
    """Two things that became one."""

    type: str | None = None
    """Kind of the things that were merged. Read only."""

    source: Any = None
    """What was merged into the target. Read only."""

    target: Any = None
    """What is left after the merge. Read only."""


class ActivityTrigger(Model):
    """An automatic job that made a change."""

    job_type: str | None = None
    """Kind of job. Read only."""

    job_id: str | None = None
    """Id of the run of the job. Read only."""

    payload: Any = None
    """Input that the job ran with, of whatever type the job takes. Read only."""
