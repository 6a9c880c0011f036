from __future__ import annotations

from .._runtime.models import Model


class BulkUpdateTagsResponse(Model):
    """The outcome of a bulk change of tags."""

    updated: list[BulkUpdateTagsUpdated]
    """The insights that were changed."""

    skipped: list[BulkUpdateTagsSkipped]
    """The insights that were left alone."""


class BulkUpdateTagsSkipped(Model):
    """An insight whose tags were left alone."""

    id: int
    """Numeric id of the insight."""

    reason: str
    """Why it was left alone, for people to read."""


class BulkUpdateTagsUpdated(Model):
    """An insight whose tags were changed."""

    id: int
    """Numeric id of the insight."""

    tags: list[str]
    """All tags that the insight has now."""
