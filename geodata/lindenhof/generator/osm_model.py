"""OSM elements in local metres: nodes, ways and relations that get their ids when written."""
from .geometry import distance, lerp, nearest_on_line


class Node:
    """A point with tags."""

    __slots__ = ('x', 'y', 'tags')

    def __init__(self, p, tags=None):
        self.x, self.y, self.tags = p[0], p[1], dict(tags or {})

    @property
    def p(self):
        """The local point."""
        return self.x, self.y


class Way:
    """A line of nodes with tags; closed when its first node is its last."""

    def __init__(self, nodes, tags):
        self.nodes, self.tags = nodes, dict(tags)

    @property
    def line(self):
        """The points of the way."""
        return [n.p for n in self.nodes]


class Relation:
    """Members as (role, element) with tags."""

    def __init__(self, members, tags):
        self.members, self.tags = members, dict(tags)


class Osm:
    """All elements in the order in which they were made."""

    def __init__(self):
        self.points, self.ways, self.relations = [], [], []

    def point(self, p, **tags):
        """Add a free node with tags (`__` stands for `:`)."""
        node = Node(p, named(tags))
        self.points.append(node)
        return node

    def way(self, nodes, tags):
        """Add a way through nodes."""
        way = Way(nodes, tags)
        self.ways.append(way)
        return way

    def area(self, ring, tags):
        """Add a closed way round an open ring of points."""
        nodes = [Node(p) for p in ring]
        return self.way(nodes + nodes[:1], tags)

    def multipolygon(self, outer, inners, tags):
        """Add a multipolygon of untagged closed ways."""
        members = [('outer', self.area(outer, {}))] + [('inner', self.area(r, {})) for r in inners]
        self.relations.append(Relation(members, {'type': 'multipolygon', **tags}))
        return self.relations[-1]


def named(tags):
    """Tags from keyword arguments."""
    return {key.replace('__', ':'): str(value) for key, value in tags.items() if value is not None}


def set_into(way, p, tags):
    """Insert a tagged node at the place of the way nearest to p, or tag the node already there."""
    s = nearest_on_line(p, way.line)[1]
    for i, (a, b) in enumerate(zip(way.nodes, way.nodes[1:])):
        d = distance(a.p, b.p)
        if s <= d:
            if min(s, d - s) < 1.0:
                (a if s < d / 2 else b).tags.update(tags)
            else:
                way.nodes.insert(i + 1, Node(lerp(a.p, b.p, s / d), tags))
            return
        s -= d
