"""Tries a generated client against its document: each operation is called, each model made."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx2

from generator.load import load
from tests.corpus.answers import accepted, dumped, make_answer, response
from tests.corpus.arguments import Arguments, make_arguments
from tests.corpus.calling import Caller, Outcome, imported, unimportable
from tests.corpus.contracts import Answer, Contract, contracts
from tests.corpus.events import Events, unlike, written
from tests.corpus.maker import Plan, instance, plain
from tests.corpus.reading import Source
from tests.corpus.schemas import Schema, Schemas, Unmade
from tests.corpus.sent_requests import Inspector
from tests.corpus.values import difference
from tests.support.server import Recorded

FULL = Plan(has_unknown=True)
LEAST = Plan(has_optional=False)
OTHER = Plan(pick=1, has_null=True)
PLANS = (LEAST, FULL, OTHER)
_MOST_SHOWN = 500
_MEMBER = re.compile("/(anyOf|oneOf|allOf)/")
"""Places in unions and compositions, which the normal form numbers anew."""


@dataclass(slots=True)
class Trial:
    """What came of it; an operation agrees when all its calls do."""

    operations: int = 0
    called: int = 0
    agreed: int = 0
    calls: int = 0
    models: int = 0
    fitting: int = 0
    unimportable: list[str] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)
    unmade: list[str] = field(default_factory=list)
    """What was not tried, because no value fits the schema, or none was found."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Trier:
    caller: Caller
    inspector: Inspector
    answers: Schemas
    failed: set[str]

    def operation(self, contract: Contract, trial: Trial) -> Iterator[str]:
        for number, plan in enumerate(PLANS):
            for complaint in self._call(contract, plan, trial):
                yield f"call {number}: {complaint}"
        for failure in contract.failures:
            if str(failure.schema) not in self.failed and failure.schema is not None:
                self.failed.add(str(failure.schema))
                yield from self._failing_call(contract, failure, trial)

    def _call(self, contract: Contract, plan: Plan, trial: Trial) -> Iterator[str]:
        arguments = self._arguments(contract, plan, trial)
        if arguments is None:
            return
        trial.calls += 1
        given: list[tuple[Answer, Any]] = []

        def respond(request: Recorded) -> httpx2.Response:
            fitting = accepted(contract.successes, request)
            answer = fitting[plan.pick % len(fitting)]
            given.append((answer, self._content(contract, answer, plan, trial)))
            return response(*given[-1])

        outcome = self.caller(contract.call, arguments.keywords(contract), respond)
        yield from self._request(contract, arguments, outcome)
        if given and given[-1][1] is not Unmade and contract.method.upper() != "HEAD":
            yield from _result(outcome, *given[-1])

    def _failing_call(self, contract: Contract, failure: Answer, trial: Trial) -> Iterator[str]:
        arguments = self._arguments(contract, LEAST, trial)
        content = self._content(contract, failure, FULL, trial)
        if arguments is None or content is Unmade:
            return
        trial.calls += 1
        outcome = self.caller(
            contract.call, arguments.keywords(contract), lambda _: response(failure, content)
        )
        body = getattr(outcome.error, "body", Unmade)
        if body is Unmade:
            yield f"{failure.status} became {outcome.error!r}"[:_MOST_SHOWN]
        elif content:
            differs = difference(content, dumped(body))
            yield from [f"{failure.status}: {differs}"] if differs else []
            if isinstance(content, dict) and isinstance(body, dict):
                yield from self._unparsed(failure, content, outcome)

    def _unparsed(self, failure: Answer, content: Any, outcome: Outcome) -> Iterator[str]:
        """An error whose body stayed plain: its model refused it, or it has none."""
        try:
            getattr(outcome.error, "response").parse()  # noqa: B009 - it is any exception's
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the complaint
            yield f"{failure.status}: {error}: {json.dumps(content)}"[:_MOST_SHOWN]

    def _arguments(self, contract: Contract, plan: Plan, trial: Trial) -> Arguments | None:
        body_plan = replace(plan, has_unknown=False)
        try:
            return make_arguments(contract, self.inspector.schemas, body_plan)
        except Unmade as error:
            trial.unmade.append(f"{contract.method} {contract.path}: {error}")
            return None

    def _content(self, contract: Contract, answer: Answer, plan: Plan, trial: Trial) -> Any:
        try:
            return make_answer(answer, self.answers, plan)
        except Unmade as error:
            trial.unmade.append(f"{contract.method} {contract.path} {answer.status}: {error}")
            return Unmade

    def _request(self, contract: Contract, arguments: Arguments, outcome: Outcome) -> Iterator[str]:
        if len(outcome.requests) != 1:
            yield f"{len(outcome.requests)} requests: {outcome.error!r}"[:_MOST_SHOWN]
            return
        yield from self.inspector.complaints(contract, arguments, *outcome.requests[0])


