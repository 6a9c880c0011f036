"""What the document says about operations, and the requests made of them; no I/O here."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Collection, Iterator, Mapping
from copy import copy
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeAlias, TypeVar
from urllib.parse import quote, quote_plus, unquote

import httpx2

from .errors import ConfigurationError
from .models import Exclude, dump
from .settings import choose
from .values import NOT_GIVEN, Encode, given, json_text, percent_encode, plain, scalar_text

if TYPE_CHECKING:
    from .client import BaseClient

T_co = TypeVar("T_co", covariant=True)

HIDDEN = "***"
_SHORTEST_SECRET = 4
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_DOTS = re.compile(r"(?<=/)\.{1,2}(?=/|$)")


class Chunks(Protocol):
    """A body that is read while it is sent, by a client of either kind, perhaps only once."""

    replayable: bool

    def __iter__(self) -> Iterator[bytes]: ...
    def __aiter__(self) -> AsyncIterator[bytes]: ...


Payload: TypeAlias = tuple[bytes | Chunks, Mapping[str, str]]
"""A body as it is sent, and the headers that describe it, named in lower case."""


def write_text(_: str, value: Any, encode: Encode) -> list[str]:
    """Write one plain value."""
    return [encode(scalar_text(value))]


def write_pair(name: str, value: Any, encode: Encode) -> list[str]:
    """Write one plain value after its name; lists and objects are left to `Styled`."""
    return [f"{encode(name)}={encode(scalar_text(value))}"]


@dataclass(frozen=True, slots=True)
class Query:
    """A parameter under its Python name and, where that differs, its name on the wire."""

    python_name: str
    wire_name: str = ""
    _: KW_ONLY
    write: Callable[[str, Any, Encode], list[str]] = write_pair
    default: Callable[[], Any] | None = None

    @property
    def name(self) -> str:
        """The name on the wire."""
        return self.wire_name or self.python_name

    def parts(self, value: Any, encode: Encode = percent_encode) -> list[str]:
        """Write a value; `None` is left out, having no form outside of JSON."""
        return [] if value is None else self.write(self.name, plain(value), encode)

    def add(self, request: Prepared[Any], value: Any) -> None:
        """Add a value to what is sent."""
        request.query.extend(self.parts(value))


@dataclass(frozen=True, slots=True)
class Path(Query):
    """A parameter in the path, which must not be empty there."""

    write: Callable[[str, Any, Encode], list[str]] = write_text

    def add(self, request: Prepared[Any], value: Any) -> None:
        """Add a value; one that leaves nothing in the path is a ValueError."""
        text = "".join(self.parts(value))
        if not text:
            raise ValueError(f"path parameter {self.python_name!r} must not be {value or 'empty'}")
        request.path[self.name] = text


def plain_data(body: Whole, value: Any, package: str) -> Any:
    """Return a value as JSON data under its wire names, validated where the body has a model."""
    return plain(value) if body.model is None else dump(package, body.model, value, body.exclude)


def text_payload(text: str, media_type: str) -> Payload:
    """Return a text as a body."""
    return text.encode(), {"content-type": media_type}


def write_json(body: Whole, value: Any, package: str) -> Payload:
    """Write a value as JSON."""
    return text_payload(json_text(plain_data(body, value, package)), body.media_type)


@dataclass(frozen=True, slots=True)
class Whole:
    """A body given as the argument `body`; `model` is a name in `models`, a type, or None: any."""

    media_type: str
    model: object = None
    _: KW_ONLY
    required: bool = True
    exclude: Exclude | None = None
    write: Callable[[Whole, Any, str], Payload] = write_json

    def __call__(self, arguments: Mapping[str, Any], package: str) -> Payload:
        """Write the arguments of a call that are no parameters; without a value there is no body."""
        value = arguments.get("body", NOT_GIVEN)
        return (b"", {}) if value is NOT_GIVEN else self.write(self, value, package)


class Fields(Whole):
    """A body whose fields are the arguments: without one `{}` where there must be one, else none."""

    __slots__ = ()

    def __call__(self, arguments: Mapping[str, Any], package: str) -> Payload:
        """Write the fields."""
        is_sent = arguments or self.required
        return self.write(self, dict(arguments), package) if is_sent else (b"", {})


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of a status (`200`, `4XX`, `default`); `type` is as the model of a body."""

    status: str
    media_type: str | None = None
    type: object = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation(Generic[T_co]):
    """One operation; `T_co` is what a call returns.

    `accept` has the media types of the answer, of which the parameter `selector` may choose one by
    `choices`. `security` has the alternatives of credentials: none at all where it is empty,
    optional where one alternative is. `server` is the base URL of an operation that is elsewhere
    than the rest; a base URL that the user gives counts for all.
    """

    name: str
    method: str
    path: str
    parameters: tuple[Query, ...] = ()
    body: Callable[[Mapping[str, Any], str], Payload] | None = None
    accept: str = "application/json"
    responses: tuple[Reply, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    selector: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    server: str = ""


class Prepared(Generic[T_co]):
    """A request, and its credentials once they are added; what is wrong with arguments is raised."""

    def __init__(
        self, client: BaseClient[Any], operation: Operation[T_co], arguments: Mapping[str, Any]
    ) -> None:
        state = client._state
        self.client = client
        self.operation = operation
        self.arguments = {k: v for k, v in given(arguments).items() if k != "self"}
        rest = dict(self.arguments)
        chosen = operation.choices.get(scalar_text(plain(rest.get(operation.selector))))
        first = {"accept": chosen or operation.accept, **state.headers}
        self.headers = httpx2.Headers(first, encoding="utf-8")
        self.path: dict[str, str] = {}
        self.query: list[str] = []
        self.content: bytes | Chunks = b""
        self.secrets: list[str] = []
        for parameter in operation.parameters:
            self._add(parameter, rest)
        if operation.body is not None:
            self.content, described = operation.body(rest, state.settings.package or "")
            self.headers.update(described)
        self.url = self._url()

    @property
    def title(self) -> str:
        """Method and path, as messages name the request."""
        return f"{self.operation.method} {self.url.raw_path.partition(b'?')[0].decode('ascii')}"

    def _add(self, parameter: Query, rest: dict[str, Any]) -> None:
        """Take a parameter out of the arguments, or from the client."""
        name, state = parameter.python_name, self.client._state
        value = rest.pop(name, state.lifted.get(name, NOT_GIVEN))
        if value is NOT_GIVEN and parameter.default and parameter.name not in self.headers:
            value = parameter.default()
        if value is not NOT_GIVEN:
            parameter.add(self, value)
        elif isinstance(parameter, Path):
            title, variable = state.settings.title, state.settings.lifted.get(name)
            ways = f"pass {name}= to the client or set {variable}"
            raise ConfigurationError(f"{title} needs {name}: {ways}")

    def _url(self) -> httpx2.URL:
        operation, state = self.operation, self.client._state
        is_usual = state.base_url == (state.settings.base_url or "").rstrip("/")
        base = (operation.server if is_usual else "") or state.base_url
        # Some documents tell two operations of one path apart by a fragment, which is never sent.
        template, _, fixed = operation.path.partition("#")[0].partition("?")
        path = _PLACEHOLDER.sub(lambda match: self.path[match[1]], template)
        # A segment of dots alone would be taken for a step up or nowhere.
        path = _DOTS.sub(lambda match: match[0].replace(".", "%2E"), f"/{path.removeprefix('/')}")
        query = "&".join(filter(None, [fixed, *self.query]))
        try:
            return httpx2.URL(f"{base}{path}?{query}" if query else f"{base}{path}")
        except httpx2.InvalidURL as error:
            raise ValueError(f"{operation.name}: {error}") from None

    async def signed(self, refused: Collection[str] = ()) -> Self:
        """Return the request with its credentials, other ones than those that were refused."""
        signed = copy(self)
        signed.headers, signed.secrets = self.headers.copy(), [*self.secrets]
        for credential in choose(self.client._state, self.operation.security, self.headers):
            await credential.attach(signed, refused)
        return signed

    def hide(self, text: str) -> str:
        """Return a text with the secrets that occur in it replaced, however they are spelled."""
        state = self.client._state
        own = [v for k, v in state.headers.items() if state.settings.hides(k)]
        secrets = [*self.secrets, *(value.rpartition(" ")[2] for value in own)]
        # What is shorter is no secret, and messages would suffer.
        long = [secret for secret in secrets if len(secret) >= _SHORTEST_SECRET]
        spelled = {one for s in long for one in (s, quote(s), percent_encode(s), quote_plus(s))}
        longest_first = map(re.escape, sorted(spelled, key=len, reverse=True))
        # Hosts come back in lower case.
        return re.sub("(?i)" + "|".join(longest_first), HIDDEN, text) if spelled else text

    def shown(self) -> httpx2.Request:
        """Return the request as people may see it, without its credentials."""
        content = self.content if isinstance(self.content, bytes) else b""
        text = content.decode(errors="replace")
        hides = self.client._settings.hides
        return httpx2.Request(
            self.operation.method,
            hidden_url(self.url, hides),
            headers=hidden_headers(self.headers, hides),
            content=content if content and self.hide(text) == text else None,
        )


def hidden_headers(headers: httpx2.Headers, hides: Callable[[str], bool]) -> httpx2.Headers:
    """Return the headers with the values of credentials replaced."""
    pairs = [(k, HIDDEN if hides(k) else v) for k, v in headers.multi_items()]
    return httpx2.Headers(pairs, encoding=headers.encoding)


def hidden_url(url: httpx2.URL, hides: Callable[[str], bool]) -> httpx2.URL:
    """Return the URL with the values of credentials in the query replaced."""
    pairs = [pair.partition("=") for pair in url.query.decode("ascii").split("&")]
    shown = [f"{k}{eq}{HIDDEN if v and hides(unquote(k)) else v}" for k, eq, v in pairs]
    return url.copy_with(query="&".join(shown).encode("ascii")) if url.query else url
