"""The planted truths: measured on the finished district, checked, then written as YAML."""
from .frame import to_lonlat
from .geometry import line_length, nearest_on_line
from .plan_furniture import BARE_WAY
from .plan_services_csv import HOME_CARE_PROVIDER
from .routing import Walk

INFINITE = float('inf')


class Measures:
    """Reach measured with the generator's own walking model."""

    def __init__(self, district):
        self.district, self._walks = district, {}

    def walk(self, profile):
        """The network of a profile, built once."""
        if profile not in self._walks:
            self._walks[profile] = Walk(self.district, profile)
        return self._walks[profile]

    def places(self, kind):
        """Where the services of a type stand."""
        return [s.place for s in self.district.services if s.kind == kind]

    def homes(self, numbers):
        """(door, residents-like weight = flats) of the homes of some blocks."""
        return [(b.door, b.flats) for b in self.district.site.buildings
                if b.home and b.block and (numbers is None or b.block.number in numbers)]

    def minutes(self, kind, profile, numbers):
        """[(minutes to the nearest service, flats)] of homes."""
        walk = self.walk(profile)
        times = walk.times_from(self.places(kind))
        return [(walk.time_at(p, times) / 60, w) for p, w in self.homes(numbers)]

    def share(self, kind, profile, numbers, limit):
        """Share of flats with a service within `limit` minutes."""
        rows = self.minutes(kind, profile, numbers)
        return sum(w for t, w in rows if t <= limit) / sum(w for _, w in rows)

    def residents_in_reach(self, kind, profile, limit, age):
        """Residents of an age and more in reach, spread over the flats of their block."""
        total = 0.0
        for row in self.district.residents:
            if any(b.home for b in self.district.site.buildings if b.block is row.block):
                total += row.from_age(age) * self.share(kind, profile, (row.block.number,), limit)
        return total


def write(district, path):
    """Check all truths and write them; returns the failures."""
    measures = Measures(district)
    truths = [plant(measures) for plant in PLANTED]
    path.write_bytes(_yaml(truths).encode('utf-8'))
    return [t['id'] for t in truths if not t['holds']]


