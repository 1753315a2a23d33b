"""What a proposal changes besides the activities in it."""

from __future__ import annotations

from tests.builders import activity
from tests.unit.review.proposals import new, points, said

from meedoen.review.proposal import FileChange


def test_what_changes_by_a_place_stands_once_with_its_activities() -> None:
    touched = tuple(
        FileChange(
            f"{number}", activity(f"titel: Les {number}"), activity(f"titel: Les {number}\nlocatie: wijkcentrum")
        )
        for number in range(1, 6)
    )
    gone, back = FileChange("6", activity("titel: Weg"), None), FileChange("7", None, activity("titel: Terug"))
    lines = said(new(), touched=(*touched, gone, back)).split("\n")
    assert points(new(), touched=(*touched, gone, back))[0] == (
        "Door een andere plek, partner of lijst veranderen ook 7 activiteiten. Ze staan onderaan."
    )
    start = lines.index("### Ook anders: 7 activiteiten")
    assert lines[start + 4 : start + 8] == [
        "| ⚠️ locatie | Bibliotheek Papendrecht, Markt 22, 3351 PB Papendrecht | Wijkcentrum, Papendrecht "
        "| Les 1, Les 2, Les 3 en nog 2 |",
        "| ⚠️ te zien | staat op de site | staat niet op de site | Weg |",
        "| ⚠️ te zien | staat niet op de site | staat op de site | Terug |",
        "",
    ]


def test_other_files_are_named_and_folded_when_there_are_many() -> None:
    gone = "content/locaties/b.yaml"
    few = said(besides=("content/locaties/a.yaml", gone), removed=frozenset({gone})).split("\n")
    start = few.index("### 2 andere bestanden")
    assert few[start + 1 : start + 5] == ["", "- `content/locaties/a.yaml`", f"- `{gone}` (weg)", ""]
    many = said(besides=tuple(f"content/locaties/{number}.yaml" for number in range(60))).split("\n")
    assert ("<summary>60 andere bestanden</summary>" in many, "- en nog 10" in many) == (True, True)
