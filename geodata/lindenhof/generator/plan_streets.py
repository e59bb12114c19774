"""The plan of streets, paths, rails and water, drawn by hand in local metres.

Each street is S(name, kind, points, options). Lines of layer 0 share nodes wherever they cross
or end near another; lines of another layer meet them only at their ends.
Options: layer; straight (no smoothing); div (divides statistical blocks); houses (False: no
frontage); free (ends stay where they are drawn); every other option is an OSM tag (`__` stands for `:`).
"""


from .rows import ROW_GROUPS


class S:
    """One planned line."""

    def __init__(self, name, kind, points, layer=0, straight=False, div=False, houses=True, free=False,
                 **tags):
        self.name, self.kind, self.points = name, kind, points
        self.layer, self.straight, self.div, self.houses, self.free = layer, straight, div, houses, free
        self.tags = {key.replace('__', ':'): value for key, value in tags.items()}


RAIL = [(-2590, -420), (-1600, -362), (-1000, -348), (-500, -376), (0, -400), (500, -387),
        (900, -336), (1500, -215), (2590, 60)]

STREAM = [(420, 2390), (365, 2120), (330, 1900), (230, 1660), (180, 1450), (150, 1260), (100, 1100),
          (66, 960), (10, 840), (-22, 730), (-30, 640), (-78, 560), (-85, 480), (-108, 410),
          (-122, 340), (-170, 275), (-235, 240), (-310, 222), (-400, 190), (-480, 172),
          (-560, 130), (-650, 108), (-740, 70), (-860, 62), (-1000, 30), (-1200, 52), (-1400, 36),
          (-1650, 70), (-1900, 56), (-2250, 110), (-2590, 130)]

BYPASS = [(-1340, -2390), (-1200, -1700), (-1075, -1100), (-1035, -700), (-1032, -520), (-1030, -350),
          (-1040, -150), (-1062, 50), (-1085, 300), (-1040, 650), (-900, 1000), (-700, 1350),
          (-560, 1800), (-500, 2390)]

MAIN = [
    S('Auentaler Straße', 'tertiary', [(-2590, -140), (-2000, -160), (-1500, -175), (-1040, -150)],
      maxspeed='70', sidewalk='right'),
    S('Lindenstraße', 'tertiary', [(-1040, -150), (-920, -142), (-800, -125), (-690, -92), (-560, -70),
      (-430, -38), (-300, -15), (-130, 5), (20, 18), (75, 22)], div=True, sidewalk='both', lit='yes',
      surface='asphalt', maxspeed='50'),
    S('Hauptstraße', 'tertiary', [(75, 22), (150, 12), (230, 5), (400, 0), (560, 12), (690, 35), (850, 72),
      (1020, 110)], div=True, sidewalk='both', lit='yes', surface='asphalt', maxspeed='30'),
    S('Wiebrocker Straße', 'tertiary', [(1020, 110), (1400, 170), (1800, 250), (2200, 300), (2590, 330)],
      sidewalk='left', maxspeed='70', surface='asphalt'),
    S('Auestraße', 'tertiary', [(690, 35), (700, -100), (712, -230), (718, -362), (722, -470), (702, -650),
      (690, -850)], div=True, sidewalk='both', maxspeed='50', surface='asphalt', lit='yes'),
    S('Südfelder Weg', 'tertiary', [(690, -850), (640, -1250), (540, -1700), (505, -2050), (500, -2390)],
      sidewalk='no', maxspeed='70', surface='asphalt', houses=False),
    S('An der Aue', 'tertiary', [(-560, -70), (-562, 40), (-580, 130), (-625, 214)], div=True,
      sidewalk='both', maxspeed='30', surface='asphalt', lit='yes'),
    S('Bergstraße', 'residential', [(385, 0), (398, 110), (436, 240), (510, 370), (556, 510), (640, 650),
      (700, 790)], div=True, sidewalk='left', maxspeed='30', surface='asphalt'),
    S('Industriestraße', 'unclassified', [(-1032, -520), (-860, -512), (-700, -500), (-450, -468)],
      sidewalk='right', maxspeed='50', div=True, surface='asphalt', houses=False),
    S('Südstraße', 'residential', [(-450, -468), (-200, -470), (15, -478), (300, -474), (520, -468),
      (722, -452)], div=True, sidewalk='both', maxspeed='30', lit='yes', surface='asphalt'),
]

