"""The project of the pipeline's tests."""

from tests.pipeline.conftest import command, generated, project

__all__ = ["command", "generated", "project"]
