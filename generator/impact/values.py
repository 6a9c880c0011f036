"""What an expression of a consumer's code may be, as far as the client is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast

    from generator.diff.types import Type
    from generator.impact.modules import Module


@dataclass(frozen=True, slots=True)
class Package:
    """The client's package, or a module within it."""

    inner: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClientType:
    """A client's class; `index` is 0 for the synchronous and 1 for the asynchronous one."""

    index: int


@dataclass(frozen=True, slots=True)
class Resource:
    """The client itself, where the path is empty, or a resource of it."""

    index: int
    path: tuple[str, ...] = ()
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the client that is not called yet."""

    index: int
    call: str
    raw: bool = False


@dataclass(frozen=True, slots=True)
class ModelType:
    """A class or alias of the client's models."""

    name: str


@dataclass(frozen=True, slots=True)
class Data:
    """A value of a type that the client's annotations name."""

    type: Type


@dataclass(frozen=True, slots=True)
class Giving:
    """Something that gives a value when it is called."""

    value: Value


@dataclass(frozen=True, slots=True)
class Dotted:
    """The beginning of a dotted import: `app` of `import app.client`."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnModule:
    """A module of the consumer."""

    module: Module


@dataclass(frozen=True, slots=True)
class OwnClass:
    """A class of the consumer."""

    module: Module
    node: ast.ClassDef


@dataclass(frozen=True, slots=True)
class OwnInstance:
    """An instance of a class of the consumer."""

    type: OwnClass


@dataclass(frozen=True, slots=True)
class OwnFunction:
    """A function of the consumer; `owner` is an instance that it is bound to."""

    module: Module
    node: ast.FunctionDef | ast.AsyncFunctionDef
    owner: OwnInstance | None = None


Value = (
    Package
    | ClientType
    | Resource
    | Method
    | ModelType
    | Data
    | Giving
    | Dotted
    | OwnModule
    | OwnClass
    | OwnInstance
    | OwnFunction
)
