"""The document's schema components, and whatever else `$ref`s make one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.normalize.document import SCHEMA_REFERENCE, Schema, mapping_at
from generator.normalize.flatten import Flattener
from generator.normalize.simplify import Simplifier
from generator.pointers import join, of_reference, resolve, split

if TYPE_CHECKING:
    from generator.normalize.recorder import Recorder

SCHEMAS = "/components/schemas"
STRUCTURE = re.compile(
    r"components|schemas|schema|properties|items|content|paths|allOf|anyOf|oneOf|additionalProperties|"
    r"application.*|responses|requestBody|parameters|\d+"
)


class Components:
    """Simplified, flattened schemas by component key.

    A `$ref` into the middle of a schema makes its target a component of its own.
    """

    def __init__(self, root: dict[str, Any], recorder: Recorder) -> None:
        self._root = root
        self._raw: dict[str, Any] = dict(mapping_at(root, "components", "schemas"))
        self.sources = {key: join(SCHEMAS, key) for key in self._raw}
        self._simplifier = Simplifier(
            recorder=recorder,
            old_spelling=str(root.get("openapi")).startswith("3.0"),
            rewrite_reference=self._rewrite,
            look_up=self.look_up,
        )
        self._simplified: dict[str, Schema] = {}
        self._flattener = Flattener(self._simplified, self.sources, recorder)

    def flat(self, schema: Any, pointer: str) -> Schema:
        """Give a schema found outside the components, simplified and flattened."""
        simplified = self._simplifier.simplify(schema, pointer)
        self._simplify_new()
        return self._flattener.flatten(simplified, pointer)

    def all_flat(self) -> dict[str, Schema]:
        """Give every component, in the document's order."""
        self._simplify_new()
        return {key: self._flattener.component(key) for key in self._simplified}

    def _simplify_new(self) -> None:
        while new := [key for key in self._raw if key not in self._simplified]:
            for key in new:
                self._simplified[key] = self._simplifier.simplify(self._raw[key], self.sources[key])

    def look_up(self, reference: str) -> Any:
        """Give what a reference refers to, as the document has it; None where there is nothing."""
        try:
            return resolve(self._root, of_reference(reference))
        except KeyError:
            return None

    def _rewrite(self, reference: str, _pointer: str) -> str | None:
        if not reference.startswith("#/"):
            return None
        pointer = of_reference(reference)
        keys = split(pointer)
        if keys[:2] == ["components", "schemas"] and len(keys) == len(
            ["components", "schemas", "key"]
        ):
            return SCHEMA_REFERENCE + keys[2] if keys[2] in self._raw else None
        return self._promote(pointer, keys)

    def _promote(self, pointer: str, keys: list[str]) -> str | None:
        for key, source in self.sources.items():
            if source == pointer:
                return SCHEMA_REFERENCE + key
        try:
            target = resolve(self._root, pointer)
        except KeyError:
            return None
        words = [word for word in keys if not STRUCTURE.fullmatch(word)] or keys
        name = " ".join(words)
        while name in self._raw:
            name += " Part"
        self._raw[name] = target
        self.sources[name] = pointer
        return SCHEMA_REFERENCE + name
