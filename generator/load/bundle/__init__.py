"""Bundle: a document over several files becomes one, in which every node knows its own file.

What a reference leads to decides where it goes. Schemas become components, so that cycles stay
references; so do parameters, responses, bodies and headers that are used more than once. All else
is put in the reference's place, also where the specification allows none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NoReturn

from generator.diagnostics import ClientwrightError
from generator.load.bundle.access import access_for, is_remote
from generator.load.bundle.assembly import Assembly
from generator.load.bundle.library import LOCAL_ADDRESS, Library
from generator.load.bundle.survey import survey
from generator.load.json_reader import too_deep
from generator.load.places import locator_of
from generator.load.source import fail_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.load.bundle.regions import Refusal
    from generator.load.document import Document

ELSEWHERE = re.compile(r"\$ref(?![\"']?\s*:\s*(?:[>|]-?\s*)?[\"']?#)")


def bundle(document: Document, path: Path, allow: tuple[str, ...]) -> Document:
    """Join a document with the files that it refers to.

    Raises ClientwrightError where it refers to what is neither in its folder nor allowed.
    """
    library = Library(document, path, access_for(path, allow))
    found = survey(library)
    if refusals := tuple(found.refusals):
        _refuse(library, refusals)
    if not any(region.sites for region in found.regions.values()):
        return document
    assembly = Assembly(library, found)
    root = assembly.document()
    if too_deep(root):
        fail_file(document.name, "joined with its files, it is nested too deep")
    return replace(document, root=root, sha256=library.sha256, locate=locator_of(assembly.origins))


def may_span_files(text: str) -> bool:
    """Tell quickly whether a document's text has anything that could refer to another file."""
    return ELSEWHERE.search(text) is not None


def _refuse(library: Library, refusals: tuple[Refusal, ...]) -> NoReturn:
    """End the run with the first reference into each folder that may not be read."""
    lines: dict[str, str] = {}
    for refusal in refusals:
        location, reference = refusal.location, refusal.reference
        if is_remote(location):
            folder, problem = location.rpartition("/")[0] + "/", "is on the network"
        else:
            is_absolute = reference.startswith(("/", LOCAL_ADDRESS))
            shown = location if is_absolute else library.shown(location)
            folder, problem = PurePath(shown).parent.as_posix(), "leaves the document's folder"
        consequence = f"refused, unless `allow` (--allow) names {folder}"
        place = refusal.file.locate(refusal.pointer)
        lines.setdefault(folder, f"{place}  {reference} {problem}; {consequence}")
    raise ClientwrightError("\n".join(lines.values()))
