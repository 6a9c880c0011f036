from __future__ import annotations

from typing import Union

from typing_extensions import TypeAliasType

Tree = TypeAliasType("Tree", Union[str, "list[Tree]"])