FOUNDERS = [   # the perimeter blocks of about 1900
    S('Bahnhofstraße', 'residential', [(75, 22), (80, -60), (62, -165), (38, -270), (16, -355)], div=True,
      maxspeed='30', sidewalk='both', lit='yes', surface='paving_stones', smoothness='good'),
    S('Gartenstraße', 'residential', [(-306, -185), (-225, -182), (-130, -170), (62, -165), (235, -172),
      (410, -165), (560, -150), (704, -135)], div=True, maxspeed='30', sidewalk='both', surface='asphalt'),
    S('An der Bahn', 'residential', [(-306, -332), (-130, -350), (16, -355), (240, -350), (415, -342),
      (600, -325), (716, -305)], div=True, maxspeed='30', sidewalk='left', surface='asphalt'),
    S('Ackerstraße', 'residential', [(-300, -15), (-306, -100), (-306, -185), (-306, -332)], div=True,
      maxspeed='30', sidewalk='both', surface='sett'),
    S('Mittelstraße', 'residential', [(-130, 5), (-134, -80), (-130, -170), (-126, -260), (-130, -350)],
      div=True, maxspeed='30', sidewalk='both', surface='asphalt'),
    S('Schulstraße', 'residential', [(230, 5), (228, -90), (235, -172), (246, -260), (240, -350)],
      div=True, maxspeed='30', sidewalk='both', surface='sett'),
    S('Feldstraße', 'residential', [(400, 0), (412, -80), (410, -165), (405, -250), (415, -342)],
      div=True, maxspeed='30', sidewalk='both', surface='asphalt'),
]

CORE = [   # crooked lanes round the market square
    S('Am Markt', 'pedestrian', [(88, 21), (92, 38), (97, 66), (66, 100)], straight=True, houses=False,
      surface='paving_stones', lit='yes', div=True),
    S('Kirchgasse', 'living_street', [(97, 66), (133, 70), (180, 74), (214, 104), (212, 150), (172, 176),
      (112, 160), (78, 132), (66, 100)], surface='cobblestone', smoothness='bad', lit='yes', div=True),
    S('Töpfergasse', 'living_street', [(180, 74), (196, 44), (202, 7)], surface='sett'),
    S('Mühlgasse', 'living_street', [(66, 100), (30, 122), (14, 160), (-18, 190), (-48, 232), (-60, 268)],
      surface='cobblestone', smoothness='bad', div=True),
    S('Gerberwinkel', 'living_street', [(14, 160), (-34, 148), (-62, 120), (-60, 60), (-72, 10)],
      surface='sett'),
    S('Hinter den Gärten', 'residential', [(112, 160), (120, 214), (82, 250), (22, 262), (-48, 232)],
      maxspeed='20', div=True, surface='asphalt'),
    S('Am Markt', 'pedestrian', [(66, 100), (50, 70), (20, 72), (2, 46), (6, 17)], surface='sett', lit='yes'),
    S('Parkstraße', 'residential', [(172, 176), (232, 214), (300, 236), (375, 232), (436, 240)],
      maxspeed='30', sidewalk='left', div=True, surface='asphalt'),
    S('Nachtigallenweg', 'residential', [(214, 104), (290, 120), (398, 110)], maxspeed='30', surface='asphalt'),
    S('Färbergang', 'footway', [(120, 214), (180, 232), (232, 214)], surface='fine_gravel'),
]

