from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field
from runtime.tagged import Model

Status = Literal["available", "sold"] | str  # an open enum


class Owner(Model):
    first_name: str = Field(alias="firstName")
    email: str | None = None


class Pet(Model):
    id: int
    name: str
    status: Status | None = None
    born_at: datetime | None = Field(default=None, alias="bornAt")
    owner: Owner | None = None


class NewPet(Model):
    name: str
    status: Status | None = None
    born_at: datetime | None = Field(default=None, alias="bornAt")
    owner: Owner | None = None
    tags: list[str] | None = None
    chip: UUID | None = None
    weight: float | None = None


class NewPetChanges(NewPet):
    name: str | None = None  # type: ignore[assignment]


class PetPage(Model):
    count: int
    results: list[Pet] = Field(default_factory=list)
    next_: str | None = Field(default=None, alias="next")


class Problem(Model):
    code: str
    detail: str


class Photo(Model):
    title: str
    picture: bytes
    pages: list[bytes] | None = None
    details: Owner | None = None
    shot_at: datetime | None = Field(default=None, alias="shotAt")


Pets = list[Pet]
Anything = Pet | Owner | dict[str, Any]
