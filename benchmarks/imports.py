"""What importing a client and its first call cost: `python -m benchmarks.imports`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import ROOT, Cost, cost, documents, run, table

_FLOOR = "import httpx2, pydantic"
_RUN = {
    "id": "1",
    "insightId": "2",
    "orgId": "3",
    "createdAt": "2025-01-01T00:00:00Z",
    "updatedAt": "2025-01-01T00:00:00Z",
}
_JOB = {"id": "5f0c0e0f-7d4b-4b43-8a3f-2f7a1d7c2b11", "name": "job", "status": "queued"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Use:
    """A client, and a call of it that a made-up answer comes back to."""

    package: str
    client: str
    credential: str
    call: str
    answer: object

    @property
    def before(self) -> str:
        """The code that makes the client."""
        return (
            f"{_FLOOR}, {self.package} as package\n"
            f"answer = lambda request: httpx2.Response(200, json={self.answer!r})\n"
            "http = httpx2.Client(transport=httpx2.MockTransport(answer))\n"
            f"options = dict({self.credential}='key', base_url='http://a', http_client=http)\n"
            f"client = package.{self.client}(**options)\n"
            "import uuid\n"
        )


def vapi(package: str, call: str) -> Use:
    """Return a call of a Vapi client."""
    return Use(
        package=package, client="VapiClient", credential="token", call=call, answer=dict(_RUN)
    )


def langsmith(package: str) -> Use:
    """Return a call of a LangSmith client."""
    return Use(
        package=package,
        client="LangSmithClient",
        credential="api_key",
        call="client.tracer_sessions.create_insights_job(uuid.UUID(int=1), last_n_hours=24)",
        answer=_JOB,
    )


def row(title: str, found: Cost, reference: Cost) -> list[str]:
    """Return a line of the table: CPU time, memory, and the time as a multiple of another."""
    ratio = found.milliseconds / reference.milliseconds
    return [title, f"{found.milliseconds:.0f}", f"{found.megabytes:.1f}", f"{ratio:.2f}"]


def measure_imports(clients: dict[str, str], folder: Path) -> None:
    """Print what importing costs, over what `httpx2` and `pydantic` cost."""
    costs = {
        title: cost(f"import {package}", before=_FLOOR, folder=folder)
        for title, package in clients.items()
    }
    one = next(iter(costs.values()))
    rows = [row(f"import of {title}", found, one) for title, found in costs.items()]
    rows.insert(0, row("`httpx2` and `pydantic` themselves", cost(_FLOOR), one))
    table(["import", "CPU ms", "MB", "ratio"], rows)


def measure_first_calls(uses: dict[str, Use], folder: Path) -> None:
    """Print what the first call of an operation costs, after its client was made."""
    costs = {title: cost(use.call, before=use.before, folder=folder) for title, use in uses.items()}
    one = next(iter(costs.values()))
    rows = [row(title, found, one) for title, found in costs.items()]
    table(["first call", "CPU ms", "MB", "ratio"], rows)


def main() -> None:
    """Generate the clients of the full documents, and compare them with the small ones."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name, document in documents().items():
            options = ["--spec", str(document), "--output", f"full_{name}", "--name", name]
            run((sys.executable, "-m", "generator", "generate", *options), folder)
        (folder / "generated").symlink_to(ROOT / "generated")
        imports = {
            "Vapi, 1 operation": "generated.vapi",
            "Vapi, 137 operations": "full_vapi",
            "LangSmith, 542 operations": "full_langsmith",
        }
        measure_imports(imports, folder)
        insight = "client.insight.run('1')"
        uses = {
            "`insight.run` of 1 operation": vapi("generated.vapi", insight),
            "`insight.run` of 137": vapi("full_vapi", insight),
            "`create_insights_job` of 1": langsmith("generated.langsmith"),
            "`create_insights_job` of 542": langsmith("full_langsmith"),
            "`assistants.retrieve` of 137": vapi("full_vapi", "client.assistants.retrieve('1')"),
        }
        measure_first_calls(uses, folder)


if __name__ == "__main__":
    main()
