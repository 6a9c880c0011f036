"""The runtime of the client: written by hand, the modules that it needs copied as they are."""
