from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Self, overload

import httpx2
from runtime.api_keys import ApiKey
from runtime.basic import Basic
from runtime.client import (
    AsyncClient,
    AsyncResource,
    Resource,
    SyncClient,
    async_raw_response,
    raw_response,
)
from runtime.pagination import AsyncPages, Page
from runtime.settings import Bearer, ClientSettings
from runtime.uploads import FileInput
from runtime.values import NOT_GIVEN, NotGiven, SequenceNotStr

from . import operations

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from runtime.settings import RetryPolicy

    from .models import NewPet, Owner, Pet, PetPage, Status

SETTINGS = ClientSettings(
    title="Pet Shop",
    package=__package__,
    environment_prefix="PETSHOP",
    user_agent="Pet-Shop/1.2.3 clientwright",
    credentials=(
        ApiKey({"api_key": "PETSHOP_API_KEY"}, location="header", name="X-Shop-Key"),
        Bearer({"token": "PETSHOP_TOKEN"}),
        ApiKey({"tenant_id": "PETSHOP_TENANT_ID"}, location="header", name="X-Tenant"),
        Basic({"username": "PETSHOP_USERNAME", "password": "PETSHOP_PASSWORD"}),
        ApiKey({"query_key": "PETSHOP_QUERY_KEY"}, location="query", name="k[1]"),
        ApiKey({"cookie_key": "PETSHOP_COOKIE_KEY"}, location="cookie", name="sid"),
    ),
    lifted={"shop": "PETSHOP_SHOP"},
)


class Pets(Resource):
    """Pets of a shop."""

    @overload
    def list(self, *, format: Literal["csv"]) -> str: ...
    @overload
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        status: SequenceNotStr[Status] | NotGiven = NOT_GIVEN,
        born_after: datetime | NotGiven = NOT_GIVEN,
        filter_: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        format: Literal["json"] | NotGiven = NOT_GIVEN,
        trace_id: str | NotGiven | None = NOT_GIVEN,
        visit: str | NotGiven = NOT_GIVEN,
    ) -> Page[Pet, PetPage]: ...
    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        status: SequenceNotStr[Status] | NotGiven = NOT_GIVEN,
        born_after: datetime | NotGiven = NOT_GIVEN,
        filter_: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        format: Literal["json", "csv"] | NotGiven = NOT_GIVEN,
        trace_id: str | NotGiven | None = NOT_GIVEN,
        visit: str | NotGiven = NOT_GIVEN,
    ) -> str | Page[Pet, PetPage]:
        """List the pets of the shop."""
        return Page.first(self._client, operations.LIST, locals())

    def retrieve(self, pet_id: int | str) -> Pet:
        """Retrieve a pet."""
        return self._call(operations.RETRIEVE, locals())

    def create(
        self,
        *,
        name: str,
        status: Status | NotGiven = NOT_GIVEN,
        born_at: datetime | NotGiven = NOT_GIVEN,
        owner: Owner | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven | None = NOT_GIVEN,
        chip: UUID | NotGiven = NOT_GIVEN,
        weight: float | NotGiven = NOT_GIVEN,
    ) -> Pet:
        """Create a pet."""
        return self._call(operations.CREATE, locals())

    def update(
        self,
        pet_id: int,
        *,
        name: str | NotGiven = NOT_GIVEN,
        status: Status | NotGiven | None = NOT_GIVEN,
    ) -> Pet:
        """Change a pet."""
        return self._call(operations.UPDATE, locals())

    def replace(self, pet_id: int, *, body: Pet | NewPet | Mapping[str, Any]) -> Pet:
        """Replace a pet."""
        return self._call(operations.REPLACE, locals())

    def delete(self, pet_id: int) -> None:
        """Delete a pet."""
        return self._call(operations.DELETE, locals())

    def touch(self, *, name: str | NotGiven = NOT_GIVEN) -> Any:
        """Touch something."""
        return self._call(operations.TOUCH, locals())

    def sign_up(
        self,
        *,
        name: str | NotGiven | None = NOT_GIVEN,
        owner: Owner | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
    ) -> Owner:
        """Sign up an owner."""
        return self._call(operations.SIGN_UP, locals())


