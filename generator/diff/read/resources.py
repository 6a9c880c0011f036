"""Clients and their resources: every method with its signatures, under the place of its call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from griffe import ParameterKind

from generator.diff.read.modules import (
    attributes,
    canonical,
    documented_default,
    functions,
    is_deprecated,
    tells_deprecated,
)
from generator.diff.surface import Argument, ClientClass, Method, Signature
from generator.names.reserved import VIEW_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from griffe import Class, Function, Module, Parameter

_POSITIONAL = frozenset({ParameterKind.positional_or_keyword, ParameterKind.positional_only})
_CONSTRUCTOR = "__init__"


def read_clients(
    modules: Mapping[str, Module], names: Mapping[str, object]
) -> tuple[ClientClass, ...]:
    """Read the synchronous and the asynchronous client with all that hangs on them."""
    resources = {
        name: class_
        for path, module in modules.items()
        if path.startswith("resources/")
        for name, class_ in module.classes.items()
    }
    classes = modules["client.py"].classes
    webhooks = _webhooks(modules)
    synchronous = str(names["sync"])
    return tuple(
        ClientClass(
            name=name, methods={**_methods(classes[name], synchronous, "", resources), **webhooks}
        )
        for name in (synchronous, str(names["async"]))
    )


def read_views(modules: Mapping[str, Module], names: Mapping[str, object]) -> frozenset[str]:
    """Read the properties of the client that give its operations with other answers."""
    properties = attributes(modules["client.py"].classes[str(names["sync"])])
    return frozenset(
        name
        for name, attribute in properties.items()
        if str(attribute.annotation).endswith(VIEW_SUFFIXES)
    )


def _webhooks(modules: Mapping[str, Module]) -> dict[str, Method]:
    if "webhooks.py" not in modules:
        return {}
    parsers = functions(modules["webhooks.py"])
    return {
        f"webhooks.{name}": _method(f"webhooks.{name}", function)
        for name, function in parsers.items()
    }


def _methods(
    class_: Class, constructor: str, prefix: str, resources: Mapping[str, Class]
) -> dict[str, Method]:
    """Collect the methods of a class and of the resources that its properties give."""
    found: dict[str, Method] = {}
    for name, function in functions(class_).items():
        call = constructor if name == _CONSTRUCTOR else prefix + name
        found[call] = _method(call, function)
    for name, attribute in attributes(class_).items():
        child = resources.get(str(attribute.annotation))
        if child:
            found |= _methods(child, constructor, f"{prefix}{name}.", resources)
    return found


def _method(call: str, function: Function) -> Method:
    documented = _documented(function)
    ways = function.overloads or [function]
    return Method(
        call=call,
        signatures=tuple(_signature(call, way, documented) for way in ways),
        is_deprecated=is_deprecated(function),
    )


def _documented(function: Function) -> dict[str, str]:
    """Return what the docstring says of each argument."""
    if not function.docstring:
        return {}
    return {
        item.name: item.description
        for section in function.docstring.parse("google", warnings=False)
        if section.kind.value == "parameters"
        for item in section.value
    }


def _signature(call: str, function: Function, documented: Mapping[str, str]) -> Signature:
    arguments = tuple(
        _argument(parameter, documented.get(parameter.name, ""), function.module)
        for parameter in function.parameters
        if parameter.name != "self"
    )
    result = canonical(str(function.returns), function.module)
    name = call.rpartition(".")[2]
    return Signature(
        text=f"{name}({', '.join(_spelled(arguments))}) -> {result}",
        arguments=arguments,
        result=result,
    )


def _argument(parameter: Parameter, documentation: str, module: Module) -> Argument:
    return Argument(
        name=parameter.name,
        annotation=canonical(str(parameter.annotation), module),
        is_required=parameter.default is None,
        is_positional=parameter.kind in _POSITIONAL,
        default=documented_default(documentation),
        is_deprecated=tells_deprecated(documentation),
    )


def _spelled(arguments: tuple[Argument, ...]) -> Iterator[str]:
    """Spell arguments as short as they can be told apart: the rest has changes of its own."""
    for index, argument in enumerate(arguments):
        if not argument.is_positional and (index == 0 or arguments[index - 1].is_positional):
            yield "*"
        yield argument.name if argument.is_required else f"{argument.name}=..."
