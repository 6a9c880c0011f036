from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.models import Model

BulkUpdateTagsAction = TypeAliasType("BulkUpdateTagsAction", Literal["add", "remove", "set"])
"""What a bulk change does with its tags:

- `add`: put them beside the tags already there
- `remove`: take them off and leave the others
- `set`: leave exactly these
"""


class BulkUpdateTagsRequest(Model):
    """A change of tags on many insights."""

    ids: list[int]
    """Numeric ids of the insights, at most 500. At most 500 items."""

    action: BulkUpdateTagsAction
    """What to do with the tags."""

    tags: list[str]
    """The tags to add, to remove, or to be left with."""
