"""Perimeter blocks, slabs, high-rises, landmarks and farms."""
from math import radians

from .blocks import perimeter_faces
from .geometry import distance, edges, inset, lerp, placed, rectangle
from .placing import Building
from .plan_blocks import PERIMETER
from .plan_buildings import ESTATE, FARMS, LANDMARKS
from .rows import ROW_GROUPS

CLOSED_BLOCK = 4


def place_landmarks(site):
    """Place buildings drawn by hand; returns them by key. Reports any that stand badly."""
    found = {}
    for key, (shape, centre, angle, tags) in LANDMARKS.items():
        found[key] = _must_fit(site, Building(placed(shape, centre, radians(angle)), tags), key)
    found['nursing'].flats = 0
    for shape, centre, angle, tags in ESTATE:
        ring = placed(shape, centre, radians(angle))
        house = _must_fit(site, Building(ring, tags, int(tags['building:flats'])), str(centre))
        house.front = min(edges(ring), key=lambda e: -distance(*e))
    return found


def _must_fit(site, building, name):
    if not site.fits(building.ring, 0.5):
        print('stands badly:', name)
    return site.add(building)


def place_rows(site, chance):
    """Each slab is three joined houses with an entrance each on the path's side."""
    for group in ROW_GROUPS:
        for centre, angle, length in group.slabs():
            part = length / 3
            for k in (-1, 0, 1):
                shape = [(x, y + k * part) for x, y in rectangle(10.5, part)]
                ring = placed(shape, centre, angle)
                house = Building(ring, {'building': 'apartments', 'building:levels': str(group.levels),
                                        'roof:shape': 'gabled'}, 2 * group.levels, front=(ring[3], ring[0]))
                if chance.yes(0.4):
                    house.tags['start_date'] = str(1953 + int(chance.unit() * 7))
                site.try_add(house, -0.3)


def place_perimeter(site, net, chance):
    """Houses wall to wall round courtyards; one block is a single building with a yard in it.

    Returns the rings of the other yards.
    """
    yards = []
    for number, face in enumerate(perimeter_faces(net, PERIMETER)):
        outer = inset(face, 7.6)
        inner = inset(outer, 11.8)
        if number == CLOSED_BLOCK:
            _closed_block(site, outer, inner)
        else:
            _cut_into_houses(site, outer, inner, chance)
            _yard_buildings(site, inner, chance)
            yards.append(inset(inner, 6.0))
    return yards


def _closed_block(site, outer, inner):
    """The court of a housing cooperative."""
    tags = {'building': 'apartments', 'building:levels': '4', 'building:flats': '96', 'start_date': '1927',
            'name': 'Lindenhof-Genossenschaftshof', 'operator': 'Wohnungsgenossenschaft Auental eG'}
    house = _must_fit(site, Building(outer, tags, 96, front=max(edges(outer), key=lambda e: distance(*e))), 'court')
    house.inner = inner
    house.used = True


def _cut_into_houses(site, outer, inner, chance):
    """Divide the band between two rings, with a gap here and there."""
    for (a, b), (c, d) in zip(edges(outer), edges(inner)):
        count = max(1, round(distance(a, b) / chance.between(17, 22)))
        for k in range(count):
            corner = k == 0 or k == count - 1
            if not corner and chance.yes(0.1):
                continue
            t, u = k / count, (k + 1) / count
            ring = [lerp(a, b, t), lerp(a, b, u), lerp(c, d, u), lerp(c, d, t)]
            _town_house(site, ring, chance)


def _town_house(site, ring, chance):
    levels = chance.pick((3, 3, 4, 4, 4, 5))
    flats = max(2, levels + chance.pick((0, 0, 1, 2)))
    house = Building(ring, {'building': 'apartments', 'building:levels': str(levels)}, flats,
                     front=(ring[0], ring[1]))
    if chance.yes(0.3):
        house.tags['start_date'] = str(1889 + int(chance.unit() * 22))
    site.try_add(house, -0.4)


def _yard_buildings(site, inner, chance):
    """Workshops and sheds in a courtyard."""
    cx = sum(p[0] for p in inner) / len(inner)
    cy = sum(p[1] for p in inner) / len(inner)
    for _ in range(5):
        p = (cx + chance.between(-45, 45), cy + chance.between(-35, 35))
        shape = placed(rectangle(chance.between(5, 16), chance.between(4, 8)), p, chance.between(0, 0.2))
        site.try_add(Building(shape, {'building': chance.pick(('shed', 'garages', 'yes'))}), 2.0)


def place_farms(site):
    """Farmhouse, barn and stable round a yard."""
    for centre, angle in FARMS:
        parts = [((16, 12), (0, 0), {'building': 'farm', 'building:levels': '2'}, 1),
                 ((30, 14), (30, 12), {'building': 'barn'}, 0), ((24, 11), (6, 32), {'building': 'farm_auxiliary'}, 0),
                 ((9, 7), (-16, 20), {'building': 'shed'}, 0)]
        for size, (x, y), tags, flats in parts:
            spot = placed([(x, y)], centre, radians(angle))[0]
            ring = placed(rectangle(*size), spot, radians(angle))
            site.try_add(Building(ring, tags, flats, front=(ring[0], ring[1])), 0.5)
