"""What a user of the client writes, for type checkers."""

from talk import AsyncTalkClient, TalkClient
from typing_extensions import reveal_type


def use(client: TalkClient, undecided: bool) -> None:
    reveal_type(client.answers.ask(text="?"))
    reveal_type(client.answers.ask(text="?", stream=True))
    reveal_type(client.answers.ask(text="?", stream=False))
    reveal_type(client.answers.latest())
    reveal_type(client.answers.latest(stream=None))
    reveal_type(client.answers.latest(stream=False))
    client.answers.ask(text="?", stream=undecided)


async def use_async(client: AsyncTalkClient) -> None:
    reveal_type(await client.answers.ask(text="?"))
    reveal_type(await client.answers.ask(text="?", stream=False))
