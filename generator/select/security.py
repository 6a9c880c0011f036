"""Which security schemes the chosen operations need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.select.operations import follow, mapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.select.entries import Operation

SECTION = "securitySchemes"


def needed_schemes(
    root: dict[str, Any], every: list[Operation], chosen: list[Operation]
) -> set[tuple[str, str]]:
    """Name the schemes of chosen operations; all of them where the document asks for none."""
    schemes = mapping(mapping(root.get("components")).get(SECTION))
    asked = {name for one in every for name in _required(root, one)}
    if not asked:
        return {(SECTION, name) for name in schemes}
    names = {name for one in chosen for name in _required(root, one)}
    headers = {header for one in chosen for header in _headers(root, one)}
    carried = {name for name, scheme in schemes.items() if _header(mapping(scheme)) in headers}
    return {(SECTION, name) for name in names | carried}


def _required(root: dict[str, Any], operation: Operation) -> Iterator[str]:
    security = operation.node.get("security", root.get("security"))
    for alternative in security if isinstance(security, list) else []:
        yield from mapping(alternative)


def _headers(root: dict[str, Any], operation: Operation) -> Iterator[str]:
    """Name the header parameters of an operation: one of them may carry a credential."""
    item, _ = follow(root, mapping(root.get(operation.section)).get(operation.path), "")
    for holder in (item, operation.node):
        for parameter in _list(holder.get("parameters")):
            node, _ = follow(root, parameter, "")
            if node.get("in") == "header":
                yield str(node.get("name")).lower()


def _header(scheme: Any) -> str | None:
    """Name the header that a scheme fills."""
    if scheme.get("type") == "apiKey":
        return str(scheme.get("name")).lower() if scheme.get("in") == "header" else None
    return "authorization" if scheme.get("type") in ("http", "oauth2", "openIdConnect") else None


def _list(node: Any) -> Iterable[Any]:
    return node if isinstance(node, list) else ()
