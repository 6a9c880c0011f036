"""The smallest answers that the operations' documents allow."""

from __future__ import annotations

RUN = {
    "id": "run-1",
    "insightId": "i-1",
    "orgId": "o-1",
    "createdAt": "2025-04-30T08:15:30Z",
    "updatedAt": "2025-04-30T08:15:30+02:00",
}
JOB = {"id": "1a2b3c4d-0000-4000-8000-00000000000c", "name": "a", "status": "queued"}
INSIGHT = {"id": 7}
