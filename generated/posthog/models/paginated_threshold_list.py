from __future__ import annotations

from .._runtime.models import Model
from .threshold import Threshold


class PaginatedThresholdList(Model):
    """One page of thresholds."""

    count: int
    """How many thresholds there are, over all pages."""

    next: str | None = None
    """Absolute URL of the page after this one, or null on the last page."""

    previous: str | None = None
    """Absolute URL of the page before this one, or null on the first page."""

    results: list[Threshold]
    """The thresholds of this page."""
