"""YAML: the C parser's events, made data and marks by a constructor of our own.

PyYAML's constructors read YAML 1.1, forget where things stand, and recurse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from yaml import CBaseLoader, events
from yaml.error import YAMLError

from generator.load.positions import Mark, mark_offset
from generator.load.scalars import Scalar, read_tagged, resolve
from generator.load.yaml_frames import Frame, ListFrame, MapFrame, Node
from generator.load.yaml_problems import fail_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.load.source import Source

MAX_DEPTH = 100
MAX_REPEATED = 1_000_000
COLLECTION_TAGS = (None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


def read_yaml(source: Source) -> tuple[Any, Mark]:
    """Read a source that holds one YAML document, in one pass and without recursion."""
    builder = _Builder(source)
    try:
        builder.run(CBaseLoader(source.text))
    except YAMLError as error:
        fail_yaml(source, error)
    if not builder.documents.value:
        source.fail(0, "the document is empty")
    return builder.documents.value[0], builder.documents.marks[0]


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.documents = ListFrame(0, None)
        self.stack: list[Frame] = [self.documents]
        self.repeated = 0
        self.anchors: dict[str, Node | None] = {}
        """None while the anchored node is being read: an alias to it would be a cycle."""

    def run(self, parser: CBaseLoader) -> None:
        handlers: dict[type, Callable[[Any], None]] = {
            events.ScalarEvent: self.scalar,
            events.AliasEvent: self.alias,
            events.MappingStartEvent: self.start,
            events.SequenceStartEvent: self.start,
            events.MappingEndEvent: self.end,
            events.SequenceEndEvent: self.end,
            events.DocumentStartEvent: self.start_document,
        }
        while (event := parser.get_event()) is not None:
            handler = handlers.get(event.__class__)
            if handler is not None:
                handler(event)

    def start_document(self, event: events.DocumentStartEvent) -> None:
        if self.documents.value:
            self.source.fail(_offset(event), "a second YAML document begins here")

    def scalar(self, event: events.ScalarEvent) -> None:
        top = self.stack[-1]
        offset = _offset(event)
        if isinstance(top, MapFrame) and top.awaits_key:
            self.begin_pair(top, event.value, offset, plain=event.implicit[0])
        elif top.merge:
            self.fail_merge(offset)
        else:
            top.add(self.read_scalar(event), offset, None)
        if event.anchor is not None:
            self.anchors[event.anchor] = Node(self.read_scalar(event), text=event.value)

    def read_scalar(self, event: events.ScalarEvent) -> Scalar:
        if event.tag is None:
            return resolve(event.value) if event.implicit[0] else event.value
        try:
            return read_tagged(event.tag, event.value)
        except ValueError as error:
            self.source.fail(_offset(event), str(error))

    def start(self, event: events.CollectionStartEvent) -> None:
        offset = _offset(event)
        if self.stack[-1].awaits_key:
            self.source.fail(offset, "a mapping or a list is used as a key")
        if event.tag not in COLLECTION_TAGS:
            self.source.fail(offset, f"the tag {event.tag} is not one of JSON's types")
        self.check_depth(offset, 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        frame = MapFrame if isinstance(event, events.MappingStartEvent) else ListFrame
        self.stack.append(frame(offset, event.anchor))

    def end(self, _: events.CollectionEndEvent) -> None:
        frame = self.stack.pop()
        node = frame.close()
        if frame.anchor is not None:
            self.anchors[frame.anchor] = node
        self.put(node, frame.offset)

    def alias(self, event: events.AliasEvent) -> None:
        offset = _offset(event)
        top = self.stack[-1]
        node = self.anchored(event.anchor or "", offset)
        if isinstance(top, MapFrame) and top.awaits_key:
            if node.text is None:
                self.source.fail(offset, "a mapping or a list is used as a key")
            self.begin_pair(top, node.text, offset, plain=False)
            return
        self.check_depth(offset, node.height)
        self.repeated += node.size
        if self.repeated > MAX_REPEATED:
            self.source.fail(offset, f"its aliases repeat more than {MAX_REPEATED:,} nodes")
        self.put(node, offset)

    def anchored(self, anchor: str, offset: int) -> Node:
        if anchor not in self.anchors:
            self.source.fail(offset, f"the alias *{anchor} has no anchor above it")
        node = self.anchors[anchor]
        if node is None:
            self.source.fail(offset, f"the alias *{anchor} stands inside of what it repeats")
        return node

    def put(self, node: Node, offset: int) -> None:
        top = self.stack[-1]
        top.size += node.size
        top.height = max(top.height, node.height + 1)
        if not top.merge:
            top.add(node.value, offset, node.marks)
        elif isinstance(top, MapFrame) and not top.absorb(node):
            self.fail_merge(offset)

    def begin_pair(self, top: MapFrame, key: str, offset: int, *, plain: bool) -> None:
        first = top.marks.get(key)
        if first is not None:
            self.source.fail_repeated_key(key, mark_offset(first), offset)
        top.key, top.key_offset = key, offset
        top.awaits_key, top.merge = False, plain and key == "<<"

    def check_depth(self, offset: int, height: int) -> None:
        if len(self.stack) + height > MAX_DEPTH + 1:
            self.source.fail(offset, f"nested more than {MAX_DEPTH} levels deep")

    def fail_merge(self, offset: int) -> NoReturn:
        self.source.fail(offset, "`<<` takes a mapping or a list of mappings")


def _offset(event: events.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.index
