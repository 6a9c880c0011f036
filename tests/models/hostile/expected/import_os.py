from __future__ import annotations

from typing_extensions import TypeAliasType

ImportOs = TypeAliasType("ImportOs", str)
