"""What git makes of two sets of edits: the judge of our merges."""

from __future__ import annotations

import io
import os
import re
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_LABEL = re.compile(rb"^(<<<<<<<|>>>>>>>) .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Judged:
    """Merged files without the labels of conflict marks, and the paths that have conflicts."""

    files: dict[str, bytes]
    conflicts: set[str]


def without_labels(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files with bare conflict marks."""
    return {path: _LABEL.sub(rb"\1", content) for path, content in files.items()}


def merged_files(
    repository: Path,
    base: Mapping[str, bytes],
    ours: Mapping[str, bytes],
    theirs: Mapping[str, bytes],
) -> Judged:
    """Let git merge two folders that were one; new files follow a folder that was moved."""
    stream = b"".join((*_commit("base", base), *_commit("ours", ours), *_commit("theirs", theirs)))
    _git(repository, "fast-import", "--quiet", "--force", given=stream)
    said = _git(repository, "merge-tree", "--write-tree", "-z", "--name-only", "ours", "theirs")
    tree, *conflicts = said.split(b"\0\0")[0].rstrip(b"\0").split(b"\0")
    archive = _git(repository, "archive", tree.decode())
    return Judged(without_labels(dict(_unpacked(archive))), {path.decode() for path in conflicts})


def merged_text(folder: Path, base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """Let git merge one file."""
    for name, content in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_bytes(content)
    return _LABEL.sub(rb"\1", _git(folder, "merge-file", "-p", "ours", "base", "theirs"))


def _commit(branch: str, files: Mapping[str, bytes]) -> Iterator[bytes]:
    yield f"commit refs/heads/{branch}\ncommitter a <a@example.com> 0 +0000\ndata 0\n".encode()
    if branch != "base":
        yield b"from refs/heads/base\n"
    yield b"deleteall\n"
    for path, content in files.items():
        yield f"M 644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n"


def _unpacked(archive: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            file = tar.extractfile(member)
            if file:
                yield member.name, file.read()


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run git; merge commands tell the number of conflicts by their exit code."""
    environment = {"GIT_CONFIG_NOSYSTEM": "1", "HOME": str(folder), "PATH": os.environ["PATH"]}
    command = ["git", "-c", "merge.directoryRenames=true", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, input=given, capture_output=True, check=False
    )
    assert done.returncode < 128, done.stderr.decode()
    return done.stdout
