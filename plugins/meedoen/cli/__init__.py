"""The command `meedoen`: one module for each verb, with `add_parser` and `run`.

`controleer` (check), `nieuw` (new), `postvak` (mailbox), `werkvoorraad` (backlog), `nieuwsbrief` (newsletter), `lijst`
(listing), `bekijk` (serve), `vergelijk` (compare), `haal-voorstel` (fetch), `publiceer` (publish), `dokter` (doctor),
`beoordelaars` (reviewers), `cms`, `vertalingen` (translations), `documentatie` (documents); `formats/` has the forms in
which problems are told.
"""
