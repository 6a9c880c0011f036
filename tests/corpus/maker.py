"""Makes instances of schemas, the same ones each time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count, islice
from math import ceil, floor, inf
from typing import Any

from tests.corpus.schemas import Schema, Schemas, Unmade
from tests.corpus.shapes import Shapes

_MOST_SHAPES = 10
_DEEPEST = 14
_LONGEST = 10_000
_HARD_LIMIT = 20_000
_BIG = 2**53 + 1
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_FORMATS = {
    "date-time": "2024-05-06T07:08:09Z",
    "date": "2024-05-06",
    "time": "07:08:09Z",
    "duration": "P3DT4H5M6S",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
    "email": "who@example.com",
    "uri": "https://example.com/a?b=c",
    "url": "https://example.com/a?b=c",
    "uri-reference": "/a?b=c",
    "iri": "https://example.com/a",
    "uri-template": "https://example.com/{a}",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "YWI=",
    "base64": "YWI=",
    "decimal": "1.50",
    "regex": "a+",
    "json-pointer": "/a",
}


class Made(str):
    """A text of which is known what format it has."""

    kind: str
    __slots__ = ("kind",)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What instances look like: how much of what is optional, which members of unions, which text."""

    has_optional: bool = True
    pick: int = 0
    has_null: bool = False
    has_unknown: bool = False
    text: str = 'a "b"/ü&=,+%'
    any_value: Any = field(default_factory=lambda: {"any": ["thing", 1, None, True]})
    depth: int = 2
    budget: int = 400
    fewest_items: int = 0


def instance(schemas: Schemas, schema: Schema, plan: Plan) -> Any:
    """Make an instance that the validator takes; Unmade where none is found."""
    plans = [
        plan,
        replace(plan, has_unknown=False),
        replace(plan, has_unknown=False, has_null=False),
        replace(plan, has_unknown=False, has_null=False, has_optional=False),
        replace(plan, has_unknown=False, has_null=False, has_optional=False, pick=plan.pick + 1),
    ]
    why = ""
    for one in plans:
        try:
            made = _Maker(schemas=schemas, plan=one).make(schema, 0)
        except Unmade as error:
            why = str(error)
            continue
        problems = schemas.problems(schema, plain(made))
        if not problems:
            return made
        why = problems[0]
    raise Unmade(why)


def plain(value: Any) -> Any:
    """Give JSON data without what the maker knows of its texts."""
    match value:
        case dict():
            return {key: plain(one) for key, one in value.items()}
        case list():
            return [plain(one) for one in value]
        case Made():
            return str(value)
        case _:
            return value


