"""Right and wrong uses of pages, for a type checker."""

from cursor import AsyncShopClient, ShopClient
from offset import ShopClient as ListClient


def right(client: ShopClient) -> None:
    for pet in client.pets.list(limit=2):
        reveal_type(pet)
    page = client.pets.list()
    reveal_type(page)
    reveal_type(page.items)
    reveal_type(page.next_page().raw.pagination)
    reveal_type(client.with_raw_response.pets.list())


async def right_async(client: AsyncShopClient) -> None:
    async for pet in client.pets.list():
        reveal_type(pet.id)
    reveal_type(await client.pets.list())


def right_where_the_body_is_the_list(client: ListClient) -> None:
    reveal_type(client.pets.list().items)
    reveal_type(client.pets.list().raw)


def wrong(client: ShopClient) -> None:
    client.pets.list()[0]
    client.pets.list().data
    len(client.pets.list())
    client.pets.list(offset=1)
