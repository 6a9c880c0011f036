"""What a document may refer to: its folder, and what is allowed by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, kw_only=True, slots=True)
class Access:
    """Folders and URL prefixes that may be read."""

    folders: tuple[Path, ...]
    urls: tuple[str, ...]

    def allows(self, location: str) -> bool:
        """Tell whether a file or URL may be read; symbolic links count as where they lead."""
        if is_remote(location):
            return any(_is_under(location, url) for url in self.urls)
        real = Path(location).resolve()
        return any(real.is_relative_to(folder) for folder in self.folders)


def access_for(document: Path, allow: tuple[str, ...]) -> Access:
    """Allow the document's folder, and the folders and URLs that are named."""
    named = (Path(item) for item in allow if not is_remote(item))
    return Access(
        folders=tuple(folder.resolve() for folder in (document.parent, *named)),
        urls=tuple(item for item in allow if is_remote(item)),
    )


def is_remote(location: str) -> bool:
    """Tell a URL from a path."""
    return "://" in location


def _is_under(url: str, allowed: str) -> bool:
    """Compare host and whole path segments, so that no longer name is taken for a shorter one."""
    asked, given = urlsplit(url), urlsplit(allowed)
    if (asked.scheme, asked.netloc) != (given.scheme, given.netloc):
        return False
    folder = given.path.rstrip("/")
    return asked.path == folder or asked.path.startswith(f"{folder}/")
