from __future__ import annotations

from uuid import UUID

from .._runtime.models import Model


class CreateRunClusteringJobResponse(Model):
    """Response to creating a run clustering job."""

    id: UUID
    name: str
    status: str
    error: str | None = None
