"""Puts the planned services into buildings, on squares and beside streets."""
from .geometry import at, centroid, distance, inside, lerp, nearest_on_line
from .osm_model import Node, set_into
from .plan_services_csv import ROWS
from .plan_services_osm import IN, LANDMARK, OUT, STOPS, TAGS

NOT_FOR_SERVICES = ('garage', 'garages', 'shed', 'barn', 'farm_auxiliary')


class Offer:
    """A row of angebote.csv."""

    def __init__(self, row, building):
        self.label, self.name, self.provider, self.sector, self.places, self.hours, _ = row
        self.place, self.address = building.middle, address(building)


class Service:
    """A service in the OSM file: type, name, place, tags."""

    def __init__(self, kind, name, place, tags):
        self.kind, self.name, self.place, self.tags = kind, name, place, tags


def address(building):
    """Street and number, as far as known."""
    parts = [building.tags.get('addr:street'), building.tags.get('addr:housenumber')]
    return ' '.join(p for p in parts if p)


def tags_for(kind, name, extra):
    """The tags of a service."""
    tags = {**TAGS[kind], **extra}
    tags.pop('rim', None)
    if name:
        tags['name'] = name
    return tags


def nearest_building(site, p, free=False):
    """The nearest building that may hold a service."""
    best = None
    for number, b in enumerate(site.buildings):
        if b.tags['building'] in NOT_FOR_SERVICES or (free and b.used):
            continue
        d = 0.0 if inside(b.ring, p) else distance(centroid(b.ring), p)
        if best is None or (d, number) < best[:2]:
            best = (d, number, b)
    return best[2]


def place_in_buildings(osm, site, landmarks):
    """Services inside buildings; returns all Services."""
    done = []
    for key, (kind, name, extra) in LANDMARK.items():
        building, tags = landmarks[key], tags_for(kind, name, extra)
        building.tags.update(tags)
        building.used = True
        done.append(Service(kind, name, building.middle, tags))
    shared = [landmarks[k] for k in ('health', 'centre', 'oldschool', 'rim_market', 'rim_market2')]
    for kind, name, p, extra in IN:
        hall = next((b for b in shared if inside(b.ring, p)), None)
        building = hall or nearest_building(site, p, free=True)
        building.used = True
        done.append(_inside(osm, building, p if hall else None, kind, name, extra))
    return done


def _inside(osm, building, p, kind, name, extra):
    """A node in the building, near its front unless a place is given."""
    middle = building.middle
    if p is None:
        p = middle
        if building.front:
            p = lerp(lerp(*building.front, 0.5), middle, 0.45)
    tags = tags_for(kind, name, extra)
    tags.update({k: v for k, v in building.tags.items() if k.startswith('addr:')})
    osm.points.append(Node(p, tags))
    return Service(kind, name, p, tags)


def place_outside(osm):
    """Services on squares and beside streets."""
    done = []
    for kind, name, p, extra in OUT:
        tags = tags_for(kind, name, extra)
        if kind == 'M03':
            rails = [w for w in osm.ways if w.tags.get('railway') == 'rail']
            set_into(min(rails, key=lambda w: nearest_on_line(p, w.line)[0]), p, tags)
        else:
            osm.points.append(Node(p, tags))
        done.append(Service(kind, name, p, tags))
    return done


def place_stops(osm, net):
    """Bus stops: one platform node on each side of the street, a few metres apart."""
    done = []
    roads = [s for s in net.streets if s.kind in ('tertiary', 'residential', 'unclassified')]
    for number, (name, p) in enumerate(STOPS):
        street = min(roads, key=lambda s: nearest_on_line(p, s.line)[0])
        s = nearest_on_line(p, street.line)[1]
        for side in (1, -1):
            (x, y), (tx, ty) = at(street.line, s + 9 * side)
            away = street.half_width - 0.4
            place = (x - ty * away * side, y + tx * away * side)
            tags = {'highway': 'bus_stop', 'public_transport': 'platform', 'bus': 'yes', 'name': name,
                    'bench': 'yes' if number % 3 else 'no', 'shelter': 'yes' if number % 2 == 0 else 'no',
                    'tactile_paving': 'yes' if number % 4 == 0 else 'no',
                    'wheelchair': ('yes', 'limited', 'no')[number % 3]}
            osm.points.append(Node(place, tags))
            done.append(Service('M01', name, place, tags))
    return done


def offers(site):
    """The rows of angebote.csv with their buildings' addresses."""
    return [Offer(row, nearest_building(site, row[-1])) for row in ROWS]
