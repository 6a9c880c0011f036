"""Read expressions of a consumer's code: what each may be, and what it does with the client."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Protocol

from generator.diff.types import Named as NamedType
from generator.impact import client as clients
from generator.impact.calls import called_with
from generator.impact.scopes import Scope
from generator.impact.uses import Named, Read, Unclear, Use
from generator.impact.values import (
    ClientType,
    Data,
    Dotted,
    Giving,
    Method,
    ModelType,
    OwnClass,
    OwnFunction,
    OwnInstance,
    OwnModule,
    Package,
    Resource,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diff.surface import Surface
    from generator.impact.modules import Names

    Emit = Callable[[Use, ast.AST], None]

_WRAPPERS = frozenset({"Annotated", "ClassVar", "Final", "Optional", "Required"})
_MANY = frozenset({"Iterable", "Iterator", "List", "Sequence", "list", "set", "tuple"})


class World(Protocol):
    """What names of other modules and members of the consumer's classes are."""

    surface: Surface

    def dotted(self, names: Names) -> Value | None:
        """Give what an absolute import names."""

    def member(self, owner: OwnModule | OwnInstance | OwnClass, name: str) -> Value | None:
        """Give an attribute of something of the consumer's."""

    def returned(self, function: OwnFunction) -> Value | None:
        """Give what a function of the consumer returns."""


