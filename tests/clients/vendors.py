"""The three clients, with credentials for a server that does not exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from generated.langsmith import AsyncLangSmithClient, LangSmithClient
from generated.posthog import AsyncPostHogClient, PostHogClient
from generated.vapi import AsyncVapiClient, VapiClient

SECRET = "sk-very-secret"
TENANT = "ten-ant-1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Vendor:
    """A client's two classes, the options to make one, and the header that its credential becomes."""

    package: str
    sync_client: type[Any]
    async_client: type[Any]
    options: Mapping[str, str]
    credentials: Mapping[str, str]

    def error(self, name: str) -> type[Exception]:
        """Return one of the client's own errors."""
        found: type[Exception] = getattr(import_module(f"generated.{self.package}"), name)
        return found


VAPI = Vendor(
    package="vapi",
    sync_client=VapiClient,
    async_client=AsyncVapiClient,
    options={"token": SECRET},
    credentials={"authorization": f"Bearer {SECRET}"},
)
LANGSMITH = Vendor(
    package="langsmith",
    sync_client=LangSmithClient,
    async_client=AsyncLangSmithClient,
    options={"api_key": SECRET},
    credentials={"x-api-key": SECRET},
)
POSTHOG = Vendor(
    package="posthog",
    sync_client=PostHogClient,
    async_client=AsyncPostHogClient,
    options={"api_key": SECRET, "environment_id": "2"},
    credentials={"authorization": f"Bearer {SECRET}"},
)
VENDORS = (VAPI, LANGSMITH, POSTHOG)
