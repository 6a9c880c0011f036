from __future__ import annotations

from typing_extensions import TypeAliasType

from .sharing_configuration import SharingConfiguration

InsightsSharingListResponse = TypeAliasType(
    "InsightsSharingListResponse", list[SharingConfiguration]
)
