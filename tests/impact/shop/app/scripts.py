"""Calls of a shared client, and things that nobody can decide."""

from app import shared
from app.shared import client, connect
from app._vendor.shop.models import Coupon, Customer, NewOrder


def main(unknown, options: dict, name: str) -> None:
    client.orders.delete(1)
    connect().orders.list(limit=1)
    shared.client.orders.list(limit=1, state="open")
    client.orders.create(item="tea", size="large")
    client.orders.create(**options)
    client.orders.create(item="tea")
    unknown.orders.delete(2)
    print(unknown.phone)
    getattr(client.orders, "delete")(3)
    getattr(client.orders, name)(4)
    NewOrder(item="tea")
    print(Customer(name="Ann", phone="1").name, Coupon)