ROWS = [   # the 1950s quarter in the west
    S('Siedlerweg', 'residential', [(-640, -84), (-646, -180), (-628, -262), (-540, -300), (-420, -318),
      (-306, -332)], maxspeed='30', surface='asphalt', sidewalk='both', div=True),
    S('Heideweg', 'residential', [(-815, -128), (-820, -215), (-770, -285), (-690, -296), (-628, -262)],
      maxspeed='30', surface='asphalt', sidewalk='left'),
    S('Wacholderweg', 'residential', [(-820, -215), (-880, -222), (-926, -226)], maxspeed='30'),
    S('Am Mühlbach', 'residential', [(-915, -142), (-900, -60), (-800, -12), (-690, 4), (-562, 30)],
      maxspeed='30', surface='asphalt', sidewalk='right', div=True),
    S('Mühlbachpfad', 'footway', [(-1150, 20), (-1096, 18)], houses=False, surface='compacted'),
    S('Mühlbachpfad', 'footway', [(-1096, 18), (-1030, 8)], straight=True, layer=-1, houses=False,
      tunnel='yes', surface='asphalt', lit='no', width='3.0'),
    S('Mühlbachpfad', 'footway', [(-1030, 8), (-960, 6), (-860, 34), (-740, 42), (-650, 78), (-574, 100)],
      houses=False, surface='compacted', width='2.0'),
    S('Wiesenwinkel', 'residential', [(-562, 36), (-480, 52), (-420, 100), (-352, 132)], maxspeed='30',
      surface='asphalt', div=True),
    S('Lehmkuhle', 'residential', [(-435, -39), (-440, 20), (-450, 68)], maxspeed='30', surface='asphalt'),
    S('', 'footway', [(-352, 132), (-345, 60), (-352, -24)], surface='asphalt', houses=False),
]

ESTATE = [   # the high-rise estate of the 1970s
    S('Rosenring', 'residential', [(-896, 540), (-838, 606), (-748, 640), (-690, 676), (-590, 690), (-500, 656),
      (-412, 604), (-352, 520), (-356, 440), (-398, 366), (-430, 310), (-490, 258), (-560, 236), (-625, 214),
      (-720, 206), (-812, 250), (-868, 330), (-902, 440), (-896, 540)], div=True, maxspeed='30', sidewalk='separate',
          surface='asphalt', houses=False, lit='yes'),
    S('Nordstraße', 'residential', [(-690, 676), (-680, 740), (-640, 830), (-560, 960)], maxspeed='50',
      sidewalk='no', houses=False, surface='asphalt', div=True),
    S('Auenweg', 'footway', [(-430, 310), (-350, 270), (-268, 236), (-200, 186), (-130, 146), (-62, 120)],
      houses=False, surface='asphalt', width='2.5', lit='no', div=True),
    S('Auenweg', 'footway', [(-62, 120), (-20, 92), (20, 72)], houses=False, lit='yes', surface='asphalt', width='2.5'),
    S('Lindenpassage', 'footway', [(-900, 420), (-780, 428), (-690, 436), (-600, 420), (-520, 400),
      (-440, 392), (-376, 404)], houses=False, surface='paving_stones', lit='yes', div=True),
    S('', 'footway', [(-625, 214), (-618, 320), (-600, 420), (-606, 520), (-612, 688)], houses=False,
      surface='paving_stones', lit='yes', div=True),
    S('', 'footway', [(-600, 420), (-545, 362), (-490, 326), (-430, 310)], houses=False,
      surface='asphalt', lit='yes'),
    S('', 'footway', [(-842, 290), (-770, 340), (-690, 436), (-730, 530), (-838, 606)], houses=False,
      surface='asphalt', lit='yes'),
    S('', 'footway', [(-520, 400), (-480, 490), (-520, 560), (-520, 666)], houses=False, surface='asphalt'),
    S('', 'footway', [(-610, 634), (-660, 630), (-706, 638), (-744, 638)], houses=False, surface='asphalt'),
    S('', 'footway', [(-730, 532), (-690, 533), (-606, 527)], houses=False, surface='asphalt'),
    S('Tulpenweg', 'residential', [(-412, 606), (-330, 640), (-240, 628), (-192, 560), (-200, 474)],
      maxspeed='30', surface='asphalt'),
    S('Parkbrücke', 'footway', [(-350, 490), (-250, 470), (-120, 478), (-40, 474)], houses=False,
      surface='asphalt', width='2.5', lit='yes'),
]

