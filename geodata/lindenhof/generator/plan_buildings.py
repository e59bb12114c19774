"""Buildings placed by hand: landmarks, the estate, halls. (shape, centre, angle in degrees, tags)."""
from .geometry import rectangle

CROSS = [(-11, -4), (-4, -4), (-4, -11), (4, -11), (4, -4), (11, -4), (11, 4), (4, 4), (4, 11), (-4, 11),
         (-4, 4), (-11, 4)]
POINT = [(-10, -11), (10, -11), (10, -3), (12, -3), (12, 8), (8, 8), (8, 11), (-8, 11), (-8, 8), (-12, 8),
         (-12, -3), (-10, -3)]
STAGGERED = [(-36, -6.5), (-12, -6.5), (-12, -3), (12, -3), (12, 0.5), (36, 0.5), (36, 12.5), (12, 12.5),
             (12, 9), (-12, 9), (-12, 5.5), (-36, 5.5)]
CHURCH = [(-20, -7), (10, -7), (10, -12), (17, -12), (17, -7), (20, -7), (26, -4), (26, 4), (20, 7), (17, 7),
          (17, 12), (10, 12), (10, 7), (-20, 7), (-20, 4), (-28, 4), (-28, -4), (-20, -4)]
L_BIG = [(-22, -16), (22, -16), (22, -4), (-9, -4), (-9, 16), (-22, 16)]
U_BIG = [(-30, -20), (-16, -20), (-16, 8), (16, 8), (16, -20), (30, -20), (30, 20), (-30, 20)]


def slab(length, depth=13):
    """A plain slab."""
    return rectangle(length, depth)


def _flats(levels, flats, **more):
    return {'building': 'apartments', 'building:levels': str(levels), 'building:flats': str(flats),
            'start_date': '1973', 'roof:shape': 'flat', **more}


# the estate: key, shape, centre, angle, tags; street names by hand because paths have none
ESTATE = [
    (STAGGERED, (-790, 500), 20, _flats(8, 56)),
    (STAGGERED, (-668, 600), -14, _flats(8, 56)),
    (POINT, (-770, 595), 30, _flats(12, 46)),
    (POINT, (-688, 512), 10, _flats(11, 42)),
    (CROSS, (-822, 408), 12, _flats(9, 34)),
    (STAGGERED, (-560, 602), 84, _flats(8, 56)),
    (slab(62), (-452, 560), 64, _flats(8, 52)),
    (POINT, (-560, 488), 25, _flats(12, 46)),
    (slab(56), (-420, 462), 80, _flats(8, 48)),
    (CROSS, (-530, 452), 40, _flats(10, 38)),
    (slab(64), (-722, 276), -8, _flats(8, 54)),
    (POINT, (-790, 375), 55, _flats(10, 40)),
    (slab(52), (-650, 350), 86, _flats(8, 44)),
    (CROSS, (-690, 390), 20, _flats(9, 34)),
    (slab(46), (-560, 306), 60, _flats(8, 42)),
    (POINT, (-440, 345), 15, _flats(9, 36)),
    (slab(42), (-492, 298), -42, _flats(6, 30)),
]

