"""Builds the whole district, layer by layer."""
from . import blocks as block_layer
from . import dress, estate, furniture, houses, land, network, people, services
from .chance import Chance
from .osm_model import Osm
from .placing import Site
from .plan_blocks import DIVIDERS
from .plan_land import PARK, POND, SETTLEMENTS, SMOOTH, STRAIGHT


class District:
    """Everything that is written."""

    def __init__(self):
        self.osm = Osm()
        self.net = network.build(self.osm)
        self.terrain = self.net.terrain
        self.blocks, _ = block_layer.build(self.net)
        self.ring = block_layer.district_ring(self.blocks)
        self.site = _site(self.net)
        self._build_houses()
        self.residents = people.settle(self.blocks, self.site.buildings)
        self._furnish()

    def _build_houses(self):
        settlements = [(ring, style) for ring, style, _ in SETTLEMENTS]
        self.landmarks = estate.place_landmarks(self.site)
        self.yards = estate.place_perimeter(self.site, self.net, Chance(1900))
        estate.place_rows(self.site, Chance(1955))
        houses.line_streets(self.site, self.net, houses.style_finder(self.blocks, settlements), Chance(1820))
        estate.place_farms(self.site)
        dress.address_all(self.site, self.net, self.blocks)

    def _furnish(self):
        self.offers = services.offers(self.site)
        self.services = services.place_in_buildings(self.osm, self.site, self.landmarks)
        self.services += services.place_outside(self.osm)
        self.services += services.place_stops(self.osm, self.net)
        dress.mark_lifts(self.site, Chance(1888))
        dress.write_buildings(self.osm, self.site, Chance(62))
        land.build(self.osm, self.blocks, self.yards)
        land.gardens(self.osm, self.site, Chance(5))
        land.boundary(self.osm, self.ring)
        furniture.build(self)


def _site(net):
    """A site on which nothing may stand on streets, rails, water, squares or dividing lines."""
    site = Site()
    for street in net.streets:
        site.forbid_line(street.line, street.half_width)
    site.forbid_line(net.rail, 9)
    site.forbid_line(net.stream, 7)
    for line in DIVIDERS:
        site.forbid_line(line, 0.5)
    site.forbid_ring(POND)
    site.forbid_ring(PARK)
    for ring, tags in SMOOTH:
        if tags.get('landuse') != 'cemetery':
            site.forbid_ring(ring)
    for ring, tags in STRAIGHT:
        if set(tags) & {'place', 'amenity', 'leisure'} and tags.get('leisure') != 'sports_centre' \
                and tags.get('parking') != 'underground':
            site.forbid_ring(ring)
    return site
