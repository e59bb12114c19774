"""Land use, water, woods, fields, squares and the boundary as OSM areas."""
from .chance import Chance
from .frame import HALF_HEIGHT, HALF_WIDTH
from .geometry import distance, inside, lerp, signed_area, smooth
from .osm_model import Node, Relation
from .plan_blocks import BOUNDARY
from .plan_land import FORESTS, LAWNS, PARK, POND, RESIDENTIAL, SETTLEMENTS, SMOOTH, STRAIGHT

FIELD = 300.0


def build(osm, blocks, yards):
    """Write all land use."""
    _open_land(osm)
    _fields(osm)
    for ring, _, name in SETTLEMENTS:
        osm.area(smooth(ring, 60, closed=True), {'landuse': 'residential', 'name': name})
    for block in blocks:
        if block.number in RESIDENTIAL:
            osm.area(_shifted(block.ring), {'landuse': 'residential'})
    for outer, inners, tags in FORESTS:
        rings = [smooth(r, 50, closed=True) for r in inners]
        if rings:
            osm.multipolygon(smooth(outer, 50, closed=True), rings, tags)
        else:
            osm.area(smooth(outer, 50, closed=True), tags)
    for ring, tags in SMOOTH:
        osm.area(smooth(ring, 14, closed=True), tags)
    for ring, tags in STRAIGHT:
        osm.area(ring, tags)
    for ring in LAWNS + yards:
        osm.area(ring, {'landuse': 'grass'})
    _park(osm)


def _park(osm):
    """The park is a multipolygon with the pond as its hole."""
    pond = osm.area(smooth(POND, 9, closed=True), {'natural': 'water', 'water': 'pond', 'name': 'Mühlenteich'})
    outer = osm.area(smooth(PARK, 14, closed=True), {})
    osm.relations.append(Relation([('outer', outer), ('inner', pond)],
                                  {'type': 'multipolygon', 'leisure': 'park', 'name': 'Auenpark',
                                   'operator': 'Stadt Auental'}))


def _shifted(ring):
    """Own nodes, a hand's breadth inside the block's outline."""
    return [(x + 0.05, y - 0.05) for x, y in ring]


def _open_land(osm):
    """Farmland everywhere round the district, the woods and the villages."""
    w, h = HALF_WIDTH - 5, HALF_HEIGHT - 5
    holes = [BOUNDARY] + [smooth(f[0], 50, closed=True) for f in FORESTS]
    holes += [smooth(s[0], 60, closed=True) for s in SETTLEMENTS]
    osm.multipolygon([(-w, -h), (w, -h), (w, h), (-w, h)], holes, {'landuse': 'farmland'})


def _fields(osm):
    """Single fields: quads between jittered corners, where nothing else lies."""
    chance = Chance(17)
    columns, rows = int(2 * HALF_WIDTH / FIELD), int(2 * HALF_HEIGHT / FIELD)
    corner = {}
    for i in range(columns + 1):
        for j in range(rows + 1):
            rim = i in (0, columns) or j in (0, rows)
            jitter = 0.0 if rim else FIELD * 0.3
            corner[i, j] = (-HALF_WIDTH + 5 + i * (2 * HALF_WIDTH - 10) / columns + chance.between(-jitter, jitter),
                            -HALF_HEIGHT + 5 + j * (2 * HALF_HEIGHT - 10) / rows + chance.between(-jitter, jitter))
    for i in range(columns):
        for j in range(rows):
            ring = [corner[i, j], corner[i + 1, j], corner[i + 1, j + 1], corner[i, j + 1]]
            kind = 'meadow' if chance.yes(0.35) else 'farmland'
            ring = _outside(ring)
            if ring:
                osm.area(_drawn_in(ring, 3.0), {'landuse': kind})


def _outside(ring):
    """The quad with corners that lie in the district, a wood or a village drawn back out of it."""
    others = [BOUNDARY] + [f[0] for f in FORESTS] + [s[0] for s in SETTLEMENTS]

    def taken(p):
        return any(inside(other, p) for other in others)

    middle = (sum(p[0] for p in ring) / 4, sum(p[1] for p in ring) / 4)
    if taken(middle):
        return None
    out = []
    for p in ring:
        share = next(k / 10 for k in range(10, -1, -1) if not taken(lerp(middle, p, k / 10)))
        out.append(lerp(middle, p, share))
    return out if signed_area(out) > 8000 else None


def _drawn_in(ring, amount):
    middle = (sum(p[0] for p in ring) / 4, sum(p[1] for p in ring) / 4)
    out = []
    for p in ring:
        k = 1 - amount / distance(p, middle)
        out.append((middle[0] + (p[0] - middle[0]) * k, middle[1] + (p[1] - middle[1]) * k))
    return out


def boundary(osm, ring):
    """The administrative boundary of the town part: a relation of two ways, and its place node."""
    nodes = [Node(p) for p in ring]
    half = len(nodes) // 2
    tags = {'boundary': 'administrative', 'admin_level': '10'}
    parts = [osm.way(nodes[:half + 1], tags), osm.way(nodes[half:] + nodes[:1], tags)]
    label = osm.point((0.0, 40.0), place='suburb', name='Lindenhof')
    osm.relations.append(Relation([('outer', p) for p in parts] + [('label', label)],
                                  {'type': 'boundary', **tags, 'name': 'Lindenhof'}))
    osm.point((1960.0, 300.0), place='village', name='Wiebrock')


def gardens(osm, site, chance):
    """Gardens behind a share of the detached homes, where there is room."""
    for house in [b for b in site.buildings if b.home and b.tags['building'] in ('detached', 'semidetached_house')]:
        if not chance.yes(0.3):
            continue
        (ax, ay), (bx, by) = house.front
        d = distance(house.front[0], house.front[1])
        ux, uy = (bx - ax) / d, (by - ay) / d
        spots = [(-1, 14), (d + 1, 14), (d + 1, 27), (-1, 27)]
        ring = [(ax + ux * s - uy * t, ay + uy * s + ux * t) for s, t in spots]
        if site.fits(ring, 0.3):
            site.forbid_ring(ring)
            osm.area(ring, {'leisure': 'garden', 'garden:type': 'residential', 'access': 'private'})
