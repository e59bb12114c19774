"""Residents by block and five-year age group."""
from .chance import Chance

GROUPS = ['unter 5'] + [f'{a} bis unter {a + 5}' for a in range(5, 90, 5)] + ['90 und älter']

# residents per flat and weights of the 19 age groups
PROFILES = {
    'core': (1.75, [28, 26, 26, 30, 44, 58, 60, 58, 52, 54, 66, 80, 80, 68, 58, 54, 46, 26, 10]),
    'founders': (1.52, [46, 38, 36, 44, 84, 118, 110, 92, 76, 66, 66, 66, 56, 44, 34, 30, 26, 14, 6]),
    'rows': (1.52, [36, 34, 34, 38, 56, 68, 66, 60, 54, 56, 66, 72, 72, 62, 52, 48, 46, 30, 12]),
    'estate': (1.62, [42, 40, 38, 40, 50, 52, 50, 48, 48, 52, 60, 68, 74, 76, 74, 80, 88, 54, 22]),
    'terrace': (2.3, [46, 50, 52, 52, 46, 40, 48, 62, 68, 70, 78, 82, 74, 58, 44, 36, 28, 15, 5]),
    'slope': (2.2, [30, 34, 40, 48, 42, 28, 26, 38, 50, 64, 86, 100, 94, 84, 64, 50, 40, 18, 6]),
    'new': (3.2, [128, 118, 92, 56, 28, 30, 74, 128, 124, 86, 50, 34, 24, 18, 10, 8, 6, 3, 1]),
    'south': (2.1, [42, 42, 42, 46, 54, 56, 56, 56, 58, 62, 72, 78, 74, 58, 46, 40, 34, 18, 6]),
}

NURSING_HOME_BLOCK = '0603'
NURSING_HOME = [0] * 14 + [2, 6, 14, 26, 23]     # its 71 residents


class Residents:
    """Counts per age group of one block."""

    def __init__(self, block, counts):
        self.block, self.counts = block, counts

    @property
    def total(self):
        """All residents."""
        return sum(self.counts)

    def from_age(self, age):
        """Residents of `age` (a multiple of five) and more."""
        return sum(self.counts[age // 5:])


def settle(blocks, buildings):
    """Residents of every block, from its flats."""
    chance = Chance(85)
    rows = []
    for block in blocks:
        size, weights = PROFILES[block.profile]
        flats = sum(b.flats for b in buildings if b.block is block)
        total = round(flats * size * chance.between(0.96, 1.03))
        counts = _spread(total, _varied(weights, chance))
        if block.number == NURSING_HOME_BLOCK:
            counts = [a + b for a, b in zip(counts, NURSING_HOME)]
        rows.append(Residents(block, counts))
    return rows


def _varied(weights, chance):
    return [w * chance.between(0.88, 1.12) for w in weights]


def _spread(total, weights):
    """Whole numbers in proportion to the weights that sum to total (largest remainders)."""
    shares = [total * w / sum(weights) for w in weights]
    counts = [int(s) for s in shares]
    order = sorted(range(len(shares)), key=lambda i: (counts[i] - shares[i], i))
    for i in order[:total - sum(counts)]:
        counts[i] += 1
    return counts
