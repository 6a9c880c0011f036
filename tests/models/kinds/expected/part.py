from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypeAliasType

from .._runtime.tagged import Model


class Door(Model):
    kind: Literal["door"]
    locked: bool | None = None


class Wheel(Model):
    kind: Literal["wheel"]
    spokes: int | None = None


Part = TypeAliasType("Part", Wheel | Door | dict[str, Any])
