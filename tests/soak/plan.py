"""What goes wrong with which call: the server acts on it, the test expects what follows from it."""

from __future__ import annotations

import random
from dataclasses import dataclass

SEED = 20261121
CALLS = 5000
ATTEMPTS = 3
FINE = "fine"
PASSING = {
    "reset": "APIConnectionError",
    "truncate": "APIConnectionError",
    "stall": "APITimeoutError",
    "429": "RateLimitError",
    "500": "InternalServerError",
    "503": "InternalServerError",
}
"""What may be over at the next attempt, and the error where it is not."""
LASTING = {
    "wrong JSON": "APIResponseValidationError",
    "wrong content type": "APIResponseValidationError",
    "broken gzip": "APIConnectionError",
    "404": "NotFoundError",
}
STALL = "stall"
_KINDS = [FINE] * 12 + ["gzip"] * 6 + [*LASTING, *PASSING, "429", "500", "503", "reset"]
_KINDS.remove(STALL)
_CALLS = ["create", "create", "watch", "save", "list", *["retrieve"] * 5]
_OPEN = {"truncate": "APIConnectionError", "stall": "APITimeoutError"}
OWN: dict[str, dict[str, str]] = {
    "watch": _OPEN,
    "save": {**_OPEN, "wrong JSON": FINE, "wrong content type": FINE},
}
"""What is different where the body is read bit by bit: nothing is repeated, and any bytes are a file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fate:
    """What happens to a call: of what kind its answers are, and how often before it goes well."""

    call: str
    kind: str
    times: int

    @property
    def expected(self) -> str:
        """The name of the error that the caller gets, or `fine`."""
        if self.kind in OWN.get(self.call, {}):
            return OWN[self.call][self.kind]
        if self.kind in PASSING and self.times >= ATTEMPTS:
            return PASSING[self.kind]
        return LASTING.get(self.kind, FINE)


def fate(number: int) -> Fate:
    """Return what happens to a call, the same in each process."""
    chance = random.Random(SEED + number)  # noqa: S311 - the same each time
    kind = chance.choice(_KINDS) if number % 101 else STALL  # waiting for it takes a while
    times = chance.choice([1, 1, 1, 2, 2, ATTEMPTS])
    return Fate(call=_CALLS[number // 2 % len(_CALLS)], kind=kind, times=times)


def amounts(number: int) -> list[int]:
    """Return the amounts of the entries that are streamed and listed."""
    return [2 * number + one for one in range(6)]


def scan(number: int) -> bytes:
    """Return the file that is downloaded."""
    return random.Random(number).randbytes(500) * 100  # noqa: S311 - the same each time
