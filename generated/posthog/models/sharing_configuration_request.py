from __future__ import annotations

from typing import Any

from .._runtime.models import Model


class SharingConfigurationRequest(Model):
    """The sharing settings that a caller can set. All are optional."""

    enabled: bool | None = None
    """Whether the public link is to work."""

    settings: Any = None
    """Display options of the shared page, an object or null. PostHog does not document them."""

    password_required: bool | None = None
    """Whether visitors are to enter one of the passwords."""
