"""The operations of `client.papers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from .._operations import papers as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from .._runtime.uploads import FileInput
    from .._runtime.values import NotGiven, SequenceNotStr
    from ..models import Author, Paper, Step


class Papers(Resource):
    """Operations of `client.papers`."""

    @overload
    def create(
        self,
        *,
        title: str,
        page_count: int | NotGiven = NOT_GIVEN,
        author: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        content_type: Literal["application/json"] | NotGiven = NOT_GIVEN,
    ) -> Paper: ...
    @overload
    def create(
        self,
        *,
        title: str,
        cover: FileInput,
        content_type: Literal["multipart/form-data"],
        page_count: int | NotGiven = NOT_GIVEN,
        author: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        attachments: SequenceNotStr[FileInput] | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
        published: date | NotGiven = NOT_GIVEN,
        is_open: bool | NotGiven = NOT_GIVEN,
        editor: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
    ) -> Paper: ...
    def create(
        self,
        *,
        title: str,
        page_count: int | NotGiven = NOT_GIVEN,
        author: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        cover: FileInput | NotGiven = NOT_GIVEN,
        attachments: SequenceNotStr[FileInput] | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
        published: date | NotGiven = NOT_GIVEN,
        is_open: bool | NotGiven = NOT_GIVEN,
        editor: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        content_type: Literal["application/json", "multipart/form-data"] | NotGiven = NOT_GIVEN,
    ) -> Paper:
        """Add a paper.

        JSON and forms say the same; files need multipart.

        Args:
            title: What it is called.
            cover: A picture.
            content_type: What the body is sent as; `application/json` where it is left out.
        """
        return self._call(operations.CREATE, locals())

    @overload
    def update(
        self,
        *,
        title: str | NotGiven | None = NOT_GIVEN,
        page_count: int | NotGiven = NOT_GIVEN,
        content_type: Literal["application/merge-patch+json"] | NotGiven = NOT_GIVEN,
    ) -> None: ...
    @overload
    def update(
        self,
        *,
        body: SequenceNotStr[Step | Mapping[str, Any]],
        content_type: Literal["application/json-patch+json"],
    ) -> None: ...
    def update(
        self,
        *,
        title: str | NotGiven | None = NOT_GIVEN,
        page_count: int | NotGiven = NOT_GIVEN,
        body: SequenceNotStr[Step | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        content_type: (
            Literal["application/merge-patch+json", "application/json-patch+json"] | NotGiven
        ) = NOT_GIVEN,
    ) -> None:
        """Change all papers.

        Args:
            content_type: What the body is sent as; `application/merge-patch+json` where it is left
                out.

        Returns:
            Changed.
        """
        return self._call(operations.UPDATE, locals())

    def scan_paper(
        self,
        id: str,
        *,
        body: FileInput,
        content_type: Literal["image/png", "image/jpeg"] | NotGiven = NOT_GIVEN,
    ) -> None:
        """Store the picture of a paper.

        Args:
            content_type: What the body is sent as; `image/png` where it is left out.

        Returns:
            Stored.
        """
        return self._call(operations.SCAN_PAPER, locals())

    @overload
    def write_paper(
        self,
        id: str,
        *,
        text: str | NotGiven = NOT_GIVEN,
        content_type: Literal["application/json"] | NotGiven = NOT_GIVEN,
    ) -> None: ...
    @overload
    def write_paper(
        self, id: str, *, content_type: Literal["text/markdown"], body: str | NotGiven = NOT_GIVEN
    ) -> None: ...
    def write_paper(
        self,
        id: str,
        *,
        text: str | NotGiven = NOT_GIVEN,
        body: str | NotGiven = NOT_GIVEN,
        content_type: Literal["application/json", "text/markdown"] | NotGiven = NOT_GIVEN,
    ) -> None:
        """Store the text of a paper.

        Args:
            content_type: What the body is sent as; `application/json` where it is left out.

        Returns:
            Stored.
        """
        return self._call(operations.WRITE_PAPER, locals())

    def import_(self, *, body: SequenceNotStr[Paper | Mapping[str, Any]]) -> None:
        """Add many papers.

        Returns:
            Read.
        """
        return self._call(operations.IMPORT_, locals())


class AsyncPapers(AsyncResource):
    """Operations of `client.papers`."""

    @overload
    async def create(
        self,
        *,
        title: str,
        page_count: int | NotGiven = NOT_GIVEN,
        author: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        content_type: Literal["application/json"] | NotGiven = NOT_GIVEN,
    ) -> Paper: ...
    @overload
    async def create(
        self,
        *,
        title: str,
        cover: FileInput,
        content_type: Literal["multipart/form-data"],
        page_count: int | NotGiven = NOT_GIVEN,
        author: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        attachments: SequenceNotStr[FileInput] | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
        published: date | NotGiven = NOT_GIVEN,
        is_open: bool | NotGiven = NOT_GIVEN,
        editor: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
    ) -> Paper: ...
    async def create(
        self,
        *,
        title: str,
        page_count: int | NotGiven = NOT_GIVEN,
        author: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        cover: FileInput | NotGiven = NOT_GIVEN,
        attachments: SequenceNotStr[FileInput] | NotGiven = NOT_GIVEN,
        tags: SequenceNotStr[str] | NotGiven = NOT_GIVEN,
        published: date | NotGiven = NOT_GIVEN,
        is_open: bool | NotGiven = NOT_GIVEN,
        editor: Author | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        content_type: Literal["application/json", "multipart/form-data"] | NotGiven = NOT_GIVEN,
    ) -> Paper:
        """Add a paper.

        JSON and forms say the same; files need multipart.

        Args:
            title: What it is called.
            cover: A picture.
            content_type: What the body is sent as; `application/json` where it is left out.
        """
        return await self._call(operations.CREATE, locals())

    @overload
    async def update(
        self,
        *,
        title: str | NotGiven | None = NOT_GIVEN,
        page_count: int | NotGiven = NOT_GIVEN,
        content_type: Literal["application/merge-patch+json"] | NotGiven = NOT_GIVEN,
    ) -> None: ...
    @overload
    async def update(
        self,
        *,
        body: SequenceNotStr[Step | Mapping[str, Any]],
        content_type: Literal["application/json-patch+json"],
    ) -> None: ...
    async def update(
        self,
        *,
        title: str | NotGiven | None = NOT_GIVEN,
        page_count: int | NotGiven = NOT_GIVEN,
        body: SequenceNotStr[Step | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        content_type: (
            Literal["application/merge-patch+json", "application/json-patch+json"] | NotGiven
        ) = NOT_GIVEN,
    ) -> None:
        """Change all papers.

        Args:
            content_type: What the body is sent as; `application/merge-patch+json` where it is left
                out.

        Returns:
            Changed.
        """
        return await self._call(operations.UPDATE, locals())

    async def scan_paper(
        self,
        id: str,
        *,
        body: FileInput,
        content_type: Literal["image/png", "image/jpeg"] | NotGiven = NOT_GIVEN,
    ) -> None:
        """Store the picture of a paper.

        Args:
            content_type: What the body is sent as; `image/png` where it is left out.

        Returns:
            Stored.
        """
        return await self._call(operations.SCAN_PAPER, locals())

    @overload
    async def write_paper(
        self,
        id: str,
        *,
        text: str | NotGiven = NOT_GIVEN,
        content_type: Literal["application/json"] | NotGiven = NOT_GIVEN,
    ) -> None: ...
    @overload
    async def write_paper(
        self, id: str, *, content_type: Literal["text/markdown"], body: str | NotGiven = NOT_GIVEN
    ) -> None: ...
    async def write_paper(
        self,
        id: str,
        *,
        text: str | NotGiven = NOT_GIVEN,
        body: str | NotGiven = NOT_GIVEN,
        content_type: Literal["application/json", "text/markdown"] | NotGiven = NOT_GIVEN,
    ) -> None:
        """Store the text of a paper.

        Args:
            content_type: What the body is sent as; `application/json` where it is left out.

        Returns:
            Stored.
        """
        return await self._call(operations.WRITE_PAPER, locals())

    async def import_(self, *, body: SequenceNotStr[Paper | Mapping[str, Any]]) -> None:
        """Add many papers.

        Returns:
            Read.
        """
        return await self._call(operations.IMPORT_, locals())
