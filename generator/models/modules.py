"""Which components share a module.

Components that refer to each other in a circle share one. A component that only one module uses
joins it: whoever loads that module needs it anyway. What operations name keeps a module of its own.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

from generator.names.identifiers import snake_case
from generator.names.reserved import MODEL_MODULE_NAMES
from generator.normalize.openness import references

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.normalize.document import Schema

Circle = tuple[str, ...]


def assign_modules(components: Mapping[str, Schema], entries: Iterable[str]) -> dict[str, str]:
    """Give each component's module; `entries` are the components that operations refer to."""
    users_first = list(reversed(circles(components)))
    home = {name: circle for circle in users_first for name in circle}
    own_module = set(entries)
    users: dict[str, set[str]] = {name: set() for name in components}
    for name, schema in components.items():
        for used in references(schema):
            users[used].add(name)
    for circle in users_first:
        homes = {home[user] for name in circle for user in users[name] if user not in circle}
        if len(homes) == 1 and own_module.isdisjoint(circle):
            (only,) = homes
            home.update(dict.fromkeys(circle, only))
    names = _module_names(dict.fromkeys(home[name] for name in components), components)
    return {name: names[home[name]] for name in components}


def circles(components: Mapping[str, Schema]) -> list[Circle]:
    """Group components that reach each other (Tarjan 1972, without recursion), used ones first."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    found: list[Circle] = []
    edges = {name: sorted(references(schema)) for name, schema in components.items()}
    for start in components:
        if start in order:
            continue
        work = [(start, iter(edges[start]))]
        order[start] = lowest[start] = len(order)
        stack.append(start)
        while work:
            name, rest = work[-1]
            step = next((one for one in rest if one not in order or one in stack), None)
            if step is None:
                work.pop()
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[name])
                if lowest[name] == order[name]:
                    found.append(_popped(stack, name, components))
            elif step in order:
                lowest[name] = min(lowest[name], order[step])
            else:
                order[step] = lowest[step] = len(order)
                stack.append(step)
                work.append((step, iter(edges[step])))
    return found


def _popped(stack: list[str], last: str, components: Mapping[str, Schema]) -> Circle:
    members = set(stack[stack.index(last) :])
    del stack[stack.index(last) :]
    return tuple(name for name in components if name in members) if len(members) > 1 else (last,)


def _module_names(heads: Iterable[Circle], components: Mapping[str, Schema]) -> dict[Circle, str]:
    """Name modules after their first component; never like a component, which the package exports."""
    taken = {*components, *MODEL_MODULE_NAMES}
    names: dict[Circle, str] = {}
    for circle in heads:
        name = snake_case(circle[0])
        while name in taken or iskeyword(name):
            name += "_model"
        taken.add(name)
        names[circle] = name
    return names
