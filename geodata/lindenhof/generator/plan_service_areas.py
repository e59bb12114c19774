"""Where the providers that come to people's homes come to; the rows of einzugsgebiete.csv.

(label of the catalogue, name, provider, numbers of blocks as they begin, blocks that are left out).
"""
from .plan_services_csv import DIAKONIE, HOME_CARE_PROVIDER, SOZIALWERK

EVERYDAY = 'Angebote zur Unterstützung im Alltag § 45a SGB XI'

AREAS = [
    ('Ambulanter Pflegedienst', 'Pflegedienst Auental', HOME_CARE_PROVIDER, ('',), ('0504',)),
    (EVERYDAY, 'Alltagshilfe Lindenhof', SOZIALWERK, ('01', '02', '03'), ()),
    (EVERYDAY, 'Nachbarn für Nachbarn', 'Nachbarschaftsinitiative Rosenring', ('04',), ('0404',)),
    (EVERYDAY, 'Haushaltsdienst Auetal', 'Haushaltsdienst Auetal GmbH', ('02', '06', '07'), ()),
    ('Menüdienst, Hausnotruf', 'Essen auf Rädern', DIAKONIE, ('',), ()),
    ('Menüdienst, Hausnotruf', 'Hausnotruf Auental', SOZIALWERK, ('',), ()),
]
