"""Generate a client from each document of the corpus, check it, call it, and write docs/corpus.md.

`python -m benchmarks.corpus` takes all documents, as many at once as there are processors; `python -m
benchmarks.corpus museum figma` only these. What came of each is kept in `.cache/corpus`, with the commit
that it came of, and the table has them all.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.corpus.documents import ROOT, corpus_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.corpus.documents import CorpusDocument

KEPT = ROOT / ".cache" / "corpus"
TABLE = ROOT / "docs" / "corpus.md"
LONGEST = 3600
COLUMNS = (
    "operations", "generated", "skipped", "repairs", "violations", "files", "lines", "seconds",
    "unimportable", "second run", "black", "mypy", "pyright", "calls", "agreed", "models", "fitting",
    "untried",
)  # fmt: skip
HEAD = """# The corpus

Made by `make corpus` from the documents in `../shared/corpus`, as their vendors published them, without options.

- *generated*, *skipped*: operations. *repairs*, *violations*: see `clientwright validate`. *seconds*: wall clock of generating, on whatever machine it was.
- *unimportable*: modules that Python cannot import. *second run*: files that a second run, with the hashes in another order, would change. *black*: files that black would change. *mypy*: errors of `mypy --strict`; *pyright*: of basedpyright.
- *calls*: calls made through the manifest; *agreed*: operations whose calls all agree with the document: each is called with only its required arguments, with all of them, and with other members of unions and null,
  on a transport that checks method, path, query, headers and body against the document and answers with instances of the response schemas, errors included.
- *models*: models that were given instances of their schemas; *fitting*: those that took each of them and gave it back as it was. *untried*: schemas that no value fits, as far as we could find; they are listed below the table.

