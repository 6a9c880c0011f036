"""The resources of the clients: a module each, with a synchronous and an asynchronous class."""
