"""The consumer's modules, classes and functions, each read when it is first asked for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from generator.impact import client as clients
from generator.impact.modules import source_of
from generator.impact.scopes import Scope
from generator.impact.statements import Function, Walker, assigned_to
from generator.impact.values import (
    Dotted,
    OwnClass,
    OwnFunction,
    OwnInstance,
    OwnModule,
    Package,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diff.surface import Surface
    from generator.impact.modules import Module, Names, Repository
    from generator.impact.uses import Use

_DEEPEST = 20


class Consumer:
    """What names stand for in the whole repository."""

    def __init__(self, repository: Repository, surface: Surface) -> None:
        self.surface = surface
        self._repository = repository
        self._scopes: dict[Module, Scope] = {}
        self._members: dict[ast.ClassDef, dict[str, Value | None]] = {}
        self._returned: dict[Function, Value | None] = {}
        self._depth = 0

    def scope(self, module: Module) -> Scope:
        """Give the names of a module."""
        if module not in self._scopes:
            self._scopes[module] = Scope()
            self._walker(module).run(module.tree.body, self._scopes[module])
        return self._scopes[module]

    def dotted(self, names: Names) -> Value | None:
        """Give what an absolute import names."""
        inner = self._repository.inside_client(names)
        if inner is not None:
            return Package(inner)
        own = self._repository.own(names)
        return OwnModule(own) if own else Dotted(names)

    def imported(self, module: Module, node: ast.ImportFrom, name: str) -> Value | None:
        """Give what `from ... import name` binds."""
        names = source_of(module, node)
        base = self.dotted(names) if names else None
        if isinstance(base, Package):
            return clients.member_of(base, name, self.surface)
        found = self.member(base, name) if isinstance(base, OwnModule) else None
        return self.dotted((*names, name)) if found is None else found

    def member(self, owner: OwnModule | OwnInstance | OwnClass, name: str) -> Value | None:
        """Give an attribute of something of the consumer's."""
        match owner:
            case OwnModule(module=module):
                found = self.scope(module).look_up(name)
                return self._submodule(module, name) if found is None else found
            case OwnInstance(type=type_):
                return self._of_class(type_, name, owner)
            case OwnClass():
                return self._of_class(owner, name, None)

    def _submodule(self, module: Module, name: str) -> Value | None:
        found = self.dotted((*module.names, name))
        return found if module.is_package or not isinstance(found, Dotted) else None

    def returned(self, function: OwnFunction) -> Value | None:
        """Give what a function of the consumer returns or yields."""
        node = function.node
        if node not in self._returned and self._depth < _DEEPEST:
            self._returned[node] = None
            self._depth += 1
            self._returned[node] = self._result(function)
            self._depth -= 1
        return self._returned.get(node)

    def _of_class(self, type_: OwnClass, name: str, bound: OwnInstance | None) -> Value | None:
        found = self._members_of(type_)
        if name not in found:
            inherited = (self._of_class(one, name, bound) for one in self._bases(type_))
            return next((one for one in inherited if one is not None), None)
        value = found[name]
        if not isinstance(value, OwnFunction):
            return value
        method = OwnFunction(value.module, value.node, bound)
        return self.returned(method) if _is_property(value.node) else method

    def _bases(self, type_: OwnClass) -> Iterator[OwnClass]:
        reader, scope = self._walker(type_.module).reader, self.scope(type_.module)
        for node in type_.node.bases:
            base = reader.value(node, scope)
            if isinstance(base, OwnClass) and base != type_:
                yield base

    def _members_of(self, type_: OwnClass) -> dict[str, Value | None]:
        """Give what a class defines, and what its methods put on `self`."""
        if type_.node in self._members:
            return self._members[type_.node]
        found: dict[str, Value | None] = {}
        self._members[type_.node] = found
        walker, scope = self._walker(type_.module), Scope(self.scope(type_.module))
        walker.run(type_.node.body, scope)
        found.update(scope.names)
        for node in type_.node.body:
            if isinstance(node, Function) and node.args.args:
                self._add_attributes(found, OwnFunction(type_.module, node, OwnInstance(type_)))
        return found

    def _add_attributes(self, found: dict[str, Value | None], method: OwnFunction) -> None:
        walker, node = self._walker(method.module), method.node
        scope = walker.parameters(node, self.scope(method.module), method.owner)
        walker.run(node.body, scope)
        for name, annotation, given in assigned_to(node.args.args[0].arg, node):
            declared = walker.reader.annotated(annotation, scope)
            value = walker.reader.value(given, scope) if declared is None else declared
            if found.get(name) is None:
                found[name] = value

    def _result(self, function: OwnFunction) -> Value | None:
        walker, node = self._walker(function.module), function.node
        outer = self.scope(function.module)
        declared = walker.reader.annotated(node.returns, outer)
        if declared is not None:
            return declared
        scope = walker.parameters(node, outer, function.owner)
        walker.run(node.body, scope)
        results = (walker.reader.value(one, scope) for one in _results(node))
        return next((one for one in results if one is not None), None)

    def _walker(self, module: Module) -> Walker:
        return Walker(self, module, _forget, deep=False)


def _forget(use: Use, node: ast.AST) -> None:
    """Pay no attention: only what a deep walk meets is a use."""


def _is_property(node: Function) -> bool:
    said = (ast.unparse(one).rpartition(".")[2] for one in node.decorator_list)
    return any(one in ("property", "cached_property") for one in said)


def _results(node: Function) -> Iterator[ast.expr]:
    for one in ast.walk(node):
        if isinstance(one, ast.Return | ast.Yield) and one.value is not None:
            yield one.value
