from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

RefreshMode = TypeAliasType(
    "RefreshMode",
    Literal[
        "force_cache",
        "blocking",
        "async",
        "lazy_async",
        "async_except_on_cache_miss",
        "force_blocking",
        "force_async",
    ],
)
"""How hard PostHog tries to give a fresh result:

- `force_cache`: return what the cache holds, even if it is old or nothing
- `blocking`: compute if the cache is stale, and wait
- `async`: compute in the background if the cache is stale
- `lazy_async`: as `async`, but tolerate older results
- `async_except_on_cache_miss`: as `async`, but wait if the cache holds nothing
- `force_blocking`: compute in any case, and wait
- `force_async`: compute in any case, in the background
"""
