"""No text of a document becomes code or structure, wherever it stands."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.ir.bodies import FieldsBody
from generator.ir.client import ApiKey, Credential, LiftedParameter, Server, SkippedOperation
from generator.ir.pages import Cursor, Pagination
from generator.ir.types import Constants
from generator.render import render
from tests.render import builders as make

if TYPE_CHECKING:
    from generator.ir.client import Client

HOSTILE = {
    "quotes": '"""\nimport os\n"""',
    "one quote": '"',
    "single quotes": "'''; evil() #",
    "backslash": "\\",
    "escaped quotes": '\\"""\\',
    "call": ")\n    evil()\n(",
    "template": "{{ 7 * 7 }}{% for x in y %}{# ",
    "format": "%s {} {0.__class__} $x",
    "controls": "a\x00b\x1b[31m\x08\x0c\x85\x7f",
    "carriage return": "a\r\revil()\r",
    "direction": "a\u202eevil\u2066\u200f",
    "separators": "a\u2028evil()\u2029",
    "half a character": "\ud800 \udc00",
    "fences": "```\n````\n~~~\n# evil",
    "table": "| a | b |\n|---|---|\n\\| c",
    "html": "<script>evil()</script><!-- <img src=x onerror=evil()>",
    "links": "[a](javascript:evil) ![b](https://evil.example/p.png) <https://evil.example>",
    "headings": "# evil\n\n## evil\n\nevil\n===\n\nevil\n---",
    "path": "../../etc/passwd",
    "long": "evil " * 5000,
}


def client(text: str) -> Client:
    """Return a client with the text in every place where a document's text can stand."""
    filled = make.parameter(
        "filter", description=text, default=text, type_=Constants(values=(text,)), deprecated=True
    )
    operation = make.operation(
        "list",
        operation_id=text,
        method="POST",
        path=f"/{text}/{{id}}",
        summary=text,
        description=f"{text}\n\n{text}\n- {text}\n    {text}",
        deprecated=True,
        parameters=(
            filled,
            replace(filled, wire_name=text, python_name="odd"),
            make.parameter(text, "header", python_name="header", content_type=text),
            make.parameter("id", "path"),
        ),
        body=FieldsBody(
            media_type=text,
            model="PetRequest",
            required=True,
            fields=(make.field(text, python_name="field", description=text, default=text),),
        ),
        responses=(
            make.response(description=text, media_type=text),
            make.response("404", description=text),
        ),
        pagination=Pagination(
            items=text,
            item=make.PET,
            page=make.PET,
            way=Cursor(argument="id", next=text, in_header=True, more=text),
        ),
    )
    key = Credential(
        scheme=text,
        python_name="key",
        environment_variable="PET_SHOP_KEY",
        description=text,
        kind=ApiKey(location="query", name=text),
    )
    shop = LiftedParameter(
        python_name="shop", type=make.STR, environment_variable="PET_SHOP_SHOP", description=text
    )
    return make.client(
        make.resource(operation, description=f"{text}\n{text}"),
        title=text,
        version=text,
        description=text,
        servers=(
            Server(url=text, description=text, name="one", template=text),
            Server(url=text, description=text, name="two", template=text),
        ),
        relative_server=text,
        credentials=(key,),
        lifted=(shop,),
        skipped=(
            SkippedOperation(operation_id=text, method=text, path=text, where=text, reason=text),
        ),
    )


MODELS = make.models(Pet="pet", PetRequest="pet_request")
PYTHON = [path for path in render(client("plain"), MODELS) if path.endswith((".py", ".pyi"))]
PYTHON = [path for path in PYTHON if not path.startswith("_runtime/")]


class _WithoutTexts(ast.NodeTransformer):
    """Replaces every string of a module by the same one."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant(value="" if isinstance(node.value, str) else node.value)


def shape(source: str) -> str:
    """Return what a module holds but for its strings."""
    return ast.dump(_WithoutTexts().visit(ast.parse(source)))


def outside_code(markdown: str) -> str:
    """Return Markdown without code: blocks between fences of one length, spans between runs."""
    blocks = re.sub(r"(?ms)^(`{3,})\w*\n.*?^\1$", "", markdown)
    return re.sub(r"(?<!`)(?<!\\)(`+)(?!`).+?(?<!`)\1(?!`)", "", blocks)


def outline(markdown: str) -> list[str]:
    """Return what gives a Markdown file its structure: headings, tables, rules, fences."""
    starts = ("#", "|", "```", "~~~", "===", "---")
    lines = outside_code(markdown).splitlines()
    return [line.split(" ")[0] for line in lines if line.startswith(starts)]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", PYTHON)
def test_text_adds_nothing_to_a_module(path: str, text: str) -> None:
    """A module holds the same statements and expressions whatever the document's texts are."""
    hostile = render(client(text), MODELS)[path]
    hostile.encode()
    assert shape(hostile) == shape(render(client("plain"), MODELS)[path])


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_wire_names_arrive_unchanged(text: str) -> None:
    """What a server has to see is in the wire facts as the document has it."""
    tree = ast.parse(render(client(text), MODELS)["_operations/pets.py"])
    strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert {text, f"/{text}/{{id}}"} <= strings


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", ["README.md", "api.md"])
def test_text_stays_text_in_markdown(path: str, text: str) -> None:
    """Documentation has the same headings and tables whatever the document's texts are, and no HTML."""
    markdown = render(client(text), MODELS)[path]
    assert outline(markdown) == outline(render(client("plain"), MODELS)[path])
    assert not re.search(r"<[a-z!/]", outside_code(markdown))
    assert set(re.findall(r"(?<!\\)\]\(.*?\)", outside_code(markdown))) <= {"](api.md)"}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_module_shows_what_nobody_sees(text: str) -> None:
    """Generated files hold no control or direction character that a reader would not see."""
    files = render(client(text), MODELS)
    shown = "".join(files[path] for path in (*PYTHON, "README.md", "api.md"))
    assert set(shown).isdisjoint("\x00\x08\x0c\r\x1b\x7f\x85\u2028\u202e\u2066\u200f\ud800")
