"""Homes along streets: which forms stand in which quarter, and their places on the frontage."""
from math import atan2

from .geometry import at, inside, line_length, placed, rectangle
from .placing import Building

GAPLESS = -0.25


def box(width, depth):
    """A house with its front on y = 0."""
    return [(x, y + depth / 2) for x, y in rectangle(width, depth)]


def winged(width, depth, chance):
    """A house with a wing at the back or a porch cut out of a corner."""
    w, cut = width / 2, width * chance.between(0.35, 0.55)
    back = depth + chance.between(2.5, 4.5)
    if chance.yes(0.5):
        return [(-w, 0), (w, 0), (w, depth), (w - cut, depth), (w - cut, back), (-w, back)]
    return [(-w, 0), (w, 0), (w, back), (w - cut, back), (w - cut, depth), (-w, depth)]


def skewed(width, depth, chance):
    """An old house: no right angle."""
    w = width / 2
    return [(-w, 0), (w, 0), (w + chance.between(-0.8, 0.2), depth + chance.between(-1.5, 1.5)),
            (-w + chance.between(-0.2, 0.8), depth + chance.between(-1.5, 1.5))]


class Form:
    """A kind of frontage: how many houses join, their measures and tags."""

    def __init__(self, join, width, depth, setback, gap, kind, levels, flats, shape, garage=0.0, year=None,
                 empty=0.12):
        self.join, self.width, self.depth, self.setback, self.gap = join, width, depth, setback, gap
        self.kind, self.levels, self.flats, self.shape = kind, levels, flats, shape
        self.garage, self.year, self.empty = garage, year, empty      # empty: share of plots unbuilt


FORMS = {
    'core': Form((1, 4), (9, 14), (9, 14), (0.6, 2.6), (1.5, 7), 'house', (2, 3), (1, 4), 'old', 0.2, 1820),
    'terrace': Form((3, 5), (6.6, 8), (9.5, 11), (4.5, 7), (15, 27), 'terrace', (2, 2), (1, 1), 'box', 0.3, 1964),
    'settlers': Form((2, 2), (7.5, 9), (8.5, 10), (5, 8), (20, 31), 'semidetached_house', (1, 2), (1, 2), 'box',
                     0.5, 1936),
    'semi': Form((2, 2), (7.4, 9), (9, 11), (4, 7.5), (14, 22), 'semidetached_house', (1, 2), (1, 1), 'box',
                 0.6, 1978),
    'detached': Form((1, 1), (10, 15), (9, 13), (5, 11), (17, 27), 'detached', (1, 2), (1, 3), 'mixed', 0.7, 1986),
    'newdetached': Form((1, 1), (9.5, 12), (9, 11), (3.5, 5.5), (8, 12), 'detached', (2, 2), (1, 1), 'mixed',
                        0.8, 2016),
    'village': Form((1, 1), (10, 16), (9, 13), (4, 9), (18, 34), 'house', (1, 2), (1, 2), 'mixed', 0.4, 1950),
}


def line_streets(site, net, style_at, chance):
    """Place homes along both sides of every street that has a frontage."""
    for street in net.streets:
        if street.spec.houses and street.kind in ('tertiary', 'residential', 'living_street', 'pedestrian'):
            for side in (1, -1):
                _line_side(site, street, side, style_at, chance)


def _line_side(site, street, side, style_at, chance):
    total, s = line_length(street.line), chance.between(4, 10)
    while s < total - 5:
        form = FORMS.get(style_at(_beside(street, s, side, street.half_width + 14)[0]))
        if form is None:
            s += 9
            continue
        s += _group(site, street, s, side, form, chance)
        if chance.yes(form.empty):
            s += chance.between(14, 26)


def _group(site, street, s, side, form, chance):
    """Place one group of joined houses; returns the length used."""
    count = form.join[0] + int(chance.unit() * (form.join[1] - form.join[0] + 1))
    width, depth = chance.between(*form.width), chance.between(*form.depth)
    setback, rigid = chance.between(*form.setback), form.shape == 'box'
    middle = s + count * width / 2
    done = 0
    for i in range(count):
        here = s + (i + 0.5) * width
        done += _one(site, street, here, middle if rigid else here, side, form, width, depth, setback, chance)
    if not done:
        return 4.0
    used = count * width + chance.between(*form.gap)
    if form.garage and chance.yes(form.garage):
        used += _garage(site, street, s + count * width + 2.0, side, setback, chance)
    return used


def _one(site, street, here, pivot, side, form, width, depth, setback, chance):
    """Try one house, a second time further back; tells whether it stands."""
    shape = _shape(form, width, depth, chance)
    for extra in (0.0, 2.5, 6.0):
        centre, angle = _beside(street, pivot, side, street.half_width + setback + extra)
        shift = [(x + (here - pivot) * -side, y) for x, y in shape] if side == 1 else \
                [(x + (here - pivot), y) for x, y in shape]
        ring = placed(shift, centre, angle)
        levels = form.levels[0] + int(chance.unit() * (form.levels[1] - form.levels[0] + 1))
        flats = form.flats[0] + int(chance.unit() ** 2 * (form.flats[1] - form.flats[0] + 1))
        house = Building(ring, {'building': form.kind, 'building:levels': str(levels)}, flats,
                         front=(ring[0], ring[1]))
        house.street = street
        if chance.yes(0.25) and form.year:
            house.tags['start_date'] = str(form.year + int(chance.between(-8, 9)))
        if site.try_add(house, GAPLESS if form.join[1] > 1 else 1.2):
            return 1
    return 0


def _shape(form, width, depth, chance):
    if form.shape == 'old':
        return skewed(width, depth, chance) if chance.yes(0.7) else winged(width, depth, chance)
    if form.shape == 'mixed' and chance.yes(0.45):
        return winged(width, depth, chance)
    return box(width, depth)


def _garage(site, street, s, side, setback, chance):
    """A garage beside the last house."""
    centre, angle = _beside(street, s + 1.8, side, street.half_width + setback + chance.between(1, 4))
    garage = Building(placed(box(3.3, 6.2), centre, angle), {'building': 'garage'})
    return 4.5 if site.try_add(garage, 0.2) else 0.0


def _beside(street, s, side, away):
    """(point `away` metres to a side of the street, angle that turns +y away from it)."""
    (x, y), (tx, ty) = at(street.line, s)
    nx, ny = -ty * side, tx * side
    return (x + nx * away, y + ny * away), atan2(-nx, ny)


def style_finder(blocks, settlements):
    """A function point -> style; rim settlements are (ring, style)."""
    def find(p):
        for block in blocks:
            if inside(block.ring, p):
                return block.style
        return next((style for ring, style in settlements if inside(ring, p)), None)
    return find
