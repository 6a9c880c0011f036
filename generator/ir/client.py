"""Client, resources, operations and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.ir.bodies import Body  # noqa: TC001 - as below
from generator.ir.pages import Pagination  # noqa: TC001 - as below
from generator.ir.types import Constant, Type  # noqa: TC001 - dataclasses keep their annotations

Location = Literal["path", "query", "header", "cookie"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """A path, query, header or cookie parameter under its two names."""

    wire_name: str
    python_name: str
    location: Location
    type: Type
    required: bool
    description: str
    style: str
    explode: bool
    allow_reserved: bool = False
    content_type: str | None = None
    deprecated: bool = False
    default: Constant = None
    lifted: bool = False
    """Taken from the client instead of the call, by configuration."""
    keys: tuple[tuple[str, str], ...] = ()
    """Python and wire names of an object's fields, where the two differ."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """One status (`200`, `4XX`, `default`) and media type of an operation.

    `media_type` is None for a response without content. `type` is None then, too.
    """

    status: str
    media_type: str | None
    type: Type | None
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MediaTypeChoice:
    """One value of the parameter that selects the answer's media type: `format="csv"`."""

    value: str
    media_type: str
    result: Type


@dataclass(frozen=True, kw_only=True, slots=True)
class MediaTypeSelector:
    """A query parameter whose value decides the media type of the answer; the first choice is the default."""

    python_name: str
    choices: tuple[MediaTypeChoice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class EventStream:
    """An answer that comes event by event, always or where the argument `flag` is true.

    `event` is the type of one, None where the document says nothing of them. `fields` are the
    members of a server-sent event that `event` describes; without them it is that of its data.
    """

    kind: Literal["sse", "ndjson"]
    media_type: str
    event: Type | None
    fields: tuple[str, ...] = ()
    is_text: bool = False
    """Whether the data is taken as text and not read as JSON."""
    flag: str | None = None
    is_usual: bool = False
    """Whether it streams unless the flag is false."""
    end: str | None = None
    """The data of the event that ends it, where that is not the usual `[DONE]`."""
    errors: tuple[str, ...] | None = None
    """The events that are errors, where that is not the usual `error`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SecurityAlternative:
    """Credentials that are sent together, by their Python names; empty: none is needed."""

    credentials: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One method of a resource."""

    operation_id: str
    method: str
    path: str
    pointer: str
    python_name: str
    summary: str
    description: str
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: Body | None
    """What is sent unless the argument `content_type` chooses one of `other_bodies`."""
    responses: tuple[Response, ...]
    result: Type | None
    security: tuple[SecurityAlternative, ...]
    pagination: Pagination | None = None
    selector: MediaTypeSelector | None = None
    stream: EventStream | None = None
    server: str | None = None
    """Base URL of an operation that is not at the client's."""
    other_bodies: tuple[Body, ...] = ()

    @property
    def bodies(self) -> tuple[Body, ...]:
        """All that may be sent."""
        return () if self.body is None else (self.body, *self.other_bodies)

    renamed_to: str | None = None
    """The call under another name: this one is a former name of it."""

    same_as: str | None = None
    """The method of the same resource whose wire facts it has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    """Operations under one attribute of the client: `client.insights.sharing` has path ("insights", "sharing")."""

    path: tuple[str, ...]
    class_name: str
    module: str
    description: str
    operations: tuple[Operation, ...]
    children: tuple[Resource, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Webhook:
    """A request that the API sends to its user, and the type of its body."""

    name: str
    python_name: str
    pointer: str
    media_type: str
    payload: Type
    summary: str
    description: str
    deprecated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class BearerToken:
    """`Authorization: Bearer ...`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BasicPart:
    """User name or password of `Authorization: Basic ...`."""

    part: Literal["username", "password"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ApiKey:
    """A key in a header, query parameter or cookie of the given name."""

    location: Literal["header", "query", "cookie"]
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientCredentialsPart:
    """Id or secret, for which the server at `token_url` gives a bearer token (OAuth 2)."""

    part: Literal["client_id", "client_secret"]
    token_url: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Credential:
    """One constructor argument that authenticates, with its environment variable."""

    scheme: str
    python_name: str
    environment_variable: str
    description: str
    kind: BearerToken | BasicPart | ApiKey | ClientCredentialsPart


@dataclass(frozen=True, kw_only=True, slots=True)
class LiftedParameter:
    """A parameter that the client's constructor takes for all operations."""

    python_name: str
    type: Type
    environment_variable: str
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerVariable:
    """A part of a server's URL that the user chooses; any text where there are no `values`."""

    wire_name: str
    python_name: str
    default: str
    values: tuple[str, ...]
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """A base URL of the document, with its variables at their defaults; `template` has them open."""

    url: str
    description: str
    name: str = ""
    template: str = ""
    variables: tuple[ServerVariable, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SkippedOperation:
    """An operation that could not be generated, and why."""

    operation_id: str
    method: str
    path: str
    where: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """Everything the templates need to know about one client."""

    package: str
    title: str
    class_name: str
    async_class_name: str
    environment_prefix: str
    version: str
    description: str
    servers: tuple[Server, ...]
    credentials: tuple[Credential, ...]
    lifted: tuple[LiftedParameter, ...]
    resources: tuple[Resource, ...]
    skipped: tuple[SkippedOperation, ...]
    webhooks: tuple[Webhook, ...] = ()
    relative_server: str = ""
    """The URL of a server without a host, where there is no other."""
