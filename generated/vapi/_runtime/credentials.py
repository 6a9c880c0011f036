"""Credentials: what the document asks for, what the user gave, and which of them go along."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Generator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .errors import MissingCredentialsError
from .values import check_header

if TYPE_CHECKING:
    from .request import Prepared
    from .settings import ClientState

CredentialValue: TypeAlias = "str | Callable[[], str]"
"""A credential, or a function that returns the current one."""
AsyncCredentialValue: TypeAlias = "str | Callable[[], str | Awaitable[str]]"
"""A credential, or a function that returns the current one, now or when it is awaited."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A credential of the document; `variables` are its arguments with environment variables."""

    variables: Mapping[str, str]
    location: Literal["header", "query", "cookie"] = "header"
    name: str = "authorization"

    def attach(
        self, request: Prepared[Any], refused: Collection[str]  # noqa: ARG002
    ) -> Generator[Any, Any, None]:
        """Add it to a request; other values than those that were `refused`, where there are any."""
        self.add(request, *(yield from self.values(request.state)))

    def values(self, state: ClientState) -> Generator[Any, str, list[str]]:
        """Call what is a function, yield what it promises to be awaited, and return the values."""
        texts: list[str] = []
        for name in self.variables:
            value = state.credentials[name]
            current = value() if callable(value) else value
            if not isinstance(current, str | Awaitable):
                kind = type(current).__name__
                raise TypeError(f"the function for {name} must give a str, not {kind}")
            text = current if isinstance(current, str) else (yield current)
            texts.append(check_header(name, text))
        return texts

    def add(self, request: Prepared[Any], *values: str) -> None:
        """Add the values of the arguments to a request."""
        raise NotImplementedError


class Bearer(Credential):
    """`Authorization: Bearer ...`."""

    __slots__ = ()

    def add(self, request: Prepared[Any], *values: str) -> None:
        """Add the token."""
        request.headers["authorization"] = f"Bearer {values[0]}"
        request.secrets.extend(values)


def choose(
    state: ClientState, alternatives: Collection[tuple[str, ...]], headers: Collection[str]
) -> list[Credential]:
    """Return the credentials of the first alternative that is wholly given.

    A credential whose header the user set himself counts as given, and his header stays. Where an
    alternative is empty, none is needed; where there is no alternative, none is sent.
    """
    credentials = state.settings.credentials
    for alternative in filter(None, alternatives):
        asked = [c for c in credentials if not c.variables.keys().isdisjoint(alternative)]
        own = [c for c in asked if c.location != "header" or c.name.lower() not in headers]
        if all(name in state.credentials for c in own for name in c.variables):
            return own
    if () in alternatives or not alternatives:
        return []
    variables = {name: env for c in credentials for name, env in c.variables.items()}
    wanted = ", or ".join(
        " and ".join(f"{name}= (or set {variables.get(name, '?')})" for name in alternative)
        for alternative in alternatives
    )
    raise MissingCredentialsError(f"{state.settings.title} needs credentials: pass {wanted}")
