"""What must hold of the finished district; each check yields sentences about what does not."""
from .frame import in_box
from .geometry import box_of, centroid, crossing, inside, ring_to_segment, rings_overlap, shrunk
from .grid import Grid
from .network import HALF_WIDTH, walkable
from .routing import Walk


def faults(district):
    """All faults found."""
    found = []
    for check in (_rail_is_a_barrier, _one_level_crossing, _homes_in_one_block, _homes_near_ways, _no_overlaps,
                  _streets_free, _connected, _crossings_share_nodes,
                  _ways_have_length, _inside_the_box):
        found += [f'{check.__name__[1:]}: {fault}' for fault in check(district)]
    return found


def _ways(district):
    return [w for w in district.osm.ways if walkable(w.tags) and w.tags.get('area') != 'yes']


def _rail_is_a_barrier(district):
    rail = district.net.rail
    for way in _ways(district):
        if 'bridge' in way.tags or 'tunnel' in way.tags or way.tags.get('name') == 'Auestraße':
            continue
        for a, b in zip(way.line, way.line[1:]):
            for c, d in zip(rail, rail[1:]):
                if crossing(a, b, c, d):
                    yield f'{way.tags} crosses the rails'


def _one_level_crossing(district):
    nodes = {id(n): n for w in district.osm.ways for n in w.nodes if n.tags.get('railway') == 'level_crossing'}
    if len(nodes) != len(district.net.tracks):
        yield f'{len(nodes)} level crossing nodes'


def _homes_in_one_block(district):
    for b in district.site.buildings:
        holders = [k for k in district.blocks if inside(k.ring, centroid(b.ring))]
        if b.home and inside(district.ring, b.ring[0]) and len(holders) != 1:
            yield f'{b.tags} at {centroid(b.ring)} in {len(holders)} blocks'
        if b.home and holders and not all(inside(holders[0].ring, p) for p in b.ring):
            yield f'{b.tags} at {centroid(b.ring)} stands across the edge of {holders[0].number}'


def _homes_near_ways(district):
    walk = Walk(district, 'adult')
    for b in district.site.buildings:
        if b.home and not walk.attach(b.door):
            yield f'{b.tags} at {b.door} is more than 60 m from a way'


def _no_overlaps(district):
    grid = Grid(50.0)
    for b in district.site.buildings:
        ring = shrunk(b.ring, 0.7)
        for other in grid.near(box_of(ring)):
            if other is not b and rings_overlap(ring, shrunk(other.ring, 0.7)) \
                    and not (other.inner and inside(other.inner, ring[0])):
                yield f'{b.tags} at {centroid(b.ring)} overlaps {other.tags}'
        grid.add(box_of(b.ring), b)


def _streets_free(district):
    grid = Grid(50.0)
    for way in district.osm.ways:
        if 'highway' in way.tags and way.tags.get('area') != 'yes' and way.tags.get('layer') != '-1':
            for a, b in zip(way.line, way.line[1:]):
                grid.add(box_of((a, b), 4), (a, b, way.tags['highway']))
    for b in district.site.buildings:
        for a, c, kind in grid.near(box_of(b.ring)):
            if ring_to_segment(b.ring, a, c) < HALF_WIDTH[kind] - 0.4:
                yield f'{b.tags} at {centroid(b.ring)} stands on a {kind}'
                break


def _connected(district):
    """All walkable ways of the district hang together."""
    parent = {}

    def root(k):
        while parent.setdefault(k, k) != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for way in _ways(district):
        for a, b in zip(way.nodes, way.nodes[1:]):
            parent[root(id(a))] = root(id(b))
    main = root(id(next(s for s in district.net.streets if s.name == 'Hauptstraße').nodes[0]))
    for way in _ways(district):
        if root(id(way.nodes[0])) != main:
            yield f'{way.tags} is cut off'


def _crossings_share_nodes(district):
    """Two lines of the network that cross share a node, unless one is a bridge, a tunnel or steps under ground."""
    grid = Grid(60.0)
    lines = [w for w in district.osm.ways if 'highway' in w.tags and w.tags.get('area') != 'yes'
             and not {'bridge', 'tunnel'} & set(w.tags)]
    for way in lines:
        for a, b in zip(way.nodes, way.nodes[1:]):
            for other, c, d in grid.near(box_of((a.p, b.p))):
                if other is not way and not {a, b} & {c, d} and crossing(a.p, b.p, c.p, d.p):
                    yield f'{way.tags} and {other.tags} cross at {a.p} without a node'
        for a, b in zip(way.nodes, way.nodes[1:]):
            grid.add(box_of((a.p, b.p)), (way, a, b))


def _ways_have_length(district):
    """No way of one node, none that stands still."""
    for way in district.osm.ways:
        if len(way.nodes) < 2 or any(a is b for a, b in zip(way.nodes, way.nodes[1:])):
            yield f'{way.tags} has no length'


def _inside_the_box(district):
    """Nothing lies beyond the bounds of the file."""
    for node in [n for w in district.osm.ways for n in w.nodes] + district.osm.points:
        if not in_box(node.p):
            yield f'{node.tags} at {node.p} is outside'
