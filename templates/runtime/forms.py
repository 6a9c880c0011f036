"""Bodies of type application/x-www-form-urlencoded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .operation import Payload, Whole, plain_data
from .styles import Encoding, percent_encode_some, write_in_style
from .values import Encode, is_json, json_text, percent_encode


@dataclass(frozen=True, slots=True)
class Form:
    """Writes an object as a form; `encoding` has the properties that are not written as usual."""

    encoding: Mapping[str, Encoding] = field(default_factory=dict)

    def __call__(self, body: Whole, value: Any, package: str) -> Payload:
        """Write an object."""
        text = form_text(plain_data(body, value, package), self.encoding)
        return text.encode(), {"content-type": body.media_type}


def form_text(data: Mapping[str, Any], encoding: Mapping[str, Encoding]) -> str:
    """Write plain data as a form.

    A list of plain values is a pair each; an object is JSON unless the document gives a style.
    `None` is the empty value, with which forms clear a field.
    """
    default = Encoding()
    return "&".join(
        part
        for name, value in data.items()
        for part in _form_parts(name, value, encoding.get(name, default))
    )


def _form_parts(name: str, value: Any, encoding: Encoding) -> list[str]:
    encode: Encode = percent_encode_some if encoding.allow_reserved else percent_encode
    if encoding.style is None and (_is_nested(value) or is_json(encoding.content_type)):
        return [f"{percent_encode(name)}={encode(json_text(value))}"]
    style = encoding.style or "form"
    return write_in_style(style, name, value, encode, explode=encoding.explode)


def _is_nested(value: Any) -> bool:
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, dict | list) for item in items)
