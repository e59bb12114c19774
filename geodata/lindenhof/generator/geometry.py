"""Plane geometry on plain tuples: points (x, y), lines and rings as lists of points (ring open)."""
from math import cos, hypot, sin


def lerp(a, b, t):
    """The point at share t of the way from a to b."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def distance(a, b):
    """Length of the segment a-b."""
    return hypot(a[0] - b[0], a[1] - b[1])


def line_length(line):
    """Length of a line."""
    return sum(distance(a, b) for a, b in zip(line, line[1:]))


def edges(ring):
    """The segments of an open ring, the closing one included."""
    return zip(ring, ring[1:] + ring[:1])


def smooth(points, step=14.0, closed=False):
    """Centripetal-free Catmull-Rom curve through the points, sampled about every `step` metres."""
    if len(points) < 3:
        return list(points)
    pts = [points[-1]] + points + points[:2] if closed else [points[0]] + points + [points[-1]]
    out = []
    for a, b, c, d in zip(pts, pts[1:], pts[2:], pts[3:]):
        count = max(1, round(distance(b, c) / step))
        out += [_catmull(a, b, c, d, k / count) for k in range(count)]
    return out if closed else out + [points[-1]]


def _catmull(a, b, c, d, t):
    """One point of the curve between b and c."""
    def axis(i):
        return 0.5 * (2 * b[i] + (c[i] - a[i]) * t
                      + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t
                      + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3)
    return axis(0), axis(1)


def simplify(line, tolerance):
    """Douglas-Peucker."""
    if len(line) < 3:
        return list(line)
    far, where = max((segment_distance(p, line[0], line[-1]), i)
                     for i, p in enumerate(line[1:-1], 1))
    if far <= tolerance:
        return [line[0], line[-1]]
    return simplify(line[:where + 1], tolerance)[:-1] + simplify(line[where:], tolerance)


def simplify_ring(ring, tolerance):
    """Douglas-Peucker on a ring, cut open at its two most distant points."""
    far = max(range(len(ring)), key=lambda i: distance(ring[0], ring[i]))
    first = simplify(ring[:far + 1], tolerance)
    second = simplify(ring[far:] + ring[:1], tolerance)
    return first[:-1] + second[:-1]


def projection(p, a, b):
    """(share along a-b, foot point) of p, clamped to the segment."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = 0.0 if square == 0 else ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square
    t = min(1.0, max(0.0, t))
    return t, (a[0] + dx * t, a[1] + dy * t)


def segment_distance(p, a, b):
    """Distance of a point to a segment."""
    return distance(p, projection(p, a, b)[1])


def nearest_on_line(p, line):
    """(distance, position along the line in metres, foot point)."""
    best, start = None, 0.0
    for a, b in zip(line, line[1:]):
        t, foot = projection(p, a, b)
        found = (distance(p, foot), start + t * distance(a, b), foot)
        if best is None or found < best:
            best = found
        start += distance(a, b)
    return best


def at(line, s):
    """(point, unit tangent) at position s metres along a line."""
    s = max(0.0, s)
    for a, b in zip(line, line[1:]):
        d = distance(a, b)
        if d > 0 and (s <= d or b is line[-1]):
            return lerp(a, b, min(1.0, s / d)), ((b[0] - a[0]) / d, (b[1] - a[1]) / d)
        s -= d
    a, b = line[-2], line[-1]
    d = distance(a, b) or 1.0
    return b, ((b[0] - a[0]) / d, (b[1] - a[1]) / d)


def crossing(a, b, c, d):
    """(t, u, point) where segment a-b meets c-d, or None."""
    rx, ry, sx, sy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    det = rx * sy - ry * sx
    if abs(det) < 1e-12:
        return None
    t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / det
    u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / det
    if not (0 <= t <= 1 and 0 <= u <= 1):
        return None
    return t, u, (a[0] + rx * t, a[1] + ry * t)


def segments_distance(a, b, c, d):
    """Distance between two segments; 0 where they cross."""
    if crossing(a, b, c, d):
        return 0.0
    return min(segment_distance(a, c, d), segment_distance(b, c, d),
               segment_distance(c, a, b), segment_distance(d, a, b))


