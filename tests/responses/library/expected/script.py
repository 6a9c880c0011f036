"""What a user of the client writes, for type checkers."""

from library import AsyncLibraryClient, LibraryClient
from typing_extensions import reveal_type


def use(client: LibraryClient) -> None:
    reveal_type(client.books.get("1"))
    reveal_type(client.books.replace("1", title="Ada"))
    reveal_type(client.books.download_scan("1"))
    reveal_type(client.books.get_cover("1"))
    client.books.delete("1")
    reveal_type(client.catalogue.get())
    with client.with_streaming_response.books.download_scan("1") as scan:
        scan.save("scan.pdf", progress=lambda done, total: print(done, total))
        reveal_type(scan.iter_bytes())
    with client.with_streaming_response.books.get("1") as response:
        reveal_type(response.read().parse())
    client.with_streaming_response.books.get(1)
    scan.save("scan.pdf", progress=lambda: None)


async def use_async(client: AsyncLibraryClient) -> None:
    async with client.with_streaming_response.books.download_scan("1") as scan:
        await scan.save("scan.pdf")
        async for line in scan.iter_lines():
            reveal_type(line)
    async with client.with_streaming_response.books.get("1") as response:
        reveal_type((await response.read()).parse())
    with client.with_streaming_response.books.get("1") as response:
        pass
