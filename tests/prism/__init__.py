"""Prism, a mock server that others wrote, judges what the generated clients send."""
