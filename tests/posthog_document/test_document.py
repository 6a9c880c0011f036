"""The hand-written PostHog document says what PostHog's reference page says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENT_FILE = REPOSITORY / "specs" / "posthog" / "openapi.yaml"
PAGE_FILE = REPOSITORY.parent / "shared" / "seeds" / "001_8c8e546eeab93126.txt"
DOCUMENT: dict[str, Any] = yaml.safe_load(DOCUMENT_FILE.read_text(encoding="utf-8"))
SCHEMAS: dict[str, dict[str, Any]] = DOCUMENT["components"]["schemas"]

METHODS = ("get", "post", "patch", "delete")
SHARED_STATUSES = {"4XX", "429"}
LONGEST_SHARED_RUN = 7

JSON_ONLY = {"application/json"}
JSON_AND_CSV = {"application/json", "text/csv"}
NO_MEDIA_TYPE: set[str] = set()

MEDIA_TYPES = {
    "insights_list": JSON_AND_CSV,
    "insights_create": JSON_AND_CSV,
    "insights_sharing_list": JSON_ONLY,
    "insights_sharing_passwords_create": JSON_ONLY,
    "insights_sharing_passwords_delete": NO_MEDIA_TYPE,
    "insights_sharing_refresh": JSON_ONLY,
    "insights_thresholds_list": JSON_ONLY,
    "insights_thresholds_retrieve": JSON_ONLY,
    "insights_retrieve": JSON_AND_CSV,
    "insights_update": JSON_AND_CSV,
    "insights_delete": NO_MEDIA_TYPE,
    "insights_activity": JSON_AND_CSV,
    "insights_analyze": JSON_ONLY,
    "insights_suggestions_retrieve": JSON_ONLY,
    "insights_suggestions_create": JSON_ONLY,
    "insights_all_activity": JSON_AND_CSV,
    "insights_bulk_update_tags": JSON_AND_CSV,
    "insights_cancel": JSON_ONLY,
    "insights_generate_metadata": JSON_ONLY,
}
OPERATION_IDS = tuple(MEDIA_TYPES)

BODY_REQUIRED = {
    "insights_create": True,
    "insights_sharing_passwords_create": False,
    "insights_sharing_refresh": False,
    "insights_update": True,
    "insights_suggestions_create": False,
    "insights_bulk_update_tags": True,
    "insights_cancel": False,
    "insights_generate_metadata": False,
}

# The stored page breaks off before the last operation's status.
STATUS_AFTER_THE_PAGE_ENDS = "200"

# The page says nothing of this body; PostHog's published schema does.
BODIES_DOCUMENTED_ELSEWHERE = {"insights_sharing_list"}

COMPUTED_FIELDS = (
    "alerts",
    "cache_target_age",
    "columns",
    "hasMore",
    "hogql",
    "is_cached",
    "last_refresh",
    "last_viewed_at",
    "next_allowed_client_refresh",
    "query_status",
    "result",
    "timezone",
    "types",
)

FORMATS = {
    "ActivityLogEntry.created_at": "date-time",
    "ActivityLogEntry.id": "uuid",
    "Insight.created_at": "date-time",
    "Insight.last_modified_at": "date-time",
    "Insight.updated_at": "date-time",
    "SharePassword.created_at": "date-time",
    "SharingConfiguration.created_at": "date-time",
    "Threshold.created_at": "date-time",
    "Threshold.id": "uuid",
    "User.uuid": "uuid",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """A path or query parameter, or a field of the request body."""

    kind: str
    name: str
    types: frozenset[str]
    enum: frozenset[str]
    default: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PageOperation:
    """An operation as the page prints it."""

    title: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    scopes: tuple[str, ...]
    status: str
    documents_body: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentOperation:
    """An operation of the document, with the parameters of its path item."""

    method: str
    path: str
    node: dict[str, Any]
    path_parameters: tuple[dict[str, Any], ...]


# What the document knows of the parameters that the page prints without a type.
LEFT_OPEN_BY_THE_PAGE = {
    ("path", "id"): (frozenset({"integer", "string"}), frozenset[str]()),
    ("request", "query"): (frozenset({"object", "null"}), frozenset[str]()),
    ("request", "settings"): (frozenset[str](), frozenset[str]()),
    ("request", "action"): (
        frozenset({"string"}),
        frozenset({"add", "remove", "set"}),
    ),
}

OPERATION_TITLE = re.compile(
    r"^((?:List all|Create|Retrieve|Update|Delete) environments insights.*)$",
    re.MULTILINE,
)
REQUEST_LINE = re.compile(
    r"^(?P<method>GET|POST|PATCH|DELETE) (?P<path>/api.*?)(?:Example response)?$",
    re.MULTILINE,
)
PARAMETER_GROUP = re.compile(
    r"(?P<kind>Path|Query|Request) parameters\n"
    r"(?P<entries>.*?)"
    r"(?=(?:Path|Query|Request) parameters\n|^Response$|^Example request$)",
    re.MULTILINE | re.DOTALL,
)
PARAMETER_ENTRY = re.compile(
    r"(?P<name>\w+?)"
    r"(?P<type>string|integer|number|boolean|array|object)?(?P<null>null)?"
    r"(?:Default:\s*(?P<default>\w+?))?"
    r'(?:One of:\s*(?P<enum>(?:"\w+")+))?',
)


def parse_parameter(kind: str, entry: str) -> Parameter:
    """Read one entry of a parameter list, such as `namestringnull`."""
    match = PARAMETER_ENTRY.fullmatch(entry.strip())
    assert match, f"unreadable parameter on the page: {entry!r}"
    name = match["name"]
    printed_types = frozenset(filter(None, (match["type"], match["null"])))
    printed_enum = frozenset(re.findall(r'"(\w+)"', match["enum"] or ""))
    types, enum = printed_types, printed_enum
    if not printed_types:
        types, enum = LEFT_OPEN_BY_THE_PAGE[kind, name]
    return Parameter(kind=kind, name=name, types=types, enum=enum, default=match["default"])


def parse_parameters(section: str) -> Iterator[Parameter]:
    """Read all parameter lists of an operation."""
    for group in PARAMETER_GROUP.finditer(section):
        entries = re.split(r"(?:^|\s)- ", group["entries"])[1:]
        yield from (parse_parameter(group["kind"].lower(), entry) for entry in entries)


def published_path(printed: str) -> str:
    """Turn `/api /x /:id` into the published spelling `/api/x/{id}/`."""
    return re.sub(r":(\w+)", r"{\1}", printed.replace(" ", "")) + "/"


def parse_operation(title: str, section: str) -> PageOperation:
    """Read the text under an operation's title."""
    request = REQUEST_LINE.search(section)
    assert request, f"no request line under {title!r}"
    status = re.search(r"^Status (\d+)", section, re.MULTILINE)
    scopes = re.search(r"^Required API key scopes\n(\S+)", section, re.MULTILINE)
    return PageOperation(
        title=title,
        method=request["method"].lower(),
        path=published_path(request["path"]),
        parameters=tuple(parse_parameters(section)),
        scopes=tuple(re.findall(r"[a-z_]+:(?:read|write)", scopes[1] if scopes else "")),
        status=status[1] if status else STATUS_AFTER_THE_PAGE_ENDS,
        documents_body="\nResponse\n" in section,
    )


