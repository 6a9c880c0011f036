"""What the document says about operations, and how arguments become parts of a request."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Generic, Literal, Protocol, TypeAlias, TypeVar

from .models import Exclude, dump
from .values import NOT_GIVEN, Encode, json_text, percent_encode, plain, scalar_text

T_co = TypeVar("T_co", covariant=True)
Style = Literal[
    "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"
]


class Chunks(Protocol):
    """A body that is read while it is sent, by a client of either kind, perhaps only once."""

    replayable: bool

    def __iter__(self) -> Iterator[bytes]: ...
    def __aiter__(self) -> AsyncIterator[bytes]: ...


Payload: TypeAlias = tuple[bytes | Chunks, Mapping[str, str]]
"""A body as it is sent, and the headers that describe it, named in lower case."""
NO_BODY: Payload = (b"", {})


class Encodes(Protocol):
    """The body of an operation, or several to choose from."""

    def encode(self, arguments: Mapping[str, Any], package: str, /) -> Payload: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Draft:
    """What the parameters of a call come to: pairs as they are sent, headers in lower case."""

    headers: dict[str, str] = field(default_factory=dict)
    path: dict[str, str] = field(default_factory=dict)
    query: list[str] = field(default_factory=list)


def write_scalar(parameter: Parameter, value: Any, encode: Encode) -> list[str]:
    """Write one plain value; lists and objects are left to `styles`."""
    text = encode(scalar_text(value))
    return [text if parameter.style == "simple" else f"{encode(parameter.name)}={text}"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter under its Python name and, where that differs, its name on the wire.

    `keys` are the same of an object's fields; `write` gives the parts that the style joins;
    `default` makes the value of a parameter that was left out.
    """

    python_name: str
    wire_name: str = ""
    _: KW_ONLY
    style: Style = "form"
    explode: bool = True
    allow_reserved: bool = False
    content_type: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    write: Callable[[Parameter, Any, Encode], list[str]] = write_scalar
    default: Callable[[], Any] | None = None

    @property
    def name(self) -> str:
        """The name on the wire."""
        return self.wire_name or self.python_name

    def parts(self, value: Any, encode: Encode = percent_encode) -> list[str]:
        """Write a value; `None` is left out, having no form outside of JSON."""
        return [] if value is None else self.write(self, plain(value), encode)

    def add(self, draft: Draft, value: Any) -> None:
        """Add a value to the query."""
        draft.query.extend(self.parts(value))


Query = Parameter


@dataclass(frozen=True, slots=True)
class Path(Parameter):
    """A parameter in the path."""

    style: Style = "simple"
    explode: bool = False

    def add(self, draft: Draft, value: Any) -> None:
        """Add a value; one that leaves nothing in the path is a ValueError."""
        prefix = {"label": ".", "matrix": ";"}.get(self.style, "")
        text = (prefix or ",").join(self.parts(value))
        if not text:
            raise ValueError(f"path parameter {self.python_name!r} must not be {value or 'empty'}")
        draft.path[self.name] = prefix + text


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form or multipart body is written; `headers` of a part have `Title-Case`."""

    content_type: str | None = None
    style: Style | None = None
    explode: bool = True
    allow_reserved: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


def text_payload(text: str, media_type: str) -> Payload:
    """Return a text as a body."""
    return text.encode(), {"content-type": media_type}


def plain_data(body: Whole, value: Any, package: str) -> Any:
    """Return a value as JSON data under its wire names, validated where the body has a model."""
    return plain(value) if body.model is None else dump(package, body.model, value, body.exclude)


def write_json(body: Whole, value: Any, package: str) -> Payload:
    """Write a value as JSON."""
    return text_payload(json_text(plain_data(body, value, package)), body.media_type)


@dataclass(frozen=True, slots=True)
class Whole:
    """A body given as the argument `body`; `model` is a name in `models`, a type, or None: any.

    `write` is called with the package of the models.
    """

    media_type: str
    model: object = None
    _: KW_ONLY
    required: bool = True
    encoding: Mapping[str, Encoding] = field(default_factory=dict)
    exclude: Exclude | None = None
    write: Callable[[Whole, Any, str], Payload] = write_json

    def encode(self, arguments: Mapping[str, Any], package: str) -> Payload:
        """Write the arguments of a call that are no parameters; without a value there is no body."""
        value = arguments.get("body", NOT_GIVEN)
        return NO_BODY if value is NOT_GIVEN else self.write(self, value, package)


class Fields(Whole):
    """A body whose fields are the arguments: without one `{}` where there must be one, else none."""

    __slots__ = ()

    def encode(self, arguments: Mapping[str, Any], package: str) -> Payload:
        """Write the fields."""
        is_sent = arguments or self.required
        return self.write(self, dict(arguments), package) if is_sent else NO_BODY


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of a status (`200`, `4XX`, `default`); `type` is as the model of a body."""

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
    body: Encodes | None = None
    responses: tuple[Reply, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    selector: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    server: str | None = None
