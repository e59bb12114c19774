#!/usr/bin/env python3
"""Cuts the welcome's small map out of the demo district: lines for src/ui/vignette.cpp.

    nahraum new l.gpkg --osm lindenhof.osm --district quartier.geojson --population bloecke.geojson \
            --population bevoelkerung.csv --services angebote.csv
    nahraum catchment l.gpkg --service pharmacy --profile rollator --bands 3min,6min,10min,15min --edges -o edges.geojson
    nahraum reach l.gpkg --service pharmacy --profile rollator -o homes.geojson
    make.py lindenhof.osm edges.geojson homes.geojson >lindenhof.txt
"""
import json
import math
import sys
import xml.etree.ElementTree as xml

WEST, NORTH, WIDE_M, HIGH = 8.4136, 51.8548, 1000.0, 0.5
METRES_OF_LATITUDE = 111_250.0
METRES_OF_LONGITUDE = METRES_OF_LATITUDE * math.cos(math.radians(51.852))
LIMIT_S = 600
WIDTHS = {"primary": 11, "secondary": 10, "tertiary": 9, "unclassified": 8, "residential": 7, "living_street": 6,
          "service": 4, "pedestrian": 7, "footway": 2.5, "path": 2.5, "cycleway": 2.5, "track": 3, "steps": 3}


def place(lon, lat):
    return ((lon - WEST) * METRES_OF_LONGITUDE / WIDE_M, (NORTH - lat) * METRES_OF_LATITUDE / WIDE_M)


def seen(points):
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(xs) > -0.02 and min(xs) < 1.02 and max(ys) > -0.02 and min(ys) < HIGH + 0.02


def near(a, b):
    return abs(a[0] - b[0]) < 2e-5 and abs(a[1] - b[1]) < 2e-5


def smallest_rectangle(points):
    """Of all that stand on an edge of the outline."""
    best = None
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        long = math.hypot(bx - ax, by - ay)
        if long == 0:
            continue
        ux, uy = (bx - ax) / long, (by - ay) / long
        along = [x * ux + y * uy for x, y in points]
        across = [-x * uy + y * ux for x, y in points]
        a0, a1, c0, c1 = min(along), max(along), min(across), max(across)
        area = (a1 - a0) * (c1 - c0)
        if best is None or area < best[0]:
            corners = [(a0, c0), (a1, c0), (a1, c1), (a0, c1)]
            best = (area, [(a * ux - c * uy, a * uy + c * ux) for a, c in corners])
    return best[1] if best else None


def told(points):
    return " ".join(f"{x:.4f} {y:.4f}" for x, y in points)


def inside(point, ring):
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def read_osm(file):
    root = xml.parse(file).getroot()
    nodes = {n.get("id"): place(float(n.get("lon")), float(n.get("lat"))) for n in root.iter("node")}
    tagged = [(nodes[n.get("id")], {t.get("k"): t.get("v") for t in n.iter("tag")}) for n in root.iter("node")]
    ways = [([nodes[nd.get("ref")] for nd in way.iter("nd")], {t.get("k"): t.get("v") for t in way.iter("tag")})
            for way in root.iter("way")]
    return [t for t in tagged if t[1]], ways


def main(osm, edges, homes):
    nodes, ways = read_osm(osm)
    out = []
    for points, tags in ways:
        if not seen(points):
            continue
        green = tags.get("leisure") in ("park", "playground", "pitch") or tags.get("landuse") in (
            "grass", "cemetery", "forest", "allotments", "meadow")
        if tags.get("waterway"):
            out.append((0, "water " + told(points)))
        elif tags.get("railway") == "rail":
            out.append((1, "rail " + told(points)))
        elif green and len(points) == 5:
            out.append((0, "green " + told(points[:4])))
        elif tags.get("highway") in WIDTHS:
            out.append((2, f"street {WIDTHS[tags['highway']] / WIDE_M:.4f} {told(points)}"))
    for number, feature in enumerate(sorted(
            json.load(open(edges))["features"], key=lambda f: -int(f["properties"]["limit"].removesuffix("min")))):
        for line in feature["geometry"]["coordinates"]:
            points = [place(*at) for at in line]
            if seen(points):
                out.append((3 + number, f"reached {3 - number} {told(points)}"))
    at = [(place(*f["geometry"]["coordinates"]), f["properties"]) for f in json.load(open(homes))["features"]]
    for points, tags in ways:
        if "building" not in tags or not seen(points):
            continue
        corners = smallest_rectangle(points)
        lived_in = [p for where, p in at if inside(where, points)]
        beyond = any(p["status"] != "ok" or p["seconds"] is None or p["seconds"] > LIMIT_S for p in lived_in)
        out.append((9, f"house {'beyond' if beyond else 'home' if lived_in else 'other'} {told(corners)}"))
    for where, tags in nodes:
        if tags.get("amenity") == "pharmacy" and seen([where]):
            out.append((10, f"pharmacy {told([where])}"))
    for points, tags in ways:
        if tags.get("amenity") == "pharmacy" and seen(points):
            middle = smallest_rectangle(points)
            out.append((10, "pharmacy " + told([(sum(p[0] for p in middle) / 4, sum(p[1] for p in middle) / 4)])))
    out.sort(key=lambda line: line[0])
    print("# Made by make.py from geodata/lindenhof: places in parts of the picture's width, y down.")
    for _, line in out:
        print(line)


main(*sys.argv[1:])
