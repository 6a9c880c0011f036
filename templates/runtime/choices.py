"""Operations that take a body in several media types."""

from __future__ import annotations

from .operation import Arguments, Payload, Whole


class OneOf:
    """Bodies of which the argument `content_type` chooses one; left out, it is the first."""

    def __init__(self, *bodies: Whole) -> None:
        self._bodies = {body.media_type: body for body in bodies}

    def __call__(self, arguments: Arguments, package: str) -> Payload:
        """Write the chosen body; a ValueError where there is none of the media type."""
        rest = dict(arguments)
        wanted = rest.pop("content_type", next(iter(self._bodies)))
        if wanted not in self._bodies:
            raise ValueError(f"content_type must be one of {[*self._bodies]}, not {wanted!r}")
        return self._bodies[wanted](rest, package)
