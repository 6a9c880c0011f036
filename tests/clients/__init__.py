"""The generated clients, driven against a server on 127.0.0.1."""
