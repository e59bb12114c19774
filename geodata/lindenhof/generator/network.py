"""Streets, paths, rails and the stream as OSM ways."""
from . import plan_streets as plan
from .chance import Chance
from .geometry import crossing, distance, line_length, nearest_on_line, offset_line, simplify, smooth
from .noding import Line, crossings_of, node_lines
from .osm_model import Node
from .plan_buildings import FARMS
from .terrain import Terrain

FOOT_KINDS = ('footway', 'path', 'steps')
ROADS = ('secondary', 'tertiary', 'residential', 'living_street', 'unclassified')
HALF_WIDTH = {'secondary': 5.5, 'tertiary': 4.5, 'residential': 3.2, 'living_street': 2.4,
              'unclassified': 3.5, 'pedestrian': 2.6, 'track': 1.8, 'service': 2.2, 'footway': 1.3,
              'path': 1.1, 'steps': 1.3}


class Street:
    """A built street: its plan, its smooth line and its chain of nodes."""

    def __init__(self, spec, line):
        self.spec, self.kind, self.name, self.layer = spec, spec.kind, spec.name, spec.layer
        self.source, self.line, self.nodes, self.ways = line, [], [], []

    @property
    def half_width(self):
        """Metres from the centre line to its edge, sidewalk included."""
        walk = self.spec.tags.get('sidewalk')
        extra = 2.0 if walk in ('both', 'left', 'right') else 3.2 if walk == 'separate' else 0.0
        return HALF_WIDTH[self.kind] + extra


class Network:
    """What was built: streets, stream and rail lines as points, bridges as points."""

    def __init__(self):
        self.streets, self.tracks = [], []
        self.stream = smooth(plan.STREAM, 16.0)
        self.rail = smooth(plan.RAIL, 40.0)
        self.terrain = Terrain(self.stream)
        self.chance = Chance(7)


def build(osm):
    """Build all lines into `osm` and return the Network."""
    net = Network()
    specs = [plan.S('Westumgehung', 'secondary', plan.BYPASS, houses=False, foot='no', ref='L 9017',
                    maxspeed='100', surface='asphalt', sidewalk='no')] + plan.ALL + _sidewalks()
    specs += _driveways(specs)
    net.streets = [_street(spec) for spec in specs]
    node_lines([s.source for s in net.streets])
    for street in net.streets:
        street.nodes = street.source.chain()
        street.line = [n.p for n in street.nodes]
    _level_crossing(osm, net)
    for street in net.streets:
        _write_street(osm, net, street)
    _write_stream(osm, net)
    return net


def _street(spec):
    step = 22.0 if spec.kind in ('track', 'secondary') else 12.0
    points = spec.points if spec.straight else simplify(smooth(spec.points, step), 0.12)
    if points[0] == points[-1] and not spec.straight:
        points = smooth(spec.points[:-1], step, closed=True)
        points.append(points[0])
    street = Street(spec, None)
    street.source = Line(points, spec.layer, spec.free)
    return street


def _sidewalks():
    """Separate sidewalks as closed lines beside the ring of the estate."""
    ring = next(s for s in plan.ALL if s.name == 'Rosenring')
    curve = smooth(ring.points[:-1], 16.0, closed=True)
    curve.append(curve[0])
    specs = []
    for side in (5.6, -5.6):
        line = offset_line(curve, side)
        line[-1] = line[0]
        specs.append(plan.S('', 'footway', line, straight=True, houses=False, footway='sidewalk',
                            surface='paving_stones', lit='yes', width='2.0'))
    return specs


def _driveways(specs):
    """A drive from the nearest street to each farm."""
    lines = [_street(spec).source.points for spec in specs if spec.layer == 0 and spec.kind != 'secondary']
    drives = []
    for centre, _ in FARMS:
        _, number, foot = min((nearest_on_line(centre, line)[0], i, nearest_on_line(centre, line)[2])
                              for i, line in enumerate(lines))
        if distance(foot, centre) < 25:
            continue
        share = 1 - 14 / distance(foot, centre)
        end = foot[0] + (centre[0] - foot[0]) * share, foot[1] + (centre[1] - foot[1]) * share
        drives.append(plan.S('', 'service', [foot, end], straight=True, houses=False, free=True, service='driveway',
                             surface=('gravel', 'asphalt', 'compacted')[number % 3]))
    return drives


def _level_crossing(osm, net):
    """Two tracks as ways; they share nodes with the one street that crosses them on the level."""
    street = next(s for s in net.streets if s.name == 'Auestraße')
    for side in (2.2, -2.2):
        track = offset_line(net.rail, side)
        s = crossings_of(street.line, track)[0]
        shared = _insert(street.nodes, street.line, s)
        shared.tags = {'railway': 'level_crossing', 'crossing:barrier': 'half', 'crossing:light': 'yes',
                       'surface': 'rubber'}
        street.line = [n.p for n in street.nodes]
        nodes = [Node(p) for p in track]
        _insert_node(nodes, crossings_of(track, street.line)[0], shared)
        net.tracks.append(nodes)
    for number, nodes in enumerate(net.tracks, 1):
        _write_track(osm, net, nodes, number)