class AsyncPets(AsyncResource):
    """Pets of a shop."""

    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        status: SequenceNotStr[Status] | NotGiven = NOT_GIVEN,
        born_after: datetime | NotGiven = NOT_GIVEN,
        filter_: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        format: Literal["json", "csv"] | NotGiven = NOT_GIVEN,
        trace_id: str | NotGiven | None = NOT_GIVEN,
        visit: str | NotGiven = NOT_GIVEN,
    ) -> AsyncPages[Pet, PetPage]:
        """List the pets of the shop."""
        return AsyncPages(self._client, operations.LIST, locals())

    async def retrieve(self, pet_id: int | str) -> Pet:
        """Retrieve a pet."""
        return await self._call(operations.RETRIEVE, locals())

    async def create(
        self,
        *,
        name: str,
        status: Status | NotGiven = NOT_GIVEN,
        born_at: datetime | NotGiven = NOT_GIVEN,
        owner: Owner | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven | None = NOT_GIVEN,
        chip: UUID | NotGiven = NOT_GIVEN,
        weight: float | NotGiven = NOT_GIVEN,
    ) -> Pet:
        """Create a pet."""
        return await self._call(operations.CREATE, locals())

    async def update(
        self,
        pet_id: int,
        *,
        name: str | NotGiven = NOT_GIVEN,
        status: Status | NotGiven | None = NOT_GIVEN,
    ) -> Pet:
        """Change a pet."""
        return await self._call(operations.UPDATE, locals())

    async def replace(self, pet_id: int, *, body: Pet | NewPet | Mapping[str, Any]) -> Pet:
        """Replace a pet."""
        return await self._call(operations.REPLACE, locals())

    async def delete(self, pet_id: int) -> None:
        """Delete a pet."""
        return await self._call(operations.DELETE, locals())

    async def touch(self, *, name: str | NotGiven = NOT_GIVEN) -> Any:
        """Touch something."""
        return await self._call(operations.TOUCH, locals())

    async def sign_up(
        self,
        *,
        name: str | NotGiven | None = NOT_GIVEN,
        owner: Owner | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
    ) -> Owner:
        """Sign up an owner."""
        return await self._call(operations.SIGN_UP, locals())


class Photos(Resource):
    """Photos, and whatever else is not plain JSON."""

    def add(
        self,
        *,
        title: str,
        picture: FileInput,
        pages: SequenceNotStr[FileInput] | NotGiven = NOT_GIVEN,
        details: Owner | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        shot_at: datetime | NotGiven = NOT_GIVEN,
    ) -> None:
        """Add a photo."""
        return self._call(operations.ADD_PHOTO, locals())

    def download(self, name: str) -> bytes:
        """Download a photo."""
        return self._call(operations.PHOTO, locals())

    def check(self, name: str) -> None:
        """Look whether a photo is there."""
        return self._call(operations.CHECK, locals())

    def upload(self, *, body: FileInput) -> Any:
        """Upload bytes."""
        return self._call(operations.UPLOAD, locals())


class AsyncPhotos(AsyncResource):
    """Photos, and whatever else is not plain JSON."""

    async def add(
        self,
        *,
        title: str,
        picture: FileInput,
        pages: SequenceNotStr[FileInput] | NotGiven = NOT_GIVEN,
        details: Owner | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        shot_at: datetime | NotGiven = NOT_GIVEN,
    ) -> None:
        """Add a photo."""
        return await self._call(operations.ADD_PHOTO, locals())

    async def download(self, name: str) -> bytes:
        """Download a photo."""
        return await self._call(operations.PHOTO, locals())

    async def check(self, name: str) -> None:
        """Look whether a photo is there."""
        return await self._call(operations.CHECK, locals())

    async def upload(self, *, body: FileInput) -> Any:
        """Upload bytes."""
        return await self._call(operations.UPLOAD, locals())


class StatusPage(Resource):
    """Operations with every kind of credentials."""

    def public(self) -> Any:
        """Ask without credentials."""
        return self._call(operations.PUBLIC, locals())

    def optional(self) -> Any:
        """Ask with credentials if there are any."""
        return self._call(operations.OPTIONAL, locals())

    def basic(self) -> Any:
        """Ask with user name and password."""
        return self._call(operations.BASIC, locals())

    def query_and_cookie(self, *, visit: str | NotGiven = NOT_GIVEN) -> Any:
        """Ask with two keys at once."""
        return self._call(operations.QUERY_AND_COOKIE, locals())


