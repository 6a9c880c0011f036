"""Says in what a request differs from what the document asks for."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from tests.corpus.arguments import NOTHING, Arguments, essence, is_json
from tests.corpus.calling import BASE_URL
from tests.corpus.contracts import Contract, Parameter
from tests.corpus.decoding import (
    Pair,
    UnreadableError,
    raw_pairs,
    read_header,
    read_json,
    read_pairs,
    read_text,
)
from tests.corpus.maker import plain
from tests.corpus.reading import Source
from tests.corpus.schemas import Schemas
from tests.corpus.sent_bodies import read_body
from tests.corpus.shapes import Shapes
from tests.corpus.values import difference, typed, without_empty
from tests.support.server import Recorded

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_TRANSPORT = {"host", "accept", "accept-encoding", "connection", "user-agent", "content-length"}


@dataclass(slots=True)
class Reading:
    """A request while it is read: what is taken is gone, so that what is left is too much."""

    path: Mapping[str, str]
    query: list[Pair]
    headers: dict[str, str]
    cookies: list[Pair] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspector:
    """Compares requests with a document."""

    source: Source
    schemas: Schemas
    secrets: Mapping[str, str]

    def complaints(
        self, contract: Contract, arguments: Arguments, url: str, request: Recorded
    ) -> Iterator[str]:
        """Say everything that is wrong with a request."""
        if request.method != contract.method:
            yield f"the method is {request.method}"
        reading = self._reading(contract, url, request)
        if reading is None:
            yield f"{url} is not at {contract.path} of {' or '.join(self._bases(contract))}"
            return
        yield from (f"no argument for {name}" for name in self._unsendable(contract))
        for parameter in contract.parameters:
            yield from self._parameter(parameter, arguments.parameters, reading)
        yield from self._security(contract, reading)
        yield from self._body(contract, arguments, request, reading)
        yield from (f"the query has {name!r} too much" for name, _ in reading.query)
        yield from (f"the cookie {name!r} is too much" for name, _ in reading.cookies)
        left = sorted(reading.headers.keys() - _TRANSPORT)
        yield from (f"the header {name!r} is too much" for name in left)

    def _bases(self, contract: Contract) -> list[str]:
        usual = self.source.root.child("servers").value
        return _absolute(contract.declared.servers) or _absolute(usual) or [BASE_URL]

    def _reading(self, contract: Contract, url: str, request: Recorded) -> Reading | None:
        bases = [base for base in self._bases(contract) if url.startswith(base)]
        template, _, fixed = contract.path.partition("#")[0].partition("?")
        for base in bases or [BASE_URL]:
            path = request.path[len(re.sub("^https?://[^/]*", "", base)) :]
            found = re.fullmatch(_pattern(template), path)
            if found:
                names = _PLACEHOLDER.findall(template)
                query = [one for one in raw_pairs(request.query) if one not in raw_pairs(fixed)]
                own = {one.name.lower() for one in contract.parameters if one.place == "header"}
                usual = _TRANSPORT - own
                headers = {k: v for k, v in request.headers.items() if k not in usual}
                cookies = raw_pairs(headers.pop("cookie", ""), ";")
                parts = dict(zip(names, found.groups(), strict=True))
                return Reading(path=parts, query=query, headers=headers, cookies=cookies)
        return None

    def _unsendable(self, contract: Contract) -> Iterator[str]:
        """Name the parameters that the client lacks, but for those that it fills in itself."""
        schemes = self.source.root.child("components", "securitySchemes")
        keys = {str(one.child("name").value).lower() for _, one in schemes.children()}
        own = {"authorization", "accept", "content-type", *keys}
        for one in contract.unmatched:
            place, _, name = one.partition(" ")
            if place in ("path", "query", "header", "cookie") and name.lower() not in own:
                yield one

    def _parameter(
        self, parameter: Parameter, given: Mapping[str, Any], reading: Reading
    ) -> Iterator[str]:
        value = given.get(parameter.python)
        if value is None or (not parameter.is_json and without_empty(value) in ({}, [])):
            return
        try:
            read = _read(parameter, value, reading)
            shapes = Shapes(schemas=self.schemas)
            data = read if parameter.is_json else typed(read, parameter.schema, shapes)
        except (UnreadableError, ValueError, KeyError, TypeError) as error:
            yield f"{parameter.place} {parameter.name} is unreadable: {error!r}"
            return
        differs = difference(without_empty(plain(value)), without_empty(data))
        yield from [f"{parameter.place} {parameter.name}: {differs}"] if differs else []
        for problem in self.schemas.problems(parameter.schema, data):
            yield f"{parameter.place} {parameter.name} breaks its schema: {problem}"

    def _security(self, contract: Contract, reading: Reading) -> Iterator[str]:
        """Take the credentials out, and say whether an alternative is met."""
        demanded = contract.declared.security
        found = self._taken_credentials(reading)
        alternatives = [set(one) for one in demanded or [] if isinstance(one, dict)]
        schemes = self.source.root.child("components", "securitySchemes")
        known = {name for name, _ in schemes.children()}
        met = [one for one in alternatives if one & known <= found]
        if alternatives and not met:
            yield f"no credentials: {alternatives} are asked for, {sorted(found)} were sent"

    def _taken_credentials(self, reading: Reading) -> set[str]:
        found: set[str] = set()
        sent = reading.headers.pop("authorization", "")
        for name, node in self.source.root.child("components", "securitySchemes").children():
            scheme = self.source.follow(node).value
            if _is_authorized(scheme, sent):
                found.add(name)
            if scheme.get("type") == "apiKey" and _take(reading, scheme):
                found.add(name)
            if scheme.get("type") == "mutualTLS":
                found.add(name)
        return found

    def _body(
        self, contract: Contract, arguments: Arguments, request: Recorded, reading: Reading
    ) -> Iterator[str]:
        came = reading.headers.pop("content-type", "")
        reading.headers.pop("transfer-encoding", None)
        body = contract.body
        if body is None or arguments.body is NOTHING:
            if request.body != b"":
                yield f"a body was sent: {request.body[:80]!r}"
            return
        if "*" not in body.media_type and essence(came) != essence(body.media_type):
            yield f"the content type is {came!r}, not {body.media_type!r}"
        try:
            read = read_body(body, request, arguments.body, Shapes(schemas=self.schemas))
        except (UnreadableError, ValueError, KeyError, TypeError) as error:
            yield f"the body is unreadable: {error!r}: {request.body[:120]!r}"
            return
        passed = plain(arguments.body)
        if not is_json(body.media_type):
            passed, read = without_empty(passed), without_empty(read)
        differs = difference(passed, read)
        yield from [f"body: {differs}"] if differs else []


def _read(parameter: Parameter, value: Any, reading: Reading) -> Any:
    name, style, explode = parameter.name, parameter.style, parameter.explode
    like = "" if parameter.is_json else value
    match parameter.place:
        case "path":
            raw = reading.path[name]
            read = read_text(raw, like, style=style, explode=explode, name=name)
        case "header":
            read = read_header(reading.headers.pop(name.lower()), like, explode=explode)
        case "query":
            read = read_pairs(reading.query, like, style=style, explode=explode, name=name)
        case _:
            read = read_pairs(reading.cookies, like, style=style, explode=explode, name=name)
    return read_json(read) if parameter.is_json else read


def _pattern(template: str) -> str:
    parts = _PLACEHOLDER.split(template)
    literals = [re.escape(quote(part, safe="/:@!$&'()*+,;=-._~%")) for part in parts[::2]]
    return "([^/?]*)".join(literals)


def _absolute(servers: Any) -> list[str]:
    """List the base URLs that can be called as they are."""
    filled = [_filled(one) for one in (servers if isinstance(servers, list) else [])]
    return [url for url in filled if re.match("https?://[^/{}]+", url) and "{" not in url]


def _filled(server: Any) -> str:
    url = str(server.get("url", "")) if isinstance(server, dict) else ""
    for name, variable in (server.get("variables") or {}).items() if url else ():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return url.strip().rstrip("/")


def _is_authorized(scheme: Mapping[str, Any], sent: str) -> bool:
    match scheme:
        case {"type": "http", "scheme": str(kind)} if kind.lower() == "basic":
            word, _, coded = sent.partition(" ")
            return word == "Basic" and b":" in base64.b64decode(coded)
        case {"type": "http" | "oauth2" | "openIdConnect"}:
            return sent.startswith("Bearer secret-")
        case {"type": "apiKey", "in": "header", "name": str(name)}:
            return name.lower() == "authorization" and "secret-" in sent
        case _:
            return False


def _take(reading: Reading, scheme: Mapping[str, Any]) -> bool:
    name, place = str(scheme.get("name")), scheme.get("in")
    if place == "header":
        return "secret-" in reading.headers.pop(name.lower(), "")
    pairs = reading.query if place == "query" else reading.cookies
    found = [pair for pair in pairs if pair[0] == name and "secret-" in unquote(pair[1])]
    pairs[:] = [pair for pair in pairs if pair not in found]
    return bool(found)
