"""Small things along the streets: crossings, kerbs, benches, trees, lamps, hedges."""
from .chance import Chance
from .geometry import at, box_of, distance, inside, line_length, nearest_on_line, smooth
from .grid import Grid
from .network import HALF_WIDTH, ROADS
from .osm_model import Node, named, set_into
from .plan_furniture import (BARE_WAY, BARE_WIDTH, BENCH_STREETS, BENCHES, CROSSINGS, LAMP_STREETS,
                             TREE_STREETS)
from .plan_land import PARK, POND

FOOT = ('footway', 'path', 'steps')


def build(district):
    """Write all street furniture."""
    osm, net, site = district.osm, district.net, district.site
    _crossing_nodes(net)
    _kerbs(net)
    _planned_crossings(net)
    _benches(osm, net, Chance(300))
    _lamps(osm, net)
    _street_trees(osm, net, site)
    _park_trees(osm, net, site, Chance(33))
    _garden_trees(osm, site, Chance(34))
    _hedges(osm, site, Chance(35))


def _meetings(net):
    """For each node of roads and paths: the road and the number of path arms there."""
    roads, arms, nodes = {}, {}, {}
    for street in net.streets:
        for i, node in enumerate(street.nodes):
            nodes[id(node)] = node
            if street.kind in ROADS and street.layer == 0:
                roads[id(node)] = street
            elif street.kind in FOOT:
                ends = i in (0, len(street.nodes) - 1)
                arms[id(node)] = arms.get(id(node), 0) + (1 if ends else 2)
    return [(nodes[key], roads[key], arms[key]) for key in roads if key in arms]


def _crossing_nodes(net):
    """A path that goes on across a road crosses it."""
    for node, road, arms in _meetings(net):
        if arms >= 2:
            if road.spec.tags.get('foot') == 'no':
                continue
            kind = 'marked' if road.kind == 'tertiary' else 'unmarked'
            node.tags.update({'highway': 'crossing', 'crossing': kind})
            if kind == 'marked':
                node.tags['crossing:markings'] = 'zebra'


def _kerbs(net):
    """A kerb node on each path where it meets the edge of a road."""
    chance = Chance(3)
    meeting = {id(node): road for node, road, _ in _meetings(net)}
    for street in net.streets:
        if street.kind not in ('footway', 'path') or street.layer:
            continue
        for way in street.ways:
            if way.tags.get('bridge') != 'yes':
                _kerbs_of(way, meeting, chance, 'sidewalk' in way.tags.values())


