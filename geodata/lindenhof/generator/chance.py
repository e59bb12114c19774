"""Repeatable chance: a stream of numbers that is the same on every machine."""
import random


class Chance:
    """Draws from Mersenne Twister doubles only, which Python keeps stable across versions."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def unit(self):
        """In [0, 1)."""
        return self._random.random()

    def between(self, low, high):
        """A real number between two bounds."""
        return low + (high - low) * self.unit()

    def yes(self, share):
        """True with the probability `share`."""
        return self.unit() < share

    def pick(self, items):
        """One of the items."""
        return items[int(self.unit() * len(items))]
