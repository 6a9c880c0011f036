from __future__ import annotations

from typing_extensions import TypeAliasType

from .part import Part

Many = TypeAliasType("Many", list[Part])
