#!/usr/bin/env python3
"""Makes the demo district Lindenhof. `generate.py` writes it, `generate.py --check` compares."""
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from generator import checks, truths, write_osm, write_tables, write_tiff  # noqa: E402
from generator.district import District  # noqa: E402

HERE = Path(__file__).resolve().parent
FILES = ('lindenhof.osm', 'bevoelkerung.csv', 'bloecke.geojson', 'angebote.csv', 'einzugsgebiete.csv',
         'hoehen.tif', 'quartier.geojson', 'truths.yaml')


def generate(folder):
    """Write all files of the district into a folder."""
    district = District()
    write_osm.write(district.osm, folder / 'lindenhof.osm')
    write_tables.write_population(district.residents, folder / 'bevoelkerung.csv')
    write_tables.write_blocks(district.blocks, folder / 'bloecke.geojson')
    write_tables.write_offers(district.offers, folder / 'angebote.csv')
    write_tables.write_service_areas(district.blocks, folder / 'einzugsgebiete.csv')
    write_tables.write_district(district.ring, folder / 'quartier.geojson')
    write_tiff.write(district.terrain, folder / 'hoehen.tif')
    failures = truths.write(district, folder / 'truths.yaml')
    return failures + checks.faults(district)


def check():
    """Compare the committed files with freshly made ones; the number that differ."""
    with tempfile.TemporaryDirectory() as temporary:
        generate(Path(temporary))
        differing = [name for name in FILES if not _same(HERE / name, Path(temporary) / name)]
    for name in differing:
        print(f'{name} differs from what the generator makes')
    print('all files as generated' if not differing else f'{len(differing)} files differ')
    return len(differing)


def _same(one, two):
    return one.exists() and one.read_bytes() == two.read_bytes()


def main():
    """Entry point."""
    if sys.argv[1:] == ['--check']:
        return 1 if check() else 0
    if sys.argv[1:]:
        print(__doc__)
        return 2
    failures = generate(HERE)
    for failure in failures:
        print('wrong:', failure)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