SLOPE = [   # detached houses on the hill
    S('Am Hang', 'residential', [(418, 190), (560, 186), (720, 206), (880, 250), (1010, 320)], div=True,
      maxspeed='30', sidewalk='left', surface='asphalt'),
    S('Höhenweg', 'residential', [(486, 335), (640, 326), (780, 352), (900, 420), (985, 520)], div=True,
      maxspeed='30', surface='asphalt'),
    S('Am Weinberg', 'residential', [(556, 510), (680, 480), (800, 506), (892, 590), (880, 700), (770, 752),
      (670, 712)], maxspeed='30', surface='asphalt', div=True),
    S('Rebenstieg', 'residential', [(720, 487), (742, 560), (778, 640), (770, 752)], maxspeed='30'),
    S('Finkenweg', 'residential', [(517, 390), (420, 404), (344, 440), (312, 530), (352, 640), (330, 700)],
      maxspeed='30', surface='asphalt', div=True),
    S('Amselweg', 'residential', [(548, 486), (478, 530), (446, 620), (480, 720)], maxspeed='30'),
    S('Meisenweg', 'residential', [(446, 620), (400, 660), (340, 600)], maxspeed='30'),
    S('Drosselstieg', 'residential', [(600, 590), (540, 640), (552, 740)], maxspeed='30'),
    S('Am Steilhang', 'residential', [(985, 520), (930, 500), (892, 590)], maxspeed='30'),
    S('Südhang', 'residential', [(640, 326), (634, 262), (640, 192)], maxspeed='30', surface='asphalt'),
    S('Himmelsleiter', 'path', [(752, 212), (758, 240)], houses=False, straight=True, surface='asphalt'),
    S('Himmelsleiter', 'steps', [(758, 240), (770, 330)], houses=False, straight=True,
      step_count='68', incline='up', handrail='yes', ramp='no', surface='concrete'),
    S('Himmelsleiter', 'path', [(770, 330), (774, 351)], houses=False, straight=True),
    S('Weinbergtreppe', 'steps', [(806, 366), (800, 506)], houses=False, straight=True,
      step_count='84', incline='up', handrail='no', ramp='no', surface='paving_stones'),
    S('Amseltreppe', 'steps', [(400, 408), (420, 470), (478, 530)], houses=False, straight=True,
      step_count='40', incline='up', handrail='yes', ramp='yes', ramp__stroller='yes', surface='concrete'),
    S('', 'footway', [(560, 187), (562, 96), (560, 12)], houses=False, surface='compacted'),
]

EAST = [   # semi-detached houses and the new quarter between high street and railway
    S('Lerchenweg', 'residential', [(545, 10), (552, -60), (560, -150), (556, -240), (560, -329)], div=True,
      maxspeed='30', surface='asphalt', sidewalk='both'),
    S('Kiebitzweg', 'residential', [(410, -80), (480, -88), (552, -62)], maxspeed='30'),
    S('Starenweg', 'residential', [(408, -250), (480, -258), (556, -240)], maxspeed='30'),
    S('Zaunkönigweg', 'residential', [(556, -240), (640, -232), (712, -222)], maxspeed='30'),
    S('Am Lindenhof', 'living_street', [(698, -76), (780, -62), (880, -40), (968, -50), (990, -130), (930, -200),
      (820, -226), (712, -240)], surface='paving_stones', div=True),
    S('Obstwiese', 'living_street', [(880, -40), (868, -120), (820, -226)], surface='paving_stones'),
    S('Streuobstring', 'living_street', [(868, -120), (780, -136), (706, -150)], surface='paving_stones'),
    S('Imkerweg', 'living_street', [(930, -200), (950, -270), (860, -300), (800, -290)],
      surface='paving_stones'),
    S('', 'footway', [(968, -50), (950, 20), (940, 92)], houses=False, surface='asphalt'),
]

