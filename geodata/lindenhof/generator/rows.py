"""The parallel slabs of the 1950s: where the groups stand and how slabs and paths lie in them."""
from math import cos, radians, sin


class RowGroup:
    """Slabs in a frame turned by `angle` degrees: a spine along x, slabs across it on both sides.

    `arms` gives (reach below, reach above) the spine in slab lengths of 0 or 1; `first` and `last`
    lengthen the spine to the streets at its ends.
    """

    def __init__(self, origin, angle, count, spacing, length, arms, first, last, levels=3):
        self.origin, self.angle, self.count, self.spacing = origin, radians(angle), count, spacing
        self.length, self.arms, self.first, self.last, self.levels = length, arms, first, last, levels

    def world(self, x, y):
        """A point of the group's frame in the local frame."""
        c, s = cos(self.angle), sin(self.angle)
        return self.origin[0] + x * c - y * s, self.origin[1] + x * s + y * c

    def slabs(self):
        """(centre, angle, length) of each slab; its long side stands across the spine."""
        for i in range(self.count):
            for sign, present in zip((-1, 1), self.arms):
                if present:
                    centre = self.world(i * self.spacing, sign * (6 + self.length / 2))
                    yield centre, self.angle, self.length

    def paths(self):
        """The spine and one path beside each slab, as lines."""
        end = (self.count - 1) * self.spacing
        yield [self.world(-self.first, 0), self.world(end + self.last, 0)]
        for i in range(self.count):
            x = i * self.spacing - 9.0
            low, high = (-a * (self.length + 3) for a in self.arms)
            yield [self.world(x, low), self.world(x, -high)]


ROW_GROUPS = [
    RowGroup((-592, -166), 4, 8, 33, 46, (1, 1), 52, 56),
    RowGroup((-938, -176), -82, 4, 34, 46, (1, 1), 34, 20),
    RowGroup((-762, -196), 6, 3, 33, 40, (1, 1), 58, 52),
    RowGroup((-190, -652), 2, 6, 33, 40, (1, 0), 45, 48),
]
