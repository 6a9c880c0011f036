from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from typing_extensions import TypeAliasType

from .._runtime.models import Model


class CreateRunClusteringJobRequest(Model):
    """Request to create a run clustering job."""

    config_id: UUID | None = None
    start_time: datetime | None = None
    end_time: datetime | None = None
    last_n_hours: int | None = None
    hierarchy: list[int] | None = None
    partitions: dict[str, str] | None = None
    sample: float | int | None = None
    summary_prompt: str | None = None
    filter: str | None = None
    name: str | None = None
    attribute_schemas: dict[str, Any] | None = None
    user_context: dict[str, str] | None = None
    model: CreateRunClusteringJobRequestModel | None = None
    """Server default: `"openai"`."""

    cluster_model: str | None = None
    summary_model: str | None = None
    is_scheduled: bool | None = None
    """Server default: `false`."""

    validate_model_secrets: bool | None = None
    """Server default: `true`."""


CreateRunClusteringJobRequestModel = TypeAliasType(
    "CreateRunClusteringJobRequestModel", Literal["openai", "anthropic"]
)
"""Server default: `"openai"`."""
