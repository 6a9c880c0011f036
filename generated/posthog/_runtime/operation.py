"""What the document says about an operation: plain data that the generated client is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from .bodies import Body

T_co = TypeVar("T_co", covariant=True)

Style = Literal[
    "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"
]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter under its Python name and, where that differs, its name on the wire."""

    python_name: str
    wire_name: str = ""
    _: KW_ONLY
    style: Style = "form"
    explode: bool = True
    allow_reserved: bool = False
    content_type: str | None = None

    @property
    def name(self) -> str:
        """The name on the wire."""
        return self.wire_name or self.python_name


@dataclass(frozen=True, slots=True)
class Path(Parameter):
    """A parameter in the path."""

    style: Style = "simple"
    explode: bool = False


@dataclass(frozen=True, slots=True)
class Query(Parameter):
    """A parameter in the query."""


@dataclass(frozen=True, slots=True)
class Header(Parameter):
    """A parameter in a header."""

    style: Style = "simple"
    explode: bool = False


@dataclass(frozen=True, slots=True)
class Cookie(Parameter):
    """A parameter in the cookies."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of a status (`200`, `4XX`, `default`); `type` names what a body is, as in `Body`."""

    status: str
    media_type: str | None = None
    type: object = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation(Generic[T_co]):
    """One operation; `T_co` is what a call returns.

    `security` has the alternatives of credentials: none at all where it is empty, optional where
    one alternative is. `selector` is the parameter that chooses the answer's media type,
    `choices` says which value chooses which. `server` is the base URL of an operation that is
    elsewhere than the rest; a base URL that the user gives counts for all.
    """

    name: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Reply, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    selector: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    server: str | None = None
