from __future__ import annotations

from .._runtime.models import Model


class EtcPasswd(Model):
    a: str | None = None
