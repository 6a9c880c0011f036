"""Where the PostHog API is: values for `base_url`."""

from __future__ import annotations

from typing import Final

US: Final = "https://us.posthog.com"
"""PostHog Cloud US."""

EU: Final = "https://eu.posthog.com"
"""PostHog Cloud EU."""
