from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.tagged import Model
from .part import Part

Color = TypeAliasType("Color", Literal["red", "green"] | str)
"""What it looks like.

- red: hot
- green: fresh
"""


Free = TypeAliasType("Free", dict[str, Any])


Labels = TypeAliasType("Labels", dict[str, str])
"""Words by language."""


class Thing(Model):
    """A thing with every kind of field."""

    id: int
    """Its number. At least 1."""

    created_at: Annotated[datetime, Field(alias="createdAt")]
    """Read only."""

    born: date | None = None
    uid: UUID | None = None
    price: Decimal | None = None
    class_: Annotated[str | None, Field(alias="class")] = None
    """At most 3 characters. Server default: `"none"`."""

    private: Annotated[bool | None, Field(alias="_private")] = None
    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    list_: Annotated[list[str] | None, Field(alias="list")] = None
    anything: Any = None
    sample: float | int | None = None
    parent: Thing | None = None
    children: list[Thing] | None = None
    color: Color | None = None
    part: Part | None = None
    labels: Labels | None = None
    free: Free | None = None