class Reader:
    """Reads expressions; each use of the client is emitted with its node."""

    def __init__(self, world: World, emit: Emit) -> None:
        self._world = world
        self._emit = emit

    def value(self, node: ast.expr | None, scope: Scope) -> Value | None:
        """Give what an expression may be, and emit what it uses."""
        match node:
            case None:
                return None
            case ast.Name(id=name, ctx=ast.Load()):
                return self._named(scope.look_up(name), node)
            case ast.Attribute():
                return self._attribute(node, scope)
            case ast.Call():
                return self._call(node, scope)
            case _:
                return self._compound(node, scope)

    def _compound(self, node: ast.expr, scope: Scope) -> Value | None:
        """Give what an expression with others in it may be; what is awaited is what comes of it."""
        found: Value | None = None
        match node:
            case ast.Await(value=inner) | ast.Starred(value=inner):
                found = self.value(inner, scope)
            case ast.NamedExpr(target=target, value=inner):
                found = self.value(inner, scope)
                self.bind(target, found, scope)
            case ast.Subscript(value=inner, slice=index):
                self.value(index, scope)
                found = self._item(self.value(inner, scope), by_key=True)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                self.value(test, scope)
                found = self._first([body, orelse], scope)
            case ast.BoolOp(values=values):
                found = self._first(values, scope)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                found = self._comprehension(node, scope)
            case ast.Lambda(body=body):
                self.value(body, Scope(scope))
            case _:
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, ast.expr):
                        self.value(child, scope)
        return found

    def annotated(self, node: ast.expr | None, scope: Scope) -> Value | None:
        """Give what a variable with an annotation holds."""
        match node:
            case ast.Constant(value=str(text)):
                return self._quoted(text, node, scope)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                both = [self.annotated(left, scope), self.annotated(right, scope)]
                return next((one for one in both if one is not None), None)
            case ast.Subscript(value=outer, slice=inner):
                return self._generic(outer, inner, scope)
            case _:
                return _instance(self.value(node, scope))

    def _quoted(self, text: str, node: ast.expr, scope: Scope) -> Value | None:
        try:
            inner = ast.parse(text, mode="eval").body
        except SyntaxError:
            return None
        for part in ast.walk(inner):
            ast.copy_location(part, node)
        return self.annotated(inner, scope)

    def _generic(self, outer: ast.expr, inner: ast.expr, scope: Scope) -> Value | None:
        self.value(outer, scope)
        parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
        values = [self.annotated(part, scope) for part in parts]
        name = ast.unparse(outer).rpartition(".")[2]
        if name in _WRAPPERS:
            return values[0]
        first = values[0] if values else None
        if name in _MANY and isinstance(first, Data):
            return Data(frozenset({NamedType("list", (first.type,))}))
        return None

    def items(self, node: ast.expr, scope: Scope) -> Value | None:
        """Give what iterating over an expression yields."""
        return self._item(self.value(node, scope), by_key=False)

    def _item(self, whole: Value | None, *, by_key: bool) -> Value | None:
        surface = self._world.surface
        return clients.item_of(whole, surface, by_key=by_key) if isinstance(whole, Data) else None

    def _first(self, nodes: list[ast.expr], scope: Scope) -> Value | None:
        values = [self.value(node, scope) for node in nodes]
        return next((value for value in values if value is not None), None)

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, scope: Scope
    ) -> Value | None:
        inner = Scope(scope)
        for part in node.generators:
            self.bind(part.target, self.items(part.iter, inner), inner)
            for condition in part.ifs:
                self.value(condition, inner)
        if isinstance(node, ast.DictComp):
            self.value(node.key, inner)
            self.value(node.value, inner)
            return None
        item = self.value(node.elt, inner)
        return (
            Data(frozenset({NamedType("list", (item.type,))})) if isinstance(item, Data) else None
        )

    def bind(self, target: ast.expr, value: Value | None, scope: Scope) -> None:
        """Bind a name; parts of a tuple stand for nothing that is known."""
        match target:
            case ast.Name(id=name):
                scope.names[name] = value
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                for part in parts:
                    self.bind(part, None, scope)
            case _:
                self.value(target, scope)

    def _named(self, value: Value | None, node: ast.AST) -> Value | None:
        if isinstance(value, ModelType):
            self._emit(Named(place=f"models.{value.name}"), node)
        if isinstance(value, ClientType):
            self._emit(Named(place=self._world.surface.clients[value.index].name), node)
        return value

    def _attribute(self, node: ast.Attribute, scope: Scope) -> Value | None:
        base = self.value(node.value, scope)
        if base is None:
            self._emit_unclear(node)
            return None
        found = self.attribute(base, node.attr, node)
        if isinstance(found, Method):
            self._emit(Read(place=found.call, types=frozenset()), node)
        if isinstance(found, Resource) and node.attr in self._world.surface.views:
            self._emit(Read(place=node.attr, types=frozenset()), node)
        return self._named(found, node)

    def attribute(self, base: Value, name: str, node: ast.AST) -> Value | None:
        """Give an attribute of a value."""
        world = self._world
        match base:
            case Package():
                return clients.member_of(base, name, world.surface)
            case Resource():
                return clients.attribute_of(base, name, world.surface)
            case Data():
                return self._field(base, name, node)
            case Dotted(names=names):
                return world.dotted((*names, name))
            case OwnModule() | OwnInstance() | OwnClass():
                return world.member(base, name)
            case _:
                return None

    def _field(self, data: Data, name: str, node: ast.AST) -> Value | None:
        found = list(clients.fields_of(data, name, self._world.surface))
        for model, annotation in found:
            types = clients.named_types(annotation)
            self._emit(Read(place=f"models.{model}.{name}", types=types), node)
        if not found:
            return clients.parsed(data, name)
        return Data(frozenset(one for _, text in found for one in clients.members(text)))

    def _emit_unclear(self, node: ast.Attribute) -> None:
        names = [node.attr]
        inner: ast.expr = node.value
        while isinstance(inner, ast.Attribute):
            names.insert(0, inner.attr)
            inner = inner.value
        self._emit(Unclear(names=tuple(names), subject=ast.unparse(inner)), node)

    def _call(self, node: ast.Call, scope: Scope) -> Value | None:
        match node:
            case ast.Call(func=ast.Name(id="getattr"), args=[owner, name, *_]):
                return self._computed(node, self.value(owner, scope), name, scope)
        called = self._function(node.func, scope)
        values = [self.value(one, scope) for one in node.args]
        for keyword in node.keywords:
            self.value(keyword.value, scope)
        if (use := called_with(called, node, self._world.surface)) is not None:
            self._emit(use, node)
        if called is None:
            # `asyncio.run(...)`, `list(...)`, `anext(...)`: what goes in comes out, more or less.
            return values[0] if len(values) == 1 and isinstance(values[0], Data) else None
        return self._given_by(called)

    def _given_by(self, called: Value) -> Value | None:
        match called:
            case Method():
                return clients.result_of(called, self._world.surface)
            case Giving(value=value):
                return value
            case OwnFunction():
                return self._world.returned(called)
            case _:
                return _instance(called)

    def _function(self, node: ast.expr, scope: Scope) -> Value | None:
        """Read what is called, without taking a method for one that is only named."""
        if not isinstance(node, ast.Attribute):
            return self.value(node, scope)
        base = self.value(node.value, scope)
        if base is None:
            self._emit_unclear(node)
            return None
        return self._named(self.attribute(base, node.attr, node), node)

    def _computed(
        self, node: ast.Call, owner: Value | None, name: ast.expr, scope: Scope
    ) -> Value | None:
        self.value(name, scope)
        if owner is None:
            return None
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            return self._named(self.attribute(owner, name.value, node), node)
        if isinstance(owner, Resource):
            self._emit(Unclear(names=(*owner.path, "*"), subject=ast.unparse(node)), node)
        return None


def _instance(value: Value | None) -> Value | None:
    """Give what an annotation with a class says."""
    match value:
        case ClientType(index=index):
            return Resource(index)
        case ModelType(name=name):
            return Data(frozenset({NamedType(name)}))
        case OwnClass():
            return OwnInstance(value)
        case _:
            return None
