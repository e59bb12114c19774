"""Makes a graph of planned lines: ends snap to what is near, crossings become shared nodes."""
from .geometry import at, box_of, crossing, distance, line_length, nearest_on_line
from .grid import Grid
from .osm_model import Node

SNAP = 16.0      # metres from an end to the line it is meant to meet
MERGE = 3.5      # junctions closer than this are one


class Line:
    """A line on its way to a chain of nodes."""

    def __init__(self, points, layer=0, free=False):
        self.points, self.layer, self.free = list(points), layer, free
        self.cuts = []        # (position in metres, Node)

    def has(self, node):
        """Whether the node already is a junction of this line."""
        return any(n is node for _, n in self.cuts)

    def cut(self, node, s=None):
        """Make the node part of the line, at its nearest place unless given."""
        if not self.has(node):
            self.cuts.append((nearest_on_line(node.p, self.points)[1] if s is None else s, node))

    def chain(self):
        """The nodes of the line in order."""
        cuts = sorted(self.cuts, key=lambda c: c[0])
        total, s, plain = line_length(self.points), 0.0, []
        for i, p in enumerate(self.points):
            s += distance(self.points[i - 1], p) if i else 0.0
            gap = 0.5 if i in (0, len(self.points) - 1) else 3.0
            if all(abs(s - c) > gap for c, _ in cuts):
                plain.append((s, Node(p)))
        nodes = [n for _, n in sorted(cuts + plain, key=lambda c: c[0])]
        first = self.cuts_near(0.0)
        if first is not None and first is self.cuts_near(total) and nodes[0] is not nodes[-1]:
            nodes = [n for n in nodes if n is not first]
            nodes = [first] + nodes + [first]
        return nodes

    def cuts_near(self, s):
        """The junction at a position, or None."""
        for c, node in self.cuts:
            if abs(c - s) < 0.5 or (self.closed and abs(abs(c - s) - line_length(self.points)) < 0.5):
                return node
        return None

    @property
    def closed(self):
        """Whether the line ends where it starts."""
        return distance(self.points[0], self.points[-1]) < 0.01


class Junctions:
    """Junction nodes made so far."""

    def __init__(self):
        self._grid = Grid(20.0)

    def at(self, p, layer):
        """The junction within MERGE of p on the layer, made when missing."""
        near = [(distance(p, n.p), i, n) for i, (n, l) in
                enumerate(self._grid.near(box_of([p], MERGE))) if l == layer]
        near = [c for c in near if c[0] <= MERGE]
        if near:
            return min(near)[2]
        return self.add(p, layer)

    def add(self, p, layer):
        """A new junction."""
        node = Node(p)
        self._grid.add(box_of([p]), (node, layer))
        return node


def node_lines(lines, snap=SNAP):
    """Fill the cuts of all lines; afterwards `line.chain()` gives shared nodes."""
    junctions = Junctions()
    _snap_ends(lines, snap)
    _join_ends(lines, junctions)
    _join_crossings(lines, junctions)


def _snap_ends(lines, snap):
    """Move the ends of ground lines onto the end or line next to them."""
    for line in lines:
        if line.layer == 0 and not line.closed:
            for index in (0, -1):
                line.points[index] = _target(line, index, lines, 1.0 if line.free else snap)


def _target(line, index, lines, snap):
    """Where an end belongs: an end within 3 m, else a foot within `snap`, else where it is."""
    p = line.points[index]
    ends = [(distance(p, o.points[k]), i, k) for i, o in enumerate(lines) for k in (0, -1)
            if o is not line and distance(p, o.points[k]) <= 3.0]
    if ends:
        _, i, k = min(ends)
        return lines[i].points[k]
    feet = [(nearest_on_line(p, o.points), i) for i, o in enumerate(lines)
            if o is not line and o.layer == 0]
    feet = [f for f in feet if f[0][0] <= snap]
    return min(feet)[0][2] if feet else p


def _join_ends(lines, junctions):
    """A shared node where the end of a line lies on others."""
    for line in lines:
        for index in (0, -1):
            p = line.points[index]
            touching = [o for o in lines if o is not line and _touches(o, p, line.layer)]
            if touching or line.closed:
                node = junctions.at(p, 0)
                line.cut(node, 0.0 if index == 0 else line_length(line.points))
                for other in touching:
                    other.cut(node)


def _touches(other, p, layer):
    """Whether p lies on the other line, or on its end when their layers differ."""
    if min(distance(p, other.points[0]), distance(p, other.points[-1])) <= 0.6:
        return True
    return other.layer == layer == 0 and nearest_on_line(p, other.points)[0] <= 0.6


def _join_crossings(lines, junctions):
    """A shared node where two lines of one layer cross."""
    grid = Grid(60.0)
    for line in lines:
        start = 0.0
        for a, b in zip(line.points, line.points[1:]):
            for other, c, d, other_start in grid.near(box_of((a, b))):
                if other is not line and other.layer == line.layer:
                    _cross(line, a, b, start, other, c, d, other_start, junctions)
            start += distance(a, b)
        start = 0.0
        for a, b in zip(line.points, line.points[1:]):
            grid.add(box_of((a, b)), (line, a, b, start))
            start += distance(a, b)


def _cross(line, a, b, start, other, c, d, other_start, junctions):
    """Join two segments if they cross away from a junction that both have."""
    hit = crossing(a, b, c, d)
    if not hit:
        return
    t, u, p = hit
    if any(distance(n.p, p) < MERGE and other.has(n) for _, n in line.cuts):
        return
    node = junctions.at(p, line.layer)
    line.cut(node, start + t * distance(a, b))
    other.cut(node, other_start + u * distance(c, d))


def crossings_of(line, other):
    """Positions along `line` (metres) where it crosses the polyline `other`."""
    found, start = [], 0.0
    for a, b in zip(line, line[1:]):
        for c, d in zip(other, other[1:]):
            hit = crossing(a, b, c, d)
            if hit:
                found.append(start + hit[0] * distance(a, b))
        start += distance(a, b)
    return sorted(found)


def point_at(line, s):
    """The point at a position."""
    return at(line, s)[0]
