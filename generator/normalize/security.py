"""Security schemes and requirements; header parameters that are credentials in disguise.

OpenAPI 3.1.1, "Security Scheme Object" and "Security Requirement Object".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.normalize.document import POINTER
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.normalize.operations import Operation, References
    from generator.normalize.recorder import Recorder

Schemes = dict[str, dict[str, Any]]
SCHEME_NAME = re.compile(r"^[a-zA-Z0-9._-]+$")
SCHEMES = "/components/securitySchemes"
ASSUMED_SCHEME = "bearer"


def security_schemes(
    root: Mapping[str, Any], references: References, recorder: Recorder
) -> Schemes:
    """Give the document's security schemes; a name that OpenAPI does not allow is kept as it is."""
    declared = root.get("components", {}).get("securitySchemes")
    found: Schemes = {}
    for name, scheme in (declared if isinstance(declared, dict) else {}).items():
        pointer = join(SCHEMES, name)
        if not SCHEME_NAME.match(name):
            what = "has a space" if " " in name else "has a character that OpenAPI does not allow"
            recorder.repair(pointer, "security-scheme-name", f"security scheme name {what}")
        followed = references.follow(scheme, pointer)
        if followed is not None:
            found[name] = followed[0]
    return found


def without_credential_parameters(
    operation: Operation, schemes: Schemes, recorder: Recorder
) -> tuple[Operation, Schemes]:
    """Take out header parameters that carry a credential; they become the operation's security.

    Gives the operation and the schemes, to which bearer is added where the document has none.
    """
    headers = {
        str(scheme.get("name", "")).lower(): name
        for name, scheme in schemes.items()
        if scheme.get("type") == "apiKey" and scheme.get("in") == "header"
    }
    parameters, requirement = [], dict[str, list[str]]()
    for parameter in operation["parameters"]:
        header = str(parameter.get("name")).lower() if parameter.get("in") == "header" else ""
        scheme = headers.get(header) or (
            _authorization(schemes) if header == "authorization" else None
        )
        if scheme is None:
            parameters.append(parameter)
            continue
        requirement[scheme] = []
        recorder.repair(
            parameter[POINTER],
            "credential-parameter",
            f"`{parameter['name']}` is a credential declared as a parameter",
            f"sent by the client (security scheme {scheme})",
        )
    if not requirement:
        return operation, schemes
    added = (
        {ASSUMED_SCHEME: {"type": "http", "scheme": "bearer"}}
        if ASSUMED_SCHEME in requirement
        else {}
    )
    changed = {**operation, "parameters": parameters}
    changed.setdefault("security", [requirement])
    return changed, {**added, **schemes}


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
    pointer = join(operation[POINTER], "security")
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
            )
            continue
        alternatives.append(named)
    return alternatives
