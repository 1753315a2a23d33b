"""The past of activities, from real repositories."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.repositories import Story, koffie

from meedoen.agenda.network_reader import read_network
from meedoen.agenda.revision import Past, Revision
from meedoen.content.disk import scan
from meedoen.git.repository import NoRepository, ShallowHistory
from meedoen.history.past import read_past

TODAY = date(2026, 11, 24)
MIDNIGHT = datetime(2026, 11, 24, tzinfo=UTC)
PATH = "activiteiten/papendrecht/koffie.md"
ID = "papendrecht-koffie"


def past(content: Path) -> Past:
    """What is known of this content on 24 November 2026."""
    tree = scan(content)
    network, problems = read_network(tree.reference_files)
    assert problems == ()
    assert network is not None
    return read_past(tree, network, TODAY)


def moment(seconds: int) -> datetime:
    """A moment in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def revision(first: int, last: int, sequence: int) -> Revision:
    """A revision between two commits."""
    return Revision(moment(first), moment(last), sequence)


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A repository with the reference files in its first commit."""
    told = Story(tmp_path / "verhaal")
    told.commit(dict(told.reference_files()))
    return told


def test_first_commit_of_an_activity_is_sequence_zero(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    assert past(story.content).of(ID) == revision(first, first, 0)


def test_each_change_that_subscribers_see_counts(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    story.commit({PATH: koffie(times="10.30 - 11.30")})
    story.commit({PATH: koffie(times="10.30 - 11.30", more="wijzigingen: []\n")})
    cancelled = story.commit({PATH: koffie(times="10.30 - 11.30", more="status: afgelast\nreden: De zaal is dicht.\n")})
    assert past(story.content).of(ID) == revision(first, cancelled, 2)
    back = story.commit({PATH: koffie(times="10.30 - 11.30")})
    assert past(story.content).of(ID) == revision(first, back, 3)


@pytest.mark.parametrize(
    "text",
    [
        koffie().replace("1 december 2026", "dinsdag 01-12-2026"),
        koffie().replace("10.00 - 11.00", "10:00 tot 11:00"),
        koffie().replace("titel: Koffie", "titel:   'Koffie'  # een opmerking"),
        koffie().replace("titel: Koffie\ndatum: 1 december 2026\n", "datum: 1 december 2026\ntitel: Koffie\n"),
        koffie(body="Kom *langs*."),
        koffie(more="uitgelicht: ja\n"),
        koffie(more="kernfunctie: ontmoeting-en-debat\n"),
        koffie().replace("\n", "\r\n"),
    ],
)
def test_another_way_to_write_the_same_is_no_change(story: Story, text: str) -> None:
    first = story.commit({PATH: koffie()})
    story.commit({PATH: text})
    assert past(story.content).of(ID) == revision(first, first, 0)


def test_change_of_the_place_counts_for_what_is_there(story: Story) -> None:
    place = "locaties/bibliotheek-papendrecht.yaml"
    first = story.commit({PATH: koffie(), "activiteiten/sliedrecht/anders.md": koffie(place="bibliotheek-sliedrecht")})
    story.commit(
        {
            place: story.reference_files()[place]
            + "route: De deur is achter.\nopeningstijden: {maandag: 10.00 - 17.00}\n"
        }
    )
    assert past(story.content).of(ID) == revision(first, first, 0)
    moved = story.commit({place: story.reference_files()[place].replace("Markt 22", "Markt 23")})
    found = past(story.content)
    assert found.of(ID) == revision(first, moved, 1)
    assert found.of("sliedrecht-anders") == revision(first, first, 0)


def test_change_of_a_word_counts_for_who_uses_it_by_any_name(story: Story) -> None:
    words = "woordenlijsten/doelgroepen.yaml"
    first = story.commit(
        {PATH: koffie(more="doelgroep: [volwassenen]\n"), PATH.replace("koffie", "thee"): koffie("Thee")}
    )
    renamed = story.commit({words: story.reference_files()[words].replace("18 jaar en ouder", "Volwassen mensen")})
    found = past(story.content)
    assert found.of(ID) == revision(first, renamed, 1)
    assert found.of("papendrecht-thee") == revision(first, first, 0)


def test_change_of_the_holidays_counts_for_who_skips_them(story: Story) -> None:
    weekly = koffie(more="herhaling: elke dinsdag\ntot: 30 maart 2027\nbehalve: [schoolvakanties]\n")
    calendar = "kalender/schoolvakanties.yaml"
    first = story.commit({PATH: weekly, PATH.replace("koffie", "thee"): koffie("Thee")})
    longer = story.commit({calendar: story.reference_files()[calendar].replace("28 februari 2027", "7 maart 2027")})
    found = past(story.content)
    assert found.of(ID) == revision(first, longer, 1)
    assert found.of("papendrecht-thee") == revision(first, first, 0)


def test_another_file_name_with_the_same_id_goes_on(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    story.commit({PATH: koffie("Koffie en thee")})
    kept = koffie("Koffie en thee", more=f"id: {ID}\n")
    story.commit({PATH: None, "activiteiten/papendrecht/drinken/warm.md": kept})
    assert past(story.content).of(ID).sequence == 1
    assert past(story.content).of(ID).created == moment(first)


def test_another_file_name_without_an_id_keeps_its_past(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    second = story.commit({PATH: koffie("Koffie en thee")})
    renamed = story.commit({PATH: None, PATH.replace("koffie", "warm"): koffie("Koffie en thee")})
    assert past(story.content).of("papendrecht-warm") == revision(first, renamed, 3)
    assert second < renamed


def test_copy_for_another_year_is_a_new_activity(story: Story) -> None:
    story.commit({PATH: koffie()})
    again = story.commit({PATH: None, PATH.replace("koffie", "koffie-2027"): koffie().replace("2026", "2027")})
    assert past(story.content).of("papendrecht-koffie-2027") == revision(again, again, 0)


def test_removed_and_put_back_is_two_more_changes(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    story.commit({PATH: None})
    back = story.commit({PATH: koffie()})
    assert past(story.content).of(ID) == revision(first, back, 2)


def test_merge_that_takes_over_a_branch_is_no_change_of_its_own(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    story.git("checkout", "--quiet", "-b", "voorstel")
    changed = story.commit({PATH: koffie("Koffie en thee")})
    story.git("checkout", "--quiet", "main")
    story.commit({PATH.replace("koffie", "thee"): koffie("Thee")})
    story.merge("voorstel")
    assert past(story.content).of(ID) == revision(first, changed, 1)


def test_merge_that_brings_two_changes_together_counts(story: Story) -> None:
    place = "locaties/bibliotheek-papendrecht.yaml"
    first = story.commit({PATH: koffie()})
    story.git("checkout", "--quiet", "-b", "voorstel")
    story.commit({PATH: koffie("Koffie en thee")})
    story.git("checkout", "--quiet", "main")
    story.commit({place: story.reference_files()[place].replace("Markt 22", "Markt 23")})
    joined = story.merge("voorstel")
    assert past(story.content).of(ID) == revision(first, joined, 3)


def test_clock_that_was_wrong_stays_within_what_came_before_and_after(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    story.git("checkout", "--quiet", "-b", "voorstel")
    story.commit({PATH: koffie("Koffie en thee")}, time=4_000_000_000)
    story.git("checkout", "--quiet", "main")
    story.commit({PATH.replace("koffie", "thee"): koffie("Thee")})
    merged = story.merge("voorstel")
    assert past(story.content).of(ID) == revision(first, merged, 1)
    early = story.commit({PATH: koffie("Alleen thee")}, time=1_000_000)
    assert early < first
    assert past(story.content).of(ID) == revision(first, merged, 2)


def test_unreadable_version_is_a_change_like_another(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    story.commit({PATH: "---\ntitel: [\n---\n"})
    mended = story.commit({PATH: koffie()})
    assert past(story.content).of(ID) == revision(first, mended, 2)


def test_hidden_activity_changes_nothing_until_it_is_shown(story: Story) -> None:
    first = story.commit({PATH: koffie(more="verborgen: ja\n")})
    story.commit({PATH: koffie("Anders", more="verborgen: ja\n")})
    shown = story.commit({PATH: koffie("Anders")})
    assert past(story.content).of(ID) == revision(first, shown, 1)


def test_not_saved_is_changed_today(story: Story) -> None:
    first = story.commit({PATH: koffie(), PATH.replace("koffie", "thee"): koffie("Thee")})
    story.write({PATH: koffie("Koffie en thee"), PATH.replace("koffie", "nieuw"): koffie("Nieuw")})
    found = past(story.content)
    assert found.of(ID) == Revision(moment(first), MIDNIGHT, 1, saved=False)
    assert found.of("papendrecht-nieuw") == Revision(MIDNIGHT, MIDNIGHT, 0, saved=False)
    assert found.of("papendrecht-thee") == revision(first, first, 0)


def test_written_otherwise_but_not_saved_is_saved(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    story.write({PATH: koffie().replace("1 december 2026", "01-12-2026")})
    assert past(story.content).of(ID) == revision(first, first, 0)


def test_place_that_is_not_saved_touches_what_is_there(story: Story) -> None:
    place = "locaties/bibliotheek-papendrecht.yaml"
    first = story.commit({PATH: koffie()})
    story.write({place: story.reference_files()[place].replace("Markt 22", "Markt 23")})
    assert past(story.content).of(ID) == Revision(moment(first), MIDNIGHT, 1, saved=False)


def test_word_that_is_not_saved_touches_what_is_at_a_place_with_it(story: Story) -> None:
    place, words = "locaties/bibliotheek-papendrecht.yaml", "woordenlijsten/toegankelijkheid.yaml"
    first = story.commit({PATH: koffie(), place: story.reference_files()[place] + "toegankelijkheid: [rolstoel]\n"})
    story.write({words: story.reference_files()[words].replace("Met rolstoel", "Zonder drempel")})
    assert past(story.content).of(ID) == Revision(moment(first), MIDNIGHT, 1, saved=False)


def test_number_of_the_organisation_is_added_and_counts_as_a_change(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    raised = story.commit({"organisatie.yaml": story.reference_files()["organisatie.yaml"] + "volgnummer: 100\n"})
    assert past(story.content).of(ID) == revision(first, raised, 101)


def test_repository_without_a_commit(tmp_path: Path) -> None:
    told = Story(tmp_path / "verhaal")
    told.write({**told.reference_files(), PATH: koffie()})
    assert past(told.content).of(ID) == Revision(MIDNIGHT, MIDNIGHT, 0, saved=False)


def test_content_somewhere_in_a_larger_repository(tmp_path: Path) -> None:
    told = Story(tmp_path / "verhaal")
    told.content = told.root / "diep" / "van binnen" / "content"
    first = told.commit({**told.reference_files(), PATH: koffie()})
    (told.root / "elders.md").write_text("Anders.", encoding="utf-8")
    told.commit()
    assert past(told.content).of(ID) == revision(first, first, 0)


def test_two_libraries_in_one_repository(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    assert past(story.content).of(ID) == revision(first, first, 0)
    story.content = story.root / "elders" / "content"
    second = story.commit({**story.reference_files(), PATH: koffie("Koffie bij de buren")})
    assert past(story.content).of(ID) == revision(second, second, 0)


def test_no_repository(tmp_path: Path) -> None:
    told = Story(tmp_path / "verhaal")
    told.write({**told.reference_files(), PATH: koffie()})
    (told.root / ".git").rename(tmp_path / "weg")
    with pytest.raises(NoRepository):
        past(told.content)


def test_part_of_a_history_is_refused(story: Story, tmp_path: Path) -> None:
    story.commit({PATH: koffie()})
    shallow = tmp_path / "ondiep"
    story.git("clone", "--quiet", "--depth", "1", f"file://{story.root}", str(shallow))
    with pytest.raises(ShallowHistory):
        past(shallow / "content")


def test_history_goes_on_from_where_it_was(story: Story) -> None:
    first = story.commit({PATH: koffie()})
    assert past(story.content).of(ID).sequence == 0
    (cache,) = (story.root / ".git" / "meedoen").iterdir()
    second = story.commit({PATH: koffie("Koffie en thee")})
    warm = past(story.content)
    assert warm.of(ID) == revision(first, second, 1)
    cache.unlink()
    assert past(story.content) == warm


@pytest.mark.parametrize("rubbish", [b"", b"geen database", b"SQLite format 3\0" + b"x" * 5000])
def test_memory_that_is_broken_is_forgotten(story: Story, rubbish: bytes) -> None:
    story.commit({PATH: koffie()})
    known = past(story.content)
    (cache,) = (story.root / ".git" / "meedoen").iterdir()
    cache.write_bytes(rubbish)
    assert past(story.content) == known


def test_history_that_was_written_anew_is_read_anew(story: Story) -> None:
    story.commit({PATH: koffie()})
    story.commit({PATH: koffie("Koffie en thee")})
    assert past(story.content).of(ID).sequence == 1
    story.git("reset", "--quiet", "--hard", "HEAD~1")
    other = story.commit({PATH: koffie("Thee")})
    assert past(story.content).of(ID).modified == moment(other)
    assert past(story.content).of(ID).sequence == 1


def test_what_once_had_a_calendar(story: Story) -> None:
    words, place = "woordenlijsten/doelgroepen.yaml", "locaties/wijkcentrum.yaml"
    before = past(story.content).once
    both = koffie(more="doelgroep: [Jeugd, volwassenen]\n")
    story.commit({PATH: both})
    story.commit({PATH: koffie(more="doelgroep: [jeugd]\nthema: [bestaat-niet]\n")})
    story.commit({PATH: koffie(more="taal: [Nederlands, Arabisch]\n")})
    story.commit({PATH: None, words: "jeugd: {naam: Jeugd}\n", place: None})
    found = past(story.content).once
    always = {(("doelgroep", "jeugd"),), (("doelgroep", "18-plus"),), (("thema", "taal"),), (("thema", "techniek"),)}
    assert always <= before["bonaire"] == found["bonaire"]
    assert (("locatie", "wijkcentrum"),) in found["papendrecht"] & before["papendrecht"]
    assert (("locatie", "wijkcentrum"),) not in found["bonaire"]
    assert found["papendrecht"] - before["papendrecht"] == {
        (("locatie", "bibliotheek-papendrecht"), ("doelgroep", "jeugd")),
        (("locatie", "bibliotheek-papendrecht"), ("doelgroep", "18-plus")),
        (("taal", "arabisch"),),  # and none for Dutch, which hardly anybody writes down
    }


def test_place_with_another_file_name(story: Story) -> None:
    place, other = "locaties/wijkcentrum.yaml", "locaties/buurthuis.yaml"
    story.commit({place: None, other: story.reference_files()[place]})
    assert past(story.content).renamed == {("locatie", "wijkcentrum"): "buurthuis"}


def test_dates_that_once_had_a_change(story: Story) -> None:
    weekly = "herhaling: elke dinsdag\ntot: 29 december 2026\n"
    for change in ("datum: 8 december 2026, status: afgelast, reden: Ziek.", "datum: 15 december 2026, status: vol"):
        story.commit({PATH: koffie(more=f"{weekly}wijzigingen: [{{{change}}}]\n")})
    story.commit({PATH: koffie(more=weekly)})
    assert past(story.content).differed == {ID: frozenset({date(2026, 12, 8), date(2026, 12, 15)})}