def parse_page(text: str) -> tuple[PageOperation, ...]:
    """Read the page's operations in their order."""
    _, *pieces = OPERATION_TITLE.split(text)
    return tuple(map(parse_operation, pieces[::2], pieces[1::2]))


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference within the document, keeping what stands beside it."""
    if "$ref" not in node:
        return node
    target: Any = DOCUMENT
    for key in node["$ref"].removeprefix("#/").split("/"):
        target = target[key]
    return resolve(target) | {key: node[key] for key in node.keys() - {"$ref"}}


def document_operations() -> Iterator[DocumentOperation]:
    """Walk the document's operations in their order."""
    for path, item in DOCUMENT["paths"].items():
        for method in filter(item.__contains__, METHODS):
            yield DocumentOperation(
                method=method,
                path=path,
                node=item[method],
                path_parameters=tuple(map(resolve, item["parameters"])),
            )


OPERATIONS = {operation.node["operationId"]: operation for operation in document_operations()}


def describe(kind: str, name: str, schema: dict[str, Any]) -> Parameter:
    """Put a schema of the document in the page's terms."""
    resolved = resolve(schema)
    types = resolved.get("type", [])
    return Parameter(
        kind=kind,
        name=name,
        types=frozenset([types] if isinstance(types, str) else types),
        enum=frozenset(resolved.get("enum", ())),
        default=resolved.get("default"),
    )


