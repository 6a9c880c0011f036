"""The operations of `client.pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._operations import pets as operations
from .._runtime.client import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models import Pet


class Pets(Resource):
    """Pets of the shop."""

    def retrieve(self, id: str) -> Pet:
        """# Get <b>a pet</b>.

        See [the guide](https://pets.example/guide) or [this](javascript:alert).

        * first `a|b` item
        * second

        ```json
        {}
        ```

        # Heading

        | a | b |
        |---|---|
        | 1 | 2 |

        Args:
            id: Id | **number**
                <script>
        """
        return self._call(operations.RETRIEVE, locals())


class AsyncPets(AsyncResource):
    """Pets of the shop."""

    async def retrieve(self, id: str) -> Pet:
        """# Get <b>a pet</b>.

        See [the guide](https://pets.example/guide) or [this](javascript:alert).

        * first `a|b` item
        * second

        ```json
        {}
        ```

        # Heading

        | a | b |
        |---|---|
        | 1 | 2 |

        Args:
            id: Id | **number**
                <script>
        """
        return await self._call(operations.RETRIEVE, locals())
