"""Every rule that a content file can break: its stable Dutch name, its level, its title and why it is there.

The examples of a rule are files in `tests/examples/regels/<rule>/`; `docs/fouten.md` is made from both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["fout", "waarschuwing", "aandacht"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A fout keeps the file off the site, and a colour of a municipality off its site; a waarschuwing does not.

    What has level aandacht is for who reviews a proposal. It stops nothing, and is found by `review/hints.py` alone.
    """

    name: str
    level: Level
    title: str
    explanation: str


def _faults(*rows: tuple[str, str, str]) -> tuple[Rule, ...]:
    return tuple(Rule(name, "fout", title, why) for name, title, why in rows)


def _warnings(*rows: tuple[str, str, str]) -> tuple[Rule, ...]:
    return tuple(Rule(name, "waarschuwing", title, why) for name, title, why in rows)


def _for_reviewers(*rows: tuple[str, str, str]) -> tuple[Rule, ...]:
    return tuple(Rule(name, "aandacht", title, why) for name, title, why in rows)


_FILE = _faults(
    ("geen-kop", "geen kop", "Een bestand begint met een regel van drie streepjes. Daaronder staan de velden."),
    ("kop-niet-gesloten", "de kop is niet gesloten", "Onder het laatste veld staat weer een regel van drie streepjes. Daaronder begint de tekst."),
    ("kop-leeg", "de kop is leeg", "Tussen de streepjes staan de velden, zoals `titel:` en `datum:`."),
    ("kop-onleesbaar", "deze regel kan ik niet lezen", "Een veld is een woord, een dubbele punt, een spatie en de waarde: `titel: Taalcafé`."),
    ("inspringing", "de regel staat niet recht", "Velden beginnen vooraan op de regel. Wat bij een veld hoort, staat twee spaties verder."),
    ("dubbele-punt", "dubbele punt in de tekst", "Staat er in een tekst een dubbele punt met een spatie erachter? Zet de tekst dan tussen aanhalingstekens."),
    ("los-aanhalingsteken", "los aanhalingsteken", "Een tekst die met een aanhalingsteken begint, moet er ook mee eindigen. Of zet er aanhalingstekens omheen."),
    ("bijzonder-teken", "bijzonder teken in de tekst", "Sommige tekens betekenen in de kop iets bijzonders. Zet de tekst dan tussen aanhalingstekens."),
    ("krulquotes", "gekrulde aanhalingstekens", "Een tekstverwerker maakt aanhalingstekens krom. In de kop zijn rechte nodig, of geen."),
    ("tab", "tab in de kop", "Met een tab kan de kop niet gelezen worden. Gebruik spaties."),
    ("dubbele-sleutel", "veld staat er twee keer", "Elk veld mag er één keer staan. Anders is niet duidelijk wat geldt."),
    ("yaml-verwijzing", "verwijzing in de kop", "Verwijzingen en eigen soorten (`&`, `*`, `!`, `<<`) zijn hier niet nodig en niet toegestaan."),
    ("tweede-kop", "tweede kop", "Een bestand beschrijft één activiteit en heeft één kop."),
    ("te-diep", "te diep genest", "Een veld heeft hooguit een paar lagen. Dieper is altijd een vergissing."),
    ("te-veel-regels", "te veel onderdelen", "Een kop heeft hooguit een paar honderd onderdelen."),
    ("bestand-te-groot", "bestand te groot", "Een activiteit past in een klein bestand. Laat weg wat bezoekers niet nodig hebben."),
    ("geen-utf8", "verkeerde tekenset", "Bewaar het bestand als UTF-8. Anders gaan letters als é en ï stuk."),
    ("onzichtbaar-teken", "onzichtbaar teken", "Onzichtbare tekens kunnen een tekst stilletjes veranderen. Haal ze weg."),
    ("verkeerd-bestandstype", "verkeerd soort bestand", "Een activiteit is een bestand dat eindigt op `.md` of `.yaml`. Plaatjes zijn jpg, png of webp."),
    ("snelkoppeling", "snelkoppeling", "Een snelkoppeling naar een ander bestand wordt niet gelezen. Zet het bestand zelf neer."),
    ("verkeerde-bestandsnaam", "verkeerde bestandsnaam", "De naam van het bestand wordt het adres van de pagina. Gebruik kleine letters, cijfers en streepjes."),
    ("dubbele-tekst", "twee keer een beschrijving", "De tekst staat onder de kop, of in `beschrijving:`, niet allebei."),
)  # fmt: skip
_FIELDS = _faults(
    ("onbekende-sleutel", "onbekend veld", "Dit veld bestaat niet. In `docs/velden.md` staan alle velden."),
    ("engelse-sleutel", "Engels veld", "De velden hebben een Nederlandse naam."),
    ("ontbrekend-veld", "er ontbreekt een veld", "Een activiteit heeft in elk geval een titel en een datum."),
    ("leeg-veld", "leeg veld", "Dit veld moet ingevuld zijn."),
    ("verkeerde-vorm", "verkeerde vorm", "Hier hoort iets anders: één tekst in plaats van een lijst, of andersom."),
    ("te-lang", "te lang", "Een korte tekst wordt beter gelezen en past op een telefoon."),
    ("geen-keuze", "geen van de keuzes", "In dit veld kun je uit een paar woorden kiezen."),
    ("te-weinig-contrast", "kleur leest niet goed", "Letters zijn te lezen als hun kleur genoeg verschilt van de kleur erachter. De melding noemt de kleur die het meest op de jouwe lijkt en wel goed leest. In een voorbeeld zie je die kleur alvast."),
    ("geen-ja-nee", "geen ja of nee", "In dit veld staat `ja` of `nee`."),
    ("geen-getal", "geen getal", "In dit veld staat een getal."),
    ("geen-link", "geen goede link", "Een link begint met `https://`."),
    ("geen-telefoon", "geen telefoonnummer", "Gebruik het nummer van een organisatie, met netnummer."),
    ("geen-mail", "geen mailadres", "Gebruik het mailadres van een organisatie."),
    ("geen-account", "geen account", "Een account is de naam van een persoon of een groep op de plek waar de bestanden staan."),
    ("ongeldig-id", "ongeldig kenmerk", "Een kenmerk heeft kleine letters, cijfers en streepjes."),
    ("prijs-onleesbaar", "prijs niet te lezen", "Een prijs is `gratis`, een bedrag, of een regel per soort bezoeker."),
    ("leeftijd-onleesbaar", "leeftijd niet te lezen", "Schrijf bijvoorbeeld `4 tot 12 jaar` of `vanaf 16 jaar`."),
)  # fmt: skip
_WHEN = _faults(
    ("datum-onleesbaar", "datum niet te lezen", "Schrijf een datum met dag, maand en jaar: `1 december 2026`."),
    ("datum-bestaat-niet", "datum bestaat niet", "Deze dag staat niet in de kalender."),
    ("weekdag-klopt-niet", "weekdag klopt niet", "De weekdag en de datum horen niet bij elkaar. Eén van de twee is een vergissing."),
    ("tijd-onleesbaar", "tijd niet te lezen", "Schrijf een tijd als `10.00 - 11.30`."),
    ("tijd-bestaat-niet", "tijd bestaat niet", "Een dag loopt van 00.00 tot 24.00 uur."),
    ("tijd-ontbreekt", "tijd ontbreekt", "Bezoekers willen weten hoe laat het begint. Duurt het de hele dag? Zet dan `hele-dag: ja`."),
    ("tijd-overgeslagen", "tijd valt weg of komt twee keer", "In de nacht dat de klok verzet wordt, bestaat deze tijd niet of twee keer."),
    ("einde-voor-begin", "einde voor begin", "Het einde ligt voor het begin."),
    ("herhaling-onleesbaar", "herhaling niet te lezen", "Schrijf bijvoorbeeld `elke dinsdag` of `elke eerste zaterdag van de maand`."),
    ("herhaling-zonder-einde", "herhaling zonder einde", "Zet bij `tot:` de laatste datum, of hoe vaak het is."),
    ("herhaling-past-niet", "datum past niet bij de herhaling", "De eerste datum moet zelf ook een dag van de reeks zijn."),
    ("te-veel-keren", "te veel keren", "Een reeks heeft hooguit 400 datums."),
    ("reeks-te-lang", "reeks te lang", "Een reeks duurt hooguit twee jaar. Daarna maak je een nieuwe."),
    ("behalve-onleesbaar", "uitzondering niet te lezen", "Bij `behalve:` staan datums, periodes, `feestdagen` of `schoolvakanties`."),
    ("geen-datum-over", "geen datum over", "Door de uitzonderingen blijft er geen enkele datum over."),
    ("wijziging-raakt-niets", "wijziging raakt niets", "De datum van een wijziging is een datum waarop de activiteit is."),
    ("dubbele-wijziging", "twee wijzigingen op één datum", "Voor elke datum is er één wijziging."),
    ("overbodig-veld", "veld past hier niet", "Dit veld hoort bij een ander veld dat er niet staat, of de twee spreken elkaar tegen."),
)  # fmt: skip
_REFERENCES = _faults(
    ("onbekende-locatie", "onbekende locatie", "Een locatie staat in `content/locaties/`. Staat hij daar niet? Gebruik `adres:`."),
    ("onbekende-partner", "onbekende partner", "Een organisatie staat in `content/partners/`. De bibliotheek kan hem toevoegen."),
    ("onbekende-gemeente", "onbekende gemeente", "Een gemeente staat in `content/gemeenten/`."),
    ("onbekend-project", "onbekend project", "Een project staat in `content/projecten/`."),
    ("onbekend-woord", "woord staat niet in de lijst", "Voor dit veld is er een lijst met woorden in `content/woordenlijsten/`."),
    ("onbekende-map", "onbekende map", "In `content` staan alleen mappen die iemand leest. Een activiteit staat in de map van een gemeente, of in `regio`."),
    ("verkeerde-map", "verkeerde map", "De map bepaalt wie meekijkt. De plek moet in die gemeente liggen."),
    ("geen-plek", "geen plek", "Een activiteit heeft een `locatie`, een `adres` of is `online`."),
    ("gemeente-te-veel", "gemeenten horen hier niet", "Met `gemeenten:` kies je waar een activiteit uit de map `regio` te zien is."),
    ("dubbel-id", "kenmerk bestaat al", "Twee bestanden in dezelfde gemeente hebben dezelfde naam of hetzelfde kenmerk."),
    ("dubbel-adres", "adres bestaat al", "Twee activiteiten zouden dezelfde pagina krijgen."),
    ("afbeelding-ontbreekt", "afbeelding ontbreekt", "Het plaatje staat in dezelfde map als de activiteit."),
    ("afbeelding-onbruikbaar", "afbeelding onbruikbaar", "Een plaatje is een echt jpg-, png- of webp-bestand."),
    ("afbeelding-te-groot", "afbeelding te groot", "Een plaatje is hooguit 8 MB en 40 miljoen beeldpunten."),
)  # fmt: skip
_NEWSLETTERS = _faults(
    ("onbekende-activiteit", "onbekende activiteit", "Een nieuwsbrief noemt een activiteit bij haar kenmerk: de map en de naam van het bestand, zoals `dorp-taalcafe`."),
    ("onbekende-nieuwsbrief", "onbekende nieuwsbrief", "De vorige nieuwsbrief staat in `content/nieuwsbrieven/`. Je noemt hem zoals het bestand heet, zonder `.yaml`."),
    ("vorige-past-niet", "vorige nieuwsbrief past niet", "De vorige nieuwsbrief is ouder, en voor dezelfde lezers. Alleen dan klopt wat nieuw is en wat er is veranderd."),
    ("vastgelegd-ontbreekt", "wat er is verstuurd ontbreekt", "Van een nieuwsbrief die vastgesteld is, staat de tekst in `content/nieuwsbrieven/vastgelegd/`. Die verandert nooit meer."),
    ("vastgelegd-onbruikbaar", "wat er is verstuurd kan ik niet gebruiken", "De tekst van een verstuurde nieuwsbrief wordt door `meedoen nieuwsbrief vastleggen` geschreven, en niet met de hand."),
)  # fmt: skip
_HINTS = _warnings(
    ("datum-voorbij", "alle datums zijn voorbij", "Een nieuwe activiteit die al geweest is, is bijna altijd een typefout in het jaar."),
    ("datum-ver-weg", "datum ligt ver weg", "Meer dan anderhalf jaar vooruit is vaak een typefout in het jaar."),
    ("behalve-raakt-niets", "uitzondering raakt niets", "Op deze dag was er toch al niets. Dat is vaak een typefout."),
    ("vakanties-onbekend", "schoolvakanties nog niet bekend", "Zonder de datums van de schoolvakanties gaat de reeks in de vakantie gewoon door."),
    ("kernfunctie-ontbreekt", "kernfunctie ontbreekt", "Je hoeft niets te doen. De bibliotheek vult de kernfunctie aan."),
    ("alt-ontbreekt", "beschrijving van het plaatje ontbreekt", "Wie niet kan zien, hoort wat er op het plaatje staat."),
    ("te-veel-labels", "te veel labels", "Wie alles aankruist, wordt door niemand gevonden. Kies wat het beste past."),
    ("moeilijk-woord", "moeilijk woord", "Met gewone woorden begrijpen meer mensen je tekst."),
    ("lange-zin", "lange zin", "Korte zinnen lezen makkelijker. Probeer onder de 25 woorden te blijven."),
    ("reden-ontbreekt", "reden ontbreekt", "Bezoekers willen weten waarom iets niet doorgaat."),
    ("persoonsgegevens", "persoonlijke gegevens", "Zet geen privénummers of privéadressen op een openbare site."),
    ("mailcode", "code van een mailprogramma", "Activiteiten komen in nieuwsbrieven. Een mailprogramma leest `{{ naam }}` of `*|NAAM|*` als code: het zet er iets anders neer, of verstuurt de brief niet."),
    ("hoofdletters", "alles in hoofdletters", "HOOFDLETTERS lezen moeilijk en klinken als schreeuwen."),
    ("titel-met-datum", "datum in de titel", "De datum staat overal al bij de titel. Verandert de datum, dan klopt de titel niet meer."),
    ("uitgelicht-voorbij", "uitgelicht is voorbij", "Wat al geweest is of niet doorgaat, komt niet in een nieuwsbrief. Ook niet bovenaan."),
    ("vastgelegd-verouderd", "nieuwsbrief veranderd na het vastleggen", "Een verstuurde nieuwsbrief verandert niet meer. Wat je daarna in het bestand zet, ziet niemand."),
    ("toegankelijkheid-ontbreekt", "toegankelijkheid niet ingevuld", "Wie slecht kan lopen, zien of horen, wil weten waar hij op kan rekenen."),
)  # fmt: skip

