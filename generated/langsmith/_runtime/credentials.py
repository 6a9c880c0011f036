"""Credentials: what the document asks for, what the user gave, and which of them go along."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Awaitable, Callable, Collection, Generator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, TypeAlias

from .errors import MissingCredentialsError
from .parameters import Draft
from .values import check_header

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

    @property
    def header(self) -> str:
        """The header that it travels in, in lower case; empty where it does not."""
        return self.name.lower() if self.location == "header" else ""

    def add(self, draft: Draft, *values: str) -> None:
        """Add the values of the arguments to a request."""
        raise NotImplementedError


class Bearer(Credential):
    """`Authorization: Bearer ...`."""

    __slots__ = ()

    def add(self, draft: Draft, *values: str) -> None:
        """Add the token."""
        draft.headers["authorization"] = f"Bearer {values[0]}"
        draft.secrets.extend(values)


class Basic(Credential):
    """`Authorization: Basic ...`, by two arguments."""

    __slots__ = ()

    def add(self, draft: Draft, *values: str) -> None:
        """Add user name and password."""
        encoded = b64encode(":".join(values).encode()).decode()
        draft.headers["authorization"] = f"Basic {encoded}"
        draft.secrets.extend((encoded, values[1]))


def attach(
    draft: Draft,
    credentials: Collection[Credential],
    alternatives: Collection[tuple[str, ...]],
    given: Mapping[str, AsyncCredentialValue],
    title: str,
) -> None:
    """Choose the first alternative that is wholly given and add its credentials to a request.

    A credential whose header the user set himself counts as given, and his header stays. Where an
    alternative is empty, none is needed; where there is no alternative, none is sent.
    """
    for alternative in filter(None, alternatives):
        asked = [c for c in credentials if not c.variables.keys().isdisjoint(alternative)]
        own = [c for c in asked if c.header not in draft.headers]
        if all(name in given for c in own for name in c.variables):
            for credential in own:
                _add(draft, credential, [given[name] for name in credential.variables])
            return
    if alternatives and () not in alternatives:
        wanted = _wanted(credentials, alternatives)
        raise MissingCredentialsError(f"{title} needs credentials: pass {wanted}")


def _wanted(credentials: Collection[Credential], alternatives: Collection[tuple[str, ...]]) -> str:
    variables = {name: env for c in credentials for name, env in c.variables.items()}
    return ", or ".join(
        " and ".join(f"{name}= (or set {variables.get(name, '?')})" for name in alternative)
        for alternative in alternatives
    )


def _add(draft: Draft, credential: Credential, values: Sequence[AsyncCredentialValue]) -> None:
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) == len(values):
        credential.add(draft, *map(check_header, credential.variables, texts))
    else:
        draft.late.append(partial(_asked, credential, values))


def _asked(
    credential: Credential,
    values: Sequence[AsyncCredentialValue],
    _request: Any,
    _refused: Collection[str],
) -> Generator[Awaitable[str], str, Draft]:
    """Call the functions among the values, and wait for what they promise."""
    texts: list[str] = []
    for value in values:
        current = value() if callable(value) else value
        texts.append(current if isinstance(current, str) else (yield current))
    draft = Draft({})
    credential.add(draft, *map(check_header, credential.variables, texts))
    return draft
