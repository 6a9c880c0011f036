"""The operations of `client.tracer_sessions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._operations import tracer_sessions as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from .._runtime.values import NotGiven, SequenceNotStr
    from ..models import CreateRunClusteringJobRequestModel, CreateRunClusteringJobResponse


class TracerSessions(Resource):
    """Operations of `client.tracer_sessions`."""

    def create_insights_job(
        self,
        session_id: UUID,
        *,
        config_id: UUID | NotGiven | None = NOT_GIVEN,
        start_time: datetime | NotGiven | None = NOT_GIVEN,
        end_time: datetime | NotGiven | None = NOT_GIVEN,
        last_n_hours: int | NotGiven | None = NOT_GIVEN,
        hierarchy: SequenceNotStr[int] | NotGiven | None = NOT_GIVEN,
        partitions: Mapping[str, str] | NotGiven | None = NOT_GIVEN,
        sample: float | NotGiven | None = NOT_GIVEN,
        summary_prompt: str | NotGiven | None = NOT_GIVEN,
        filter: str | NotGiven | None = NOT_GIVEN,
        name: str | NotGiven | None = NOT_GIVEN,
        attribute_schemas: Mapping[str, Any] | NotGiven | None = NOT_GIVEN,
        user_context: Mapping[str, str] | NotGiven | None = NOT_GIVEN,
        model: CreateRunClusteringJobRequestModel | NotGiven = NOT_GIVEN,
        cluster_model: str | NotGiven | None = NOT_GIVEN,
        summary_model: str | NotGiven | None = NOT_GIVEN,
        is_scheduled: bool | NotGiven = NOT_GIVEN,
        validate_model_secrets: bool | NotGiven = NOT_GIVEN,
    ) -> CreateRunClusteringJobResponse:
        """[Beta] Create Insights Job.

        Create an insights job.

        Args:
            model: Server default: `"openai"`.
            is_scheduled: Server default: `False`.
            validate_model_secrets: Server default: `True`.
        """
        return self._call(operations.CREATE_INSIGHTS_JOB, locals())


class AsyncTracerSessions(AsyncResource):
    """Operations of `client.tracer_sessions`."""

    async def create_insights_job(
        self,
        session_id: UUID,
        *,
        config_id: UUID | NotGiven | None = NOT_GIVEN,
        start_time: datetime | NotGiven | None = NOT_GIVEN,
        end_time: datetime | NotGiven | None = NOT_GIVEN,
        last_n_hours: int | NotGiven | None = NOT_GIVEN,
        hierarchy: SequenceNotStr[int] | NotGiven | None = NOT_GIVEN,
        partitions: Mapping[str, str] | NotGiven | None = NOT_GIVEN,
        sample: float | NotGiven | None = NOT_GIVEN,
        summary_prompt: str | NotGiven | None = NOT_GIVEN,
        filter: str | NotGiven | None = NOT_GIVEN,
        name: str | NotGiven | None = NOT_GIVEN,
        attribute_schemas: Mapping[str, Any] | NotGiven | None = NOT_GIVEN,
        user_context: Mapping[str, str] | NotGiven | None = NOT_GIVEN,
        model: CreateRunClusteringJobRequestModel | NotGiven = NOT_GIVEN,
        cluster_model: str | NotGiven | None = NOT_GIVEN,
        summary_model: str | NotGiven | None = NOT_GIVEN,
        is_scheduled: bool | NotGiven = NOT_GIVEN,
        validate_model_secrets: bool | NotGiven = NOT_GIVEN,
    ) -> CreateRunClusteringJobResponse:
        """[Beta] Create Insights Job.

        Create an insights job.

        Args:
            model: Server default: `"openai"`.
            is_scheduled: Server default: `False`.
            validate_model_secrets: Server default: `True`.
        """
        return await self._call(operations.CREATE_INSIGHTS_JOB, locals())
