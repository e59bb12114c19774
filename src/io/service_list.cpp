#include "io/service_list.hpp"

#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/coordinate_guess.hpp"
#include "io/delimited_text.hpp"
#include "io/report.hpp"
#include "io/service_names.hpp"

namespace nahraum::io {

using base::tr;

namespace {

constexpr int header_search_rows = 10;

struct Columns {
  std::optional<std::size_t> name, kind, address, x, y, provider, sector, places, hours;
  bool usable() const { return kind && x && y; }
};

Columns columns_of(const Row& header) {
  Columns c;
  c.name = find_column(header, {"Name", "Bezeichnung", "Einrichtung"});
  c.kind = find_column(header, {"Art", "Typ", "Kategorie", "Angebot", "type", "kind", "service"});
  c.address = find_column(header, {"Adresse", "Anschrift", "Straße", "Strasse", "address"});
  c.x = find_column(header, easting_names());
  c.y = find_column(header, northing_names());
  c.provider = find_column(header, {"Anbieter", "Träger", "Betreiber", "provider", "operator"});
  c.sector = find_column(header, {"Sektor", "sector"});
  c.places = find_column(header, {"Plätze", "Plaetze", "Kapazität", "capacity", "places"});
  c.hours = find_column(header, {"Öffnungszeiten", "Oeffnungszeiten", "opening_hours"});
  return c;
}

std::string field(const Row& row, const std::optional<std::size_t>& column) {
  return column ? std::string(cell(row, *column)) : std::string();
}

/// A row that was understood, its place still in the file's numbers.
struct Entry {
  model::Service service;
  geo::Point place;
};

/// Takes rows of known kind with two numbers for a place.
class Rows {
 public:
  Rows(Columns columns, const model::Catalogue& catalogue, bool decimal_comma, Report& report)
      : columns_(std::move(columns)),
        names_(catalogue),
        decimal_comma_(decimal_comma),
        report_(report) {}

  void take(const Row& row) {
    const auto kind = field(row, columns_.kind);
    const auto* type = names_.find(kind);
    if (!type) return report_.count("loss", "service_list_unknown_kind", label(row) + kind);
    const auto x = base::parse_number(field(row, columns_.x), decimal_comma_);
    const auto y = base::parse_number(field(row, columns_.y), decimal_comma_);
    if (!x || !y) return report_.count("loss", "service_list_without_place", label(row) + kind);
    entries_.push_back({service_of(row, *type), {*x, *y}});
  }

  std::vector<Entry> entries() && { return std::move(entries_); }

 private:
  std::string label(const Row& row) const {
    const auto name = field(row, columns_.name);
    return name.empty() ? "" : name + ": ";
  }

  /// What is no number of places is unknown, and is reported.
  std::optional<double> places_of(const Row& row) const {
    const auto text = field(row, columns_.places);
    const auto places = base::parse_number(text, decimal_comma_);
    if (places && *places >= 0) return places;
    if (!base::trim(text).empty())
      report_.count("warning", "service_list_places_unusable", label(row) + text);
    return std::nullopt;
  }

  model::Service service_of(const Row& row, const model::ServiceType& type) const {
    model::Service service;
    service.type = type.id;
    service.name = field(row, columns_.name);
    service.provider = field(row, columns_.provider);
    service.sector = sector_of(field(row, columns_.sector));
    service.origin = "list";
    service.capacity = places_of(row);
    const auto set = [&](const char* key, const std::string& value) {
      if (!value.empty()) service.tags.set(key, value);
    };
    set("opening_hours", field(row, columns_.hours));
    set("addr:full", field(row, columns_.address));
    return service;
  }

  Columns columns_;
  ServiceNames names_;
  bool decimal_comma_;
  Report& report_;
  std::vector<Entry> entries_;
};

base::Result<std::vector<model::Service>> placed(std::vector<Entry>&& entries, int epsg,
                                                 const std::string& source, Report& report) {
  std::vector<model::Service> services;
  if (entries.empty()) return services;
  std::vector<geo::Point> places;
  places.reserve(entries.size());
  for (const auto& entry : entries)
    places.push_back(entry.place);
  const auto meant = judge_coordinates(places, epsg, source);
  if (!meant) return tl::unexpected(meant.error());
  report.count("info", "service_list_crs", fmt::format("EPSG:{}", meant->epsg));
  for (auto& [service, place] : entries) {
    const auto at = meant->forward(place);
    if (!at) {
      report.count("loss", "service_list_without_place", service.name);
      continue;
    }
    service.at = *at;
    service.id = static_cast<std::int32_t>(services.size()) + 1;
    services.push_back(std::move(service));
  }
  return services;
}

base::Result<Columns> find_header(DelimitedText& text, const std::string& source) {
  Row row;
  for (int i = 0; i < header_search_rows; ++i) {
    const auto more = text.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    const auto columns = columns_of(row);
    if (columns.usable()) return columns;
  }
  return base::fail(base::ErrorCode::bad_input, tr("the list has no columns of kind and place"),
                    source, tr("name them Art, Rechtswert, Hochwert (or type, lon, lat)"));
}

}  // namespace

base::Result<std::vector<model::Service>> read_service_list(
    const std::filesystem::path& file, const model::Catalogue& catalogue, int epsg,
    std::vector<model::ReportEntry>& report) {
  auto text = DelimitedText::open(file);
  if (!text) return tl::unexpected(text.error());
  const auto source = file.filename().string();
  const auto columns = find_header(*text, source);
  if (!columns) return tl::unexpected(columns.error());
  Report counted;
  Rows rows(*columns, catalogue, text->decimal_comma(), counted);
  Row row;
  for (;;) {
    const auto more = text->next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    rows.take(row);
  }
  auto services = placed(std::move(rows).entries(), epsg, source, counted);
  for (auto& entry : counted.entries())
    report.push_back(std::move(entry));
  return services;
}

}  // namespace nahraum::io
