"""Files read and decoded."""

from __future__ import annotations

import codecs
import hashlib
from typing import TYPE_CHECKING

from generator.load.source import Source, fail_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.load.pages import Block

MAX_BYTES = 100_000_000
WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(path: Path, name: str) -> bytes:
    """Read a file of bounded size."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        fail_file(name, "no such file", "nothing can be read from it")
    except IsADirectoryError:
        fail_file(name, "a folder, not a file", "name the document in it")
    except OSError as error:
        fail_file(name, f"unreadable ({error.strerror})", "nothing can be read from it")
    if len(data) > MAX_BYTES:
        fail_file(name, f"larger than {MAX_BYTES // 1_000_000} MB")
    return data


def decode(name: str, block: Block) -> Source:
    """Decode UTF-8, or UTF-16 and UTF-32 where a byte order mark says so."""
    encodings = (encoding for mark, encoding in WIDE if block.data.startswith(mark))
    encoding = next(encodings, "utf-8-sig")
    try:
        text = block.data.decode(encoding)
    except UnicodeDecodeError as error:
        read = block.data[: error.start].decode(encoding, errors="ignore")
        source = Source(name=name, text=read, sha256="", first_line=block.first_line)
        source.fail(len(read), f"not {error.encoding.upper()} text")
    sha256 = hashlib.sha256(block.data).hexdigest()
    return Source(name=name, text=text, sha256=sha256, first_line=block.first_line)
