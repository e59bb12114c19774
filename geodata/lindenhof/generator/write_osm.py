"""Writes the elements as OSM XML 0.6 with ascending ids."""
from xml.sax.saxutils import quoteattr

from .frame import HALF_HEIGHT, HALF_WIDTH, to_lonlat

FIRST_ID = 90000000001
STAMP = 'version="1" timestamp="2026-09-01T00:00:00Z"'


def write(osm, path):
    """Write all elements of `osm`."""
    nodes, nid = _numbered_nodes(osm)
    wid = {id(w): FIRST_ID + i for i, w in enumerate(osm.ways)}
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           '<osm version="0.6" generator="Lindenhof generator (invented data)" '
           'attribution="Lindenhof: erfundene Daten im OpenStreetMap-Format, Nahraum, Apache-2.0" '
           'license="Apache-2.0">', _bounds()]
    for node in nodes:
        lon, lat = to_lonlat(node.p)
        _element(out, f'node id="{nid[id(node)]}" {STAMP} lat="{lat:.7f}" lon="{lon:.7f}"', [], node.tags)
    for way in osm.ways:
        refs = [f'  <nd ref="{nid[id(n)]}"/>' for n in way.nodes]
        _element(out, f'way id="{wid[id(way)]}" {STAMP}', refs, way.tags)
    for i, rel in enumerate(osm.relations):
        members = [_member(role, element, nid, wid) for role, element in rel.members]
        _element(out, f'relation id="{FIRST_ID + i}" {STAMP}', members, rel.tags)
    out.append('</osm>\n')
    path.write_bytes('\n'.join(out).encode('utf-8'))


def _numbered_nodes(osm):
    """All nodes once, in the order of their first use, and their ids."""
    nodes, ids = [], {}
    for node in [n for w in osm.ways for n in w.nodes] + osm.points:
        if id(node) not in ids:
            ids[id(node)] = FIRST_ID + len(nodes)
            nodes.append(node)
    return nodes, ids


def _bounds():
    corners = [to_lonlat((sx * HALF_WIDTH, sy * HALF_HEIGHT)) for sx in (-1, 1) for sy in (-1, 1)]
    lons, lats = [c[0] for c in corners], [c[1] for c in corners]
    return (f' <bounds minlat="{min(lats):.7f}" minlon="{min(lons):.7f}" '
            f'maxlat="{max(lats):.7f}" maxlon="{max(lons):.7f}"/>')


def _member(role, element, nid, wid):
    if id(element) in wid:
        return f'  <member type="way" ref="{wid[id(element)]}" role="{role}"/>'
    return f'  <member type="node" ref="{nid[id(element)]}" role="{role}"/>'


def _element(out, head, children, tags):
    lines = children + [f'  <tag k={quoteattr(k)} v={quoteattr(str(v))}/>' for k, v in sorted(tags.items())]
    if lines:
        out.append(f' <{head}>')
        out += lines
        out.append(f' </{head.split(" ", 1)[0]}>')
    else:
        out.append(f' <{head}/>')
