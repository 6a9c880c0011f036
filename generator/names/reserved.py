"""Names that mean something where generated code stands."""

from __future__ import annotations

import builtins

CLASS_NAMES = frozenset(
    {
        *(name for name in dir(builtins) if name.islower()),
        *("Any", "Annotated", "ClassVar", "Literal", "Mapping", "Optional", "TypeAlias", "Union"),
        *("TypeAliasType", "TYPE_CHECKING", "BaseModel", "ConfigDict", "Discriminator", "Field"),
        *("Model", "RootModel", "Tag", "UUID", "Decimal", "date", "datetime", "time", "timedelta"),
        *("annotations", "Final", "import_module", "model_config", "models", "MODULES"),
    }
)
"""What model modules and their package import or define themselves."""

ATTRIBUTE_NAMES = frozenset({"self", "locals"})
"""What a method's argument cannot be called, beside keywords."""

FIELD_NAMES = frozenset(
    {
        *("str", "int", "float", "bool", "bytes", "list", "dict"),
        *("date", "datetime", "time", "timedelta"),
        *("construct", "copy", "from_orm", "json", "parse_file", "parse_obj", "parse_raw"),
        *("schema", "schema_json", "update_forward_refs", "validate"),
        *("model_computed_fields", "model_config", "model_construct", "model_copy", "model_dump"),
        *("model_dump_json", "model_extra", "model_fields", "model_fields_set"),
        *("model_json_schema", "model_parametrized_name", "model_post_init", "model_rebuild"),
        *("model_validate", "model_validate_json", "model_validate_strings"),
    }
)
"""What a model's field cannot be called: types that annotations use, and pydantic's attributes.

Written out, so that the output does not depend on the pydantic that is installed; a test compares.
"""

CLIENT_NAMES = frozenset(
    {"base_url", "close", "aclose", "headers", "max_retries", "timeout", "request"}
    | {"largest_answer"}
    | {
        "with_options",
        "with_raw_response",
        "with_streaming_response",
        "float",
        "httpx2",
        "int",
        "str",
    }
)
"""What a resource of the client cannot be called: attributes and types of the client itself."""

DECORATOR_NAMES = frozenset({"cached_property", "deprecated", "overload", "property"})
"""What neither a resource nor a method can be called: their classes would lose a decorator."""

RESOURCE_CLASS_NAMES = frozenset(
    {"Any", "Awaitable", "Decimal", "FileInput", "Literal", "Mapping", "NotGiven", "Page"}
    | {"RawResponse", "RetryPolicy", "Self", "SequenceNotStr", "ServerSentEvent", "SyncClient"}
    | {"ApiKey", "Basic", "Bearer", "ClientSettings", "False", "None", "True", "UUID"}
    | {
        f"{prefix}{name}"
        for prefix in ("", "Async")
        for name in (
            *("Client", "CredentialValue", "Pages", "Resource"),
            *("Stream", "StreamingResource"),
        )
    }
)
"""What the modules of resources and clients import, and what no class can be called."""

RAW_SUFFIX = "WithRawResponse"
STREAMING_SUFFIX = "WithStreamingResponse"
VIEW_SUFFIXES = (RAW_SUFFIX, STREAMING_SUFFIX)
"""What the classes of a client's views have at their end."""

MODULE_NAMES = frozenset(
    {
        "aux",
        "con",
        "nul",
        "prn",
        *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789"),
    }
)
"""What no file can be called on Windows."""

MODEL_MODULE_NAMES = MODULE_NAMES | {"getattr", "globals", "import_module", "sorted"}
"""What no module of models can be called: it would hide what their package calls."""
