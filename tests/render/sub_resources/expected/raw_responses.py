"""The operations of the clients, answering with status, headers and content beside the result."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import async_raw_response, raw_response

if TYPE_CHECKING:
    from .client import AsyncPetShopClient, PetShopClient
    from .resources.pets import AsyncPets, Pets
    from .resources.pets_toys import AsyncPetsToys, PetsToys


class PetShopClientWithRawResponse:
    """`PetShopClient` with raw responses."""

    def __init__(self, client: PetShopClient) -> None:
        self._client = client

    @cached_property
    def pets(self) -> PetsWithRawResponse:
        return PetsWithRawResponse(self._client.pets)


class PetsWithRawResponse:
    """`Pets` with raw responses."""

    def __init__(self, resource: Pets) -> None:
        self._resource = resource
        self.retrieve = raw_response(resource.retrieve)

    @cached_property
    def toys(self) -> PetsToysWithRawResponse:
        return PetsToysWithRawResponse(self._resource.toys)


class PetsToysWithRawResponse:
    """`PetsToys` with raw responses."""

    def __init__(self, resource: PetsToys) -> None:
        self._resource = resource
        self.list = raw_response(resource.list)


class AsyncPetShopClientWithRawResponse:
    """`AsyncPetShopClient` with raw responses."""

    def __init__(self, client: AsyncPetShopClient) -> None:
        self._client = client

    @cached_property
    def pets(self) -> AsyncPetsWithRawResponse:
        return AsyncPetsWithRawResponse(self._client.pets)


class AsyncPetsWithRawResponse:
    """`AsyncPets` with raw responses."""

    def __init__(self, resource: AsyncPets) -> None:
        self._resource = resource
        self.retrieve = async_raw_response(resource.retrieve)

    @cached_property
    def toys(self) -> AsyncPetsToysWithRawResponse:
        return AsyncPetsToysWithRawResponse(self._resource.toys)


class AsyncPetsToysWithRawResponse:
    """`AsyncPetsToys` with raw responses."""

    def __init__(self, resource: AsyncPetsToys) -> None:
        self._resource = resource
        self.list = async_raw_response(resource.list)
