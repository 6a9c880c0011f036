from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from .._runtime.models import Model


class InsightRunResponse(Model):
    id: str
    insight_id: Annotated[str, Field(alias="insightId")]
    org_id: Annotated[str, Field(alias="orgId")]
    created_at: Annotated[datetime, Field(alias="createdAt")]
    updated_at: Annotated[datetime, Field(alias="updatedAt")]
