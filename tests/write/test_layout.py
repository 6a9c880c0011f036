"""Layout without black: the same bytes, and black is asked for little."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.format import layout
from generator.format.layout import blacken, lay_out

GENERATED = sorted(Path("generated").rglob("*.py")) + sorted(Path("generated").rglob("*.pyi"))
LONG = "A" * 40
LONGER = "B" * 70
TEXTS = {
    "short": "x: int = 1\n",
    "import": f"from .{LONG} import {LONG}, {LONGER}\n",
    "import of one": f"from .{LONG} import {LONGER} as {LONGER}\n",
    "classes": "import x\n\n\nclass A:\n    a: int\n    b: str\n\n    def c(self) -> None:\n        return\n",
    "empty lines above": "import x\n\n\nx = y\n",
    "empty lines missing": "class A:\n    a: int\nx = y\n",
    "comment": "# comment\nx = y\n\n# comment\ny = x\n",
    "two on a line": "x = y; y = x\n",
    "no end": "x = y",
    "ends": "x = y\n\n\n",
    "nothing": "",
    "single quotes": "x = 'y'\n",
    "prefix": 'x = b"y"\ny = "a" "b"\nz = f"{x}"\n',
    "parentheses": "x = (y)\ny = (x, z)\nz = (x,)\n",
    "comma": "x = f(y,)\n",
    "spaces": "x=y\nx = f(a = b)\ny = a|b\n",
    "words": "x = not(y)\ny = a if b else c\ndel (x)\n",
    "numbers": "x = 0XF\ny = 1E5\nz = -1\n",
    "wide": f'x = f("{"ü" * 60}", "{"漢" * 40}")\n',
    "alias": f'{LONG} = TypeAliasType("{LONG}", {LONG} | None)\n',
    "alias of values": f'{LONG} = TypeAliasType("{LONG}", Literal["{LONG}", "{LONG}", "b"] | str)\n',
    "alias of many": f'{LONG} = TypeAliasType("{LONG}", {LONG} | {LONG} | Literal["{LONGER}", "b"])\n',
    "field": f"class A:\n    x: {LONGER} | {LONG} | None = None\n",
    "field that nearly fits": f"class A:\n    x: {LONGER} | {'C' * 13} | None = None\n",
    "field with list": f"class A:\n    x: list[{LONGER}] | {LONG} | None = None\n",
    "annotated": f'class A:\n    x: Annotated[{LONG} | None, Field(alias="{LONG}", {LONG}=1)] = None\n',
    "call": f'x = Whole("{LONG}", "{LONG}", required=False, encoding={{"{LONG}": 1, "{LONG}": 2}})\n',
    "tuple": f'x = f(\n    a=(Query("{LONG}", write=write), Query("{LONG}", write=write)),\n)\n',
    "one": f'x = f(\n    a=(Query("{LONGER}", write="{LONG}"),),\n)\n',
    "arguments": f"def f(\n    self,\n    a: {LONG} | {LONG} | {LONG} = NOT_GIVEN,\n) -> int: ...\n",
    "wrapped": f"def {LONGER}(\n    self, a: int = 1\n) -> {LONG}:\n    pass\n",
    "wrapped in vain": "def f(\n    self, a: int = 1\n) -> int:\n    pass\n",
    "wrapped with one": f"def {LONGER}(\n    self\n) -> {LONG}:\n    pass\n",
    "overloads": "@overload\ndef f(a: int) -> int: ...\n@overload\ndef f(a: str) -> str: ...\ndef f(a):\n    return a\n",
    "stub": "class A:\n    def f(self) -> int:\n        ...\n",
    "docstring": 'class A:\n    """ Text. """\n    x: int\n',
    "docstring's end": f'class A:\n    """{LONG} {"C" * 49}\n    """\n\n    x: int\n',
    "docstring's indentation": 'def f():\n    """Text.\n\n        Deep.\n    """\n    return\n',
    "docstring's quotes": 'def f():\n    """"Text" \n    and "text\\""""\n    return\n',
    "docstring's characters": 'def f():\n    """Text\x0c\u2028\tand text.\u00a0\n    Text."""\n',
    "class without bases": "class A():\n    x: int\n",
    "condition": "if TYPE_CHECKING:\n    from a import b\n\n\n    from c import d\nx = y\n",
    "loop": "for x in (1, 2):\n    y = x\nelse:\n    y = 1\n",
    "alternatives": "if x:\n    y = 1\nelse:\n\n    y = 2\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_layout_is_that_of_black(text: str) -> None:
    """What is laid out without black is what black makes of it."""
    assert lay_out(text, is_pyi=False) == blacken(text, is_pyi=False)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_layout_of_stubs_is_that_of_black(text: str) -> None:
    """Stubs have rules of their own."""
    assert lay_out(text, is_pyi=True) == blacken(text, is_pyi=True)


@pytest.mark.parametrize("file", GENERATED, ids=str)
def test_what_is_laid_out_stays(file: Path) -> None:
    """The files of the committed clients stay as they are."""
    text = file.read_text(encoding="utf-8")
    assert lay_out(text, is_pyi=file.suffix == ".pyi") == text


def test_black_is_asked_for_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a laid out client's resources, black sees nothing again."""
    asked: list[str] = []

    def ask(text: str, *, is_pyi: bool) -> str:
        asked.append(text)
        return text

    monkeypatch.setattr(layout, "blacken", ask)
    files = sorted(Path("generated/posthog/resources").glob("*.py"))
    laid_out = [lay_out(file.read_text(encoding="utf-8"), is_pyi=False) for file in files]
    assert (len(laid_out) > 1, asked) == (True, [])
