"""Which module defines which model."""

MODULES: dict[str, str] = {}
