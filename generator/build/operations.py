"""One operation; OpenAPI 3.1.1, "Operation Object"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.build.bodies import body_arguments, build_bodies
from generator.build.corrections import corrected_stream
from generator.build.pages import build_pagination
from generator.build.pages.arguments import page_arguments
from generator.build.pages.corrected import corrected_pagination
from generator.build.pages.listing import find_listing
from generator.build.parameters import build_parameters
from generator.build.responses import (
    build_responses,
    build_selector,
    result_type,
    without_content,
)
from generator.build.security import build_security
from generator.build.servers import own_server
from generator.build.streams import build_stream, without_stream
from generator.ir.client import Operation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.build.types import Schema
    from generator.corrections import Correction
    from generator.ir.client import Credential, Server

POINTER = "x-clientwright-pointer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What operations need to know of the rest of the document."""

    components: Mapping[str, Schema]
    credentials: tuple[Credential, ...]
    servers: tuple[Server, ...]
    lifted: tuple[str, ...]
    corrections: Mapping[tuple[str, str], Correction]


def build_operation(
    method: str, path: str, declared: Mapping[str, Any], name: str, around: Surroundings
) -> Operation:
    """Build an operation under its method's name.

    Raises CannotBuildError where that is impossible, and UsageError where the configuration is wrong.
    """
    correction = around.corrections.get((method, path))
    components = around.components
    payload = declared.get("requestBody")
    reserved = body_arguments(payload, components)
    parameters = build_parameters(declared["parameters"], components, around.lifted, taken=reserved)
    names = [parameter.python_name for parameter in parameters]
    bodies = build_bodies(payload, components, taken=[*names, *reserved])
    body = bodies[0] if bodies else None
    answers = build_responses(declared["responses"], components)
    answers = without_content(answers) if method.upper() == "HEAD" else answers
    schemas = [one.get("schema", {}) for one in declared["parameters"]]
    selector = build_selector(list(zip(parameters, schemas, strict=True)), answers, components)
    turning = page_arguments(declared["parameters"], parameters, body)
    if correction is None or correction.pages is None:
        listing = find_listing(path, answers, declared["responses"], components)
        pagination = build_pagination(method, listing, turning)
    else:
        wanted = correction.pages
        pagination = (
            None if wanted is False else corrected_pagination(wanted, answers, turning, components)
        )
    streaming = (
        None
        if pagination or selector
        else build_stream(declared["responses"], parameters, body, components)
    )
    stream = corrected_stream(correction, streaming)
    responses = without_stream(answers, stream)
    return Operation(
        operation_id=declared["operationId"],
        method=method.upper(),
        path=path,
        pointer=declared[POINTER],
        python_name=name,
        summary=declared.get("summary") or "",
        description=declared.get("description") or "",
        deprecated=declared.get("deprecated") is True,
        parameters=parameters,
        body=body,
        responses=responses,
        result=None if stream and stream.flag is None else result_type(responses),
        security=build_security(declared["security"], around.credentials),
        pagination=pagination,
        selector=selector,
        stream=stream,
        server=own_server(declared, around.servers),
        other_bodies=bodies[1:],
    )