SOUTH = [   # behind the railway
    S('Ulmenweg', 'residential', [(-245, -470), (-240, -600), (-232, -712)], div=True, maxspeed='30',
      surface='asphalt', sidewalk='both'),
    S('Eschenweg', 'residential', [(15, -478), (26, -600), (20, -730)], div=True, maxspeed='30',
      surface='asphalt', sidewalk='both'),
    S('Ahornweg', 'residential', [(280, -474), (272, -600), (276, -715)], div=True, maxspeed='30',
      surface='asphalt', sidewalk='both'),
    S('Am Südfeld', 'residential', [(-400, -468), (-410, -600), (-350, -690), (-232, -712), (20, -730),
      (276, -715), (430, -660), (500, -560), (520, -468)], div=True, maxspeed='30', surface='asphalt'),
    S('', 'footway', [(-240, -590), (-110, -598), (26, -606), (150, -604), (272, -596)], houses=False,
      surface='paving_stones'),
    S('', 'footway', [(272, -596), (380, -590), (488, -578)], houses=False, surface='asphalt'),
    S('', 'footway', [(500, -560), (600, -566), (712, -560)], houses=False, surface='compacted'),
    S('Werkstraße', 'unclassified', [(-800, -508), (-806, -600), (-760, -700), (-610, -690), (-560, -600),
      (-566, -484)], houses=False, surface='asphalt', sidewalk='right'),
]

HALT = [   # round the railway halt: the only way under the tracks has steps
    S('Bahnhofsplatz', 'pedestrian', [(16, -355), (14, -372)], straight=True, houses=False,
      surface='paving_stones', lit='yes'),
    S('', 'steps', [(14, -372), (14, -384)], layer=-1, straight=True, houses=False, step_count='26',
      incline='down', handrail='yes', ramp='no', tunnel='no', surface='concrete', lit='yes'),
    S('Bahnhofsunterführung', 'footway', [(14, -384), (15, -414)], layer=-1, straight=True, houses=False,
      tunnel='yes', surface='concrete', lit='yes', width='2.8'),
    S('', 'steps', [(15, -414), (15, -426)], layer=-1, straight=True, houses=False, step_count='26',
      incline='up', handrail='yes', ramp='no', surface='concrete', lit='yes'),
    S('', 'footway', [(15, -426), (15, -478)], straight=True, houses=False, surface='paving_stones', lit='yes'),
    S('', 'footway', [(14, -372), (-26, -387)], straight=True, houses=False, surface='paving_stones'),
    S('', 'footway', [(15, -426), (-24, -408)], straight=True, houses=False, surface='paving_stones'),
    S('Gleis 1', 'footway', [(-26, -387), (-34, -392.2), (-80, -390.4), (-140, -387.6)], straight=True, houses=False,
        free=True,
      railway='platform', public_transport='platform', train='yes', ref='1', surface='paving_stones', lit='yes'),
    S('Gleis 2', 'footway', [(-24, -408), (-34, -404.6), (-80, -402.6), (-140, -399.8)], straight=True, houses=False,
        free=True,
      railway='platform', public_transport='platform', train='yes', ref='2', surface='paving_stones', lit='yes'),
]

PARK = [   # paths of park, cemetery, sports ground, allotments
    S('', 'footway', [(22, 262), (16, 310), (-52, 352), (-62, 420), (-38, 480), (-28, 556), (30, 592), (84, 640),
      (150, 610), (196, 556), (262, 520), (250, 448), (228, 400), (238, 346), (180, 316), (90, 300), (16, 310)],
          houses=False, surface='compacted'),
    S('', 'footway', [(120, 214), (128, 260), (180, 316)], houses=False, surface='asphalt'),
    S('', 'footway', [(248, 444), (290, 456), (336, 452)], houses=False, surface='asphalt'),
    S('', 'footway', [(-58, 440), (0, 396), (60, 380), (140, 400), (205, 424), (232, 412)], houses=False,
        surface='fine_gravel'),
    S('', 'path', [(84, 640), (96, 720), (120, 860), (190, 1080)], houses=False, surface='ground'),
    S('', 'footway', [(-20, 190), (-90, 232), (-96, 262)], houses=False, surface='compacted'),
    S('', 'footway', [(600, 18), (596, 70), (600, 150), (660, 156), (668, 70), (662, 28)], houses=False,
      surface='fine_gravel'),
    S('', 'service', [(-190, -1), (-196, 60), (-240, 66)], houses=False, surface='asphalt', access='destination'),
    S('', 'footway', [(-196, 60), (-180, 120), (-150, 158)], houses=False, surface='asphalt'),
    S('', 'service', [(715, -510), (790, -520), (840, -600)], houses=False, surface='compacted'),
    S('', 'path', [(790, -520), (786, -620), (702, -650)], houses=False, surface='ground'),
]

