"""What a user of the client writes, for type checkers."""

from chat import AsyncChatClient, ChatClient
from typing_extensions import reveal_type


def use(client: ChatClient, undecided: bool) -> None:
    reveal_type(client.answers.create(text="?"))
    reveal_type(client.answers.create(text="?", stream=False))
    reveal_type(client.answers.create(text="?", stream=None))
    reveal_type(client.answers.create(text="?", stream=True))
    with client.answers.create(text="?", stream=True) as parts:
        for part in parts:
            reveal_type(part.delta)
    reveal_type(next(client.answers.changes("1")).data)
    reveal_type(next(client.answers.logs("1")))
    reveal_type(next(client.answers.progress("1")).data)
    reveal_type(next(client.answers.words("1")).data)
    reveal_type(next(client.news.listen()))
    reveal_type(client.news.latest())
    reveal_type(client.weather.read(stream=True))
    reveal_type(client.with_raw_response.answers.create(text="?").parse())
    client.answers.create(text="?", stream=undecided)
    client.with_raw_response.answers.changes


async def use_async(client: AsyncChatClient) -> None:
    reveal_type(await client.answers.create(text="?"))
    async with await client.answers.create(text="?", stream=True) as parts:
        async for part in parts:
            reveal_type(part)
    reveal_type(await client.news.listen())
