from __future__ import annotations

from .._runtime.models import Model
from .shared import Shared


class Chicken(Model):
    egg: Egg | None = None


class Egg(Model):
    chicken: Chicken | None = None


class Other(Model):
    shared: Shared | None = None
    one: Chicken | None = None