def signed_area(ring):
    """Area, positive for anticlockwise rings."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(ring)) / 2


def centroid(ring):
    """Centre of mass of a ring."""
    area = signed_area(ring)
    cx = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in edges(ring))
    cy = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in edges(ring))
    return cx / (6 * area), cy / (6 * area)


def inside(ring, p):
    """Whether p lies in the ring (even-odd rule)."""
    result = False
    for a, b in edges(ring):
        if (a[1] > p[1]) != (b[1] > p[1]):
            if p[0] < a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]):
                result = not result
    return result


def inner_point(ring):
    """Some point well inside a ring: the middle of the widest chord at mid height or nearby."""
    ys = [p[1] for p in ring]
    best = (-1.0, ring[0])
    for share in (0.5, 0.35, 0.65, 0.2, 0.8):
        y = min(ys) + (max(ys) - min(ys)) * share + 1e-4
        xs = sorted(a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
                    for a, b in edges(ring) if (a[1] > y) != (b[1] > y))
        best = max([best] + [(r - l, ((l + r) / 2, y)) for l, r in zip(xs[::2], xs[1::2])])
    return best[1]


def rings_overlap(one, two):
    """Whether two rings share area or touch."""
    for a, b in edges(one):
        for c, d in edges(two):
            if crossing(a, b, c, d):
                return True
    return inside(one, two[0]) or inside(two, one[0])


def ring_to_segment(ring, a, b):
    """Distance of a ring's area to a segment."""
    if inside(ring, a):
        return 0.0
    return min(segments_distance(c, d, a, b) for c, d in edges(ring))


def box_of(points, margin=0.0):
    """(x0, y0, x1, y1) around points."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def placed(shape, centre, angle):
    """A shape given about the origin, turned by angle (radians) and moved to centre."""
    c, s = cos(angle), sin(angle)
    return [(centre[0] + x * c - y * s, centre[1] + x * s + y * c) for x, y in shape]


def rectangle(width, depth):
    """An anticlockwise rectangle about the origin."""
    w, d = width / 2, depth / 2
    return [(-w, -d), (w, -d), (w, d), (-w, d)]


def shrunk(ring, amount):
    """A ring pulled a little towards its middle; for tests between neighbours that share walls."""
    mx = sum(p[0] for p in ring) / len(ring)
    my = sum(p[1] for p in ring) / len(ring)
    out = []
    for x, y in ring:
        d = hypot(x - mx, y - my) or 1.0
        k = max(0.0, 1 - amount / d)
        out.append((mx + (x - mx) * k, my + (y - my) * k))
    return out


def inset(ring, amount):
    """An anticlockwise ring with each edge moved inwards by amount, corners mitred."""
    out = []
    for before, here, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1]):
        out.append(_mitre(before, here, after, amount))
    return out


def _mitre(before, here, after, amount):
    """The corner of the inset ring at `here`."""
    d1, d2 = distance(before, here), distance(here, after)
    n1 = (-(here[1] - before[1]) / d1, (here[0] - before[0]) / d1)
    n2 = (-(after[1] - here[1]) / d2, (after[0] - here[0]) / d2)
    k = amount / max(0.35, 1 + n1[0] * n2[0] + n1[1] * n2[1])
    return here[0] + (n1[0] + n2[0]) * k, here[1] + (n1[1] + n2[1]) * k


def offset_line(line, amount):
    """A line moved to its left by amount, corners mitred."""
    ends = [2 * line[0][0] - line[1][0], 2 * line[0][1] - line[1][1]], \
           [2 * line[-1][0] - line[-2][0], 2 * line[-1][1] - line[-2][1]]
    full = [tuple(ends[0])] + list(line) + [tuple(ends[1])]
    return [_mitre(a, b, c, amount) for a, b, c in zip(full, full[1:], full[2:])]


def piece(line, start, end):
    """The part of a line between two positions in metres."""
    out, s = [at(line, start)[0]], 0.0
    for a, b in zip(line, line[1:]):
        s += distance(a, b)
        if start + 0.01 < s < end - 0.01:
            out.append(b)
    return out + [at(line, end)[0]]
