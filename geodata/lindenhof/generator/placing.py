"""What stands where: refuses buildings that would meet a street, water or another building."""
from .geometry import box_of, centroid, inner_point, inside, lerp, ring_to_segment, rings_overlap, shrunk
from .grid import Grid


class Building:
    """A building outline (anticlockwise) with its tags and, once known, block, address and flats."""

    def __init__(self, ring, tags, flats=0, front=None):
        self.ring, self.tags, self.flats, self.front = ring, dict(tags), flats, front
        self.block = self.street = self.number = self.way = self.entrance = None
        self.used = False      # by a service
        self.inner = None      # the ring of a closed courtyard

    @property
    def home(self):
        """Whether people live here."""
        return self.flats > 0

    @property
    def door(self):
        """A point just inside the front, or the middle."""
        middle = centroid(self.ring)
        return lerp(lerp(*self.front, 0.5), middle, 0.2) if self.front else middle

    @property
    def middle(self):
        """A point within the walls: the centre of mass unless that lies in a yard."""
        centre = centroid(self.ring)
        if self.inner:
            return self.door
        return centre if inside(self.ring, centre) else inner_point(self.ring)


class Site:
    """Everything placed so far."""

    def __init__(self):
        self.buildings = []
        self._rings, self._segments = Grid(50.0), Grid(50.0)

    def forbid_line(self, line, radius):
        """Keep buildings away from a line."""
        for a, b in zip(line, line[1:]):
            self._segments.add(box_of((a, b), radius), (a, b, radius))

    def forbid_ring(self, ring):
        """Keep buildings out of a ring."""
        self._rings.add(box_of(ring), ring)

    def fits(self, ring, space=0.0):
        """Whether a building may stand on the ring; `space` is wanted round it (negative: may touch)."""
        test = shrunk(ring, -space)
        box = box_of(test)
        if any(rings_overlap(test, other) for other in self._rings.near(box)):
            return False
        return all(ring_to_segment(test, a, b) > r for a, b, r in self._segments.near(box))

    def on_ring(self, ring):
        """Whether the ring meets a building or a forbidden area."""
        return any(rings_overlap(ring, other) for other in self._rings.near(box_of(ring)))

    def clear_of_streets(self, ring):
        """Whether the ring keeps its distance from all lines."""
        return all(ring_to_segment(ring, a, b) > r for a, b, r in self._segments.near(box_of(ring)))

    def add(self, building):
        """Place a building."""
        self.buildings.append(building)
        self._rings.add(box_of(building.ring), building.ring)
        return building

    def try_add(self, building, space=0.0):
        """Place a building if it fits."""
        return self.add(building) if self.fits(building.ring, space) else None
