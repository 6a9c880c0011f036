"""Swap two folders in one step of the file system, where it has such a step."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; return False where the system cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        return _called("renameat2", _AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE)
    if sys.platform == "darwin":
        return _called("renamex_np", first, second, _EXCHANGE)
    return False


def _called(name: str, *arguments: int | bytes) -> bool:
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return False
    if function(*arguments) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code))
