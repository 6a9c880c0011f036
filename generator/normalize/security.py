"""Security schemes and requirements; header parameters that are credentials in disguise.

OpenAPI 3.1.1, "Security Scheme Object" and "Security Requirement Object".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.edits import Drop, Put
from generator.normalize.document import POINTER, USED_AT, mapping_at
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.edits import Edit
    from generator.normalize.operations import Operation, References
    from generator.normalize.recorder import Recorder

Schemes = dict[str, dict[str, Any]]
SCHEME_NAME = re.compile(r"^[a-zA-Z0-9._-]+$")
SCHEMES = "/components/securitySchemes"
ASSUMED_SCHEME = "bearer"
BEARER = {"type": "http", "scheme": "bearer"}
_HTTP_SCHEMES = ("basic", "bearer")


def security_schemes(
    root: Mapping[str, Any], references: References, recorder: Recorder
) -> Schemes:
    """Give the document's security schemes; a name that OpenAPI does not allow is kept as it is."""
    found: Schemes = {}
    for name, scheme in mapping_at(root, "components", "securitySchemes").items():
        pointer = join(SCHEMES, name)
        if not SCHEME_NAME.match(name):
            what = "has a space" if " " in name else "has a character that OpenAPI does not allow"
            recorder.repair(pointer, "security-scheme-name", f"security scheme name {what}")
        followed = references.follow(scheme, pointer)
        if followed is not None:
            found[name] = followed[0]
            _note_kind(pointer, found[name], recorder)
    return found


def _note_kind(pointer: str, scheme: Mapping[str, Any], recorder: Recorder) -> None:
    kind = str(scheme.get("scheme")).lower()
    if scheme.get("type") == "http" and kind not in _HTTP_SCHEMES:
        recorder.note(
            pointer,
            "http-scheme-without-argument",
            f"the client has no argument for the http scheme {kind!r}",
            "calls go without it unless the http_client that they are made with adds it",
        )


def without_credential_parameters(
    operation: Operation, schemes: Schemes, recorder: Recorder
) -> tuple[Operation, Schemes]:
    """Take out header parameters that carry a credential; they become the operation's security.

    Gives the operation and the schemes, to which bearer is added where the document has none.
    """
    carriers = _carriers(operation["parameters"], schemes)
    if not carriers:
        return operation, schemes
    requirement: dict[str, list[str]] = {scheme: [] for _, scheme in carriers}
    for parameter, scheme in carriers:
        recorder.repair(
            parameter[POINTER],
            "credential-parameter",
            f"`{parameter['name']}` is a credential declared as a parameter",
            f"sent by the client (security scheme {scheme})",
            *_as_security(operation, parameter, requirement, schemes),
        )
    credentials = [parameter for parameter, _ in carriers]
    rest = [parameter for parameter in operation["parameters"] if parameter not in credentials]
    added = {ASSUMED_SCHEME: BEARER} if ASSUMED_SCHEME in requirement else {}
    changed = {**operation, "parameters": rest}
    changed.setdefault("security", [requirement])
    return changed, {**added, **schemes}


def _carriers(
    parameters: list[dict[str, Any]], schemes: Schemes
) -> list[tuple[dict[str, Any], str]]:
    """List the parameters that carry credentials, with the security scheme of each."""
    headers = {
        str(scheme.get("name", "")).lower(): name
        for name, scheme in schemes.items()
        if scheme.get("type") == "apiKey" and scheme.get("in") == "header"
    }
    return [(one, scheme) for one in parameters if (scheme := _carried(one, headers, schemes))]


def _carried(parameter: dict[str, Any], headers: Mapping[str, str], schemes: Schemes) -> str | None:
    """Name the security scheme whose credential a parameter carries; `headers` maps header to scheme."""
    header = str(parameter.get("name")).lower() if parameter.get("in") == "header" else ""
    assumed = _authorization(schemes) if header == "authorization" else None
    return headers.get(header) or assumed


def _as_security(
    operation: Operation,
    parameter: dict[str, Any],
    requirement: dict[str, list[str]],
    schemes: Schemes,
) -> Iterator[Edit]:
    """Say how the document would declare the credential."""
    yield Drop(pointer=parameter[USED_AT])
    if "security" not in operation:
        yield Put(pointer=join(operation[POINTER], "security"), value=[dict(requirement)])
    if ASSUMED_SCHEME in requirement and ASSUMED_SCHEME not in schemes:
        yield Put(pointer=join(SCHEMES, ASSUMED_SCHEME), value=BEARER)


def _authorization(schemes: Schemes) -> str:
    """Name the scheme that fills the Authorization header; bearer where the document has none."""
    in_header = [
        name
        for name, scheme in schemes.items()
        if scheme.get("type") in ("http", "oauth2", "openIdConnect")
    ]
    return in_header[0] if in_header else ASSUMED_SCHEME


def requirements(
    operation: Operation, default: Any, schemes: Schemes, recorder: Recorder
) -> list[dict[str, list[str]]]:
    """Give the operation's security alternatives; what names no scheme of the document is left out."""
    declared = operation.get("security", default)
    pointer = join(operation[POINTER] if "security" in operation else "", "security")
    alternatives: list[dict[str, list[str]]] = []
    for index, alternative in enumerate(declared if isinstance(declared, list) else []):
        named = alternative if isinstance(alternative, dict) else {}
        unknown = [name for name in named if name not in schemes]
        if unknown:
            recorder.repair(
                join(pointer, index),
                "unknown-security-scheme",
                f"no security scheme is called {unknown[0]}",
                "alternative left out",
                Drop(pointer=join(pointer, index)),
            )
            continue
        alternatives.append(named)
    return alternatives
