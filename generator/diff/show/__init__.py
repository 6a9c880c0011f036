"""A comparison for people and machines: terminal, Markdown, JSON and a page."""
