"""Elevation: a hill in the north-east, the valley of the stream, gentle ground elsewhere."""
from math import cos, exp, sin

from .geometry import box_of, distance, nearest_on_line
from .grid import Grid

VALLEY_WIDTH = 95.0
VALLEY_DEPTH = 5.5


def _ramp(t):
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


class Terrain:
    """Height in metres above sea of a local point."""

    def __init__(self, stream):
        self._grid = Grid(200.0)
        start = 0.0
        total = sum(distance(a, b) for a, b in zip(stream, stream[1:]))
        for a, b in zip(stream, stream[1:]):
            self._grid.add(box_of((a, b), 360), (a, b, start / total))
            start += distance(a, b)

    def height(self, p):
        """Ground height."""
        return round(self._plain(p) + self._hill(p) - self._valley(p), 2)

    def grade(self, line):
        """Mean rise of a line in per cent, from its first point to its last."""
        run = sum(distance(a, b) for a, b in zip(line, line[1:]))
        return 100 * (self.height(line[-1]) - self.height(line[0])) / max(run, 1.0)

    @staticmethod
    def _plain(p):
        x, y = p
        return 74.0 + 0.0018 * x + 0.0012 * y + 1.1 * sin(x / 610 + 0.4) * cos(y / 540) + 0.5 * sin((x + y) / 260)

    @staticmethod
    def _hill(p):
        x, y = p
        along = (x - 400) * 0.32 + (y - 150) * 0.947
        across = (x - 800) * 0.947 - (y - 150) * 0.32
        return 58.0 * _ramp(along / 980) * exp(-(across / 1150) ** 2) * _ramp((x - 120) / 420)

    def _valley(self, p):
        near = [nearest_on_line(p, [a, b])[0] for a, b, _ in self._grid.near(box_of([p]))]
        if not near:
            return 0.0
        return VALLEY_DEPTH * exp(-(min(near) / VALLEY_WIDTH) ** 2)
