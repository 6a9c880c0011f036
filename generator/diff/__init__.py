"""What changes for those who use a client, when its document does."""

from generator.diff.changes import Change, Severity
from generator.diff.compare import compare
from generator.diff.read import read_surface, surface_of
from generator.diff.surface import Surface

__all__ = ["Change", "Severity", "Surface", "compare", "read_surface", "surface_of"]
