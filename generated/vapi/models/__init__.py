"""The models of the Vapi API, each loaded when needed."""

from __future__ import annotations

from importlib import import_module

from ._index import MODULES


def __getattr__(name: str) -> object:
    """Load the module of a model when the model is first asked for."""
    if name not in MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    model: object = getattr(import_module(f".{MODULES[name]}", __name__), name)
    globals()[name] = model
    return model


def __dir__() -> list[str]:
    return sorted(MODULES)
