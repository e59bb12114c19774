"""A uniform grid that finds things by their bounding box."""


class Grid:
    """Items with boxes; `near(box)` lists those whose cells meet it, in order of insertion."""

    def __init__(self, cell=60.0):
        self._cell = cell
        self._cells = {}
        self._items = []

    def add(self, box, item):
        """Store an item under its box (x0, y0, x1, y1)."""
        number = len(self._items)
        self._items.append(item)
        for key in self._keys(box):
            self._cells.setdefault(key, []).append(number)

    def near(self, box):
        """Items that may meet the box."""
        found = set()
        for key in self._keys(box):
            found.update(self._cells.get(key, ()))
        return [self._items[i] for i in sorted(found)]

    def _keys(self, box):
        c = self._cell
        for i in range(int(box[0] // c), int(box[2] // c) + 1):
            for j in range(int(box[1] // c), int(box[3] // c) + 1):
                yield i, j
