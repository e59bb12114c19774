"""Faces between dividing lines, and the statistical blocks made of them."""
from math import atan2

from .geometry import distance, edges, inner_point, inside, nearest_on_line, signed_area, simplify_ring
from .noding import Line, node_lines
from .plan_blocks import BLOCKS, BOUNDARY, DIVIDERS


class Block:
    """One statistical block."""

    def __init__(self, number, ring):
        self.number, self.ring = number, ring
        self.name, self.style, self.profile, _ = BLOCKS[number]


def faces(lines):
    """The bounded faces of an arrangement of lines, as anticlockwise rings."""
    work = [Line(points) for points in lines]
    node_lines(work, snap=6.0)
    neighbours = _graph([line.chain() for line in work])
    _prune(neighbours)
    return [r for r in _trace(neighbours) if signed_area(r) > 1.0]


def _graph(chains):
    graph, points = {}, {}
    for chain in chains:
        for a, b in zip(chain, chain[1:]):
            if a is not b:
                points[id(a)], points[id(b)] = a, b
                graph.setdefault(a, {})[b] = True
                graph.setdefault(b, {})[a] = True
    return graph


def _prune(graph):
    """Remove dangling ends."""
    ends = [n for n in graph if len(graph[n]) == 1]
    while ends:
        node = ends.pop()
        if len(graph.get(node, {})) != 1:
            continue
        other = next(iter(graph.pop(node)))
        del graph[other][node]
        if len(graph[other]) == 1:
            ends.append(other)


def _trace(graph):
    """All face rings: at each node turn into the next edge clockwise from where we came."""
    turn = {}
    for node, around in graph.items():
        order = sorted(around, key=lambda o: atan2(o.y - node.y, o.x - node.x))
        for before, after in zip(order, order[1:] + order[:1]):
            turn[(after, node)] = before
    used, rings = set(), []
    for start in [(a, b) for a in graph for b in graph[a]]:
        if start in used:
            continue
        ring, edge = [], start
        while edge not in used:
            used.add(edge)
            ring.append(edge[0].p)
            edge = (edge[1], turn[edge])
        rings.append(ring)
    return rings


def build(net):
    """(the blocks, the faces of the perimeter quarter) of the district."""
    lines = [s.line for s in net.streets if s.spec.div] + [net.rail, net.stream] + DIVIDERS
    # the boundary first, so that its corners stay where they are drawn
    cells = [f for f in faces([BOUNDARY + BOUNDARY[:1]] + lines) if inside(BOUNDARY, inner_point(f))]
    owner = [_block_of(inner_point(f)) for f in cells]
    return _dissolve(cells, owner), cells


def _block_of(p):
    return min((distance(p, seed), number) for number, row in BLOCKS.items() for seed in row[3])[1]


def _dissolve(cells, owner):
    blocks = []
    for number in BLOCKS:
        rings = _union([c for c, o in zip(cells, owner) if o == number])
        if len(rings) != 1:
            print(f'block {number}: {len(rings)} parts', [tuple(map(round, inner_point(r))) for r in rings])
        blocks.append(Block(number, max(rings, key=signed_area)))
    return blocks


def _union(cells):
    """Outer rings of cells that share edges exactly."""
    follow, sides = {}, {e for c in cells for e in edges(c)}
    for a, b in sorted(sides):
        if (b, a) not in sides:
            follow.setdefault(a, []).append(b)
    rings = []
    while follow:
        start = here = next(iter(follow))
        ring = []
        while True:
            ring.append(here)
            options = follow[here]
            nxt = options.pop()
            if not options:
                del follow[here]
            here = nxt
            if here == start:
                break
        rings.append(ring)
    return [r for r in rings if signed_area(r) > 0]


def district_ring(blocks):
    """The outline of all blocks together."""
    return max(_union([b.ring for b in blocks]), key=signed_area)


def perimeter_faces(net, seeds):
    """The smallest street face round each seed."""
    lines = [s.line for s in net.streets if s.kind in ('tertiary', 'residential', 'living_street')]
    cells = faces(lines)
    around = [min((c for c in cells if inside(c, seed)), key=signed_area) for seed in seeds]
    return [simplify_ring(c, 1.2) for c in around]


def distance_to_ring(p, ring):
    """Distance of a point to the outline of a ring."""
    return nearest_on_line(p, ring + ring[:1])[0]
