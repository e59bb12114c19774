#include "io/osm_district.hpp"

#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "io/osm_boundary.hpp"
#include "io/vector_file.hpp"

namespace nahraum::io {
namespace {

using base::ErrorCode;
using base::tr;
using geo::MultiPolygon;

/// Of the file's box, what must be left after taking the rim off it.
constexpr double enough_share = 0.25;

struct Wanted {
  MultiPolygon degrees;               ///< a district in longitude/latitude …
  std::optional<geo::LonLat> centre;  ///< … or a circle …
  double radius_m = 0;
  std::optional<PolygonFile> file;  ///< … or a file
  bool whole = false;
  std::string title;
};

/// Edges are split so that they stay on their parallel and meridian when projected.
MultiPolygon box_in_degrees(double west, double south, double east, double north) {
  constexpr int steps = 16;
  geo::Ring ring;
  const geo::Point corners[] = {{west, south}, {east, south}, {east, north}, {west, north}};
  for (int side = 0; side < 4; ++side) {
    const auto a = corners[side], b = corners[(side + 1) % 4];
    for (int i = 0; i < steps; ++i) {
      ring.push_back({a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps});
    }
  }
  ring.push_back(ring.front());
  return {{ring, {}}};
}

MultiPolygon box_in_degrees(const osmium::Box& box) {
  return box_in_degrees(box.bottom_left().lon(), box.bottom_left().lat(), box.top_right().lon(),
                        box.top_right().lat());
}

bool is_place(double lon, double lat) {
  return std::isfinite(lon) && std::isfinite(lat) && std::abs(lon) <= 180 && std::abs(lat) <= 90;
}

struct Interpreter {
  const OsmFile& file;
  const OsmScan& scan;
  jobs::Context& context;