RIM = [   # the country round about and two neighbouring settlements
    S('Dorfstraße', 'residential', [(1760, 244), (1790, 380), (1900, 470), (2060, 460), (2130, 380), (2140, 294)],
      maxspeed='30', surface='asphalt', sidewalk='right'),
    S('Am Brink', 'residential', [(1900, 470), (1960, 370), (1980, 276)], maxspeed='30', surface='sett'),
    S('Kapellenweg', 'residential', [(1960, 370), (2040, 380), (2130, 380)], maxspeed='30'),
    S('Teichstraße', 'residential', [(1860, 260), (1880, 150), (2010, 130), (2060, 284)], maxspeed='30'),
    S('Auentaler Weg', 'residential', [(-2000, -160), (-2040, 10), (-2200, 20), (-2320, -144)], maxspeed='30'),
    S('Vorstadtstraße', 'residential', [(-1900, -163), (-1930, -270), (-2150, -290), (-2350, -280), (-2380, -142)],
      maxspeed='30', sidewalk='both'),
    S('Weststraße', 'residential', [(-2150, -290), (-2170, -150)], maxspeed='30'),
    S('Bergweg', 'track', [(700, 790), (820, 1100), (900, 1500), (1100, 1900), (1200, 2390)], tracktype='grade2',
        div=True),
    S('Waldweg', 'track', [(820, 1100), (1200, 1150), (1700, 1000), (2100, 700), (2060, 460)], tracktype='grade3'),
    S('Nordfeld', 'track', [(-560, 960), (-300, 1150), (190, 1080), (500, 1200), (880, 1400)], tracktype='grade2'),
    S('Nordfeld', 'unclassified', [(-560, 960), (-700, 1345)], sidewalk='no', houses=False),
    S('Hofweg', 'track', [(190, 1080), (300, 1500), (600, 1900), (700, 2390)], tracktype='grade2'),
    S('Bruchweg', 'track', [(-1070, 170), (-1400, 350), (-1700, 800), (-2000, 1300), (-2590, 1500)],
      tracktype='grade2'),
    S('Moorweg', 'track', [(-1700, 800), (-1300, 1100), (-905, 990)], tracktype='grade3'),
    S('Südring', 'unclassified', [(-1200, -1700), (-700, -1500), (0, -1450), (590, -1480)], houses=False,
      sidewalk='no', surface='asphalt'),
    S('Heckenweg', 'track', [(590, -1480), (1200, -1300), (1800, -1400), (2590, -1200)], tracktype='grade2'),
    S('Südfeldweg', 'track', [(20, -730), (0, -1000), (60, -1450)], tracktype='grade1', surface='asphalt'),
    S('Bahnweg', 'track', [(720, -420), (1000, -430), (1500, -340), (2100, -260), (2590, -80)],
      tracktype='grade2'),
    S('Feldrain', 'track', [(1500, -340), (1450, -800), (1300, -1290)], tracktype='grade3'),
    S('Fuchsweg', 'track', [(1400, 170), (1380, 500), (1250, 800), (1200, 1150)], tracktype='grade2'),
    S('Ostfeld', 'track', [(1400, 170), (1440, -60), (1290, -225)], tracktype='grade2'),
    S('Grenzweg', 'track', [(-1500, -175), (-1480, 150), (-1404, 352)], tracktype='grade2'),
    S('Holzweg', 'track', [(-1150, 20), (-1300, -20), (-1484, 90)], tracktype='grade2'),
    S('Kreuzweg', 'track', [(-800, -1530), (-760, -1100), (-760, -700)], tracktype='grade2'),
    S('Talweg', 'track', [(-700, -1500), (-650, -1900), (-800, -2390)], tracktype='grade2'),
]



def _row_paths():
    """Paths between the slabs of the rows: one spine per group and a path along every slab."""
    paths = []
    for group in ROW_GROUPS:
        paths += [S('', 'footway', line, straight=True, houses=False, surface='paving_stones', width='1.5')
                  for line in group.paths()]
    return paths


ALL = _row_paths() + MAIN + FOUNDERS + CORE + ROWS + ESTATE + SLOPE + EAST + SOUTH + HALT + PARK + RIM