class AsyncStatus(AsyncResource):
    """Operations with every kind of credentials."""

    async def public(self) -> Any:
        """Ask without credentials."""
        return await self._call(operations.PUBLIC, locals())

    async def optional(self) -> Any:
        """Ask with credentials if there are any."""
        return await self._call(operations.OPTIONAL, locals())

    async def basic(self) -> Any:
        """Ask with user name and password."""
        return await self._call(operations.BASIC, locals())

    async def query_and_cookie(self, *, visit: str | NotGiven = NOT_GIVEN) -> Any:
        """Ask with two keys at once."""
        return await self._call(operations.QUERY_AND_COOKIE, locals())


class PetshopClient(SyncClient):
    """The shop."""

    _settings = SETTINGS

    def __init__(
        self,
        *,
        api_key: str | None = None,
        token: str | None = None,
        tenant_id: str | None = None,
        username: str | None = None,
        password: str | None = None,
        query_key: str | None = None,
        cookie_key: str | None = None,
        shop: str | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.Client | None = None,
    ) -> None:
        super().__init__(
            credentials={
                "api_key": api_key,
                "token": token,
                "tenant_id": tenant_id,
                "username": username,
                "password": password,
                "query_key": query_key,
                "cookie_key": cookie_key,
            },
            lifted={"shop": shop},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
            http_client=http_client,
        )

    def with_options(
        self,
        *,
        shop: str | NotGiven = NOT_GIVEN,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other options that shares the connections of this one."""
        state = self._state.changed(
            {"shop": shop},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)

    @cached_property
    def pets(self) -> Pets:
        """Pets."""
        return Pets(self)

    @cached_property
    def photos(self) -> Photos:
        """Photos."""
        return Photos(self)

    @cached_property
    def status(self) -> StatusPage:
        """Status."""
        return StatusPage(self)

    @property
    def with_raw_response(self) -> PetshopClientWithRawResponse:
        """The same methods, returning raw responses."""
        return PetshopClientWithRawResponse(self._copy(self._state.changed(raw=True)))


class AsyncPetshopClient(AsyncClient):
    """The shop."""

    _settings = SETTINGS

    def __init__(
        self,
        *,
        api_key: str | None = None,
        token: str | None = None,
        tenant_id: str | None = None,
        username: str | None = None,
        password: str | None = None,
        query_key: str | None = None,
        cookie_key: str | None = None,
        shop: str | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            credentials={
                "api_key": api_key,
                "token": token,
                "tenant_id": tenant_id,
                "username": username,
                "password": password,
                "query_key": query_key,
                "cookie_key": cookie_key,
            },
            lifted={"shop": shop},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
            http_client=http_client,
        )

    def with_options(
        self,
        *,
        shop: str | NotGiven = NOT_GIVEN,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other options that shares the connections of this one."""
        state = self._state.changed(
            {"shop": shop},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)

    @cached_property
    def pets(self) -> AsyncPets:
        """Pets."""
        return AsyncPets(self)

    @cached_property
    def photos(self) -> AsyncPhotos:
        """Photos."""
        return AsyncPhotos(self)

    @cached_property
    def status(self) -> AsyncStatus:
        """Status."""
        return AsyncStatus(self)

    @property
    def with_raw_response(self) -> AsyncPetshopClientWithRawResponse:
        """The same methods, returning raw responses."""
        return AsyncPetshopClientWithRawResponse(self._copy(self._state.changed(raw=True)))


class PetsWithRawResponse:
    """Pets of a shop."""

    def __init__(self, pets: Pets) -> None:
        self.list = raw_response(pets.list)
        self.retrieve = raw_response(pets.retrieve)
        self.delete = raw_response(pets.delete)


class PetshopClientWithRawResponse:
    """The shop."""

    def __init__(self, client: PetshopClient) -> None:
        self._client = client

    @cached_property
    def pets(self) -> PetsWithRawResponse:
        """Pets."""
        return PetsWithRawResponse(self._client.pets)


class AsyncPetsWithRawResponse:
    """Pets of a shop."""

    def __init__(self, pets: AsyncPets) -> None:
        self.list = async_raw_response(pets.list)
        self.retrieve = async_raw_response(pets.retrieve)
        self.delete = async_raw_response(pets.delete)


class AsyncPetshopClientWithRawResponse:
    """The shop."""

    def __init__(self, client: AsyncPetshopClient) -> None:
        self._client = client

    @cached_property
    def pets(self) -> AsyncPetsWithRawResponse:
        """Pets."""
        return AsyncPetsWithRawResponse(self._client.pets)
