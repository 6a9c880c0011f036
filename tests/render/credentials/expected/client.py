"""The clients of the Pet Shop API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self

from ._runtime.api_keys import ApiKey
from ._runtime.basic import Basic
from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Bearer, ClientSettings
from ._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ._runtime.settings import AsyncCredentialValue, CredentialValue, RetryPolicy
    from ._runtime.values import NotGiven
    from .raw_responses import AsyncPetShopClientWithRawResponse, PetShopClientWithRawResponse
    from .resources.pets import AsyncPets, Pets

SETTINGS = ClientSettings(
    title="Pet Shop",
    package=__package__,
    environment_prefix="PET_SHOP",
    base_url="https://eu.pets.example",
    user_agent="Pet-Shop/1.0.0 clientwright",
    credentials=(
        Bearer({"token": "PET_SHOP_TOKEN"}),
        Basic({"username": "PET_SHOP_USERNAME", "password": "PET_SHOP_PASSWORD"}),
        ApiKey({"api_key": "PET_SHOP_API_KEY"}, location="query", name="key"),
        ApiKey({"tenant_id": "PET_SHOP_TENANT_ID"}, location="header", name="X-Tenant-Id"),
    ),
    lifted={"shop_id": "PET_SHOP_SHOP_ID"},
    security=(("token",), ("username", "password"), ("api_key", "tenant_id")),
)


class PetShopClient(SyncClient):
    """Synchronous client of the Pet Shop API.

    Everything about pets.

    Args:
        token: Token, sent as `Authorization: Bearer ...`. Environment variable: `PET_SHOP_TOKEN`.
        username: The username of `Authorization: Basic ...`. Environment variable:
            `PET_SHOP_USERNAME`.
        password: The password of `Authorization: Basic ...`. Environment variable:
            `PET_SHOP_PASSWORD`.
        api_key: Key, sent as query `key`. Environment variable: `PET_SHOP_API_KEY`.
        tenant_id: Key, sent as header `X-Tenant-Id`. Environment variable: `PET_SHOP_TENANT_ID`.
        shop_id: The shop that all calls are about. Environment variable: `PET_SHOP_SHOP_ID`.
        base_url: Where the API is, `https://eu.pets.example` by default (or
            `https://us.pets.example`). Environment variable: `PET_SHOP_BASE_URL`.
        timeout: Seconds that a call may take, or an `httpx2.Timeout`; None waits for ever.
        max_retries: How often a call that failed in passing is sent again, or a `RetryPolicy`.
        headers: Headers to send with every call.
        validate: With `"lenient"`, an answer that does not fit its model is returned as it came.
        http_client: A client of your own, which you close yourself.
    """

    _settings = SETTINGS

    def __init__(
        self,
        *,
        token: CredentialValue | None = None,
        username: CredentialValue | None = None,
        password: CredentialValue | None = None,
        api_key: CredentialValue | None = None,
        tenant_id: CredentialValue | None = None,
        shop_id: str | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.Client | None = None,
    ) -> None:
        super().__init__(
            credentials={
                "token": token,
                "username": username,
                "password": password,
                "api_key": api_key,
                "tenant_id": tenant_id,
            },
            lifted={"shop_id": shop_id},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
            http_client=http_client,
        )

    @cached_property
    def pets(self) -> Pets:
        """Pets of the shop."""
        from .resources.pets import Pets

        return Pets(self)

    @property
    def with_raw_response(self) -> PetShopClientWithRawResponse:
        """The same operations, answering with status, headers and content beside the result."""
        from .raw_responses import PetShopClientWithRawResponse

        return PetShopClientWithRawResponse(self._copy(self._state.changed(raw=True)))

    def with_options(
        self,
        *,
        shop_id: str | NotGiven = NOT_GIVEN,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other settings, which shares this one's connections."""
        state = self._state.changed(
            {"shop_id": shop_id},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)


class AsyncPetShopClient(AsyncClient):
    """Asynchronous client of the Pet Shop API.

    Everything about pets.

    Args:
        token: Token, sent as `Authorization: Bearer ...`. Environment variable: `PET_SHOP_TOKEN`.
        username: The username of `Authorization: Basic ...`. Environment variable:
            `PET_SHOP_USERNAME`.
        password: The password of `Authorization: Basic ...`. Environment variable:
            `PET_SHOP_PASSWORD`.
        api_key: Key, sent as query `key`. Environment variable: `PET_SHOP_API_KEY`.
        tenant_id: Key, sent as header `X-Tenant-Id`. Environment variable: `PET_SHOP_TENANT_ID`.
        shop_id: The shop that all calls are about. Environment variable: `PET_SHOP_SHOP_ID`.
        base_url: Where the API is, `https://eu.pets.example` by default (or
            `https://us.pets.example`). Environment variable: `PET_SHOP_BASE_URL`.
        timeout: Seconds that a call may take, or an `httpx2.Timeout`; None waits for ever.
        max_retries: How often a call that failed in passing is sent again, or a `RetryPolicy`.
        headers: Headers to send with every call.
        validate: With `"lenient"`, an answer that does not fit its model is returned as it came.
        http_client: A client of your own, which you close yourself.
    """

    _settings = SETTINGS

    def __init__(
        self,
        *,
        token: AsyncCredentialValue | None = None,
        username: AsyncCredentialValue | None = None,
        password: AsyncCredentialValue | None = None,
        api_key: AsyncCredentialValue | None = None,
        tenant_id: AsyncCredentialValue | None = None,
        shop_id: str | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            credentials={
                "token": token,
                "username": username,
                "password": password,
                "api_key": api_key,
                "tenant_id": tenant_id,
            },
            lifted={"shop_id": shop_id},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
            http_client=http_client,
        )

    @cached_property
    def pets(self) -> AsyncPets:
        """Pets of the shop."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)

    @property
    def with_raw_response(self) -> AsyncPetShopClientWithRawResponse:
        """The same operations, answering with status, headers and content beside the result."""
        from .raw_responses import AsyncPetShopClientWithRawResponse

        return AsyncPetShopClientWithRawResponse(self._copy(self._state.changed(raw=True)))

    def with_options(
        self,
        *,
        shop_id: str | NotGiven = NOT_GIVEN,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other settings, which shares this one's connections."""
        state = self._state.changed(
            {"shop_id": shop_id},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)
