"""Calls through attributes, variables and parameters."""

from __future__ import annotations

import asyncio
from functools import cached_property

from ._vendor.shop import AsyncShopClient, Order, ShopClient
from ._vendor.shop import ShopClient as Shop
from ._vendor.shop.models import Customer


class Base:
    def __init__(self, client: ShopClient) -> None:
        self.client = client


class Service(Base):
    @cached_property
    def orders(self):
        return self.client.with_options(timeout=3).orders

    def remove(self, number: int) -> None:
        self.client.orders.delete(number)
        self.orders.delete(number)

    def phones(self) -> list[str | None]:
        return [order.customer.phone for order in self.client.orders.list(limit=3)]

    def open_ones(self) -> list[Order]:
        find = self.client.orders.list
        return find(state="open")


def with_statement() -> str | None:
    with Shop() as client, open("log") as file:
        raw = client.with_raw_response.orders.get(1)
        if order := raw.parse():
            file.write(str(order.customer.phone))
        return client.customers.get(7).phone


async def asynchronously() -> None:
    async with AsyncShopClient() as client:
        order = await client.orders.create(item="tea")
        print(order.customer.name, order.customer.phone)
        await asyncio.gather(client.orders.delete(1), client.orders.get(2))


def described(customer: Customer | None, orders: list[Order]) -> str:
    for order in orders:
        print(order.customer.phone)
    return (customer and customer.phone) or ""
