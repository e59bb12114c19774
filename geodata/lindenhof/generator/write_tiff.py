"""Writes the elevation as an uncompressed GeoTIFF: Float32, EPSG:25832, little endian.

Uncompressed on purpose: the bytes depend on no compressor's version.
"""
from struct import pack

from .frame import CENTRE_E, CENTRE_N, HALF_HEIGHT, HALF_WIDTH

CELL = 10.0
MARGIN = 100.0
NODATA = -9999
SHORT, LONG, DOUBLE, ASCII = 3, 4, 12, 2


def write(terrain, path):
    """Sample the terrain at cell centres and write the file."""
    left, top = -HALF_WIDTH - MARGIN, HALF_HEIGHT + MARGIN
    columns, rows = int(-2 * left / CELL), int(2 * top / CELL)
    cells = [terrain.height((left + (i + 0.5) * CELL, top - (j + 0.5) * CELL))
             for j in range(rows) for i in range(columns)]
    data = pack(f'<{len(cells)}f', *cells)
    path.write_bytes(_file(columns, rows, CENTRE_E + left, CENTRE_N + top, data))


def _file(columns, rows, east, north, data):
    strip_rows = 25
    row_bytes = columns * 4
    strips = [(8 + r * row_bytes, min(strip_rows, rows - r) * row_bytes) for r in range(0, rows, strip_rows)]
    tags = _tags(columns, rows, east, north, strips, strip_rows)
    ifd_at = 8 + len(data)
    extra_at = ifd_at + 2 + 12 * len(tags) + 4
    entries, extra = b'', b''
    for tag, kind, count, raw in tags:
        if len(raw) <= 4:
            entries += pack('<HHI', tag, kind, count) + raw.ljust(4, b'\0')
        else:
            entries += pack('<HHII', tag, kind, count, extra_at + len(extra))
            extra += raw + b'\0' * (len(raw) % 2)
    return pack('<2sHI', b'II', 42, ifd_at) + data + pack('<H', len(tags)) + entries + pack('<I', 0) + extra


def _tags(columns, rows, east, north, strips, strip_rows):
    """(tag, type, count, bytes), ascending."""
    def short(*v):
        return SHORT, len(v), pack(f'<{len(v)}H', *v)

    def long(*v):
        return LONG, len(v), pack(f'<{len(v)}I', *v)

    def double(*v):
        return DOUBLE, len(v), pack(f'<{len(v)}d', *v)

    def text(v):
        return ASCII, len(v) + 1, v.encode('ascii') + b'\0'

    keys = (1, 1, 0, 4, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 25832, 3076, 0, 1, 9001)
    table = [(256, short(columns)), (257, short(rows)), (258, short(32)), (259, short(1)), (262, short(1)),
             (273, long(*[s[0] for s in strips])), (277, short(1)), (278, short(strip_rows)),
             (279, long(*[s[1] for s in strips])), (284, short(1)), (339, short(3)),
             (33550, double(CELL, CELL, 0.0)), (33922, double(0.0, 0.0, 0.0, east, north, 0.0)),
             (34735, short(*keys)), (42113, text(str(NODATA)))]
    return [(tag, *value) for tag, value in table]
