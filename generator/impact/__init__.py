"""Which changes of a client touch the code of a repository: read, never run."""
