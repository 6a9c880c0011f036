"""Python names for what documents name."""
