"""Reading one file: what names exist, what is wrong so far, what a block of fields turned out to hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from meedoen.language.problems import Fault, FilePosition, Problem, at
from meedoen.notation.text.tree import Mapping as Block
from meedoen.notation.text.tree import Node, Scalar, Sequence

MOST_ITEMS = 60


class Missing:
    """The value of a field that could not be understood; its problem has been reported."""


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Names:
    """What a reference may point to: per list of `content/` the accepted spellings → key, and key → shown name."""

    spellings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Reader:
    """Collects the problems of one file while its fields are read.

    `several_days`: the block that is being read has an end date, so that its end time belongs to that day.
    """

    path: str
    names: Names
    problems: list[Problem] = field(default_factory=list)
    several_days: bool = False

    def place(self, node: Node) -> FilePosition:
        """Takes a node; gives where it stands; a list or block is marked at its first character."""
        return FilePosition(self.path, node.line, node.column, node.length if isinstance(node, Scalar) else 0)

    def report(self, node: Node, fault: Fault) -> Missing:
        """Takes a node and its fault; notes it, and gives the marker for a value that is not there."""
        self.problems.append(at(self.place(node), fault))
        return MISSING


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one table by attribute, and the nodes they came from (also of values that were refused)."""

    values: dict[str, Any]
    nodes: dict[str, Node]
    keys: dict[str, Scalar]
    block: Block
    nearly: frozenset[str] = frozenset()  # meant by a key that is nearly right, which has been reported

    def get(self, attribute: str, default: Any = None) -> Any:
        """Takes an attribute; gives its value, or the default where the field is absent or was refused."""
        return self.values.get(attribute, default)

    def refused(self, attribute: str) -> bool:
        """Takes an attribute; gives whether it was filled in, but with something that could not be understood."""
        return attribute in self.nodes and attribute not in self.values

    def absent(self, attribute: str) -> bool:
        """Takes an attribute; gives whether nothing was written for it, not even under a name that is nearly right."""
        return attribute not in self.nodes and attribute not in self.nearly

    def node(self, attribute: str) -> Node:
        """Takes an attribute; gives where to point for it: its value, or the block when the field is absent."""
        return self.nodes.get(attribute, self.block)


def items_of(reader: Reader, key: str, node: Node) -> tuple[Node, ...] | Missing:
    """Takes the node of a list field; gives its items, empty ones left out; one value alone is a list of one.

    Reports a list that is too long.
    """
    if not isinstance(node, Sequence):
        return (node,)
    if len(node.items) > MOST_ITEMS:
        message = f"Het veld “{key}” heeft {len(node.items)} onderdelen. Hooguit {MOST_ITEMS} kan."
        return reader.report(node, Fault("te-veel-regels", message, "Laat weg wat bezoekers niet nodig hebben."))
    return tuple(item for item in node.items if not isinstance(item, Scalar) or item.text.strip())
