from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

InsightKind = TypeAliasType(
    "InsightKind",
    Literal["TRENDS", "FUNNELS", "RETENTION", "PATHS", "STICKINESS", "LIFECYCLE", "JSON", "SQL"],
)
"""What an insight shows. `SQL` stands for insights written in SQL, `JSON` for other insights
defined by a query object, and the rest for PostHog's classic chart types.
"""