LANDMARKS = {
    'church': (CHURCH, (143, 118), 8, {'building': 'church', 'name': 'St.-Anna-Kirche', 'start_date': '1487',
                                        'roof:shape': 'gabled'}),
    'parish': ([(-12, -10), (12, -10), (12, 0), (-3, 0), (-3, 10), (-12, 10)], (184, 138), 108, {'building': 'yes',
        'building:levels': '2', 'name': 'Gemeindehaus St. Anna'}),
    'townhall': (rectangle(24, 14), (148, 34), 96, {'building': 'public', 'building:levels': '3',
                                                     'name': 'Altes Rathaus', 'start_date': '1788'}),
    'oldschool': (rectangle(22, 12), (40, 46), 70, {'building': 'public', 'building:levels': '2',
                                                     'name': 'Alte Schule', 'start_date': '1871'}),
    'mill': ([(-9, -8), (14, -8), (14, 2), (1, 2), (1, 9), (-9, 9)], (-150, 250), 40, {'building': 'yes',
        'building:levels': '3', 'name': 'Obermühle'}),
    'school': (U_BIG, (-270, 96), 172, {'building': 'school', 'building:levels': '2', 'name': 'Lindenschule'}),
    'gym': (rectangle(30, 18), (-318, 96), 82, {'building': 'sports_hall', 'name': 'Turnhalle Lindenschule'}),
    'kita_core': (L_BIG, (-172, 84), 90, {'building': 'kindergarten', 'building:levels': '1',
                                            'name': 'Kita Mühlbachfrösche'}),
    'kita_estate': (L_BIG, (-640, 560), 100, {'building': 'kindergarten', 'building:levels': '1',
                                               'name': 'Kita Rosenring'}),
    'station': (rectangle(34, 11), (52, -380), 2, {'building': 'train_station', 'building:levels': '2',
                                                   'name': 'Bahnhof Lindenhof', 'start_date': '1893'}),
    'centre': (U_BIG, (-640, 478), 178, {'building': 'retail', 'building:levels': '1',
                                          'name': 'Rosencenter', 'start_date': '1975'}),
    'nursing': (U_BIG, (480, 72), 184, {'building': 'residential', 'building:levels': '3',
                                        'name': 'Haus an den Linden', 'residential': 'nursing_home'}),
    'market': (rectangle(52, 34), (652, -14), 3, {'building': 'supermarket', 'building:levels': '1'}),
    'market2': (rectangle(44, 30), (-975, -95), 4, {'building': 'supermarket', 'building:levels': '1'}),
    'daycare': (L_BIG, (330, 178), 10, {'building': 'yes', 'building:levels': '2', 'name': 'Tagespflege Lindenhof'}),
    'fire': (rectangle(30, 18), (760, 128), 15, {'building': 'fire_station', 'building:levels': '2'}),
    'clubhouse': (rectangle(20, 10), (655, -590), 85, {'building': 'yes', 'building:levels': '1',
                                                          'name': 'Vereinsheim TSV Lindenhof'}),
    'chapel': (rectangle(12, 8), (632, 110), 5, {'building': 'chapel'}),
    'communityhall': (rectangle(26, 15), (300, -500), 2, {'building': 'public', 'building:levels': '1',
                                                            'name': 'Nachbarschaftshaus Südviertel'}),
    'southkita': (L_BIG, (90, -560), 4, {'building': 'kindergarten', 'building:levels': '1',
                                         'name': 'Kita Eschennest'}),
    'health': (rectangle(36, 16), (345, 30), 90, {'building': 'commercial', 'building:levels': '3',
                                                  'name': 'Ärztehaus Lindenhof'}),
    'hall1': (rectangle(70, 40), (-720, -560), 4, {'building': 'industrial', 'building:levels': '1'}),
    'hall2': (rectangle(54, 36), (-890, -570), 2, {'building': 'industrial'}),
    'hall3': (L_BIG, (-690, -640), 20, {'building': 'industrial'}),
    'hall4': (rectangle(48, 30), (-870, -650), 10, {'building': 'warehouse'}),
    'hall5': (rectangle(40, 26), (-500, -520), 3, {'building': 'commercial', 'building:levels': '2'}),
    'hall6': (rectangle(44, 24), (-620, -430), 4, {'building': 'industrial'}),
    'hall7': (rectangle(36, 22), (-860, -440), 0, {'building': 'warehouse'}),
    'rim_market': (rectangle(48, 30), (1930, 205), 10, {'building': 'supermarket'}),
    'rim_chapel': (rectangle(18, 9), (2010, 340), 20, {'building': 'church', 'name': 'Kapelle Wiebrock'}),
    'rim_market2': (rectangle(50, 32), (-2080, -220), 3, {'building': 'supermarket'}),
}

# farms of the rim: (centre, angle)
FARMS = [((-1480, 520), 30), ((-1850, 1080), 10), ((350, 1420), 60), ((1290, 720), 20), ((1350, -160), 80),
         ((-60, -1180), 5), ((1180, -1230), 15), ((-660, -1860), 70), ((-420, 1120), 40), ((1500, -620), 85),
         ((-1330, -1650), 0), ((-820, -1180), 88), ((1130, 1180), 15), ((2300, -1230), 10)]
