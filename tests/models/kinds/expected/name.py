from __future__ import annotations

from typing_extensions import TypeAliasType

Name = TypeAliasType("Name", str)