  base::Result<Wanted> operator()(const WholeFile&) const {
    Wanted wanted;
    wanted.degrees = box_in_degrees(scan.box);
    wanted.whole = true;
    return wanted;
  }
  base::Result<Wanted> operator()(const PolygonFile& polygons) const {
    Wanted wanted;
    wanted.file = polygons;
    return wanted;
  }
  base::Result<Wanted> operator()(const BoundaryName& boundary) const {
    auto found = find_boundary(boundary.name, file, scan, context);
    if (!found) return tl::unexpected(found.error());
    Wanted wanted;
    wanted.degrees = std::move(found->outline);
    wanted.title = found->name;
    return wanted;
  }
  base::Result<Wanted> operator()(const LonLatBox& box) const {
    if (!is_place(box.west, box.south) || !is_place(box.east, box.north) || box.west >= box.east ||
        box.south >= box.north) {
      return base::fail(ErrorCode::bad_input,
                        tr("the box is not west, south, east, north in degrees"), "--bbox",
                        tr("for example 6.08,50.77,6.11,50.78"));
    }
    Wanted wanted;
    wanted.degrees = box_in_degrees(box.west, box.south, box.east, box.north);
    return wanted;
  }
  base::Result<Wanted> operator()(const Around& around) const {
    if (!is_place(around.centre.lon, around.centre.lat) || !(around.radius.value > 0) ||
        around.radius.value > 100'000) {
      return base::fail(ErrorCode::bad_input, tr("the circle is not longitude, latitude, metres"),
                        "--around", tr("for example 6.10,50.775,800"));
    }
    Wanted wanted;
    wanted.centre = around.centre;
    wanted.radius_m = around.radius.value;
    return wanted;
  }
};

MultiPolygon projected(MultiPolygon polygons, const geo::Projection& projection) {
  for (auto& polygon : polygons) {
    projection.forward(polygon.outer);
    for (auto& hole : polygon.holes)
      projection.forward(hole);
  }
  return polygons;
}

geo::LonLat centre_of(const Wanted& wanted, const osmium::Box& data) {
  if (wanted.centre) return *wanted.centre;
  const geo::Box box = geo::bounds(wanted.degrees);
  if (!box.empty()) return {box.centre().x, box.centre().y};
  return {(data.bottom_left().lon() + data.top_right().lon()) / 2,
          (data.bottom_left().lat() + data.top_right().lat()) / 2};
}

base::Result<MultiPolygon> whole_file_district(const MultiPolygon& box, double rim_m,
                                               Report& report) {
  auto shrunk = geo::buffer(box, -rim_m);
  if (shrunk && geo::area(*shrunk) >= enough_share * geo::area(box)) return shrunk;
  report.count("warning", "district_without_rim");
  return box;
}

/// Polygons of a district file may lie in another zone than the data's centre suggests: read again.
base::Result<VectorLayer> read_district(const PolygonFile& polygons, int& epsg, bool epsg_fixed) {
  auto layer = read_polygons(polygons.file, polygons.layer, epsg);
  if (!layer || epsg_fixed) return layer;
  const auto projection = geo::Projection::to_epsg(epsg);
  geo::Box box;
  for (const auto& feature : layer->features)
    box.add(geo::bounds(feature.outline));
  const int better = geo::choose_epsg(projection->inverse(box.centre()));
  if (better == epsg) return layer;
  epsg = better;
  return read_polygons(polygons.file, polygons.layer, epsg);
}

base::Result<MultiPolygon> joined(const VectorLayer& layer, const PolygonFile& polygons) {
  MultiPolygon all;
  for (const auto& feature : layer.features) {
    all.insert(all.end(), feature.outline.begin(), feature.outline.end());
  }
  if (all.empty()) {
    return base::fail(ErrorCode::bad_input, tr("holds no polygon"),
                      polygons.file.filename().string(),
                      tr("choose a file with the district's outline"));
  }
  return geo::unite(all);
}

/// Lengths and times are reckoned in the project's grid: it must not stretch them.
base::Result<void> keeps_lengths(const geo::Projection& projection, int epsg, geo::LonLat place) {
  constexpr double most = 0.005;
  const double scale = geo::grid_per_ground(projection, place);
  if (std::abs(scale - 1) <= most) return {};
  return base::fail(
      ErrorCode::unsupported,
      fmt::format(fmt::runtime(tr("EPSG:{} does not show lengths as they are here")), epsg),
      "--crs",
      fmt::format(fmt::runtime(tr("use EPSG:{}, or leave --crs out")), geo::choose_epsg(place)));
}

tl::unexpected<base::Error> outside(const OsmScan& scan, const OsmFile& file) {
  const auto text = [](double degrees) { return std::to_string(degrees).substr(0, 8); };
  return base::fail(ErrorCode::not_found, tr("the district lies outside the data"),
                    file.path.filename().string(),
                    std::string(tr("the file covers")) + " " + text(scan.box.bottom_left().lon()) +
                        "," + text(scan.box.bottom_left().lat()) + "," +
                        text(scan.box.top_right().lon()) + "," + text(scan.box.top_right().lat()));
}

}  // namespace

base::Result<Location> locate(const DistrictSpec& spec, const ImportOptions& options,
                              const OsmFile& file, const OsmScan& scan, Report& report,
                              jobs::Context& context) {
  const auto wanted = std::visit(Interpreter{file, scan, context}, spec);
  if (!wanted) return tl::unexpected(wanted.error());
  int epsg = options.epsg.value_or(geo::choose_epsg(centre_of(*wanted, scan.box)));
  MultiPolygon district;
  std::string title = wanted->title, source;
  if (wanted->file) {
    auto layer = read_district(*wanted->file, epsg, options.epsg.has_value());
    if (!layer) return tl::unexpected(layer.error());
    auto outline = joined(*layer, *wanted->file);
    if (!outline) return tl::unexpected(outline.error());
    district = std::move(*outline);
    report.count("loss", "district_features_dropped", wanted->file->file.filename().string(),
                 layer->dropped);
    title = wanted->file->file.stem().string();
    source = wanted->file->file.filename().string();
  }
  auto projection = geo::Projection::to_epsg(epsg);
  if (!projection) return tl::unexpected(projection.error());
  if (auto true_scale = keeps_lengths(*projection, epsg, centre_of(*wanted, scan.box)); !true_scale)
    return tl::unexpected(true_scale.error());
  const MultiPolygon data_box = projected(box_in_degrees(scan.box), *projection);
  if (wanted->centre)
    district = {{geo::circle(projection->forward(*wanted->centre), wanted->radius_m), {}}};
  else if (!wanted->file)
    district = projected(wanted->degrees, *projection);
  if (auto valid = geo::make_valid(district)) {
    if (geo::invalid_reason(district)) report.count("warning", "district_repaired", source);
    district = std::move(*valid);
  }
  if (wanted->whole) {
    auto smaller = whole_file_district(district, options.rim_m, report);
    if (!smaller) return tl::unexpected(smaller.error());
    district = std::move(*smaller);
  }
  const auto grown = geo::buffer(district, options.rim_m);
  if (!grown) return tl::unexpected(grown.error());
  const auto known = geo::intersection(*grown, data_box);
  const auto common = geo::intersection(district, data_box);
  if (!known) return tl::unexpected(known.error());
  if (!common || geo::area(*common) <= 0) return outside(scan, file);
  if (geo::area(*common) < 0.999 * geo::area(district))
    report.count("warning", "district_beyond_data");
  return Location{Frame(epsg, std::move(*projection), std::move(district), *known), data_box,
                  std::move(title), std::move(source)};
}

}  // namespace nahraum::io
