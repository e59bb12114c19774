"""Where crossings, benches, trees and lamps are wanted."""

# (place, kind) on the nearest street; kinds are values of crossing=*
CROSSINGS = [((60, 21), 'traffic_signals'), ((-120, 6), 'traffic_signals'), ((-548, -67), 'traffic_signals'),
             ((678, 32), 'traffic_signals'), ((-1030, -149), 'traffic_signals'), ((-290, -13), 'marked'),
             ((150, 12), 'marked'), ((240, 4), 'island'), ((394, 0), 'marked'), ((610, 17), 'island'),
             ((-640, -80), 'unmarked'), ((-805, -126), 'island'), ((552, 11), 'unmarked'), ((866, 76), 'unmarked'),
             ((704, -160), 'marked'), ((718, -440), 'unmarked'), ((25, -478), 'marked'), ((-562, 30), 'marked'),
             ((430, 228), 'unmarked'), ((20, -344), 'marked'), ((64, -150), 'unmarked'), ((-128, -160), 'unmarked'),
             ((232, -160), 'unmarked'), ((1960, 272), 'island'), ((-2140, -156), 'island')]

# streets (by name) with a bench every so many metres
BENCH_STREETS = {'Lindenstraße': 130, 'Hauptstraße': 130, 'Bahnhofstraße': 110, 'Südstraße': 170, 'Parkstraße': 150,
                 'Lindenpassage': 90, 'Mühlbachpfad': 150, 'Auestraße': 180, 'Bergstraße': 170, 'Parkbrücke': 120,
                 'An der Bahn': 190, 'Gartenstraße': 180, 'Siedlerweg': 180, 'Am Lindenhof': 160, 'Eschenweg': 120,
                 'Kirchgasse': 90}

BENCHES = [(70, 90), (80, 94), (120, 62), (112, 44), (-594, 434), (-572, 428), (20, -366), (-52, -386), (-60, -409),
           (-100, -386.5), (60, 296), (130, 300), (225, 350), (205, 520), (120, 600), (30, 590), (-28, 530), (-30, 420),
           (50, 424), (186, 430), (170, 520), (610, 90), (655, 130), (640, 60), (790, -545), (600, -555), (-60, -566),
           (830, -150), (770, 402), (880, 452), (600, 462), (94, -520), (-505, 530), (-735, 500), (-800, 340)]

# the direct way from the estate to the core: no bench stands near it
BARE_WAY = [(-585, 405), (-545, 362), (-490, 326), (-430, 310), (-350, 270), (-268, 236), (-200, 186), (-130, 146),
            (-62, 120), (-20, 92), (20, 72), (48, 70)]
BARE_WIDTH = 45.0

TREE_STREETS = {'Lindenstraße': (15.0, 'Tilia cordata'), 'Auestraße': (22.0, 'Quercus robur'),
                'Rosenring': (24.0, 'Acer platanoides'), 'Bahnhofstraße': (18.0, 'Platanus × hispanica'),
                'Auentaler Straße': (26.0, 'Tilia cordata'), 'Südfelder Weg': (28.0, 'Fraxinus excelsior')}

LAMP_STREETS = {'Lindenstraße': 48.0, 'Hauptstraße': 48.0, 'Lindenpassage': 40.0, 'Bahnhofsplatz': 12.0}
