"""The operations of `client.insights.sharing.passwords`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._operations import insights_sharing_passwords as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from .._runtime.values import NotGiven
    from ..models import SharingConfiguration


class InsightsSharingPasswords(Resource):
    """Operations of `client.insights.sharing.passwords`."""

    def create(
        self,
        insight_id: int,
        *,
        enabled: bool | NotGiven = NOT_GIVEN,
        settings: Any | NotGiven = NOT_GIVEN,
        password_required: bool | NotGiven = NOT_GIVEN,
    ) -> SharingConfiguration:
        """Add a sharing password.

        Add one more password that opens the shared insight, and return the sharing configuration.

        PostHog refuses this while `password_required` is off.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            enabled: Whether the public link is to work.
            settings: Display options of the shared page, an object or null. PostHog does not
                document them.
            password_required: Whether visitors are to enter one of the passwords.

        Returns:
            The sharing configuration with the password added.
        """
        return self._call(operations.CREATE, locals())

    def delete(self, insight_id: int, password_id: str) -> None:
        """Remove a sharing password.

        Take a password away, so that it no longer opens the shared insight. Other passwords go on
        working.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            password_id: Id of the password, as listed in `share_passwords` of the sharing
                configuration.

        Returns:
            The password is gone. There is no body.
        """
        return self._call(operations.DELETE, locals())


class AsyncInsightsSharingPasswords(AsyncResource):
    """Operations of `client.insights.sharing.passwords`."""

    async def create(
        self,
        insight_id: int,
        *,
        enabled: bool | NotGiven = NOT_GIVEN,
        settings: Any | NotGiven = NOT_GIVEN,
        password_required: bool | NotGiven = NOT_GIVEN,
    ) -> SharingConfiguration:
        """Add a sharing password.

        Add one more password that opens the shared insight, and return the sharing configuration.

        PostHog refuses this while `password_required` is off.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            enabled: Whether the public link is to work.
            settings: Display options of the shared page, an object or null. PostHog does not
                document them.
            password_required: Whether visitors are to enter one of the passwords.

        Returns:
            The sharing configuration with the password added.
        """
        return await self._call(operations.CREATE, locals())

    async def delete(self, insight_id: int, password_id: str) -> None:
        """Remove a sharing password.

        Take a password away, so that it no longer opens the shared insight. Other passwords go on
        working.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            password_id: Id of the password, as listed in `share_passwords` of the sharing
                configuration.

        Returns:
            The password is gone. There is no body.
        """
        return await self._call(operations.DELETE, locals())