def listed_parameters(operation: DocumentOperation) -> tuple[dict[str, Any], ...]:
    """Gather an operation's parameters with those of its path."""
    own = operation.node.get("parameters", ())
    return (*operation.path_parameters, *map(resolve, own))


def body_properties(operation: DocumentOperation) -> dict[str, dict[str, Any]]:
    """Look up the fields of an operation's JSON body."""
    content = operation.node.get("requestBody", {}).get("content", {})
    schema = resolve(content.get("application/json", {}).get("schema", {}))
    return dict(schema.get("properties", {}))


def document_parameters(operation_id: str) -> Iterator[Parameter]:
    """Put an operation's parameters and body fields in the page's terms."""
    operation = OPERATIONS[operation_id]
    for parameter in listed_parameters(operation):
        yield describe(parameter["in"], parameter["name"], parameter["schema"])
    for name, schema in body_properties(operation).items():
        yield describe("request", name, schema)


def documented_statuses(operation_id: str) -> set[str]:
    """List the statuses that are this operation's own."""
    return set(OPERATIONS[operation_id].node["responses"]) - SHARED_STATUSES


def own_content(operation_id: str) -> dict[str, Any]:
    """Look up the content of an operation's one status of its own."""
    (status,) = documented_statuses(operation_id)
    response = resolve(OPERATIONS[operation_id].node["responses"][status])
    return dict(response.get("content", {}))


def documents_body(operation_id: str) -> bool:
    """Tell whether an operation's JSON answer has a schema that says something."""
    return bool(own_content(operation_id).get("application/json", {}).get("schema"))


def prose(node: Any) -> Iterator[str]:
    """Collect every summary and description at and below a node."""
    if isinstance(node, list):
        for item in node:
            yield from prose(item)
    if isinstance(node, dict):
        texts = (node.get("summary"), node.get("description"))
        yield from (text for text in texts if isinstance(text, str))
        yield from prose(list(node.values()))


def runs_of_words(text: str) -> set[str]:
    """List every run of words long enough to count as a copy."""
    words = re.findall(r"[a-z0-9_']+", text.lower())
    size = LONGEST_SHARED_RUN + 1
    starts = range(len(words) - size + 1)
    return {" ".join(words[start : start + size]) for start in starts}


def schema_properties() -> dict[str, dict[str, Any]]:
    """Index all properties of named schemas as `Schema.property`."""
    return {
        f"{schema_name}.{name}": schema
        for schema_name, parent in SCHEMAS.items()
        for name, schema in parent.get("properties", {}).items()
    }


def described_parameters() -> dict[str, dict[str, Any]]:
    """Index all parameters of all operations as `operation.parameter`."""
    return {
        f"{operation_id}.{parameter['name']}": parameter
        for operation_id, operation in OPERATIONS.items()
        for parameter in listed_parameters(operation)
    }


PROPERTIES = schema_properties()
PARAMETERS = described_parameters()


@pytest.fixture(scope="session", name="page_text")
def read_page() -> str:
    """Read the reference page, or skip where it is not at hand."""
    if not PAGE_FILE.exists():
        pytest.skip(f"the reference page is not at {PAGE_FILE}")
    return PAGE_FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="session", name="page")
def read_page_operations(page_text: str) -> dict[str, PageOperation]:
    """Index the page's operations by the document's operation ids."""
    return dict(zip(OPERATION_IDS, parse_page(page_text), strict=True))