def _pharmacy(m):
    blocks = ['0701', '0702']
    ok, fails = m.share('G04', 'adult', blocks, 10), m.share('G04', 'rollator', blocks, 10)
    rows = sorted(t for t, _ in m.minutes('G04', 'rollator', blocks))
    return {'id': 'pharmacy_behind_railway', 'kind': 'reach_contrast',
            'text_de': 'Hinter der Bahn erreichen Erwachsene die Bahnhof-Apotheke durch die Unterführung in zehn '
                       'Minuten. Mit Rollator sind die Treppen zu: der Umweg führt über den Bahnübergang.',
            'text_en': 'Behind the railway adults reach the pharmacy through the underpass in ten minutes. With a '
                       'rollator the steps are closed: the way round leads over the level crossing.',
            'service': 'G04', 'profile_ok': 'adult', 'profile_fails': 'rollator', 'limit_min': 10, 'blocks': blocks,
            'share_ok_min': 0.8, 'share_fails_max': 0.1, 'fails_least_min': 16,
            'measured': {'share_ok': round(ok, 3), 'share_fails': round(fails, 3),
                'rollator_least_min': round(rows[0], 1),
                         'rollator_median_min': round(rows[len(rows) // 2], 1)},
            'holds': ok >= 0.8 and fails <= 0.1 and rows[0] >= 16}


def _benches(m):
    start, goal = BARE_WAY[0], BARE_WAY[-1]
    line = m.walk('adult').path(start, goal)
    gap = _longest_gap(m.district, line, 15.0)
    main = {n: _street_gap(m.district, n) for n in ('Lindenstraße', 'Hauptstraße', 'Bahnhofstraße', 'Südstraße')}
    return {'id': 'way_without_benches', 'kind': 'bench_gap',
            'text_de': 'Der direkte Weg vom Rosenplatz zum Markt (Auenweg) ist über 600 m lang und hat keine Bank; '
                       'an den Hauptwegen steht sonst alle 200 m eine.',
            'text_en': 'The direct way from the estate to the market square (Auenweg) is over 600 m long without a '
                       'bench; main ways elsewhere have one at least every 200 m.',
            'from': list(to_lonlat(start)), 'to': list(to_lonlat(goal)), 'profile': 'adult', 'bench_within_m': 15,
            'min_gap_m': 600, 'other_ways_max_gap_m': 200, 'other_ways': sorted(main),
            'measured': {'gap_m': round(gap), 'route_m': round(line_length(line)),
                         'other_ways_gap_m': {k: round(v) for k, v in main.items()}},
            'holds': gap >= 600 and max(main.values()) <= 200}


def _bench_points(district):
    return [n.p for n in district.osm.points if n.tags.get('amenity') == 'bench']


def _longest_gap(district, line, within):
    """Longest stretch of a line without a bench within some metres."""
    stops, benches = [0.0], _bench_points(district)
    for p in benches:
        away, s, _ = nearest_on_line(p, line)
        if away <= within:
            stops.append(s)
    stops = sorted(stops) + [line_length(line)]
    return max(b - a for a, b in zip(stops, stops[1:]))


def _street_gap(district, name):
    lines = [s.line for s in district.net.streets if s.name == name]
    return max(_longest_gap(district, line, 15.0) for line in lines)


def _overload(m):
    near = m.residents_in_reach('P02', 'age_75', 20.1, 80)
    everyone = sum(r.from_age(80) for r in m.district.residents)
    count = len(m.places('P02'))
    return {'id': 'day_care_overloaded', 'kind': 'overload',
            'text_de': 'Die einzige Tagespflege hat 12 Plätze; allein in 1 000 m Fußweg wohnen ein Vielfaches an '
                       'Menschen ab 80 Jahren.',
            'text_en': 'The only day care has 12 places; within 1,000 m on foot alone live many times as many people '
                       'aged 80 and more.',
            'service': 'P02', 'capacity': 12, 'providers_max': 1, 'profile': 'age_75', 'limit_min': 20,
            'residents_80_min': int(near * 0.85) // 10 * 10, 'residents_80_district_min': everyone * 9 // 10,
            'measured': {'services': count, 'residents_80_in_reach': round(near), 'residents_80_district': everyone,
                         'places_per_100_in_reach': round(1200 / near, 1)},
            'holds': count == 1 and near > 12 * 12}


def _home_care(m):
    rows = [o for o in m.district.offers if o.label == 'Ambulanter Pflegedienst']
    osm = m.places('P01')
    return {'id': 'home_care_one_provider', 'kind': 'single_provider',
            'text_de': 'Drei Büros, ein Anbieter: Alle ambulante Pflege im Quartier liegt in einer Hand.',
            'text_en': 'Three offices, one provider: all home care of the district is in one hand.',
            'service': 'P01', 'provider': HOME_CARE_PROVIDER, 'offices': 3,
            'measured': {'offices': len(rows), 'providers': len({o.provider for o in rows})},
            'holds': len(rows) == 3 and not osm and {o.provider for o in rows} == {HOME_CARE_PROVIDER}}


def _gap(identifier, service, profile, limit, blocks, share_max, german, english):
    def plant(m):
        share = m.share(service, profile, blocks, limit)
        rows = sorted(t for t, _ in m.minutes(service, profile, blocks))
        return {'id': identifier, 'kind': 'service_gap', 'text_de': german, 'text_en': english, 'service': service,
                'profile': profile, 'limit_min': limit, 'blocks': blocks, 'share_reached_max': share_max,
                'measured': {'share_reached': round(share, 3), 'least_min': round(rows[0], 1),
                             'median_min': round(rows[len(rows) // 2], 1)},
                'holds': share <= share_max}
    return plant


def _steps(m):
    start, goal = (797, 512), (812, 362)
    fit = _minutes_between(m.walk('adult'), start, goal)
    slow = _minutes_between(m.walk('rollator'), start, goal)
    return {'id': 'stairs_only_for_the_fit', 'kind': 'detour_contrast',
            'text_de': 'Die Weinbergtreppe verkürzt den Weg den Hang hinunter nur für die, die Stufen gehen können.',
            'text_en': 'The Weinberg stairs shorten the way down the slope only for those who can climb steps.',
            'from': list(to_lonlat(start)), 'to': list(to_lonlat(goal)), 'profile_ok': 'adult',
            'profile_fails': 'rollator', 'ratio_min': 3.0,
            'measured': {'adult_min': round(fit, 1), 'rollator_min': round(slow, 1) if slow < INFINITE
                else 'unreachable'},
            'holds': slow >= 3 * fit}


def _minutes_between(walk, start, goal):
    return walk.time_at(goal, walk.times_from([start])) / 60


def _nursing_home(m):
    row = next(r for r in m.district.residents if r.block.number == '0603')
    share = row.from_age(80) / row.total
    everyone = sum(r.from_age(80) for r in m.district.residents) / sum(r.total for r in m.district.residents)
    return {'id': 'nursing_home_hot_spot', 'kind': 'institutional_share',
            'text_de': 'Der höchste Anteil 80+ liegt dort, wo das Pflegeheim steht: 71 Heimbewohner verzerren das Bild.',
            'text_en': 'The highest share of 80+ is where the nursing home stands: its 71 residents distort the picture.',
            'block': '0603', 'service': 'W03', 'institutional_residents': 71, 'share_80_min': 0.25,
            'measured': {'share_80': round(share, 3), 'share_80_district': round(everyone, 3)},
            'holds': share >= 0.25
                and all(r.from_age(80) / r.total < share for r in m.district.residents if r is not row)}


def _small_block(m):
    row = next(r for r in m.district.residents if r.block.number == '0101')
    return {'id': 'small_numbers', 'kind': 'small_block',
            'text_de': 'Der Block Markt und Kirche ist so klein, dass Altersgruppen nicht gezeigt werden dürfen.',
            'text_en': 'The block Markt und Kirche is so small that age groups must not be shown.',
            'block': '0101', 'residents_max': 100, 'group_80_max': 9,
            'measured': {'residents': row.total, 'residents_80': row.from_age(80)},
            'holds': row.total <= 100 and row.from_age(80) <= 9}


PLANTED = [
    _pharmacy, _benches, _overload, _home_care,
    _gap('no_supermarket_on_the_slope', 'N01', 'age_85', 10, ['0502', '0504'], 0.05,
         'Am Hang liegt kein Supermarkt: Mit 85 erreicht ihn dort niemand in zehn Minuten.',
         'There is no supermarket on the slope: at 85 nobody there reaches one in ten minutes.'),
    _gap('no_toilet_behind_railway', 'O01', 'age_75', 10, ['0701', '0702', '0703'], 0.02,
         'Hinter der Bahn fehlt eine öffentliche Toilette: die nächste ist zu Fuß weit.',
         'There is no public toilet behind the railway: the next one is a long walk.'),
    _steps, _nursing_home, _small_block,
]


def _yaml(truths):
    lines = ['# Planted truths of Lindenhof, measured by the generator itself (generator/routing.py).',
             '# Shares are of dwellings; minutes are of the profile; lon/lat in degrees.', 'truths:']
    for truth in truths:
        lines.append(f"  - id: {truth['id']}")
        lines += [f'    {key}: {_value(value)}' for key, value in truth.items() if key not in ('id', 'holds')]
    return '\n'.join(lines) + '\n'


def _value(value):
    if isinstance(value, dict):
        return '{' + ', '.join(f'{k}: {_value(v)}' for k, v in value.items()) + '}'
    if isinstance(value, (list, tuple)):
        return '[' + ', '.join(_value(v) for v in value) + ']'
    if isinstance(value, str):
        return value if value.isidentifier() and value.isascii() and len(value) < 40 else '"' + value.replace('"',
            '\\"') + '"'
    return str(value)
