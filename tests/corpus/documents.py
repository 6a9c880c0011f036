"""The documents of the corpus, which stands beside the checkout."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
INDEX = CORPUS / "INDEX.tsv"


@dataclass(frozen=True, kw_only=True, slots=True)
class CorpusDocument:
    """A document under the name of its folder."""

    name: str
    path: Path

    @property
    def package(self) -> str:
        """The name of the package made from it."""
        return re.sub(r"\W", "_", self.name)


def corpus_documents() -> tuple[CorpusDocument, ...]:
    """List the documents in the order of the index; none where there is no corpus."""
    if not INDEX.exists():
        return ()
    with INDEX.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return tuple(CorpusDocument(name=row["name"], path=CORPUS / row["path"]) for row in rows)


def corpus_document(name: str) -> CorpusDocument:
    """Find a document by name."""
    return next(one for one in corpus_documents() if one.name == name)
