#include "io/service_area_file.hpp"

#include <map>
#include <optional>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/delimited_text.hpp"
#include "io/report.hpp"
#include "io/service_names.hpp"
#include "io/vector_file.hpp"

namespace nahraum::io {
namespace {

using base::ErrorCode;
using base::tr;

struct Columns {
  std::optional<std::size_t> kind, provider, name, area;

  explicit Columns(const Row& header)
      : kind(
            find_column(header, {"Art", "Typ", "Kategorie", "Angebot", "type", "kind", "service"})),
        provider(find_column(header, {"Anbieter", "Träger", "Betreiber", "provider", "operator"})),
        name(find_column(header, {"Name", "Bezeichnung", "Einrichtung"})),
        area(find_column(
            header, {"Gebiet", "Gebiete", "Einzugsgebiet", "PLZ", "Postleitzahl", "Postleitzahlen",
                     "Blöcke", "Stadtteile", "area", "areas", "postcode", "postcodes"})) {}
};

std::string field(const Row& row, const std::optional<std::size_t>& column) {
  return column ? base::trim(cell(row, *column)) : std::string();
}

/// Outlines by the names that a list may use for them.
class Places {
 public:
  void add(const std::string& name, const geo::MultiPolygon& outline) {
    if (name.empty()) return;
    auto& into = outlines_[base::fold_case(name)];
    into.insert(into.end(), outline.begin(), outline.end());
  }
  const geo::MultiPolygon* find(const std::string& name) const {
    const auto found = outlines_.find(base::fold_case(name));
    return found == outlines_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, geo::MultiPolygon> outlines_;
};

base::Result<void> add_postcodes(Places& places, const std::filesystem::path& file, int epsg) {
  if (file.empty()) return {};
  const auto layer = read_polygons(file, "", epsg);
  if (!layer) return tl::unexpected(layer.error());
  const auto column = find_column(
      layer->columns, {"PLZ", "Postleitzahl", "postcode", "postal_code", "plz_code", "note"});
  if (!column) {
    return base::fail(ErrorCode::bad_input, tr("the polygons have no column of postcodes"),
                      file.filename().string(), tr("name it PLZ or postcode"));
  }
  for (const auto& feature : layer->features)
    places.add(base::trim(cell(feature.attributes, *column)), feature.outline);
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
  Reader(const model::Catalogue& catalogue, std::string source)
      : names_(catalogue), source_(std::move(source)) {}

  void take_list_row(const Row& row, const Columns& columns, const Places& places) {
    auto area = start(row, columns);
    if (!area) return;
    area->area = field(row, columns.area);
    for (const auto& name : names_in(area->area)) {
      const auto* outline = places.find(name);
      if (outline)
        area->outline.insert(area->outline.end(), outline->begin(), outline->end());
      else
        report_.count("loss", "service_area_unknown", label(*area) + name);
    }
    if (area->outline.empty())
      return report_.count("loss", "service_area_without_place", label(*area) + area->area);
    areas_.push_back(std::move(*area));
  }

  void take_polygon(const VectorFeature& feature, const Columns& columns) {
    auto area = start(feature.attributes, columns);
    if (!area) return;
    area->area = field(feature.attributes, columns.area);
    area->outline = feature.outline;
    areas_.push_back(std::move(*area));
  }

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
  std::optional<model::ServiceArea> start(const Row& row, const Columns& columns) {
    model::ServiceArea area;
    area.provider = field(row, columns.provider);
    area.name = field(row, columns.name);
    area.source = source_;
    const auto kind = field(row, columns.kind);
    const auto* type = names_.find(kind);
    if (!type) {
      report_.count("loss", "service_area_unknown_kind", label(area) + kind);
      return std::nullopt;
    }
    area.type = type->id;
    return area;
  }
  static std::string label(const model::ServiceArea& area) {
    const auto& who = area.provider.empty() ? area.name : area.provider;
    return who.empty() ? "" : who + ": ";
  }

  ServiceNames names_;
  std::string source_;
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
    places.add(cell.id, cell.outline);
    places.add(cell.statistics.name, cell.outline);
  }
  if (auto added = add_postcodes(places, files.postcodes, project.info.epsg); !added) return added;
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
  for (const auto& feature : layer->features)
    reader.take_polygon(feature, columns);
  return {};
}

}  // namespace

base::Result<std::vector<model::ServiceArea>> read_service_areas(
    const ServiceAreaFiles& files, const model::Project& project, const model::Catalogue& catalogue,
    std::vector<model::ReportEntry>& report) {
  Reader reader(catalogue, files.areas.filename().string());
  const auto ending = base::fold_case(files.areas.extension().string());
  const bool list = ending == ".csv" || ending == ".txt" || ending == ".tsv";
  const auto read =
      list ? read_list(files, project, reader) : read_drawn(files, project.info.epsg, reader);
  if (!read) return tl::unexpected(read.error());
  return reader.finish(report);
}

}  // namespace nahraum::io
