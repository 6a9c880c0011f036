"""datamodel-code-generator, embedded: components in, one text a module out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_code_generator import generate
from datamodel_code_generator.enums import DataModelType, InputFileType
from datamodel_code_generator.format import DatetimeClassType, PythonVersion
from datamodel_code_generator.parser import LiteralType

from generator.diagnostics import ClientwrightError

if TYPE_CHECKING:
    from pathlib import Path

    from generator.models.engine_document import EngineDocument

RUNTIME = "clientwright_runtime"
"""The engine takes absolute names only; `sources` makes the import relative."""


def run_engine(document: EngineDocument, templates: Path) -> dict[str, str]:
    """Give the source of each model module by its name, unformatted.

    Raises ClientwrightError when the engine cannot make models of the components.
    """
    try:
        made = generate(
            document.root,
            input_file_type=InputFileType.OpenAPI,
            output_model_type=DataModelType.PydanticV2BaseModel,
            target_python_version=PythonVersion.PY_311,
            base_class=f"{RUNTIME}.Model",
            custom_template_dir=templates,
            custom_class_name_generator=str,
            custom_file_header=" ",
            formatters=[],
            aliases=document.aliases,
            treat_dot_as_module=True,
            use_exact_imports=True,
            use_type_alias=True,
            enum_field_as_literal=LiteralType.All,
            use_schema_description=True,
            use_field_description=True,
            use_annotated=True,
            use_double_quotes=True,
            keep_model_order=True,
            strict_nullable=True,
            disable_timestamp=True,
            output_datetime_class=DatetimeClassType.Datetime,
        )
    except Exception as error:
        message = f"datamodel-code-generator failed on the components: {error}; nothing written"
        raise ClientwrightError(message) from error
    if not isinstance(made, dict):
        return {}
    return {path[-1].removesuffix(".py"): text for path, text in made.items() if text.strip()}
