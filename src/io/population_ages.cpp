#include "io/population_ages.hpp"

#include <cmath>
#include <regex>

#include "base/text.hpp"
#include "io/delimited_text.hpp"
#include "io/population_columns.hpp"

namespace nahraum::io {
namespace {

/// The sex that a column's name tells, and the name without it.
std::pair<model::Sex, std::string> without_sex(const std::string& name) {
  static const std::regex women("\\b(weiblich|weibl|frauen|female|women|w|f)\\b");
  static const std::regex men("\\b(maennlich|maennl|maenner|male|men|m)\\b");
  if (std::regex_search(name, women))
    return {model::Sex::women, std::regex_replace(name, women, "")};
  if (std::regex_search(name, men)) return {model::Sex::men, std::regex_replace(name, men, "")};
  return {model::Sex::both, name};
}

std::optional<model::AgeCount> band_of(const std::string& header) {
  const auto name = simplified_name(header);
  if (names_share(name, header)) return {};
  const auto [sex, rest] = without_sex(name);
  const bool unclear = sex == model::Sex::both && names_one_sex(name);
  const auto band = unclear ? std::nullopt : age_band_of(rest);
  if (!band || band->from >= 150 || (band->below && *band->below > 150)) return {};
  if (band->below && *band->below <= band->from) return {};
  return model::AgeCount{band->from, band->below, sex, {}};
}

bool names_living_alone(const std::string& name) {
  static const std::regex alone(".*(single|alleinleb|einperson|1 ?-?pers|living alone).*65.*");
  return std::regex_match(name, alone);
}

bool names_older_households(const std::string& name) {
  static const std::regex older("(hh|haushalte|households)\\b.*65.*");
  return std::regex_match(name, older);
}

std::optional<int> whole(const std::vector<std::string>& row, std::optional<std::size_t> column,
                         bool decimal_comma, long& unreadable) {
  if (!column) return {};
  const auto value = read_figure(row, *column, decimal_comma, unreadable);
  return value ? std::optional(static_cast<int>(std::lround(*value))) : std::nullopt;
}

std::string text_at(const std::vector<std::string>& row, std::optional<std::size_t> column) {
  return column ? std::string(cell(row, *column)) : "";
}

}  // namespace

model::AreaStatistics AgeColumns::read(const std::vector<std::string>& row, bool decimal_comma,
                                       long& unreadable) const {
  model::AreaStatistics statistics;
  statistics.name = text_at(row, name);
  statistics.date = iso_date_of(text_at(row, date));
  for (const auto& each : bands) {
    auto band = each.band;
    band.persons = whole(row, each.column, decimal_comma, unreadable);
    statistics.ages.push_back(band);
  }
  statistics.living_alone_65 = whole(row, living_alone_65, decimal_comma, unreadable);
  statistics.households_65 = whole(row, households_65, decimal_comma, unreadable);
  return statistics;
}

AgeColumns age_columns(const std::vector<std::string>& header) {
  AgeColumns columns;
  columns.name = find_column(header, {"name", "Blockname", "Bezeichnung", "Gebiet", "Gebietsname",
                                      "Stadtteil", "Quartier", "Bezirk", "raum", "area"});
  columns.date =
      find_column(header, {"Stichtag", "Stand", "Datum", "date", "as_of", "Jahr", "year"});
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto name = simplified_name(header[i]);
    if (names_share(name, header[i])) continue;
    if (names_living_alone(name)) {
      columns.living_alone_65 = columns.living_alone_65.value_or(i);
    } else if (names_older_households(name)) {
      columns.households_65 = columns.households_65.value_or(i);
    } else if (const auto band = band_of(header[i])) {
      columns.bands.push_back({i, *band});
    }
  }
  return columns;
}

std::string iso_date_of(std::string_view text) {
  static const std::regex german(R"((\d{1,2})\.(\d{1,2})\.(\d{4}))");
  static const std::regex iso(R"(\d{4}(-\d{2}-\d{2})?)");
  auto date = base::trim(text).substr(0, 40);
  std::smatch match;
  if (std::regex_match(date, iso)) return date;
  if (!std::regex_match(date, match, german)) return "";
  const auto two = [](const std::string& digits) {
    return digits.size() < 2 ? "0" + digits : digits;
  };
  return match[3].str() + "-" + two(match[2].str()) + "-" + two(match[1].str());
}

}  // namespace nahraum::io
