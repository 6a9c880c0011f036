"""Operations arranged under the attributes of the client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.ir.client import Resource
from generator.names.identifiers import pascal_case, shortened
from generator.names.reserved import MODULE_NAMES, RESOURCE_CLASS_NAMES, VIEW_SUFFIXES
from generator.names.tags import attributes, tag_names
from generator.names.unique import unique_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.ir.client import Operation

Path = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Names:
    """Classes, modules and descriptions of all resources by path."""

    classes: Mapping[str, str]
    modules: Mapping[str, str]
    descriptions: Mapping[Path, str]


def build_resources(
    operations: Sequence[tuple[Path, Operation]], tags: Iterable[Mapping[str, object]], client: str
) -> tuple[Resource, ...]:
    """Build the tree of resources from operations with the path of their resource.

    No resource has the name of the `client`'s class.
    """
    by_path: dict[Path, list[Operation]] = {}
    for path, operation in operations:
        for size in range(1, len(path) + 1):
            by_path.setdefault(path[:size], [])
        by_path[path].append(operation)
    keys = [".".join(path) for path in by_path]
    names = _Names(
        classes=_class_names(keys, client),
        modules=_module_names(keys),
        descriptions=_descriptions(tags),
    )
    return tuple(_resource(path, by_path, names) for path in by_path if len(path) == 1)


def _resource(path: Path, by_path: Mapping[Path, list[Operation]], names: _Names) -> Resource:
    key = ".".join(path)
    return Resource(
        path=path,
        class_name=names.classes[key],
        module=names.modules[key],
        description=names.descriptions.get(path, ""),
        operations=tuple(by_path[path]),
        children=tuple(_resource(below, by_path, names) for below in by_path if below[:-1] == path),
    )


def _class_names(keys: Sequence[str], client: str) -> dict[str, str]:
    """Name the classes; none is the asynchronous one of another, or one of its views."""
    wishes = {key: pascal_case(key) for key in keys}
    main = {client, *wishes.values()}
    views = {f"{name}{suffix}" for name in main for suffix in VIEW_SUFFIXES}
    taken = {*RESOURCE_CLASS_NAMES, client, *views, *(f"Async{name}" for name in main)}
    names = unique_names(wishes, suffix=lambda _: "Resource", taken=taken)
    return {key: name.replace("_", "") for key, name in names.items()}


def _module_names(keys: Sequence[str]) -> dict[str, str]:
    wishes = {key: shortened(key.replace(".", "_")) for key in keys}
    return unique_names(wishes, suffix=lambda _: "resource", taken=MODULE_NAMES)


def _descriptions(tags: Iterable[Mapping[str, object]]) -> dict[Path, str]:
    return {
        attributes(tag_names(str(tag.get("name", "")))): str(tag.get("description") or "")
        for tag in tags
        if tag_names(str(tag.get("name", "")))
    }
