"""Credentials: what the document asks for, what the user gave, and which of them go along."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .errors import MissingCredentialsError
from .serialization import check_header, percent_encode

CredentialValue: TypeAlias = "str | Callable[[], str]"
"""A credential, or a function that returns the current one."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """`Authorization: Bearer ...`, by the argument or environment variable named here."""

    name: str
    env: str

    @property
    def variables(self) -> dict[str, str]:
        """The arguments with their environment variables."""
        return {self.name: self.env}


@dataclass(frozen=True, slots=True)
class Basic:
    """`Authorization: Basic ...`, by two arguments or environment variables."""

    username: str
    password: str
    env: tuple[str, str]

    @property
    def variables(self) -> dict[str, str]:
        """The arguments with their environment variables."""
        return dict(zip((self.username, self.password), self.env, strict=True))


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key in the header, query parameter or cookie `key`; by default a header of its own name."""

    python_name: str
    env: str
    location: Literal["header", "query", "cookie"]
    name: str

    @property
    def variables(self) -> dict[str, str]:
        """The arguments with their environment variables."""
        return {self.python_name: self.env}


Credential = Bearer | Basic | ApiKey


@dataclass(frozen=True, slots=True)
class Attached:
    """A credential as it goes on the wire; `secrets` are the texts that nobody may read."""

    location: Literal["header", "query", "cookie"]
    name: str
    value: str
    secrets: tuple[str, ...]


def attach(
    credentials: Collection[Credential],
    alternatives: Collection[tuple[str, ...]],
    given: Mapping[str, CredentialValue],
    headers: Collection[str],
    title: str,
) -> list[Attached]:
    """Choose the first alternative that is wholly given and write its credentials.

    A credential whose header the user set himself counts as given, and his header stays. Where an
    alternative is empty, none is needed; where there is no alternative, none is sent.
    """
    for alternative in filter(None, alternatives):
        asked = [c for c in credentials if not c.variables.keys().isdisjoint(alternative)]
        own = [c for c in asked if _header(c) not in headers]
        if all(name in given for c in own for name in c.variables):
            return [_attached(c, given) for c in own]
    if alternatives and () not in alternatives:
        raise MissingCredentialsError(
            f"{title} needs credentials: pass {_wanted(credentials, alternatives)}"
        )
    return []


def _header(credential: Credential) -> str:
    if isinstance(credential, ApiKey):
        return credential.name.lower() if credential.location == "header" else ""
    return "authorization"


def _wanted(credentials: Collection[Credential], alternatives: Collection[tuple[str, ...]]) -> str:
    variables = {name: env for c in credentials for name, env in c.variables.items()}
    return ", or ".join(
        " and ".join(f"{name}= (or set {variables.get(name, '?')})" for name in alternative)
        for alternative in alternatives
    )


def _attached(credential: Credential, given: Mapping[str, CredentialValue]) -> Attached:
    values = {name: _read(name, given[name]) for name in credential.variables}
    match credential:
        case Bearer(name):
            return Attached("header", "authorization", f"Bearer {values[name]}", (values[name],))
        case Basic(username, password):
            encoded = b64encode(f"{values[username]}:{values[password]}".encode()).decode()
            return Attached(
                "header", "authorization", f"Basic {encoded}", (encoded, values[password])
            )
        case ApiKey(python_name, location="query", name=name):
            encoded = percent_encode(values[python_name])
            return Attached("query", name, encoded, (encoded, values[python_name]))
        case ApiKey(python_name, location=location, name=name):
            return Attached(location, name, values[python_name], (values[python_name],))


def _read(name: str, secret: CredentialValue) -> str:
    return check_header(name, secret() if callable(secret) else secret)
