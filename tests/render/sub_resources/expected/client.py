"""The clients of the Pet Shop API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self

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
    base_url="https://pets.example",
    user_agent="Pet-Shop/1.0.0 clientwright",
    credentials=(Bearer({"token": "PET_SHOP_TOKEN"}),),
    lifted={},
    security=(("token",),),
)


class PetShopClient(SyncClient):
    """Synchronous client of the Pet Shop API.

    Args:
        token: Token, sent as `Authorization: Bearer ...`. Environment variable: `PET_SHOP_TOKEN`.
        base_url: Where the API is, `https://pets.example` by default. Environment variable:
            `PET_SHOP_BASE_URL`.
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
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.Client | None = None,
    ) -> None:
        super().__init__(
            credentials={"token": token},
            lifted={},
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
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other settings, which shares this one's connections."""
        state = self._state.changed(
            {},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)


class AsyncPetShopClient(AsyncClient):
    """Asynchronous client of the Pet Shop API.

    Args:
        token: Token, sent as `Authorization: Bearer ...`. Environment variable: `PET_SHOP_TOKEN`.
        base_url: Where the API is, `https://pets.example` by default. Environment variable:
            `PET_SHOP_BASE_URL`.
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
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            credentials={"token": token},
            lifted={},
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
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other settings, which shares this one's connections."""
        state = self._state.changed(
            {},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)