"""


def main(names: list[str]) -> int:
    """Try documents and write the table; 1 where one of them has a fault."""
    documents = corpus_documents()
    chosen = [one for one in documents if one.name in names or not names]
    KEPT.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        list(workers.map(partial(_try_and_keep, _commit()), chosen))
    kept = {
        one.name: json.loads(_kept(one).read_text()) for one in documents if _kept(one).exists()
    }
    lines = [*_commits(kept), *_table(kept), *_untried(kept)]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return int(any(kept[one.name]["faults"] for one in chosen))


def _try_and_keep(commit: str, document: CorpusDocument) -> None:
    result = {**_try_document(document), "commit": commit}
    _kept(document).write_text(json.dumps(result, indent=1), encoding="utf-8")
    _say(f"{document.name}: {json.dumps(result['row'])}")
    list(map(_say, result["faults"][:20]))


def _kept(document: CorpusDocument) -> Path:
    return KEPT / f"{document.package}.json"


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _try_document(document: CorpusDocument) -> dict[str, Any]:
    """Give a row of the table and what is wrong; whatever fails does not keep the rest from running."""
    with TemporaryDirectory() as name:
        folder = Path(name) / document.package
        row, faults = _generate(document, folder)
        if not folder.exists():
            return {"row": row, "faults": faults}
        row |= {"second run": _second_run(document, folder), "black": _black(folder)}
        row |= {"mypy": _mypy(folder), "pyright": _pyright(folder)}
        _tell(document.name, "calling")
        output = _run(folder.parent, "-m", "tests.corpus", str(document.path), str(folder))
        trial = json.loads(output.stdout) if output.returncode == 0 else {}
        faults += [] if trial else [output.stderr[-2000:]]
        row |= {key: trial.get(key) for key in ("calls", "agreed", "models", "fitting")}
        row["unimportable"] = len(trial.get("unimportable", []))
        for key in ("unimportable", "disagreements"):
            faults += trial.get(key, [])
        row["untried"] = trial.get("unmade", [])
    wrong = [key for key in ("second run", "black", "mypy", "pyright") if row[key] != 0]
    return {"row": row, "faults": [*(f"{key}: {row[key]}" for key in wrong), *faults]}


def _generate(document: CorpusDocument, folder: Path) -> tuple[dict[str, Any], list[str]]:
    _tell(document.name, "generating")
    report = folder.parent / "report.json"
    start = time.monotonic()
    arguments = ("--spec", str(document.path), "--output", str(folder), "--report", str(report))
    made = _run(folder.parent, "-m", "generator", "generate", *arguments)
    seconds = time.monotonic() - start
    if made.returncode:
        return {"seconds": round(seconds, 1)}, [made.stderr[-2000:]]
    told = json.loads(report.read_text(encoding="utf-8"))
    operations = told["operations"]
    files = [path for path in folder.rglob("*") if path.is_file()]
    row = {
        "operations": operations["total"],
        "generated": operations["generated"],
        "skipped": len(operations["skipped"]),
        "repairs": len(told["repairs"]),
        "violations": len(told["violations"]),
        "files": len(files),
        "lines": sum(path.read_bytes().count(b"\n") for path in files if path.suffix == ".py"),
        "seconds": round(seconds, 1),
    }
    return row, [f"skipped {one['id']}: {one['reason']}" for one in operations["skipped"]]


def _second_run(document: CorpusDocument, folder: Path) -> int:
    """Count the files that a second run would write otherwise."""
    _tell(document.name, "generating again")
    arguments = ("--spec", str(document.path), "--output", str(folder), "--check")
    again = _run(folder.parent, "-m", "generator", "generate", *arguments, seed="1")
    return 0 if again.returncode == 0 else len(again.stdout.splitlines()) - 1


def _black(folder: Path) -> int:
    """Count the files that are not as black leaves them."""
    options = ("--check", "--line-length", "100", "--target-version", "py311")
    output = _run(folder.parent, "-m", "black", *options, folder.name)
    changed = [line for line in output.stderr.splitlines() if line.startswith("would reformat")]
    list(map(_say, changed[:10]))
    return len(changed) if output.returncode in (0, 1) else -1


def _mypy(folder: Path) -> int:
    _tell(folder.name, "mypy")
    options = ("--strict", "--config-file=", "--no-error-summary", "--hide-error-context")
    cache = f"--cache-dir={folder.parent / 'mypy'}"
    output = _run(folder.parent, "-m", "mypy", *options, cache, folder.name)
    errors = [line for line in output.stdout.splitlines() if ": error: " in line]
    list(map(_say, errors[:10]))
    return len(errors) if output.returncode in (0, 1) else -1


def _pyright(folder: Path) -> int:
    _tell(folder.name, "basedpyright")
    settings = folder.parent / "pyrightconfig.json"
    wanted = {"include": [folder.name], "typeCheckingMode": "standard", "pythonVersion": "3.11"}
    settings.write_text(json.dumps(wanted), encoding="utf-8")
    options = ("-p", str(settings), "--outputjson", "--pythonpath", sys.executable)
    output = _run(folder.parent, "-m", "basedpyright", *options, "--level", "error")
    found = json.loads(output.stdout or '{"generalDiagnostics": null}')["generalDiagnostics"]
    errors = [one for one in found or [] if one["severity"] == "error"]
    for one in errors[:10]:
        _say(f"{one['file']}:{one['range']['start']['line'] + 1}: {one['message']}")
    return len(errors) if found is not None else -1


def _run(folder: Path, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    """Run a Python module in a folder, patiently and with low priority."""
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = ["nice", sys.executable, *arguments]
    return subprocess.run(  # noqa: S603 - the commands are those of this file
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False,
        timeout=LONGEST,
    )  # fmt: skip


def _tell(name: str, what: str) -> None:
    _say(f"{time.strftime('%H:%M:%S')} {name}: {what}")


def _commit() -> str:
    """Name the commit that is tried."""
    command = ["git", "describe", "--always", "--dirty"]
    told = subprocess.run(  # noqa: S603 - the command is that of this file
        command, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def _commits(kept: Mapping[str, Any]) -> Iterable[str]:
    commits = dict.fromkeys(result.get("commit", "unknown") for result in kept.values())
    yield from (f"Commit: {', '.join(commits)}.", "")


def _table(kept: Mapping[str, Any]) -> Iterable[str]:
    yield f"| document | {' | '.join(COLUMNS)} |"
    yield f"|---|{'---:|' * len(COLUMNS)}"
    for name, result in kept.items():
        cells = (_cell(result["row"].get(column)) for column in COLUMNS)
        yield f"| {name} | {' | '.join(cells)} |"


def _untried(kept: Mapping[str, Any]) -> Iterable[str]:
    """List what no instance could be made of."""
    for name, result in kept.items():
        untried = ", ".join(dict.fromkeys(result["row"].get("untried") or ()))
        yield from ["", f"Untried in {name}: {untried}."] if untried else []


def _cell(value: float | list[str] | None) -> str:
    match value:
        case None:
            return "-"
        case list():
            return str(len(set(value)))
        case _:
            return f"{value:,}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
