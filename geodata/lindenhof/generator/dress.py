"""Addresses, entrances and the outlines of buildings as OSM ways."""
from .geometry import centroid, distance, edges, inside, lerp, nearest_on_line, segment_distance
from .osm_model import Node, Relation


def address_all(site, net, blocks):
    """Give each building its block and each home its street and number."""
    named = [s for s in net.streets if s.name and s.kind in
             ('tertiary', 'residential', 'living_street', 'pedestrian', 'unclassified')
             or s.name == 'Lindenpassage']
    for building in site.buildings:
        middle = centroid(building.ring)
        building.block = next((b for b in blocks if inside(b.ring, middle)), None)
        if building.tags['building'] in ('garage', 'garages', 'shed', 'barn', 'farm_auxiliary'):
            continue
        door = lerp(*building.front, 0.5) if building.front else middle
        building.street = building.street or min(named, key=lambda s: nearest_on_line(door, s.line)[0])
    _number(site, named)


def _number(site, named):
    """House numbers along each street: odd on the left, even on the right."""
    by_name = {}
    for b in site.buildings:
        if b.street and b.street.name:
            by_name.setdefault(b.street.name, []).append(b)
    for name in sorted(by_name):
        parts = [s for s in named if s.name == name] or [by_name[name][0].street]
        taken = {}
        for order, b in sorted(_positions(by_name[name], parts), key=lambda e: e[0]):
            side = order[-1]
            taken[side] = taken.get(side, -1 if side else 0) + 2
            b.tags.update({'addr:street': name, 'addr:housenumber': str(taken[side]),
                           'addr:city': 'Auental', 'addr:postcode': '00999'})
            b.number = taken[side]


def _positions(buildings, parts):
    """((part, metres along it, index, left?), building)."""
    for index, b in enumerate(buildings):
        middle = centroid(b.ring)
        found = min((nearest_on_line(middle, s.line), k) for k, s in enumerate(parts))
        (_, s, foot), k = found
        line = parts[k].line
        a, c = min(zip(line, line[1:]), key=lambda e: segment_distance(foot, *e))
        left = (c[0] - a[0]) * (middle[1] - a[1]) - (c[1] - a[1]) * (middle[0] - a[0]) > 0
        yield (k, s, index, left), b


def write_buildings(osm, site, chance):
    """All outlines; doors as nodes of the outline for a good half of the homes."""
    for building in site.buildings:
        nodes = [Node(p) for p in building.ring]
        if building.home and chance.yes(0.62) or building.used:
            _door(building, nodes, chance)
        building.way = osm.way(nodes + nodes[:1], {} if building.inner else building.tags)
        if building.inner:
            yard = osm.area(building.inner, {'landuse': 'grass'})
            osm.relations.append(Relation([('outer', building.way), ('inner', yard)],
                                          {'type': 'multipolygon', **building.tags}))


def mark_lifts(site, chance):
    """Tell of most houses of three storeys and more whether they have a lift: high ones do, slabs and old ones do not."""
    for building in site.buildings:
        levels = int(building.tags.get('building:levels', 0))
        if not building.home or levels < 3 or building.tags['building'] != 'apartments':
            continue
        told, has = chance.yes(0.72), chance.yes(0.08)
        if levels >= 6 or told:
            building.tags['elevator'] = 'yes' if levels >= 6 or (has and levels > 3) else 'no'


def _door(building, nodes, chance):
    front = building.front or min(edges(building.ring), key=lambda e: -distance(*e))
    index = min(range(len(nodes)), key=lambda i: distance(building.ring[i], front[0]))
    tags = {'entrance': 'main' if chance.yes(0.6) else 'yes'}
    if building.home and building.number:
        tags['addr:housenumber'] = str(building.number)
    if chance.yes(0.3):
        tags['wheelchair'] = 'yes' if chance.yes(0.35) else 'no'
        if tags['wheelchair'] == 'no' and chance.yes(0.5):
            tags['step_count'] = chance.pick(('1', '2', '3', '5'))
    a, b = building.ring[index], building.ring[(index + 1) % len(nodes)]
    building.entrance = Node(lerp(a, b, chance.between(0.4, 0.6)), tags)
    nodes.insert(index + 1, building.entrance)