_REVIEW = _for_reviewers(
    ("lijkt-dubbel", "lijkt dubbel", "Een andere activiteit heeft bijna dezelfde titel, dag en plek. Vaak hebben twee mensen hetzelfde ingestuurd."),
    ("misschien-dubbel", "is misschien dubbel", "Een andere activiteit lijkt erop. Het kan ook een tweede groep zijn, of een tweede keer."),
    ("zelfde-tekst", "zelfde tekst in een andere gemeente", "Is iets voor meer gemeenten? Dan is één bestand in de map `regio` genoeg. Wie overal hetzelfde plaatst, maakt soms reclame."),
    ("zaal-bezet", "zaal is al bezet", "In deze ruimte is op dat moment iets anders. Als het bij elkaar hoort, klopt het."),
    ("organisator-bezet", "organisator is op twee plekken", "Op dat moment is deze organisator ergens anders bezig, en dat is bij deze organisator niet gewoon."),
    ("buiten-openingstijd", "buiten de openingstijd", "De plek is dan dicht. Misschien is dat afgesproken, misschien is de tijd een vergissing."),
    ("op-feestdag", "op een feestdag", "Op een feestdag is bijna alles dicht. Een reeks gaat dan vaak per ongeluk door."),
    ("in-schoolvakantie", "in de schoolvakantie", "Wat deze organisator doet, stopt anders in de schoolvakantie. Deze reeks gaat door."),
    ("kort-dag", "begint al snel", "De dag is er misschien al voordat iemand het voorstel heeft kunnen lezen. Hoelang meelezen mag duren, staat in `content/organisatie.yaml` bij `beoordeeltijd`."),
    ("andere-datum", "andere datum of tijd", "Mensen hebben deze datum al gezien, of in hun eigen agenda staan. Ze krijgen de nieuwe, maar zonder uitleg."),
    ("andere-plek", "andere plek", "Mensen kennen de oude plek al. Wie de agenda niet meer opent, gaat daarheen."),
    ("ander-kenmerk", "ander kenmerk", "Met een ander kenmerk is het een nieuwe activiteit. Het oude adres verdwijnt, en wie het in zijn agenda had, ziet het dubbel."),
    ("activiteit-weg", "activiteit gaat weg", "Wie zich heeft geabonneerd, ziet de activiteit zonder uitleg verdwijnen. Met `status: afgelast` en een reden weet iedereen waarom."),
    ("andermans-bestand", "van een andere organisator", "Een partner stuurt iets in dat van een andere organisator is. Vaak is dat afgesproken, maar niet altijd."),
    ("andere-rechten", "verandert wie wat mag", "In dit bestand staat wie meeleest, of met welke accounts een partner instuurt. Wie daar staat, wordt vertrouwd."),
    ("andere-labels", "andere labels dan anders", "Bijna alles van deze organisator heeft een label dat hier ontbreekt. Dan vinden mensen het minder goed."),
    ("veel-links", "veel links", "Een gewone activiteit heeft een paar links. Veel links zie je vooral in reclame."),
    ("reclame", "lijkt op reclame", "In de tekst staan woorden die vooral in reclame staan."),
    ("veel-hoofdletters", "bijna alles in hoofdletters", "HOOFDLETTERS lezen moeilijk en klinken als schreeuwen. In reclame zie je ze vaak."),
    ("link-anders", "link gaat ergens anders heen", "De tekst van de link is een adres, maar de link gaat naar een ander adres. Zo worden mensen bedrogen."),
    ("korte-link", "verkorte link", "Bij een verkorte link kan niemand zien waar die heen gaat. En de eigenaar kan dat later veranderen."),
    ("vreemde-link", "vreemd adres in een link", "Dit adres lijkt op een ander adres door een letter uit een ander alfabet, of bestaat alleen uit cijfers."),
)  # fmt: skip

RULES: dict[str, Rule] = {
    rule.name: rule for group in (_FILE, _FIELDS, _WHEN, _REFERENCES, _NEWSLETTERS, _HINTS, _REVIEW) for rule in group
}


def is_fault(rule: str) -> bool:
    """Takes a rule; gives whether a problem with it keeps something off the site and stops publishing.

    Raises KeyError when there is no such rule.
    """
    return RULES[rule].level == "fout"
