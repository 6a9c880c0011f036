"""A small client in the shape of a generated one, for tests of the runtime alone."""

from .client import AsyncPetshopClient, PetshopClient

__all__ = ["AsyncPetshopClient", "PetshopClient"]
