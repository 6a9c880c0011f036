"""Another shop, which is none of ours."""

from othershop import ShopClient

ShopClient().orders.remove(1)
