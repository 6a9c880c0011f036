"""PostHog: the calls that answer with CSV where `format` asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

WITH_CSV: dict[str, Callable[[Any], Any]] = {
    "list": lambda client: client.insights.list(format="csv"),
    "create": lambda client: client.insights.create(format="csv"),
    "retrieve": lambda client: client.insights.retrieve(7, format="csv"),
    "update": lambda client: client.insights.update(7, format="csv"),
    "activity": lambda client: client.insights.activity(7, format="csv"),
    "all_activity": lambda client: client.insights.all_activity(format="csv"),
    "bulk_update_tags": lambda client: client.insights.bulk_update_tags(
        ids=[7], action="set", tags=[], format="csv"
    ),
}
