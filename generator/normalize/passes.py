"""The passes over operations, each from operations by path and method to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.normalize.document import POINTER, USED_AT, Schema, mapping_at
from generator.normalize.openness import references
from generator.normalize.parameters import clean_parameters
from generator.normalize.positions import Position, change_schemas
from generator.normalize.security import (
    requirements,
    security_schemes,
    without_credential_parameters,
)
from generator.normalize.values import report_examples
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.normalize.components import Components
    from generator.normalize.operations import Operation, Paths, References
    from generator.normalize.recorder import Recorder
    from generator.normalize.security import Schemes


def report_operation_examples(paths: Paths, components: Components, recorder: Recorder) -> None:
    """Report the examples of parameters and JSON bodies that their schemas do not take."""
    for operation in (one for methods in paths.values() for one in methods.values()):
        for holder in operation["parameters"]:
            schema = holder.get("schema")
            report_examples(holder, schema, holder[POINTER], recorder, components.look_up)
        bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
        for holder in (*operation["parameters"], *bodies):
            for media_type, content in mapping_at(holder, "content").items():
                if "json" in media_type.lower():
                    usual = join(holder[POINTER], "content", media_type)
                    pointer = mapping_at(content).get(POINTER, usual)
                    schema = mapping_at(content).get("schema")
                    report_examples(
                        mapping_at(content), schema, pointer, recorder, components.look_up
                    )


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
        path: {
            method: change_schemas(_without_use(one), "", flatten)
            for method, one in methods.items()
        }
        for path, methods in paths.items()
    }


def _without_use(operation: Operation) -> Operation:
    parameters = [
        {key: value for key, value in parameter.items() if key != USED_AT}
        for parameter in operation["parameters"]
    ]
    return {**operation, "parameters": parameters}


def answered_components(paths: Paths) -> set[str]:
    """Name the components that responses refer to directly."""
    return {
        name
        for methods in paths.values()
        for operation in methods.values()
        for response in operation["responses"].values()
        for name in references(response)
    }


def asked_components(paths: Paths) -> set[str]:
    """Name the components that parameters and request bodies refer to directly."""
    return {
        name
        for methods in paths.values()
        for operation in methods.values()
        for name in references([operation["parameters"], operation.get("requestBody")])
    }
