"""Fill in the templates: a client becomes files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.environment import fill
from generator.render.outputs import copies, outputs

if TYPE_CHECKING:
    from generator.ir.client import Client
    from generator.models import ModelPackage


def render(client: Client, models: ModelPackage) -> dict[str, str]:
    """Return the text of each file of a client but the manifest, by relative path, unformatted."""
    filled = {
        output.path: fill(output.template, output.values) for output in outputs(client, models)
    }
    return {**filled, **dict(copies(client, models))}
