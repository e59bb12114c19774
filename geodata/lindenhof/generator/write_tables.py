"""Writes the tables and outlines: Windows-1252 CSV as German offices export them, and GeoJSON."""
import json

from .frame import to_lonlat, to_utm
from .geometry import signed_area
from .people import GROUPS
from .plan_service_areas import AREAS

DATE = '31.12.2025'


def grouped(number):
    """A whole number with dots between thousands."""
    return f'{number:,}'.replace(',', '.')


def decimal(value):
    """Two decimals with a comma, no grouping."""
    return f'{value:.2f}'.replace('.', ',')


def _write(path, rows):
    text = ''.join(';'.join(row) + '\r\n' for row in rows)
    path.write_bytes(text.encode('cp1252'))


def write_population(rows, path):
    """One line per block and a last one with totals."""
    lines = [['block_nr', 'Blockname', 'Stichtag', 'Insgesamt'] + GROUPS]
    for row in rows:
        lines.append([row.block.number, row.block.name, DATE] + [grouped(n) for n in [row.total] + row.counts])
    sums = [sum(r.counts[i] for r in rows) for i in range(len(GROUPS))]
    lines.append(['', 'Insgesamt', DATE] + [grouped(n) for n in [sum(sums)] + sums])
    _write(path, lines)


def write_offers(offers, path):
    """The local offers."""
    lines = [['Name', 'Art', 'Adresse', 'Rechtswert', 'Hochwert', 'Anbieter', 'Sektor', 'Plätze', 'Öffnungszeiten']]
    for offer in offers:
        east, north = to_utm(offer.place)
        lines.append([offer.name, offer.label, offer.address, decimal(east), decimal(north), offer.provider,
                      offer.sector, str(offer.places), offer.hours])
    _write(path, lines)


def write_service_areas(blocks, path):
    """Where those come to who come to people's homes, by blocks."""
    lines = [['Name', 'Art', 'Anbieter', 'Gebiet']]
    for label, name, provider, begins, without in AREAS:
        numbers = sorted(b.number for b in blocks if b.number.startswith(begins) and b.number not in without)
        lines.append([name, label, provider, ', '.join(numbers)])
    _write(path, lines)


def _polygon(ring, properties):
    ring = ring if signed_area(ring) > 0 else ring[::-1]
    points = [list(to_lonlat(p)) for p in ring + ring[:1]]
    return {'type': 'Feature', 'properties': properties, 'geometry': {'type': 'Polygon', 'coordinates': [points]}}


def _write_json(path, name, features):
    head = json.dumps({'type': 'FeatureCollection', 'name': name}, ensure_ascii=False)[:-1]
    body = ',\n'.join(json.dumps(f, ensure_ascii=False) for f in features)
    path.write_bytes(f'{head}, "features": [\n{body}\n]}}\n'.encode('utf-8'))


def write_blocks(blocks, path):
    """The blocks as polygons."""
    _write_json(path, 'bloecke', [_polygon(b.ring, {'block_nr': b.number, 'name': b.name}) for b in blocks])


def write_district(ring, path):
    """The outline of the district."""
    _write_json(path, 'quartier', [_polygon(ring, {'name': 'Lindenhof', 'town': 'Auental'})])