def test_every_operation_of_the_page_was_read(
    page_text: str, page: dict[str, PageOperation]
) -> None:
    """The operations read from the page are those of the list at its top."""
    listed = re.findall(r"^([A-Z]+) \|", page_text, re.MULTILINE)

    assert [operation.method.upper() for operation in page.values()] == listed


def test_operations_are_those_of_the_page(page: dict[str, PageOperation]) -> None:
    """The document has the page's operations, all of them, in the page's order."""
    documented = [(item.method, item.path) for item in OPERATIONS.values()]

    assert documented == [(item.method, item.path) for item in page.values()]


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_parameters_are_those_of_the_page(
    operation_id: str, page: dict[str, PageOperation]
) -> None:
    """An operation takes the page's parameters and, beside them, the environment."""
    environment = Parameter(
        kind="path",
        name="environment_id",
        types=frozenset({"string"}),
        enum=frozenset(),
        default=None,
    )

    assert set(document_parameters(operation_id)) == {
        environment,
        *page[operation_id].parameters,
    }


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_scopes_are_those_of_the_page(operation_id: str, page: dict[str, PageOperation]) -> None:
    """An operation needs the API key scopes that the page lists."""
    assert OPERATIONS[operation_id].node["security"] == [
        {"PersonalAPIKeyAuth": list(page[operation_id].scopes)}
    ]


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_status_is_that_of_the_page(operation_id: str, page: dict[str, PageOperation]) -> None:
    """An operation answers with the page's status, and errors."""
    assert documented_statuses(operation_id) == {page[operation_id].status}


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_bodies_are_where_the_page_has_them(
    operation_id: str, page: dict[str, PageOperation]
) -> None:
    """An answer has a schema where the page or PostHog's own schema shows one."""
    shown_elsewhere = operation_id in BODIES_DOCUMENTED_ELSEWHERE
    shown = page[operation_id].documents_body != shown_elsewhere

    assert documents_body(operation_id) == shown


@pytest.mark.parametrize(("kind", "name"), LEFT_OPEN_BY_THE_PAGE)
def test_page_leaves_the_type_open(kind: str, name: str, page_text: str) -> None:
    """A type is supplied only for a parameter that the page prints without one."""
    groups = PARAMETER_GROUP.finditer(page_text)
    entries = [group["entries"] for group in groups if group["kind"].lower() == kind]

    assert any(f"- {name}\n" in entry for entry in entries)


def test_page_breaks_off_before_its_last_status(page_text: str) -> None:
    """A status is supplied only because the stored page ends too early."""
    assert page_text.rstrip().endswith("/generate_metadata")


def test_no_text_is_copied_from_the_page(page_text: str) -> None:
    """No description shares a run of eight words with the page."""
    copied = set().union(*map(runs_of_words, prose(DOCUMENT)))

    assert copied & runs_of_words(page_text) == set()


def test_document_is_valid() -> None:
    """The document is OpenAPI 3.1 without a violation."""
    assert list(OpenAPIV31SpecValidator(DOCUMENT).iter_errors()) == []


def test_operation_ids_are_the_public_names() -> None:
    """The operation ids are those that give the promised Python methods."""
    assert tuple(OPERATIONS) == OPERATION_IDS


def test_us_cloud_is_the_default_server() -> None:
    """The US cloud comes first, then the EU cloud."""
    assert [server["url"] for server in DOCUMENT["servers"]] == [
        "https://us.posthog.com",
        "https://eu.posthog.com",
    ]


def test_authentication_is_a_bearer_personal_api_key() -> None:
    """The one security scheme is a personal API key sent as a bearer token."""
    (name, scheme), *others = DOCUMENT["components"]["securitySchemes"].items()

    assert not others
    assert (name, scheme["type"], scheme["scheme"]) == (
        "PersonalAPIKeyAuth",
        "http",
        "bearer",
    )
    assert "phx_" in scheme["description"]


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_operation_is_described(operation_id: str) -> None:
    """An operation has a summary of its own, a description and the tag insights."""
    node = OPERATIONS[operation_id].node
    summaries = [item.node["summary"] for item in OPERATIONS.values()]

    assert summaries.count(node["summary"]) == 1
    assert len(node["description"].split()) > len(node["summary"].split())
    assert node["tags"] == ["insights"]


