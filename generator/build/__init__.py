"""From the normal form to the client as frozen data: an OpenAPI noun is a file."""

from __future__ import annotations

from generator.build.client import Settings, build

__all__ = ["Settings", "build"]
