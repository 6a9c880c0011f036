from __future__ import annotations

from .._runtime.models import Model
from .shared import Shared


class Below(Model):
    a: str | None = None


class Entry(Model):
    only: OnlyInEntry | None = None
    shared: Shared | None = None


class OnlyInEntry(Model):
    below: Below | None = None
