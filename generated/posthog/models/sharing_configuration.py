from __future__ import annotations

from datetime import datetime
from typing import Any

from .._runtime.models import Model


class SharePassword(Model):
    """What is known of a password for a shared insight, without the password itself."""

    id: int | None = None
    """Id to remove the password by. Read only."""

    created_at: datetime | None = None
    """When the password was added. Read only."""

    note: str | None = None
    """Remark to tell passwords apart, at most 100 characters. Read only. At most 100 characters."""

    created_by_email: str | None = None
    """Address of the person who added the password. Read only."""

    is_active: bool | None = None
    """Whether the password still opens the shared page. Read only."""


class SharingConfiguration(Model):
    """How an insight is shared with people who have no PostHog account."""

    created_at: datetime | None = None
    """When sharing was set up. Read only."""

    enabled: bool | None = None
    """Whether the public link works."""

    access_token: str | None = None
    """Secret part of the public link, or null while there is none. Whoever has it sees the insight.
    Read only.
    """

    settings: Any = None
    """Display options of the shared page, an object or null. PostHog does not document them."""

    password_required: bool | None = None
    """Whether visitors must enter one of the passwords."""

    share_passwords: list[SharePassword] | None = None
    """The passwords that open the shared page. The passwords themselves are not shown. Read only.
    """
