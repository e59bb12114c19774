"""A small walking model of the generator's own, to verify the planted truths.

Simplified from the table of profiles: speed, slope (Tobler), steps, surface, smoothness, kerbs.
"""
import heapq
from math import exp

from .geometry import box_of, distance, projection
from .grid import Grid

SPEED = {'adult': 1.25, 'age_65': 0.97, 'age_75': 0.83, 'age_85': 0.70, 'rollator': 0.65}
WHEELED = ('rollator',)
OLD = ('age_75', 'age_85')
ROUGH = ('sett', 'cobblestone', 'unhewn_cobblestone', 'pebblestone', 'gravel', 'fine_gravel', 'unpaved',
         'compacted', 'grass_paver', 'woodchips')
SOFT = ('earth', 'grass', 'dirt', 'mud', 'sand', 'ground')
SNAP = 60.0
IMPASSABLE = None


class Walk:
    """The walking network for one profile."""

    def __init__(self, district, profile):
        self.profile, self._terrain = profile, district.terrain
        self._arcs, self._segments, self._points = {}, Grid(60.0), {}
        for way in district.osm.ways:
            if _walkable(way.tags):
                self._add(way)

    def _add(self, way):
        for a, b in zip(way.nodes, way.nodes[1:]):
            there, back = self._cost(way.tags, a, b), self._cost(way.tags, b, a)
            if there is IMPASSABLE or back is IMPASSABLE:
                continue
            self._points[id(a)], self._points[id(b)] = a, b
            self._arcs.setdefault(id(a), []).append((id(b), there))
            self._arcs.setdefault(id(b), []).append((id(a), back))
            if way.tags.get('layer') != '-1' and way.tags.get('highway') != 'steps':
                self._segments.add(box_of((a.p, b.p)), (a, b, there, back))

    def _cost(self, tags, a, b):
        """Seconds from a to b, or IMPASSABLE."""
        length, speed = distance(a.p, b.p), SPEED[self.profile]
        wheeled, steps = self.profile in WHEELED, tags.get('highway') == 'steps'
        if steps and wheeled and tags.get('ramp') != 'yes':
            return IMPASSABLE
        factor = self._surface(tags)
        if factor is IMPASSABLE:
            return IMPASSABLE
        if steps:
            factor *= 1 / 3 if self.profile in OLD else 0.5
        elif tags.get('bridge') != 'yes' and tags.get('tunnel') != 'yes' and length > 1:
            factor *= self._slope(a, b, length, wheeled)
        return length / (speed * factor) + self._kerb(b, wheeled)

    def _surface(self, tags):
        surface, smooth, wheeled = tags.get('surface'), tags.get('smoothness'), self.profile in WHEELED
        if surface in SOFT:
            return IMPASSABLE if wheeled else 0.8
        if smooth in ('bad', 'very_bad', 'horrible'):
            return IMPASSABLE if wheeled else 0.9
        return (0.6 if wheeled else 0.9) if surface in ROUGH else 1.0

    def _slope(self, a, b, length, wheeled):
        rise = (self._terrain.height(b.p) - self._terrain.height(a.p)) / max(length, 10.0)
        factor = min(1.0, exp(-3.5 * (abs(rise + 0.05) - 0.05)))
        return factor * 0.5 if wheeled and abs(rise) > 0.06 else factor

    @staticmethod
    def _kerb(node, wheeled):
        kind = node.tags.get('kerb')
        return {'raised': 20.0, 'rolled': 5.0, 'lowered': 2.0}.get(kind, 0.0) if wheeled else 0.0

    def attach(self, p):
        """The nearest walkable segment within SNAP metres: (a, b, seconds to a, seconds to b) or None."""
        best = None
        for number, (a, b, there, back) in enumerate(self._segments.near(box_of([p], SNAP))):
            t, foot = projection(p, a.p, b.p)
            d = distance(p, foot)
            if d <= SNAP and (best is None or (d, number) < best[0]):
                out = d / SPEED[self.profile]
                best = (d, number), a, b, out + back * t, out + there * (1 - t)
        return best and best[1:]

    def times_from(self, places):
        """Seconds to every node from the nearest of some places."""
        heap, times = [], {}
        for p in places:
            start = self.attach(p)
            if start:
                heap += [(start[2], id(start[0])), (start[3], id(start[1]))]
        rank = {key: i for i, key in enumerate(self._points)}
        heap = [(t, rank[k], k) for t, k in heap]
        heapq.heapify(heap)
        while heap:
            t, _, key = heapq.heappop(heap)
            if key in times:
                continue
            times[key] = t
            for other, cost in self._arcs[key]:
                if other not in times:
                    heapq.heappush(heap, (t + cost, rank[other], other))
        return times

    def time_at(self, p, times):
        """Seconds from the places to p, or infinity."""
        end = self.attach(p)
        if not end:
            return float('inf')
        a, b, to_a, to_b = end
        return min(times.get(id(a), float('inf')) + to_a, times.get(id(b), float('inf')) + to_b)

    def path(self, start, goal):
        """The points of the quickest way between two places."""
        times = self.times_from([goal])
        end = self.attach(start)
        key = min((times.get(id(end[0]), 1e9) + end[2], 0), (times.get(id(end[1]), 1e9) + end[3], 1))[1]
        key, points = id(end[key]), [start]
        while True:
            points.append(self._points[key].p)
            ahead = [(times[o] + c, times[o], o) for o, c in self._arcs[key] if o in times and times[o] < times[key]]
            if not ahead:
                return points + [goal]
            key = min(ahead)[2]


def _walkable(tags):
    kind = tags.get('highway')
    return kind is not None and tags.get('foot') != 'no' and kind != 'motorway' and tags.get('area') != 'yes'
