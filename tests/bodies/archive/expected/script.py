"""What a user of the client writes, for type checkers."""

from pathlib import Path

from archive import ArchiveClient, AsyncArchiveClient, File
from typing_extensions import reveal_type


def use(client: ArchiveClient) -> None:
    client.papers.create(title="On ice")
    client.papers.create(title="On ice", content_type="application/json")
    client.papers.create(title="On ice", cover=b"", content_type="multipart/form-data")
    client.papers.create(title="On ice", cover=b"")
    client.papers.create(title="On ice", content_type="multipart/form-data")
    client.papers.create(title="On ice", content_type="application/xml")
    client.papers.update(title=None)
    client.papers.update(body=[{"op": "add"}], content_type="application/json-patch+json")
    client.papers.update(title=None, content_type="application/json-patch+json")
    client.papers.scan_paper("1", body=Path("scan.png"))
    client.papers.scan_paper("1", body=File(Path("scan.jpg")), content_type="image/jpeg")
    client.papers.scan_paper("1", body="scan.png")
    client.papers.scan_paper("1", body=b"", content_type="image/gif")
    client.papers.import_(body=[{"title": "On ice"}])
    client.papers.import_(body="On ice")
    client.disks.write_disk(body=[b"a", b"b"])
    reveal_type(client.answers.ask(text="?"))
    reveal_type(client.answers.ask(text="?", stream=True))
    reveal_type(client.answers.ask(text="?", file=b"", content_type="multipart/form-data"))


async def use_async(client: AsyncArchiveClient) -> None:
    await client.papers.create(title="On ice", cover=b"", content_type="multipart/form-data")
    await client.papers.create(title="On ice", cover=b"")
    reveal_type(await client.answers.ask(text="?", file=b"", content_type="multipart/form-data"))
