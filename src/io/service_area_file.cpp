#include "io/service_area_file.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/overlay.hpp"
#include "io/checksum.hpp"
#include "io/delimited_text.hpp"
#include "io/population_ages.hpp"
#include "io/report.hpp"
#include "io/service_names.hpp"
#include "io/vector_file.hpp"

namespace nahraum::io {
namespace {

using base::ErrorCode;
using base::tr;

struct Columns {
  std::optional<std::size_t> kind, provider, name, area, date;

  explicit Columns(const Row& header)
      : kind(
            find_column(header, {"Art", "Typ", "Kategorie", "Angebot", "type", "kind", "service"})),
        provider(find_column(header, {"Anbieter", "Träger", "Betreiber", "provider", "operator"})),
        name(find_column(header, {"Name", "Bezeichnung", "Einrichtung"})),
        area(find_column(
            header, {"Gebiet", "Gebiete", "Einzugsgebiet", "PLZ", "Postleitzahl", "Postleitzahlen",
                     "Blöcke", "Stadtteile", "area", "areas", "postcode", "postcodes"})),
        date(find_column(header, {"Stand", "Stichtag", "Datum", "date", "as_of"})) {}
};

std::string field(const Row& row, const std::optional<std::size_t>& column) {
  return column ? base::trim(cell(row, *column)) : std::string();
}

/// What a name in a list stands for.
struct NamedPlace {
  geo::MultiPolygon outline;
  model::AreaGiven given = model::AreaGiven::areas;
};

/// The kind of the names so far and of one more.
model::AreaGiven both(model::AreaGiven one, model::AreaGiven other) {
  return one == other || one == model::AreaGiven::polygon ? other : model::AreaGiven::mixed;
}

/// Outlines by the names that a list may use for them.
class Places {
 public:
  void add(const std::string& name, const geo::MultiPolygon& outline, model::AreaGiven given) {
    if (name.empty()) return;
    const auto [at, is_new] = places_.try_emplace(base::fold_case(name));
    auto& place = at->second;
    place.outline.insert(place.outline.end(), outline.begin(), outline.end());
    place.given = is_new ? given : both(place.given, given);
  }
  const NamedPlace* find(const std::string& name) const {
    const auto found = places_.find(base::fold_case(name));
    return found == places_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, NamedPlace> places_;
};

void count_dropped(const VectorLayer& layer, const std::filesystem::path& file, Report& report) {
  if (layer.dropped == 0) return;
  report.count("loss", "service_area_polygon_dropped", file.filename().string(), layer.dropped);
}

base::Result<void> add_postcodes(Places& places, const std::filesystem::path& file, int epsg,
                                 Report& report) {
  if (file.empty()) return {};
  const auto layer = read_polygons(file, "", epsg);
  if (!layer) return tl::unexpected(layer.error());
  const auto column = find_column(
      layer->columns, {"PLZ", "Postleitzahl", "postcode", "postal_code", "plz_code", "note"});
  if (!column) {
    return base::fail(ErrorCode::bad_input, tr("the polygons have no column of postcodes"),
                      file.filename().string(), tr("name it PLZ or postcode"));
  }
  count_dropped(*layer, file, report);
  for (const auto& feature : layer->features)
    places.add(base::trim(cell(feature.attributes, *column)), feature.outline,
               model::AreaGiven::postcodes);
  return {};
}

std::vector<std::string> names_in(const std::string& list) {
  std::vector<std::string> names{""};
  for (const char c : list) {
    if (c == ',' || c == ';' || c == '|')
      names.emplace_back();
    else
      names.back() += c;
  }
  for (auto& name : names)
    name = base::trim(name);
  std::erase(names, "");
  return names;
}

class Reader {
 public:
  Reader(const model::Catalogue& catalogue, const ServiceAreaFiles& files)
      : names_(catalogue),
        files_(files),
        source_(files.areas.filename().string()),
        sha256_(sha256_of(files.areas)) {}

  void take_list_row(const Row& row, const Columns& columns, const Places& places) {
    auto area = start(row, columns);
    if (!area) return;
    area->area = field(row, columns.area);
    for (const auto& name : names_in(area->area)) {
      const auto* place = places.find(name);
      if (place)
        put_together(*area, *place);
      else
        report_.count("loss", code_of("service_area_unknown", *area), label(*area) + name);
    }
    if (area->outline.empty()) {
      return report_.count("loss", code_of("service_area_without_place", *area),
                           label(*area) + area->area);
    }
    // Neighbours that share an edge are no valid shape to others; homes are found in either.
    if (auto whole = geo::unite(area->outline)) area->outline = std::move(*whole);
    const bool by_postcode = area->given != model::AreaGiven::areas;
    if (by_postcode) area->source += ", " + files_.postcodes.filename().string();
    areas_.push_back(std::move(*area));
  }

