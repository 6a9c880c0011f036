"""The manifest: what tools, tests and `vendor` read of a client."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, assert_never

from generator.ir.bodies import Body, FieldsBody, WholeBody
from generator.render.examples import called, calls, renamed_calls
from generator.render.pages import pages_facts
from generator.render.webhooks import parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.ir.client import Client, Operation, Parameter, Resource

NAME = "manifest.json"
KEPT = ("CHANGELOG.md",)
"""Files of a client that people may edit: a run adds to them and takes nothing away."""
VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Provenance:
    """What a client was made from, and by what; `models` are classes by their place in the document."""

    generator_version: str
    spec_path: str
    spec_sha256: str
    overlay_sha256: str | None
    spec_title: str
    models: Mapping[str, str]
    renamed_models: Mapping[str, str]
    """Present names by former ones."""


def manifest(client: Client, provenance: Provenance, files: Mapping[str, bytes]) -> bytes:
    """Return the manifest of all other files."""
    content = {
        "manifest": VERSION,
        "generator": {"name": "clientwright", "version": provenance.generator_version},
        "spec": {
            "path": provenance.spec_path,
            "sha256": provenance.spec_sha256,
            "title": provenance.spec_title,
            "version": client.version,
            "overlay": provenance.overlay_sha256,
        },
        "client": _client(client),
        "operations": [_operation(*call) for call in calls(client)],
        **_webhooks(client),
        "models": dict(sorted(provenance.models.items())),
        "renamed": {**renamed_calls(client), **provenance.renamed_models},
        "files": {path: sha256(files[path]).hexdigest() for path in sorted(files)},
        "kept": list(KEPT),
    }
    return f"{json.dumps(content, indent=2)}\n".encode()


def _client(client: Client) -> dict[str, Any]:
    auth = [
        {"scheme": item.scheme, "python": item.python_name, "env": item.environment_variable}
        for item in client.credentials
    ]
    return {"sync": client.class_name, "async": client.async_class_name, "auth": auth}


def _operation(resource: Resource, operation: Operation) -> dict[str, Any]:
    return {
        "id": operation.operation_id,
        "method": operation.method.upper(),
        "path": operation.path,
        "call": called((resource, operation)),
        "parameters": [_parameter(item) for item in operation.parameters],
        "body": _body(operation.body),
        **(
            {"other_bodies": [*map(_body, operation.other_bodies)]}
            if operation.other_bodies
            else {}
        ),
        "pagination": operation.pagination and pages_facts(operation.pagination),
        "stream": operation.stream.kind if operation.stream else None,
    }


def _webhooks(client: Client) -> dict[str, Any]:
    """Give the functions that parse payloads; a client without any does not mention them."""
    found = [
        {"name": webhook.name, "python": webhook.python_name, "model": payload.name}
        for webhook, payload in parsed(client).items()
    ]
    return {"webhooks": found} if found else {}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "in": parameter.location,
        "name": parameter.wire_name,
        "python": parameter.python_name,
        "required": parameter.required,
    }


def _body(body: Body | None) -> dict[str, Any] | None:
    match body:
        case None:
            return None
        case FieldsBody():
            fields = [{"name": item.wire_name, "python": item.python_name} for item in body.fields]
            return {"media_type": body.media_type, "required": body.required, "fields": fields}
        case WholeBody():
            return {"media_type": body.media_type, "required": body.required, "python": "body"}
        case _:
            assert_never(body)