@pytest.mark.parametrize("place", PARAMETERS)
def test_parameter_is_described(place: str) -> None:
    """A parameter has a description of three words or more."""
    assert re.match(r"(\S+\s+){2}\S+", PARAMETERS[place]["description"])


@pytest.mark.parametrize("place", PROPERTIES)
def test_property_is_described(place: str) -> None:
    """A property has a description of three words or more."""
    assert re.match(r"(\S+\s+){2}\S+", PROPERTIES[place]["description"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_described(name: str) -> None:
    """A named schema has a description of three words or more."""
    assert re.match(r"(\S+\s+){2}\S+", SCHEMAS[name]["description"])


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_media_types(operation_id: str) -> None:
    """An operation that takes a format and has a documented body offers CSV too."""
    assert own_content(operation_id).keys() == MEDIA_TYPES[operation_id]


@pytest.mark.parametrize(
    "operation_id",
    [name for name, media_types in MEDIA_TYPES.items() if media_types == JSON_AND_CSV],
)
def test_csv_is_text(operation_id: str) -> None:
    """A CSV answer is a string."""
    assert own_content(operation_id)["text/csv"]["schema"] == {"type": "string"}


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_request_body(operation_id: str) -> None:
    """A JSON body is required just where the operation is nothing without it."""
    body = OPERATIONS[operation_id].node.get("requestBody", {})

    assert body.get("required") == BODY_REQUIRED.get(operation_id)
    assert body.get("content", {}).keys() <= JSON_ONLY


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
@pytest.mark.parametrize("status", sorted(SHARED_STATUSES))
def test_errors_are_declared(operation_id: str, status: str) -> None:
    """An operation declares PostHog's error body for refusals and rate limits."""
    response = resolve(OPERATIONS[operation_id].node["responses"][status])

    assert response["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/ErrorResponse"
    }


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_rate_limit_says_how_long_to_wait(operation_id: str) -> None:
    """A 429 carries Retry-After in whole seconds."""
    response = resolve(OPERATIONS[operation_id].node["responses"]["429"])

    assert resolve(response["headers"]["Retry-After"])["schema"] == {"type": "integer"}


def test_errors_are_lenient() -> None:
    """An error body may lack any field."""
    assert "required" not in SCHEMAS["ErrorResponse"]


def test_delete_points_to_update() -> None:
    """Deleting an insight is deprecated and says to update it with deleted=True."""
    node = OPERATIONS["insights_delete"].node

    assert node["deprecated"]
    assert "deleted=True" in node["description"]


def test_insight_is_what_can_be_set_and_what_is_read_only() -> None:
    """The fields of an insight that are not read-only are those that can be set."""
    properties = SCHEMAS["Insight"]["properties"]
    settable = {name for name in properties if not properties[name].get("readOnly")}
    write_only = {"_create_in_folder"}

    assert settable | write_only == SCHEMAS["InsightRequest"]["properties"].keys()


@pytest.mark.parametrize(
    "name", ["Insight", "InsightRequest", "SharingConfiguration", "Threshold", "User"]
)
def test_answers_may_lack_any_field(name: str) -> None:
    """Short forms of an answer leave fields out, so none is required."""
    assert "required" not in SCHEMAS[name]


@pytest.mark.parametrize("name", COMPUTED_FIELDS)
def test_computed_field_is_any_value(name: str) -> None:
    """A field that the server computes without a type may hold anything."""
    computed = SCHEMAS["Insight"]["properties"][name]

    assert computed.keys() == {"readOnly", "description"}


@pytest.mark.parametrize(("place", "expected"), FORMATS.items())
def test_formats(place: str, expected: str) -> None:
    """Times and UUIDs say so."""
    assert PROPERTIES[place]["format"] == expected
