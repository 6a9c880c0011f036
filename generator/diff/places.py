"""Where in the documents a change comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.diff.surface import Model
from generator.pointers import join, of_reference, resolve

if TYPE_CHECKING:
    from generator.diagnostics import Place
    from generator.diff.changes import Change
    from generator.diff.surface import Surface
    from generator.load.document import Document


def located(change: Change, old: Surface, new: Surface) -> Change:
    """Add the place in the new document, or in the old one for what is no longer there."""
    return replace(change, where=place_of(change, new) or place_of(change, old))


def place_of(change: Change, surface: Surface) -> Place | None:
    """Find a change in the document of one side; None where it has no part in it."""
    pointer = _pointer(change.place, surface)
    if pointer is None or surface.document is None:
        return None
    return surface.document.locate(pointer)


def _pointer(place: str, surface: Surface) -> str | None:
    call, _, argument = place.removesuffix(")").partition("(")
    if call in surface.wires:
        return _operation_pointer(call, argument, surface)
    if call == surface.clients[0].name:
        return "/components/securitySchemes" if argument in surface.credentials else "/info"
    if not call.startswith("models."):
        return None
    name, _, field = call.removeprefix("models.").partition(".")
    return _field_pointer(name, field, surface)


def _operation_pointer(call: str, argument: str, surface: Surface) -> str | None:
    wire = surface.wires[call]
    pointer = join("/paths", wire.path, wire.method.lower())
    if not argument:
        return pointer
    parameter = wire.parameters.get(argument)
    if parameter is None:
        field = _field_pointer(wire.body_model or "", argument, surface)
        return field or (join(pointer, "requestBody") if _has(call, argument, surface) else None)
    return _parameter_pointer(pointer, parameter.location, parameter.wire_name, surface.document)


def _has(call: str, argument: str, surface: Surface) -> bool:
    methods = surface.clients[0].methods
    return call in methods and any(
        argument == one.name for way in methods[call].signatures for one in way.arguments
    )


def _parameter_pointer(operation: str, location: str, name: str, document: Document | None) -> str:
    """Find a parameter of the operation, or of its path, also behind a reference."""
    root: Any = document.root if document else {}
    for owner in (operation, operation.rpartition("/")[0]):
        declared = _node(root, join(owner, "parameters"))
        for index, item in enumerate(declared if isinstance(declared, list) else []):
            pointer = join(owner, "parameters", index)
            match item:
                case {"$ref": str(reference)} if reference.startswith("#"):
                    pointer = of_reference(reference)
            node = _node(root, pointer)
            match node:
                case {"in": str(place), "name": str(found)} if (place, found) == (location, name):
                    return pointer
    return operation


def _node(root: Any, pointer: str) -> Any:
    try:
        return resolve(root, pointer)
    except KeyError:
        return None


def _field_pointer(model: str, field: str, surface: Surface) -> str | None:
    pointer = surface.pointers.get(model)
    if pointer is None:
        return None
    if not field:
        return pointer
    declared = surface.models.get(model)
    known = declared.fields.get(field) if isinstance(declared, Model) else None
    return join(pointer, "properties", known.wire_name) if known else None
