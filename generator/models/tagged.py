"""Models with constants, by which pydantic finds the member of a union without trying each."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_USUAL = "from .._runtime.models import "
_TAGGED = "from .._runtime.tagged import "


def with_tags(sources: Mapping[str, str]) -> dict[str, str]:
    """Let all models look at constants first, where one of them has a constant that it requires."""
    if not any(map(_has_constant, sources.values())):
        return dict(sources)
    return {module: text.replace(_USUAL, _TAGGED, 1) for module, text in sources.items()}


def are_tagged(sources: Mapping[str, str]) -> bool:
    """Tell whether the models do so."""
    return any(_TAGGED in text for text in sources.values())


def _has_constant(source: str) -> bool:
    if "Literal[" not in source:
        return False
    classes = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return any(_is_constant(statement) for one in classes for statement in one.body)


def _is_constant(statement: ast.stmt) -> bool:
    match statement:
        case ast.AnnAssign(annotation=annotation, value=None):
            text = ast.unparse(annotation).removeprefix("Annotated[")
            return text.startswith(("Literal['", 'Literal["'))
    return False