def _result(outcome: Outcome, answer: Answer, content: Any) -> Iterator[str]:
    if outcome.error is not None:
        shown = json.dumps(content, default=str)
        yield f"{answer.status} raised {outcome.error!r} for {shown}"[:_MOST_SHOWN]
        return
    result = dumped(getattr(outcome.result, "raw", outcome.result))
    differs = _differs(answer, content, result)
    if differs:
        yield f"{answer.status} {answer.media_type}: {differs}"


def _differs(answer: Answer, content: Any, result: Any) -> str:
    """Compare what was sent with what was read: a series that is no stream is read as text."""
    match content, result:
        case Events(), list():
            return unlike(content, result)
        case Events(), str():
            return difference(written(str(answer.media_type), content).decode(), result)
        case _:
            return difference(content, result)


def try_client(
    entry: Path, folder: Path, *, name: str | None = None, is_async: bool = False
) -> Trial:
    """Call everything that the package in a folder has, and try its models.

    `name` is the package's, where that has a dot.
    """
    source = Source(entry=entry.resolve())
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    with imported(folder, name) as package:
        trial = Trial(unimportable=unimportable(package, folder))
        caller = Caller(package=package, manifest=manifest, is_async=is_async)
        _try_operations(source, caller, trial)
        _try_models(_whole(source, manifest["models"]), manifest["models"], package.__name__, trial)
    return trial


def _try_operations(source: Source, caller: Caller, trial: Trial) -> None:
    requests, answers = (Schemas(source=source, direction=one) for one in ("request", "answer"))
    found = list(contracts(source, caller.manifest, requests, answers))
    inspector = Inspector(source=source, schemas=requests, secrets=caller.secrets)
    trier = _Trier(caller=caller, inspector=inspector, answers=answers, failed=set())
    trial.operations, trial.called = len(list(source.operations())), len(found)
    for contract in found:
        complaints = list(trier.operation(contract, trial))
        trial.agreed += not complaints
        where = f"{contract.call} ({contract.method} {contract.path})"
        trial.disagreements += [f"{where}: {one}" for one in complaints]


def _whole(source: Source, models: Iterable[str]) -> Source:
    """Return the document, with what its other files have where the manifest says that it is."""
    if any(isinstance(source.at(pointer).value, dict) for pointer in models):
        return source
    return Source(entry=source.entry, _files={source.entry: load(source.entry).root})


def _try_models(source: Source, models: dict[str, str], package: str, trial: Trial) -> None:
    """Let every model take instances of its schema and give them back."""
    schemas = Schemas(source=source, direction=None)
    runtime = importlib.import_module(f"{package}._runtime.models")
    samples = importlib.import_module(f"{package}._runtime.testing.samples")
    nodes = {name: source.at(at) for at, name in models.items() if not _MEMBER.search(at)}
    known = {name: node for name, node in nodes.items() if isinstance(node.value, dict)}
    for name, schema in {name: schemas.add(node) for name, node in known.items()}.items():
        contents = list(_contents(schema, schemas))
        trial.models += bool(contents)
        trial.unmade += [] if contents else [f"model {name}"]
        adapter = runtime.adapter(package, name)
        complaints = list(_try_model(adapter, contents))
        complaints += _try_sample(adapter, samples.make, runtime.resolve(package, name))
        trial.fitting += bool(contents) and not complaints
        trial.disagreements += [f"model {name}: {complaint}" for complaint in complaints]


def _contents(schema: Schema, schemas: Schemas) -> Iterator[Any]:
    """Make the instances of a schema, as JSON data; none where no value fits it."""
    for plan in PLANS:
        with suppress(Unmade):
            yield plain(instance(schemas, schema, replace(plan, depth=2)))


def _try_model(adapter: Any, contents: Iterable[Any]) -> Iterator[str]:
    for content in contents:
        try:
            value = adapter.validate_json(json.dumps(content))
            back = adapter.dump_python(value, mode="json", by_alias=True, exclude_unset=True)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the complaint
            yield f"{error}: {json.dumps(content)}"[:_MOST_SHOWN]
            continue
        differs = difference(content, back)
        yield from [differs] if differs else []


def _try_sample(adapter: Any, make: Callable[[Any], Any], model: Any) -> Iterator[str]:
    """Let the made-up value that tests are offered travel, and come back as it was."""
    try:
        sent = adapter.dump_json(make(model), by_alias=True, exclude_unset=True)
        back = adapter.dump_json(adapter.validate_json(sent), by_alias=True, exclude_unset=True)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the complaint
        yield f"made up: {error}"[:_MOST_SHOWN]
        return
    yield from [] if back == sent else [f"made up: {sent!r} became {back!r}"]
