from __future__ import annotations

from itertools import permutations

import pytest

from meedoen.language.problems import Fault, FilePosition, Problem, at
from meedoen.language.rules import RULES, is_fault

HERE = FilePosition("content/activiteiten/papendrecht/taalcafe.md", 4, 8, 15)


def test_fault_at_a_place_points_at_the_whole_value() -> None:
    fault = Fault("datum-onleesbaar", "De datum is onleesbaar.", "Typ een datum.", "dit is geen datum")
    assert at(HERE, fault) == Problem(
        HERE, "datum-onleesbaar", "De datum is onleesbaar.", "Typ een datum.", "dit is geen datum"
    )


@pytest.mark.parametrize(
    ("offset", "length", "column", "underlined"),
    [(8, 5, 16, 5), (8, 0, 16, 7), (0, 3, 8, 3), (99, 0, 107, 0)],
)
def test_fault_in_a_part_of_a_value_points_at_that_part(offset: int, length: int, column: int, underlined: int) -> None:
    problem = at(HERE, Fault("tijd-onleesbaar", "Fout.", offset=offset, length=length))
    assert problem.place == FilePosition(HERE.path, 4, column, underlined)


def test_problems_are_sorted_by_file_then_line_then_column() -> None:
    ordered = [
        Problem(FilePosition("a.md"), "kop-leeg", "b"),
        Problem(FilePosition("a.md", 2, 9), "te-lang", "a"),
        Problem(FilePosition("a.md", 10, 1), "alt-ontbreekt", "a"),
        Problem(FilePosition("b.md"), "alt-ontbreekt", "a"),
    ]
    assert all(sorted(each) == ordered for each in permutations(ordered))


def test_place_of_a_file_is_its_first_character() -> None:
    assert FilePosition("a.md") == FilePosition("a.md", 1, 1, 0)


def test_rules_are_faults_warnings_or_for_reviewers() -> None:
    assert {rule.name: is_fault(rule.name) for rule in RULES.values()} == {
        rule.name: rule.level == "fout" for rule in RULES.values()
    }
    assert {rule.level for rule in RULES.values()} == {"fout", "waarschuwing", "aandacht"}
    assert [name for name, rule in RULES.items() if name != rule.name] == []


def test_rule_without_a_name_in_the_table_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        is_fault("bestaat-niet")