def _insert(nodes, line, s):
    """A new node at position s of a chain."""
    start = 0.0
    for i, (a, b) in enumerate(zip(line, line[1:])):
        d = distance(a, b)
        if start + d >= s:
            t = (s - start) / d
            node = Node((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))
            nodes.insert(i + 1, node)
            return node
        start += d
    raise ValueError('position beyond the line')


def _insert_node(nodes, s, node):
    """Insert an existing node at position s of a chain."""
    start = 0.0
    for i, (a, b) in enumerate(zip(nodes, nodes[1:])):
        start += distance(a.p, b.p)
        if start >= s:
            nodes.insert(i + 1, node)
            return


def _write_track(osm, net, nodes, number):
    tags = {'railway': 'rail', 'usage': 'main', 'gauge': '1435', 'electrified': 'no', 'maxspeed': '100',
            'name': 'Bahnstrecke Auental–Wiebrock', 'railway:track_ref': str(number), 'operator': 'Auetalbahn'}
    for part, extra in _parts(nodes, [(net.stream, 6.0)]):
        osm.way(part, {**tags, **extra})


def _write_street(osm, net, street):
    """Write one street, cut into pieces at its bridges."""
    tags = tags_of(net, street)
    over = [(net.stream, 6.5)]
    if street.kind == 'secondary':
        over.append((net.rail, 13.0))
        over.append((next(s.line for s in net.streets if s.spec.tags.get('tunnel') == 'yes'
                          and s.name == 'Mühlbachpfad'), 5.0))
    if street.layer < 0:
        extra = {'layer': '-1'} if tags.get('tunnel') == 'yes' else {}
        tags.pop('tunnel', None) if tags.get('tunnel') == 'no' else None
        street.ways.append(osm.way(street.nodes, {**tags, **extra}))
        return
    for part, extra in _parts(street.nodes, over):
        street.ways.append(osm.way(part, {**tags, **extra}))
    street.nodes = [street.ways[0].nodes[0]] + [n for w in street.ways for n in w.nodes[1:]]
    street.line = [n.p for n in street.nodes]


def _parts(nodes, obstacles):
    """(nodes, extra tags) of the pieces of a chain, bridges over the obstacles cut out."""
    line = [n.p for n in nodes]
    spans = sorted((max(0.5, s - half), s + half) for other, half in obstacles
                   for s in crossings_of(line, other))
    spans = _merged(spans, line_length(line))
    chain = list(nodes)
    marks = []
    for span in spans:
        for s in span:
            marks.append(_insert(chain, [n.p for n in chain], s))
    pieces, current = [], []
    for node in chain:
        current.append(node)
        if any(node is m for m in marks):
            pieces.append(current)
            current = [node]
    pieces.append(current)
    return [(p, {'bridge': 'yes', 'layer': '1'} if i % 2 else {}) for i, p in enumerate(pieces)]


def _merged(spans, total):
    """Spans that meet, united; all within the line."""
    out = []
    for a, b in spans:
        b = min(b, total - 0.5)
        if out and a <= out[-1][1] + 1.0:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def tags_of(net, street):
    """The tags of a street, the planned ones and what surveyors noted on a share of ways."""
    tags = {'highway': street.kind}
    if street.name:
        tags['name'] = street.name
    for key, value in {**_noted(net, street), **street.spec.tags}.items():
        tags[key] = value
    if street.kind == 'living_street':
        tags.setdefault('maxspeed', 'walk')
    return tags


def _noted(net, street):
    """Attributes that are known for some ways only."""
    chance, kind, noted = net.chance, street.kind, {}
    paved = street.spec.tags.get('surface') in ('asphalt', 'paving_stones', None)
    if kind in ROADS and chance.yes(0.55):
        noted['lit'] = 'yes'
    if kind in FOOT_KINDS and chance.yes(0.45):
        noted['lit'] = 'yes' if chance.yes(0.55) else 'no'
    if kind in FOOT_KINDS and chance.yes(0.3):
        noted['width'] = chance.pick(('1.2', '1.5', '1.8', '2.0', '2.5'))
    if chance.yes(0.28) and kind != 'steps':
        noted['smoothness'] = chance.pick(('excellent', 'good', 'good', 'intermediate')) if paved else 'intermediate'
    if kind == 'track' and chance.yes(0.7):
        noted['surface'] = chance.pick(('gravel', 'compacted', 'ground', 'asphalt'))
    if kind == 'residential' and chance.yes(0.6):
        noted['surface'] = 'asphalt'
    grade = net.terrain.grade(street.line)
    if abs(grade) >= 4 and line_length(street.line) < 280 and kind != 'steps' and chance.yes(0.7):
        noted['incline'] = f'{grade:.0f}%'
    return noted


def _write_stream(osm, net):
    nodes = [Node(p) for p in net.stream]
    osm.way(nodes, {'waterway': 'stream', 'name': 'Mühlbach', 'width': '3'})


def walkable(tags):
    """Whether people on foot may use a way."""
    kind = tags.get('highway')
    return kind is not None and tags.get('foot') != 'no' and kind not in ('motorway', 'trunk')


def shares_forbidden_node(way, other):
    """Whether two lines cross and share no node there."""
    for a, b in zip(way.nodes, way.nodes[1:]):
        for c, d in zip(other.nodes, other.nodes[1:]):
            if crossing(a.p, b.p, c.p, d.p) and not {a, b} & {c, d}:
                return True
    return False
