"""What a client's Python consists of, free of the document's texts and names."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping

ANY = "*"
_SERIALIZED = frozenset({"Path", "Query", "Header", "Cookie", "Styled"})


def shapes(files: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """Count what modules of each kind hold, without strings and names; imports are told by `facts`."""
    trees = {path: ast.parse(text) for path, text in _python(files)}
    return Counter((_kind(path), ast.dump(_Shape().visit(tree))) for path, tree in trees.items())


def foreign(files: Mapping[str, str], known: frozenset[str]) -> list[str]:
    """Tell which facts are unknown, whether a name is taken as the document's or as the templates'."""
    return sorted(plain for plain, own in _all_facts(files) if known.isdisjoint((plain, own)))


def facts(files: Mapping[str, str]) -> frozenset[str]:
    """Tell which kinds of nodes stand in which, and all names, those of the document as one."""
    return frozenset(own for _, own in _all_facts(files))


def _all_facts(files: Mapping[str, str]) -> set[tuple[str, str]]:
    trees = {path: ast.parse(text) for path, text in _python(files)}
    own = {name for tree in trees.values() for name in _own_names(tree)}
    classes = {name for tree in trees.values() for name in _own_classes(tree)}
    return {
        (f"{_kind(path)}: {plain}", f"{_kind(path)}: {fact}")
        for path, tree in trees.items()
        for plain, fact in zip(_facts(tree, set(), set()), _facts(tree, own, classes), strict=True)
    }


def _python(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for path, text in files.items():
        if path.endswith((".py", ".pyi")) and not path.startswith("_runtime/"):
            yield path, text


def _kind(path: str) -> str:
    """Name the template of a file: modules of resources, operations and models have one each."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{ANY}" if folder and not name.startswith("_") else path


class _Shape(ast.NodeTransformer):
    """Removes what a document may say; what is left is the templates'."""

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """Put statements in an order of their own: models stand in that of their names."""
        return ast.Module(body=sorted(self._block(node.body), key=ast.dump), type_ignores=[])

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        bases = [self.visit(base) for base in node.bases]
        return ast.ClassDef(ANY, bases, [], self._block(node.body), [])

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.Constant("" if isinstance(node.value, str) else node.value)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(ANY, node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(ANY, node.annotation and self.visit(node.annotation))

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return ast.Attribute(self.visit(node.value), ANY, node.ctx)

    def visit_keyword(self, node: ast.keyword) -> ast.AST:
        """Keep the names of arguments; a base URL may be there or not."""
        if node.arg == "base_url" and isinstance(node.value, ast.Constant):
            return ast.keyword(node.arg, ast.Constant(""))
        return ast.keyword(node.arg, self.visit(node.value))

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Take a field's type alone: it has an alias only where Python needs another name."""
        match node:
            case ast.Subscript(value=ast.Name("Annotated"), slice=ast.Tuple([type_, ast.Call()])):
                return self.visit(type_)  # type: ignore[no-any-return]
        return ast.Subscript(self.visit(node.value), self.visit(node.slice), node.ctx)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Take a parameter's Python name alone: wire names are there only where they differ."""
        is_parameter = isinstance(node.func, ast.Name) and node.func.id in _SERIALIZED
        passed = [self.visit(argument) for argument in node.args[: 1 if is_parameter else None]]
        named = [self.visit(one) for one in node.keywords if one.arg != "keys" or not is_parameter]
        return ast.Call(self.visit(node.func), passed, named)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        return type(node)(
            ANY,
            self.visit(node.args),
            self._block(node.body),
            [self.visit(decorator) for decorator in node.decorator_list],
            node.returns and self.visit(node.returns),
        )

    def _block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """Leave out what is there only where it is needed: docstrings, second names, imports."""
        return [self.visit(node) for node in body if not _is_extra(node) and not _imports(node)]


def _is_extra(node: ast.stmt) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.Assign(targets=[ast.Name(second)], value=ast.Name(first)):
            return second == f"_{first}"
    return False


def _imports(node: ast.stmt) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom():
            return True
        case ast.If(test=ast.Name("TYPE_CHECKING"), body=body, orelse=[]):
            return all(map(_imports, body))
    return False


def _own_names(tree: ast.AST) -> Iterator[str]:
    """Give the names that a module defines or takes from another one of the client."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
            case ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.ImportFrom(module=module, level=level, names=names) if level:
                if module != "_runtime":
                    yield from (alias.asname or alias.name for alias in names)


def _own_classes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name):
                yield name


def _facts(tree: ast.AST, own: set[str], classes: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        for field, child in _children(node):
            yield f"{type(node).__name__}.{field} {type(child).__name__}"
        match node:
            case ast.Call(func=function):
                yield f"calls {_spelled(function, classes)}"
            case ast.Attribute():
                yield f"takes {_spelled(node, own)}"
            case ast.Name(id=name):
                yield f"names {_known(name, own)}"
            case ast.Import(names=names):
                yield from (f"imports {alias.name}" for alias in names)
            case ast.ImportFrom(level=0, module=module, names=names):
                yield from (f"imports {module} {alias.name}" for alias in names)
            case ast.ImportFrom(level=level, module=module):
                yield f"imports {'.' * level}{(module or '').split('.')[0] if level > 1 else ''}"
            case ast.Constant(value=value):
                yield f"has a {type(value).__name__}"


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for field, value in ast.iter_fields(node):
        children = value if isinstance(value, list) else [value]
        yield from ((field, child) for child in children if isinstance(child, ast.AST))


def _spelled(node: ast.expr, own: set[str]) -> str:
    match node:
        case ast.Name(id=name):
            return _known(name, own)
        case ast.Attribute(value=value, attr=name):
            return f"{_spelled(value, own)}.{_known(name, own)}"
    return type(node).__name__


def _known(name: str, own: set[str]) -> str:
    return ANY if name in own or (name.startswith("_") and name[1:] in own) else name