@dataclass(slots=True)
class _Maker:
    schemas: Schemas
    plan: Plan
    made: int = 0

    def make(self, schema: Any, depth: int) -> Any:
        self.made += 1
        if depth > _DEEPEST or self.made > _HARD_LIMIT:
            raise Unmade("the schema does not end")
        shapes = Shapes(
            schemas=self.schemas, pick=self.plan.pick, wants_null=self.plan.has_null and depth > 0
        )
        why = "no shape fits"
        for shape in islice(shapes.of(schema), _MOST_SHAPES):
            try:
                return self._of_shape(shape, depth)
            except Unmade as error:
                why = str(error)
        raise Unmade(why)

    def _of_shape(self, shape: Schema, depth: int) -> Any:
        values = shape.get("enum", [shape["const"]] if "const" in shape else [])
        with_null = self.plan.has_null and depth > 0
        values = [one for one in values if with_null or one is not None] or values
        if values:
            wish = shape.get("x-wish")
            return wish if wish in values else values[self.plan.pick % len(values)]
        kind = self._type(shape, depth)
        if kind == "object":
            return self._object(shape, depth)
        return self._array(shape, depth) if kind == "array" else self._scalar(kind, shape)

    def _scalar(self, kind: str | None, shape: Schema) -> Any:
        match kind:
            case "string":
                return shape.get("x-wish") or _text(shape, self.plan.text)
            case "integer":
                return _number(shape, _BIG if shape.get("format") == "int64" else 3)
            case "number":
                return _number(shape, 1.5)
            case "boolean":
                return self.plan.pick % 2 == 0
            case _:
                return None if kind == "null" else self.plan.any_value

    def _type(self, shape: Schema, depth: int) -> str | None:
        declared = shape.get("type", [])
        types = [declared] if isinstance(declared, str) else declared
        if "null" in types and self.plan.has_null and depth > 0:
            return "null"
        telling = [one for one in types if one != "null"] or types
        if telling:
            return str(telling[self.plan.pick % len(telling)])
        return next((kind for key, kind in _TELLING.items() if key in shape), None)

    def _array(self, shape: Schema, depth: int) -> list[Any]:
        made = [self.make(one, depth + 1) for one in shape.get("prefixItems", [])]
        least = shape.get("minItems", 0)
        is_filled = self.plan.has_optional and depth < self.plan.depth
        wanted = max(least, self.plan.fewest_items, 1 if is_filled else 0)
        items = shape.get("items", {})
        while len(made) < min(wanted, shape.get("maxItems", wanted)) and items is not False:
            try:
                made.append(self._item(items, shape, len(made), depth))
            except Unmade:
                if len(made) < least:
                    raise
                break
        return made

    def _item(self, items: Any, shape: Schema, index: int, depth: int) -> Any:
        if not index or not (shape.get("uniqueItems") or self.plan.fewest_items):
            return self.make(items, depth + 1)
        other = replace(self.plan, pick=self.plan.pick + index, text=f"{index}{self.plan.text}")
        return _Maker(schemas=self.schemas, plan=other).make(items, depth + 1)

    def _object(self, shape: Schema, depth: int) -> dict[str, Any]:
        unused = shape.get("x-unused", [])
        properties = {k: v for k, v in shape.get("properties", {}).items() if k not in unused}
        required = [name for name in shape.get("required", []) if name not in unused]
        extra = shape.get("additionalProperties", {})
        if self.schemas.direction == "request" and properties and extra in ({}, True):
            forgotten = [name for name in required if name not in properties]
            list(map(self.schemas.excuse, forgotten))
            required = [name for name in required if name in properties]
        made: dict[str, Any] = {}
        for name in [*required, *(name for name in properties if name not in required)]:
            is_required = name in required
            if is_required or self._is_wanted(len(made), shape, depth):
                self._add(made, name, properties.get(name, extra), depth, is_required=is_required)
        self._add_unknown(made, shape, depth)
        return made

    def _is_wanted(self, size: int, shape: Schema, depth: int) -> bool:
        plan = self.plan
        rich = plan.has_optional and depth < plan.depth and self.made < plan.budget
        fewest, most = shape.get("minProperties", 0), shape.get("maxProperties", _LONGEST)
        return bool((rich or size < fewest) and size < most)

    def _add(
        self, made: dict[str, Any], name: str, schema: Any, depth: int, *, is_required: bool
    ) -> None:
        try:
            made[name] = self.make(schema, depth + 1)
        except Unmade:
            if is_required:
                raise

    def _add_unknown(self, made: dict[str, Any], shape: Schema, depth: int) -> None:
        """Add properties that the document does not name, where it allows them."""
        extra = not shape.get("x-closed") and shape.get("additionalProperties", True)
        is_map = isinstance(extra, dict) and self._is_wanted(len(made), shape, depth)
        for index in count():
            wanted = len(made) < shape.get("minProperties", 0)
            if extra is False or not (
                wanted or (index == 0 and (is_map or (self.plan.has_unknown and extra is True)))
            ):
                return
            self._add(made, f"unknown {index}", extra, depth, is_required=wanted)


_TELLING = {
    "properties": "object",
    "required": "object",
    "additionalProperties": "object",
    "minProperties": "object",
    "items": "array",
    "prefixItems": "array",
    "minItems": "array",
    "minLength": "string",
    "maxLength": "string",
    "format": "string",
    "minimum": "number",
    "maximum": "number",
    "x-wish": "string",
}


def _text(shape: Schema, text: str) -> str:
    name = shape.get("format", "")
    if name in _FORMATS:
        made = Made(_FORMATS[name])
        made.kind = name
        return made
    least, most = shape.get("minLength", 0), shape.get("maxLength", _LONGEST)
    if least > _LONGEST:
        raise Unmade(f"a text of {least} characters")
    made = Made((text * (least // max(len(text), 1) + 1))[: max(least, min(len(text), most))])
    made.kind = name
    return made


def _number(shape: Schema, wish: float) -> float:
    """Give the number nearest to hand that keeps within the bounds."""
    is_whole = isinstance(wish, int)
    step = shape.get("multipleOf") or (1 if is_whole else 0.5)
    bounds = [shape[key] for key in _BOUNDS if key in shape]
    near = [wish, *bounds, *(one + step for one in bounds), *(one - step for one in bounds)]
    multiples = [turn(one / step) * step for one in near for turn in (ceil, floor)]
    for number in [*near, *multiples]:
        if _is_within(number, shape) and (not is_whole or float(number).is_integer()):
            return int(number) if is_whole else number
    raise Unmade("no number is within the bounds")


def _is_within(number: float, shape: Schema) -> bool:
    step = shape.get("multipleOf")
    return all(
        (
            number >= shape.get("minimum", number),
            number <= shape.get("maximum", number),
            number > shape.get("exclusiveMinimum", -inf),
            number < shape.get("exclusiveMaximum", inf),
            step is None or float(number / step).is_integer(),
        )
    )
