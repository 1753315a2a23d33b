from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import feedparser
from PIL import Image
from tests.newsletter.test_programs import hostile
from tests.newsletter.writing import ADDRESS, build, empty, files, weekly

from meedoen.newsletter.edition_feed import MOST, feed
from meedoen.newsletter.photograph import in_mail
from meedoen.outputs.letter import Letter


def entries(*letters: Letter) -> list[feedparser.FeedParserDict]:
    found = feedparser.parse(feed(build(), tuple(in_mail(build(), each) for each in letters)))
    assert not found.bozo
    return list(found.entries)


def test_item_is_an_edition() -> None:
    (found,) = entries(weekly())
    assert (found.title, found.link, found.id) == (weekly().edition.subject, weekly().url, weekly().url)
    assert found.published == "Thu, 26 Nov 2026 06:00:00 GMT"
    assert found.summary == weekly().preheader
    content = found.content[0].value
    places = [content.index(f'href="{each.url}"') for each in weekly().items]
    assert places == sorted(places)


def test_picture_stands_in_all_the_ways_that_programs_look_for_with_its_true_length() -> None:
    made = files(weekly())
    (found,) = entries(weekly())
    url = f"{ADDRESS}/beeld/activiteit-0-brief.jpg"
    data = made["beeld/activiteit-0-brief.jpg"]
    (enclosure,), (media,) = found.enclosures, found.media_content
    assert (enclosure.href, enclosure.length, enclosure.type) == (url, str(len(data)), "image/jpeg")
    assert (media["url"], media["filesize"], media["medium"]) == (url, str(len(data)), "image")
    assert f'src="{url}"' in found.content[0].value
    with Image.open(BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (int(media["width"]), int(media["height"])))


def test_feed_is_no_longer_than_needed_and_takes_letters_without_anything() -> None:
    many = [replace(empty(), url=f"{ADDRESS}/nieuwsbrief/{number}.html") for number in range(MOST + 5)]
    assert [each.link for each in entries(*many)] == [each.url for each in many[:MOST]]


def test_hostile_letter_is_one_item_without_code() -> None:
    (found,) = entries(hostile())
    assert "{{" not in found.content[0].value.replace("{<", "")
    assert found.title == " ".join(found.title.split())


def test_only_what_is_settled_is_in_the_feed_of_a_site() -> None:
    draft = replace(weekly(), edition=replace(weekly().edition, settled=False, as_of=date(2026, 11, 27)))
    found = [feedparser.parse(files(each)["nieuwsbrief.xml"]).entries for each in (weekly(), draft)]
    assert list(map(len, found)) == [1, 0]
