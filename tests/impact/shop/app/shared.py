"""A client that other modules share."""

import app._vendor.shop

client = app._vendor.shop.ShopClient(base_url="http://localhost")


def connect():
    return client
