"""The passes over operations, each from operations by path and method to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.normalize.document import POINTER, Schema
from generator.normalize.openness import references
from generator.normalize.parameters import clean_parameters
from generator.normalize.positions import Position, change_schemas
from generator.normalize.security import (
    requirements,
    security_schemes,
    without_credential_parameters,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.normalize.components import Components
    from generator.normalize.operations import Paths, References
    from generator.normalize.recorder import Recorder
    from generator.normalize.security import Schemes


def clean_operations(paths: Paths, recorder: Recorder) -> Paths:
    """Clean the parameters of every operation."""
    return {
        path: {
            method: {
                **one,
                "parameters": clean_parameters(one["parameters"], path, one[POINTER], recorder),
            }
            for method, one in methods.items()
        }
        for path, methods in paths.items()
    }


def secure_operations(
    paths: Paths, root: Mapping[str, Any], links: References, recorder: Recorder
) -> tuple[Paths, Schemes]:
    """Write the security of every operation beside it, and give the document's schemes."""
    schemes = security_schemes(root, links, recorder)
    secured: Paths = {}
    for path, methods in paths.items():
        secured[path] = {}
        for method, operation in methods.items():
            one, schemes = without_credential_parameters(operation, schemes, recorder)
            alternatives = requirements(one, root.get("security"), schemes, recorder)
            secured[path][method] = {**one, "security": alternatives}
    return secured, schemes


def flatten_operations(paths: Paths, components: Components) -> Paths:
    """Simplify and flatten the schemas that stand in operations."""

    def flatten(schema: Any, position: Position) -> Schema:
        return components.flat(schema, position.pointer)

    return {
        path: {method: change_schemas(one, "", flatten) for method, one in methods.items()}
        for path, methods in paths.items()
    }


def answered_components(paths: Paths) -> set[str]:
    """Name the components that responses refer to directly."""
    return {
        name
        for methods in paths.values()
        for operation in methods.values()
        for name in references(operation["responses"])
    }
