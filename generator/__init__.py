"""Clientwright: typed Python clients from real OpenAPI documents, made to be vendored."""
