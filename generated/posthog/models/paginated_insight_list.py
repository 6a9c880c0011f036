from __future__ import annotations

from .._runtime.models import Model
from .insight import Insight


class PaginatedInsightList(Model):
    """One page of insights."""

    count: int
    """How many insights match, over all pages."""

    next: str | None = None
    """Absolute URL of the page after this one, or null on the last page."""

    previous: str | None = None
    """Absolute URL of the page before this one, or null on the first page."""

    results: list[Insight]
    """The insights of this page."""
