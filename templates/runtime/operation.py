"""What the document says about an operation: plain data that the generated client is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .bodies import Encodes
from .parameters import Cookie, Header, Path, Query

T_co = TypeVar("T_co", covariant=True)


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
    parameters: tuple[Path | Query | Header | Cookie, ...] = ()
    body: Encodes | None = None
    responses: tuple[Reply, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    selector: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    server: str | None = None
