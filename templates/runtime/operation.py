"""What the document says about operations, and the requests made of them; no I/O here."""

from __future__ import annotations

import re
from collections.abc import AsyncIterable, Callable, Collection, Mapping
from copy import copy
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Self, TypeAlias, TypeVar
from urllib.parse import quote, quote_plus, unquote

import httpx2

from .errors import ConfigurationError
from .models import dump
from .settings import choose
from .values import NOT_GIVEN, Encode, given, json_text, percent_encode, plain, scalar_text

if TYPE_CHECKING:
    from .client import BaseClient

T_co = TypeVar("T_co", covariant=True)

HIDDEN = "***"
_SHORTEST_SECRET = 4
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_DOTS = re.compile(r"(?<=/)\.{1,2}(?=/|$)")


Arguments: TypeAlias = Mapping[str, Any]
"""What a call is given, by Python names."""
Payload: TypeAlias = tuple[bytes | AsyncIterable[bytes], Mapping[str, str]]
"""Bytes, or chunks that both kinds of clients can read; and the headers of a body, in lower case."""


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


def write_json(body: Whole, value: Any, package: str) -> Payload:
    """Write a value as JSON."""
    text = json_text(plain_data(body, value, package))
    return text.encode(), {"content-type": body.media_type}


@dataclass(frozen=True, slots=True)
class Whole:
    """A body given as the argument `body`; `model` is a name in `models`, a type, or None: any."""

    media_type: str
    model: object = None
    _: KW_ONLY
    required: bool = True
    exclude: Callable[[Any], dict[Any, Any]] | None = None
    write: Callable[[Whole, Any, str], Payload] = write_json

    def __call__(self, arguments: Arguments, package: str) -> Payload:
        """Write the arguments of a call that are no parameters; without a value there is no body."""
        value = arguments.get("body", NOT_GIVEN)
        return (b"", {}) if value is NOT_GIVEN else self.write(self, value, package)


class Fields(Whole):
    """A body whose fields are the arguments: without one `{}` where there must be one, else none."""

    def __call__(self, arguments: Arguments, package: str) -> Payload:
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
    body: Callable[[Arguments, str], Payload] | None = None
    accept: str = "application/json"
    responses: tuple[Reply, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    selector: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    server: str = ""


class Prepared(Generic[T_co]):
    """A request, and its credentials once they are added; what is wrong with arguments is raised."""

    def __init__(
        self, client: BaseClient[Any], operation: Operation[T_co], arguments: Arguments
    ) -> None:
        state = client._state
        self.client, self.operation = client, operation
        self.arguments = {k: v for k, v in given(arguments).items() if k != "self"}
        rest = dict(self.arguments)
        chosen = operation.choices.get(scalar_text(plain(rest.get(operation.selector))))
        first = {"accept": chosen or operation.accept, **state.headers}
        self.headers = httpx2.Headers(first, encoding="utf-8")
        self.path: dict[str, str] = {}
        self.query: list[str] = []
        self.content: bytes | AsyncIterable[bytes] = b""
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
        own = [v.rpartition(" ")[2] for k, v in state.headers.items() if state.settings.hides(k)]
        # What is shorter is no secret, and messages would suffer.
        long = [secret for secret in (*self.secrets, *own) if len(secret) >= _SHORTEST_SECRET]
        spelled = {one for s in long for one in (s, quote(s), percent_encode(s), quote_plus(s))}
        longest_first = map(re.escape, sorted(spelled, key=len, reverse=True))
        # Hosts come back in lower case.
        return re.sub("(?i)" + "|".join(longest_first), HIDDEN, text) if spelled else text

    def shown(self) -> httpx2.Request:
        """Return the request as people may see it, without its credentials."""
        content = self.content if isinstance(self.content, bytes) else b""
        text = content.decode(errors="replace")
        hides = self.client._settings.hides
        pairs = [(k, HIDDEN if hides(k) else v) for k, v in self.headers.multi_items()]
        url, headers = hidden_url(self.url, hides), httpx2.Headers(pairs, encoding="utf-8")
        shown = content if content and self.hide(text) == text else None
        return httpx2.Request(self.operation.method, url, headers=headers, content=shown)


def hidden_url(url: httpx2.URL, hides: Callable[[str], bool]) -> httpx2.URL:
    """Return the URL with the values of credentials in the query replaced."""
    pairs = [pair.partition("=") for pair in url.query.decode("ascii").split("&")]
    shown = [f"{k}{eq}{HIDDEN if v and hides(unquote(k)) else v}" for k, eq, v in pairs]
    return url.copy_with(query="&".join(shown).encode("ascii")) if url.query else url
