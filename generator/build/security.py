"""Credentials; OpenAPI 3.1.1, "Security Scheme Object" and "Security Requirement Object"."""

from __future__ import annotations

from itertools import count, groupby, product
from typing import TYPE_CHECKING, Any

from generator.ir.client import (
    ApiKey,
    BasicPart,
    BearerToken,
    ClientCredentialsPart,
    Credential,
    SecurityAlternative,
)
from generator.names.identifiers import attribute_name, split_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from generator.ir.client import ApiKey as Key

    Kind = BearerToken | BasicPart | Key | ClientCredentialsPart

_NOISE = frozenset({"auth", "authentication", "authorization", "scheme", "security"})
TAKEN = frozenset(
    {"base_url", "headers", "http_client", "max_retries", "self", "timeout", "validate"}
)
"""Arguments that every client has."""


def build_credentials(
    schemes: Mapping[str, Mapping[str, Any]], prefix: str, *, taken: Collection[str]
) -> tuple[Credential, ...]:
    """Build the client's credentials; a scheme that is no argument (mutual TLS) has none."""
    used = {*TAKEN, *taken}
    found: list[Credential] = []
    parts = [part for name, one in schemes.items() for part in _parts(name, one, prefix.lower())]
    for scheme, wish, kind in parts:
        name = next(name for name in _candidates(scheme, wish) if name not in used)
        used.add(name)
        found.append(
            Credential(
                scheme=scheme,
                python_name=name,
                environment_variable=environment_variable(prefix, name),
                description=str(schemes[scheme].get("description") or ""),
                kind=kind,
            )
        )
    return tuple(found)


def environment_variable(prefix: str, python_name: str) -> str:
    """Name the environment variable that an argument of the client is read from."""
    return f"{prefix}_{python_name.strip('_').upper()}"


def build_security(
    requirements: Sequence[Mapping[str, Any]], credentials: Sequence[Credential]
) -> tuple[SecurityAlternative, ...]:
    """Build an operation's alternatives from the requirements of the normal form."""
    return tuple(
        SecurityAlternative(credentials=tuple(name for names in chosen for name in names))
        for alternative in requirements
        for chosen in product(*(_ways(scheme, credentials) for scheme in alternative))
    )


def _ways(scheme: str, credentials: Sequence[Credential]) -> list[list[str]]:
    """Give the arguments that meet a scheme: a token, or what a token is asked for with."""
    own = [one for one in credentials if one.scheme == scheme]
    kinds = groupby(own, key=lambda one: type(one.kind))
    return [[one.python_name for one in parts] for _, parts in kinds] or [[]]


def _candidates(scheme: str, wish: str) -> Iterator[str]:
    """Give the names of a credential, best first: `api_key`, or `admin_api_key` where that is taken."""
    yield wish
    words = [word for word in split_words(scheme) if word not in _NOISE]
    yield attribute_name(" ".join(words if wish in "_".join(words) else [*words, wish]))
    yield from (f"{wish}_{number}" for number in count(2))


def _parts(name: str, scheme: Mapping[str, Any], package: str) -> Iterator[tuple[str, str, Kind]]:
    """Give the arguments that a scheme asks for, with the names they would like."""
    match scheme:
        case {"type": "http", "scheme": str(kind)} if kind.lower() == "basic":
            yield name, "username", BasicPart(part="username")
            yield name, "password", BasicPart(part="password")
        case {"type": "http", "scheme": str(kind)} if kind.lower() == "bearer":
            yield name, _by_scheme(name, "token"), BearerToken()
        case {"type": "oauth2" | "openIdConnect"}:
            yield name, "access_token", BearerToken()
            yield from _client_credentials(name, scheme)
        case {"type": "apiKey", "in": "header" | "query" | "cookie" as place, "name": str(key)}:
            yield name, _by_key(name, key, package), ApiKey(location=place, name=key)


def _client_credentials(name: str, scheme: Mapping[str, Any]) -> Iterator[tuple[str, str, Kind]]:
    match scheme:
        case {"flows": {"clientCredentials": {"tokenUrl": str(url), **flow}}} if url.strip():
            scopes = flow.get("scopes")
            declared = tuple(map(str, scopes)) if isinstance(scopes, dict) else ()
            for part in ("client_id", "client_secret"):
                kind = ClientCredentialsPart(part=part, token_url=url.strip(), scopes=declared)
                yield name, part, kind


def _by_key(scheme: str, key: str, package: str) -> str:
    """Name an API key after its header, query parameter or cookie, without `X-` and the client's name."""
    words = split_words(key)
    if words == ["authorization"]:
        return _by_scheme(scheme, "token" if "token" in split_words(scheme) else "api_key")
    for noise in ("x", package):
        words = words[1:] if words[0] == noise and len(words) > 1 else words
    return attribute_name(" ".join(words))


def _by_scheme(scheme: str, usual: str) -> str:
    """Name a bearer token an API key where its scheme is called one."""
    return "api_key" if "apikey" in "".join(split_words(scheme)) else usual
