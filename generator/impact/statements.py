"""Walk the statements of a consumer's code in their order: what names are bound to, what is used."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Protocol

from generator.impact import client as clients
from generator.impact.modules import bound_imports, source_of
from generator.impact.reading import Reader, World
from generator.impact.scopes import Scope
from generator.impact.uses import Named
from generator.impact.values import (
    ModelType,
    OwnClass,
    OwnFunction,
    OwnInstance,
    Package,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.impact.modules import Module
    from generator.impact.reading import Emit

Function = ast.FunctionDef | ast.AsyncFunctionDef
Loop = ast.For | ast.AsyncFor
Block = ast.With | ast.AsyncWith


class Imports(World, Protocol):
    """A world that knows what imports bind."""

    def imported(self, module: Module, node: ast.ImportFrom, name: str) -> Value | None:
        """Give what `from ... import name` binds."""


class Walker:
    """Walks the statements of one module; a deep one goes into functions and classes, too."""

    def __init__(self, world: Imports, module: Module, emit: Emit, *, deep: bool) -> None:
        self.reader = Reader(world, emit)
        self._world = world
        self._module = module
        self._emit = emit
        self._deep = deep

    def run(self, body: Sequence[ast.stmt], scope: Scope, owner: OwnInstance | None = None) -> None:
        """Walk statements; functions come after what stands beside them, as when they are called."""
        later: list[Function] = []
        for node in body:
            self._statement(node, scope, owner, later)
        for function in later:
            inner = self.parameters(function, scope, owner)
            self.run(function.body, inner)

    def _statement(
        self, node: ast.stmt, scope: Scope, owner: OwnInstance | None, later: list[Function]
    ) -> None:
        match node:
            case ast.Import():
                for name, names in bound_imports(node):
                    scope.names[name] = self._world.dotted(names)
            case ast.ImportFrom():
                self._import(node, scope)
            case ast.Assign(targets=targets, value=value):
                self._assign(targets, value, scope)
            case ast.AnnAssign(target=target, annotation=annotation, value=value):
                declared = self.reader.annotated(annotation, scope)
                given = self.reader.value(value, scope)
                self.reader.bind(target, given if declared is None else declared, scope)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                for decorator in node.decorator_list:
                    self.reader.value(decorator, scope)
                scope.names[node.name] = OwnFunction(self._module, node, owner)
                later += [node] if self._deep else []
            case ast.ClassDef():
                self._class(node, scope)
            case _:
                self._block(node, scope, owner)

    def _class(self, node: ast.ClassDef, scope: Scope) -> None:
        own = OwnClass(self._module, node)
        scope.names[node.name] = own
        if self._deep:
            for base in node.bases:
                self.reader.value(base, scope)
            self.run(node.body, Scope(scope), OwnInstance(own))

    def _import(self, node: ast.ImportFrom, scope: Scope) -> None:
        base = self._world.dotted(source_of(self._module, node))
        for alias in node.names:
            if alias.name == "*":
                self._import_everything(base, scope)
                continue
            value = self._world.imported(self._module, node, alias.name)
            scope.names[alias.asname or alias.name] = value
            if isinstance(base, Package):
                is_model = isinstance(value, ModelType)
                self._emit(Named(place=f"models.{alias.name}" if is_model else alias.name), alias)

    def _import_everything(self, base: Value | None, scope: Scope) -> None:
        if isinstance(base, Package):
            surface = self._world.surface
            for name in (*(one.name for one in surface.clients), *surface.models):
                scope.names[name] = clients.member_of(base, name, surface)

    def _assign(self, targets: Iterable[ast.expr], value: ast.expr, scope: Scope) -> None:
        found = self.reader.value(value, scope)
        is_none = isinstance(value, ast.Constant) and value.value is None
        for target in targets:
            # `client = None` tells that there is none yet, and nothing of what it will be.
            if not (is_none and isinstance(target, ast.Name) and scope.names.get(target.id)):
                self.reader.bind(target, found, scope)

    def _block(self, node: ast.stmt, scope: Scope, owner: OwnInstance | None) -> None:
        """Walk a statement that may hold others."""
        match node:
            case ast.For() | ast.AsyncFor():
                self.reader.bind(node.target, self.reader.items(node.iter, scope), scope)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    value = self.reader.value(item.context_expr, scope)
                    if item.optional_vars is not None:
                        self.reader.bind(item.optional_vars, value, scope)
            case _:
                self._expressions(node, scope)
        for inner in _bodies(node):
            self.run(inner, scope, owner)

    def _expressions(self, node: ast.AST, scope: Scope) -> None:
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.expr():
                    self.reader.value(child, scope)
                case ast.ExceptHandler(type=type_) if type_ is not None:
                    self.reader.value(type_, scope)
                case ast.match_case(guard=guard) if guard is not None:
                    self.reader.value(guard, scope)
                case _:
                    pass

    def parameters(self, node: Function, around: Scope, owner: OwnInstance | None) -> Scope:
        """Give the scope of a function with what its parameters are."""
        scope = Scope(around)
        arguments = node.args
        plain = [*arguments.posonlyargs, *arguments.args]
        for argument in (*plain, *arguments.kwonlyargs):
            scope.names[argument.arg] = self.reader.annotated(argument.annotation, around)
        defaults = zip(reversed(plain), reversed(arguments.defaults), strict=False)
        keywords = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        for argument, default in (*defaults, *keywords):
            value = self.reader.value(default, around)
            if scope.names[argument.arg] is None:
                scope.names[argument.arg] = value
        if owner is not None and plain and plain[0].annotation is None:
            scope.names[plain[0].arg] = owner
        self.reader.annotated(node.returns, around)
        return scope


def assigned_to(
    name: str, node: Function
) -> Iterator[tuple[str, ast.expr | None, ast.expr | None]]:
    """Yield the attributes of a variable that a function sets: annotation and value of each."""
    for one in ast.walk(node):
        match one:
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id=id_), attr=attribute)]):
                if id_ == name:
                    yield attribute, None, one.value
            case ast.AnnAssign(target=ast.Attribute(value=ast.Name(id=id_), attr=attribute)):
                if id_ == name:
                    yield attribute, one.annotation, one.value
            case _:
                pass


def _bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """Yield the blocks of statements within a statement."""
    for name in ("body", "handlers", "cases", "orelse", "finalbody"):
        for part in getattr(node, name, ()):
            if isinstance(part, ast.ExceptHandler | ast.match_case):
                yield part.body
        block = [part for part in getattr(node, name, ()) if isinstance(part, ast.stmt)]
        if block:
            yield block