def _kerbs_of(way, meeting, chance, sidewalk):
    nodes = [way.nodes[0]]
    for a, b in zip(way.nodes, way.nodes[1:]):
        length = distance(a.p, b.p)
        marks = []
        for node, far in ((a, False), (b, True)):
            if id(node) in meeting:
                reach = HALF_WIDTH[meeting[id(node)].kind] - 0.4
                if reach + 0.6 < length / 2:
                    marks.append(length - reach if far else reach)
        for s in marks:
            t = s / length
            p = (a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
            nodes.append(Node(p, _kerb_tags(chance, sidewalk)))
        nodes.append(b)
    way.nodes[:] = nodes


def _kerb_tags(chance, sidewalk):
    u = chance.unit()
    if u < 0.08:
        return {}
    kind = 'raised' if u > (0.94 if sidewalk else 0.78) else 'flush' if u > 0.66 else 'lowered'
    tags = {'barrier': 'kerb', 'kerb': kind}
    if chance.yes(0.25):
        tags['tactile_paving'] = 'yes' if kind != 'raised' and chance.yes(0.4) else 'no'
    return tags


def _planned_crossings(net):
    """Nodes set into streets at the planned places."""
    for p, kind in CROSSINGS:
        found = []
        for street in net.streets:
            if street.kind in ROADS and street.spec.tags.get('foot') != 'no':
                found += [(nearest_on_line(p, w.line)[0], i, w) for i, w in enumerate(street.ways)]
        way = min(found, key=lambda f: f[0])[2]
        tags = {'highway': 'crossing', 'crossing': 'marked' if kind == 'island' else kind}
        if kind == 'marked':
            tags['crossing:markings'] = 'zebra'
        if kind == 'island':
            tags.update({'crossing': 'unmarked', 'crossing:island': 'yes'})
        if kind == 'traffic_signals':
            tags.update({'traffic_signals:sound': 'yes' if p[0] > 0 else 'no', 'tactile_paving': 'yes'})
        set_into(way, p, tags)


def _bare(p):
    """Whether p is beside the bare way and not at its ends."""
    away, s, _ = nearest_on_line(p, BARE_WAY)
    return away < BARE_WIDTH and 15 < s < line_length(BARE_WAY) - 5


def _benches(osm, net, chance):
    places = list(BENCHES)
    for street in net.streets:
        gap = BENCH_STREETS.get(street.name)
        if gap and street.layer == 0:
            places += [p for p in _beside(street, gap, gap / 3, 1) if not _bare(p)]
    for p in places:
        if _bare(p):
            raise ValueError(f'a bench on the bare way: {p}')
        tags = {'amenity': 'bench', 'backrest': 'yes' if chance.yes(0.72) else 'no' if chance.yes(0.6) else None,
                'armrest': 'yes' if chance.yes(0.3) else None, 'material': chance.pick(('wood', 'metal', None)),
                'seats': chance.pick((None, None, 3, 4))}
        osm.points.append(Node(p, named(tags)))


def _beside(street, gap, start, side):
    """Points beside a street, `gap` metres apart, on alternating sides unless side is 0."""
    away, s, out = street.half_width + 0.6, start, []
    while s < line_length(street.line):
        (x, y), (tx, ty) = at(street.line, s)
        out.append((x - ty * away * side, y + tx * away * side))
        s, side = s + gap, -side
    return out


def _lamps(osm, net):
    for street in net.streets:
        gap = LAMP_STREETS.get(street.name)
        if gap:
            osm.points += [Node(p, {'highway': 'street_lamp'}) for p in _beside(street, gap, gap / 2, -1)]


def _street_trees(osm, net, site):
    """Rows of trees beside avenues, on both sides, where no building or street is in the way."""
    streets = _segments(net)
    for street in net.streets:
        if street.name in TREE_STREETS and street.kind != 'pedestrian':
            gap, species = TREE_STREETS[street.name]
            for side in (1, -1):
                for p in _beside(street, gap, gap / 2, side):
                    if _free(p, site, streets):
                        osm.points.append(Node(p, {'natural': 'tree', 'species': species,
                                                   'leaf_type': 'broadleaved'}))


def _segments(net):
    """All streets as a grid of (a, b, half width)."""
    grid = Grid(60.0)
    for street in net.streets:
        for a, b in zip(street.line, street.line[1:]):
            grid.add(box_of((a, b), 6), (a, b, HALF_WIDTH[street.kind]))
    return grid


def _free(p, site, streets):
    small = [(p[0] - 1, p[1] - 1), (p[0] + 1, p[1] - 1), (p[0] + 1, p[1] + 1), (p[0] - 1, p[1] + 1)]
    if any(nearest_on_line(p, [a, b])[0] < w + 0.4 for a, b, w in streets.near(box_of([p]))):
        return False
    return not site.on_ring(small)


def _park_trees(osm, net, site, chance):
    """Scattered trees in the park and on the estate's lawns."""
    streets = _segments(net)
    pond = smooth(POND, 9, closed=True)
    for box, count, ring in (((-100, 290, 260, 640), 230, PARK), ((-880, 230, -360, 660), 190, None)):
        for _ in range(count):
            p = (chance.between(box[0], box[2]), chance.between(box[1], box[3]))
            if (ring is None or inside(ring, p)) and not inside(pond, p) and _free(p, site, streets):
                osm.points.append(Node(p, {'natural': 'tree', 'leaf_type': 'broadleaved'}))


def _garden_trees(osm, site, chance):
    """Trees behind homes."""
    for house in site.buildings:
        if house.home and house.front and chance.yes(0.38):
            p = _behind(house, chance.between(-4, 12), chance.between(17, 27))
            small = [(p[0] - 1, p[1] - 1), (p[0] + 1, p[1] - 1), (p[0] + 1, p[1] + 1), (p[0] - 1, p[1] + 1)]
            if not site.on_ring(small) and site.clear_of_streets(small):
                osm.points.append(Node(p, {'natural': 'tree'}))


def _behind(house, along, depth):
    """A point `depth` metres behind the front of a house."""
    (ax, ay), (bx, by) = house.front
    d = distance(house.front[0], house.front[1])
    ux, uy = (bx - ax) / d, (by - ay) / d
    return ax + ux * along - uy * depth, ay + uy * along + ux * depth


def _hedges(osm, site, chance):
    """Hedges between plots of detached homes."""
    for house in site.buildings:
        if house.tags['building'] in ('detached', 'semidetached_house') and chance.yes(0.3):
            width = distance(*house.front)
            line = [_behind(house, width + 3.2, 1), _behind(house, width + 3.2, 22)]
            thin = [line[0], (line[0][0] + 0.5, line[0][1]), (line[1][0] + 0.5, line[1][1]), line[1]]
            if not site.on_ring(thin) and site.clear_of_streets(thin):
                osm.way([Node(p) for p in line], {'barrier': 'hedge'})
