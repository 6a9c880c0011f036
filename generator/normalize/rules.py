"""Every repair and note by name, in one table; `docs/repairs.md` is made from it.

A repair changes what the document says, because it is not allowed. A note is about something that
is allowed and has no form in Python.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """What a repair finds and does, in a sentence; `by_hand` is why no overlay can be written for it."""

    name: str
    sentence: str
    by_hand: str | None = None


AMBIGUOUS = "Only the author knows what was meant."
RENAMES = "Every place that uses the name would have to change with it."

REPAIRS: dict[str, tuple[Rule, ...]] = {
    "The document": (
        Rule(
            name="incomplete-info",
            sentence="`info`, its `title` or its `version` is missing or no text: `API` and `0.0.0` stand in.",
        ),
        Rule(
            name="not-an-object",
            sentence="Something else stands where OpenAPI has an object, such as an operation: it is left out.",
        ),
        Rule(
            name="keyword-of-wrong-kind",
            sentence="A keyword holds a value of the wrong kind, such as a list for `description`: it is left out.",
        ),
        Rule(
            name="dangling-reference",
            sentence="A `$ref` leads nowhere: as a schema it takes any value, anything else is left out.",
        ),
        Rule(
            name="circular-reference",
            sentence="`$ref`s lead in a circle and never to anything: a schema takes any value, anything else is left out.",
        ),
    ),
    "Operations": (
        Rule(
            name="path-without-slash",
            sentence="A path does not begin with a slash: it gets one.",
        ),
        Rule(
            name="operation-id",
            sentence="An operation has no `operationId`, or that of another one: method and path name it.",
        ),
        Rule(
            name="no-responses",
            sentence="An operation declares no response: any answer is accepted.",
        ),
        Rule(
            name="status-range-case",
            sentence="A range of statuses is written `4xx`: it is read as `4XX`.",
        ),
        Rule(
            name="not-a-status",
            sentence="A response stands under something that is no status: digits at its beginning count, else it is left out.",
        ),
    ),
    "Parameters": (
        Rule(
            name="parameter-without-place",
            sentence="A parameter has no `name`, or no `in` that OpenAPI knows: it is left out.",
        ),
        Rule(
            name="duplicate-parameter",
            sentence="A list has two parameters of the same name and place: the last one is used.",
        ),
        Rule(
            name="path-parameter-required",
            sentence="A path parameter is not marked as required: it is.",
        ),
        Rule(
            name="undeclared-path-parameter",
            sentence="A placeholder of the path has no parameter: it gets one of type string.",
        ),
        Rule(
            name="unused-path-parameter",
            sentence="A path parameter has no placeholder in the path: it is left out.",
        ),
        Rule(
            name="parameter-without-schema",
            sentence="A parameter has neither `schema` nor `content`: its own `type` counts, as in Swagger 2.0, else it takes any value.",
        ),
        Rule(
            name="schema-and-content",
            sentence="A parameter has both `schema` and `content`: `schema` is used, unless it is empty.",
        ),
        Rule(
            name="content-of-several-types",
            sentence="The `content` of a parameter has several media types: the first one is used.",
        ),
        Rule(
            name="style-not-for-location",
            sentence="A parameter has a style that its place does not have: the place's usual style is used.",
        ),
        Rule(
            name="negotiated-header",
            sentence="`Accept` or `Content-Type` is declared as a parameter: it is left out, since the media types decide it.",
        ),
    ),
    "Security": (
        Rule(
            name="credential-parameter",
            sentence="A header that carries a credential is declared as a parameter: it becomes security, and the client sends it.",
        ),
        Rule(
            name="security-scheme-name",
            sentence="The name of a security scheme has characters that OpenAPI does not allow: it is used as it is.",
            by_hand=RENAMES,
        ),
        Rule(
            name="unknown-security-scheme",
            sentence="`security` names a scheme that the document does not have: that alternative is left out.",
        ),
    ),
    "Schemas": (
        Rule(
            name="not-a-schema",
            sentence="Something else stands where a schema must: the name of a type counts as that type, all else takes any value.",
        ),
        Rule(
            name="unknown-type",
            sentence="`type` is none of JSON Schema's, such as `int`, `file` or `any`: the nearest one is taken, else any value.",
        ),
        Rule(
            name="type-list-before-3.1",
            sentence="`type` is a list in OpenAPI 3.0, which has none: each type in it is taken.",
        ),
        Rule(
            name="nullable-after-3.0",
            sentence="`nullable` stands in a version that no longer has it: null is taken.",
        ),
        Rule(
            name="format-of-other-type",
            sentence="A `format` is not for the schema's type, such as `date-time` for an integer: it is ignored.",
        ),
        Rule(
            name="array-without-items",
            sentence="An array has no `items`, which OpenAPI 3.0 wants: its items may be anything.",
        ),
        Rule(
            name="reference-siblings",
            sentence="OpenAPI 3.0 has nothing beside `$ref`: what would have shaped the value is ignored; `nullable` counts, and so does a description.",
        ),
        Rule(
            name="circular-all-of",
            sentence="A schema contains itself through `allOf`: that part is left out.",
            by_hand=AMBIGUOUS,
        ),
        Rule(
            name="empty-union",
            sentence="`oneOf`, `anyOf` or `allOf` has no member: it is left out.",
        ),
        Rule(
            name="dangling-mapping",
            sentence="The `mapping` of a discriminator names no schema of the document: that value is left out.",
        ),
        Rule(
            name="empty-enum",
            sentence="`enum` has no value: it is left out.",
        ),
        Rule(
            name="enum-of-items",
            sentence="An array has an `enum` of scalars: it is taken as the enum of its items.",
        ),
        Rule(
            name="duplicate-enum-value",
            sentence="A value stands twice in `enum`: it is kept once.",
        ),
        Rule(
            name="enum-value-of-other-type",
            sentence="A value of `enum` is not of the schema's type: the values decide the type.",
        ),
        Rule(
            name="default-of-wrong-type",
            sentence="A default is not of the schema's type: it is left out.",
        ),
        Rule(
            name="default-not-in-enum",
            sentence="A default is none of the enum's values: it is left out.",
        ),
        Rule(
            name="example-does-not-fit",
            sentence="An example is not of its schema's type or enum: it is reported, and has no effect.",
        ),
        Rule(
            name="duplicate-required",
            sentence="A property is listed twice in `required`: it is kept once.",
        ),
        Rule(
            name="required-on-property",
            sentence="`required: true` stands inside a property, as in old JSON Schema: the property is required.",
        ),
        Rule(
            name="javascript-pattern",
            sentence="A pattern is written as a JavaScript literal (`/^a$/i`): it is documented without slashes and flags.",
        ),
        Rule(
            name="unportable-pattern",
            sentence="Python or Rust cannot compile a pattern: it is documented as it stands, as all patterns are, and checked by the server alone.",
            by_hand="Nothing is wrong with it where the dialect of JavaScript is spoken, and nothing can be guessed where not.",
        ),
        Rule(
            name="names-differ-in-case",
            sentence="The names of two components differ only in case, as their modules could not: one class is called otherwise.",
            by_hand=RENAMES,
        ),
    ),
}

NOTES: tuple[Rule, ...] = (
    Rule(name="not", sentence="`not` has no Python type: it is ignored."),
    Rule(name="false-schema", sentence="No value fits the schema `false`: any value is taken."),
    Rule(
        name="enum-value-not-scalar",
        sentence="A value of `enum` is an object, a list or a number of more than 64 bits, which no literal type has: any value is taken.",
    ),
    Rule(
        name="enum-too-long",
        sentence="An `enum` has more than 10,000 values, which no type can show: any value of its type is taken.",
    ),
    Rule(
        name="required-without-property",
        sentence="`required` names what no property is called: nothing is required then.",
    ),
    Rule(
        name="http-scheme-without-argument",
        sentence="A security scheme of type `http` is neither `basic` nor `bearer` (`digest`, `hmac`, ...): the client has no argument for it, and its http client, which may be given, must add what it asks for.",
    ),
    Rule(
        name="all-of-conflict",
        sentence="The parts of an `allOf` ask for different types: the last one is used.",
    ),
    Rule(
        name="all-of-too-wide",
        sentence="An `allOf` around unions has too many combinations: only the first union is used.",
    ),
    Rule(
        name="component-name",
        sentence="Two components would have the same class name: one is called otherwise.",
    ),
    Rule(
        name="numbered-name",
        sentence="Only a number tells the names of two inline schemas apart.",
    ),
)