  void take_polygon(const VectorFeature& feature, const Columns& columns) {
    auto area = start(feature.attributes, columns);
    if (!area) return;
    area->area = field(feature.attributes, columns.area);
    area->outline = feature.outline;
    areas_.push_back(std::move(*area));
  }

  Report& report() { return report_; }

  base::Result<std::vector<model::ServiceArea>> finish(std::vector<model::ReportEntry>& report) {
    if (areas_.empty()) {
      return base::fail(ErrorCode::bad_input, tr("no service area could be read"), source_,
                        tr("check the kinds of service and the names of the areas"));
    }
    for (auto& entry : report_.entries())
      report.push_back(std::move(entry));
    return std::move(areas_);
  }

 private:
  static std::string code_of(const char* code, const model::ServiceArea& area) {
    return std::string(code) + "." + area.type;
  }
  static void put_together(model::ServiceArea& area, const NamedPlace& place) {
    area.outline.insert(area.outline.end(), place.outline.begin(), place.outline.end());
    area.given = both(area.given, place.given);
  }
  std::optional<model::ServiceArea> start(const Row& row, const Columns& columns) {
    model::ServiceArea area;
    area.provider = field(row, columns.provider);
    area.name = field(row, columns.name);
    area.source = source_;
    area.sha256 = sha256_;
    const auto kind = field(row, columns.kind);
    const auto* type = names_.find(kind);
    if (!type) {
      report_.count("loss", "service_area_unknown_kind", label(area) + kind);
      return std::nullopt;
    }
    area.type = type->id;
    read_date(area, field(row, columns.date));
    return area;
  }
  void read_date(model::ServiceArea& area, std::string stated) {
    std::replace(stated.begin(), stated.end(), '/', '-');  // as GDAL writes dates
    area.date = iso_date_of(stated);
    if (area.date.empty() && !stated.empty())
      report_.count("warning", code_of("service_area_date", area), label(area) + stated);
    if (area.date.empty()) area.date = files_.date;
  }
  static std::string label(const model::ServiceArea& area) {
    const auto& who = area.provider.empty() ? area.name : area.provider;
    return who.empty() ? "" : who + ": ";
  }

  ServiceNames names_;
  const ServiceAreaFiles& files_;
  std::string source_, sha256_;
  Report report_;
  std::vector<model::ServiceArea> areas_;
};

base::Result<Columns> find_header(DelimitedText& text, const std::string& source) {
  constexpr int header_search_rows = 10;
  Row row;
  for (int i = 0; i < header_search_rows; ++i) {
    const auto more = text.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    const Columns columns(row);
    if (columns.kind && columns.area) return columns;
  }
  return base::fail(ErrorCode::bad_input, tr("the list has no columns of kind and area"), source,
                    tr("name them Art, Anbieter, Gebiet (or type, provider, area)"));
}

base::Result<void> read_list(const ServiceAreaFiles& files, const model::Project& project,
                             Reader& reader) {
  Places places;
  for (const auto& cell : project.population) {
    places.add(cell.id, cell.outline, model::AreaGiven::areas);
    places.add(cell.statistics.name, cell.outline, model::AreaGiven::areas);
  }
  auto added = add_postcodes(places, files.postcodes, project.info.epsg, reader.report());
  if (!added) return added;
  auto text = DelimitedText::open(files.areas);
  if (!text) return tl::unexpected(text.error());
  const auto columns = find_header(*text, files.areas.filename().string());
  if (!columns) return tl::unexpected(columns.error());
  Row row;
  for (;;) {
    const auto more = text->next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
    reader.take_list_row(row, *columns, places);
  }
}

base::Result<void> read_drawn(const ServiceAreaFiles& files, int epsg, Reader& reader) {
  const auto layer = read_polygons(files.areas, "", epsg);
  if (!layer) return tl::unexpected(layer.error());
  const Columns columns(layer->columns);
  if (!columns.kind) {
    return base::fail(ErrorCode::bad_input, tr("the polygons have no column of the kind"),
                      files.areas.filename().string(),
                      tr("name it Art, and the provider Anbieter (or type, provider)"));
  }
  count_dropped(*layer, files.areas, reader.report());
  for (const auto& feature : layer->features)
    reader.take_polygon(feature, columns);
  return {};
}

}  // namespace

base::Result<std::vector<model::ServiceArea>> read_service_areas(
    const ServiceAreaFiles& files, const model::Project& project, const model::Catalogue& catalogue,
    std::vector<model::ReportEntry>& report) {
  Reader reader(catalogue, files);
  const auto ending = base::fold_case(files.areas.extension().string());
  const bool list = ending == ".csv" || ending == ".txt" || ending == ".tsv";
  const auto read =
      list ? read_list(files, project, reader) : read_drawn(files, project.info.epsg, reader);
  if (!read) return tl::unexpected(read.error());
  return reader.finish(report);
}

}  // namespace nahraum::io
