"""LEESMIJ.md beside the editor: how to put it online, and how people get to log in."""

from __future__ import annotations

from meedoen.cms.config import Deployment

DECAP, JS_YAML = "3.16.3", "4.3.2"
"""The versions with which this is tested: tests/package.json has the same."""

_START = """# Het beheer van de agenda

Deze map is een website: het beheer, waarin medewerkers en vaste partners activiteiten maken en veranderen.
Alles is gemaakt met `meedoen cms`. Verander hier niets zelf, maar maak het opnieuw.
Dat is ook nodig als er een gemeente, een woord of een map bij komt. Nieuwe plekken en partners ziet het beheer vanzelf.

## 1. Zet er twee programma's bij

De map heeft nog twee bestanden nodig: `decap-cms.js` en `js-yaml.min.js`. Je haalt ze één keer op, met npm. Typ dit in deze map:

```sh
npm pack decap-cms@{decap} js-yaml@{yaml}
tar -xzf decap-cms-{decap}.tgz package/dist/decap-cms.js --strip-components 2
tar -xzf js-yaml-{yaml}.tgz package/dist/js-yaml.min.js --strip-components 2
rm decap-cms-{decap}.tgz js-yaml-{yaml}.tgz
```

Met deze versies is het getest. De pagina haalt verder niets van andere sites.

## 2. Zet de map op een eigen adres

Bijvoorbeeld `https://beheer.voorbeeld.nl`. Zet het beheer **nooit** in een map van de agenda zelf: wie is ingelogd, mag bestanden veranderen.
Een fout in een pagina van de agenda zou dan bij dat recht kunnen. Op een eigen adres kan dat niet.

Het bestand `_headers` is voor Netlify en Cloudflare Pages. Gebruik je een andere server? Geef dan dezelfde headers mee:

- Alleen hier staat `'unsafe-eval'`: Decap CMS kijkt daarmee zijn instellingen na. Op de sites van de agenda staat het niet, en daar hoort het ook niet.
- De pagina mag alleen praten met {forge}.

## 3. Inloggen
"""
_LOGIN = {
    "github": """
Bij GitHub hoort een klein doorgeefluik: een programma op een server dat het wachtwoord van de app kent. Dat kan niet in de pagina zelf.

1. Maak bij GitHub een OAuth App (Settings, Developer settings). Het adres voor de callback is dat van je doorgeefluik, met `/callback` erachter.
2. Zet een doorgeefluik neer voor Decap CMS. Er zijn kant-en-klare, zoals `sveltia-cms-auth` (werkt ook met Decap), voor een gratis worker van Cloudflare.
   Geef het de Client ID en het Client Secret van stap 1, en zeg dat alleen jouw beheeradres het mag gebruiken.
3. Maak deze map opnieuw met het adres ervan: `meedoen cms --naar beheer --inlog https://inloggen.voorbeeld.nl`

Iedereen met een account bij GitHub kan dan inloggen. Wie geen schrijfrecht heeft, werkt vanzelf in een eigen kopie en doet een voorstel.
""",
    "gitlab": """
GitLab heeft geen doorgeefluik nodig.

1. Maak bij GitLab een Application (User settings of de groep). Zet **Confidential** uit, en kies als scope `api`.
   De Redirect URI is het adres van het beheer, met een `/` erachter.
2. Maak deze map opnieuw met de Application ID: `meedoen cms --naar beheer --app NUMMER`

Wie inlogt, moet schrijfrecht hebben: Decap CMS kan bij GitLab geen voorstel doen vanuit een kopie. Partners zonder schrijfrecht gebruiken het formulier.
""",
    "forgejo": """
Forgejo heeft geen doorgeefluik nodig. Dat geldt ook voor Codeberg.

1. Maak in Forgejo een OAuth2-app (Instellingen, Applicaties). Zet **Vertrouwelijke client** uit. De Redirect URI is het adres van het beheer, met een `/` erachter.
2. De beheerder van Forgejo zet CORS aan voor het adres van het beheer (`[cors]` in `app.ini`).
3. Maak deze map opnieuw met het nummer van de app: `meedoen cms --naar beheer --app NUMMER`

Iedereen met een account kan dan inloggen. Wie geen schrijfrecht heeft, werkt vanzelf in een eigen kopie en doet een voorstel.
""",
}
_END = """
## Eerst proberen

Op je eigen computer werkt het zonder inloggen. Maak de map met `--lokaal`, en start in de map van het project:

```sh
MODE=git npx decap-server
```

Zet daarna deze map op een adres dat met `http://localhost` begint, bijvoorbeeld met `python -m http.server 8080`.
"""


def readme(deployment: Deployment) -> str:
    """Takes how the editor is put online; gives the text of LEESMIJ.md for this forge."""
    forge = deployment.forge
    start = _START.format(decap=DECAP, yaml=JS_YAML, forge=forge.host)
    return start + _LOGIN[forge.kind] + _END
