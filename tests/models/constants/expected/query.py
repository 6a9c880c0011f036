from __future__ import annotations

from typing import Final, Literal

from typing_extensions import TypeAliasType

from .._runtime.models import Model


class Query(Model):
    operator: QueryOperator | None = None


QueryOperator = TypeAliasType("QueryOperator", Literal[">=", "<", "*", "=", "in"])


class QueryOperatorValues:
    """The values of QueryOperator by name."""

    GREATER_OR_EQUAL: Final = ">="
    LESS_THAN: Final = "<"
    STAR: Final = "*"
    EQUAL: Final = "="
    IN: Final = "in"
