from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from typing_extensions import TypeAliasType

from .._runtime.models import Model


class Threshold(Model):
    """Values of an insight that alerts watch for."""

    id: UUID | None = None
    """Id of the threshold. Read only."""

    created_at: datetime | None = None
    """When the threshold was made. Read only."""

    name: str | None = None
    """Name of the threshold, possibly empty. At most 255 characters."""

    configuration: ThresholdConfiguration | None = None
    """What to compare with, and how."""

    alerts: list[dict[str, Any]] | None = None
    """The alerts that use the threshold. Read only."""


class ThresholdBounds(Model):
    """The limits that a value has to stay within."""

    lower: float | None = None
    """An alert fires below this. Null means no lower limit."""

    upper: float | None = None
    """An alert fires above this. Null means no upper limit."""


class ThresholdConfiguration(Model):
    """What a threshold compares with, and how."""

    type: ThresholdType | None = None
    """How to read the bounds."""

    bounds: ThresholdBounds | None = None
    """The limits, or null if none are set."""


ThresholdType = TypeAliasType("ThresholdType", Literal["absolute", "percentage"] | str)
"""How the bounds of a threshold are read, as plain values or as percentages."""
