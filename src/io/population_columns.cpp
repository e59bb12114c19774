#include "io/population_columns.hpp"

#include <algorithm>
#include <cmath>
#include <regex>

#include "base/text.hpp"
#include "io/delimited_text.hpp"

namespace nahraum::io {

std::string simplified_name(std::string_view name) {
  std::string text;
  const std::string folded = base::fold_case(name);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const std::string_view two = std::string_view(folded).substr(i, 2);
    const auto* spelt = two == "ä" ? "ae" : two == "ö" ? "oe" : two == "ü" ? "ue" : nullptr;
    const auto c = static_cast<unsigned char>(folded[i]);
    if (spelt) {
      text += spelt;
      ++i;
    } else if (two == "–") {
      text += '-';
    } else if (std::isalnum(c) || c == '+' || c == '%' || c == '-' || c == '<' || c >= 0x80) {
      text += folded[i];
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  // std::regex recurses by length: a hostile header must not reach it whole.
  return base::trim(text).substr(0, 80);
}

namespace {

/// What may stand before an age: "a70bis79", "alter 65 69", "ew ab 65", "residents_65_plus".
constexpr const char* lead =
    "(?:(?:a|age|aged|alter|alt|ew|einw|einwohner|einwohnerinnen|bev|bevoelkerung|residents|pop|"
    "population|personen|persons|anz|anzahl|anteil|share|pct) ?)*";
constexpr const char* tail = "(?: ?(?:j|jahre|jahren|years|year|a|anteil|share|pct|prozent|%))*";

std::regex pattern(const std::string& middle) {
  return std::regex("^" + std::string(lead) + middle + tail + "$");
}

int number(const std::ssub_match& match) {
  return std::stoi(match.str());
}

std::optional<AgeBand> open_band(const std::string& name) {
  static const std::regex upwards = pattern(
      "(\\d{1,3}) ?(?:\\+|plus|(?:(?:jahre|j|years) ?)?(?:u|und|and|or|oder)? ?"
      "(?:aelter|aeltere|mehr|older|over|more|darueber))");
  static const std::regex from =
      pattern("(?:ab|ueber|ue|over|from) ?(\\d{1,3})(?: ?(?:jahre|jahren|j|years))?");
  // Our own "residents_65" means 65 and older; "alter_65" would be one year of age.
  static const std::regex ours("(?:residents|ew|einwohner|bev|pop|population) (65|80)");
  std::smatch match;
  if (std::regex_match(name, match, upwards) || std::regex_match(name, match, from) ||
      std::regex_match(name, match, ours)) {
    return AgeBand{number(match[1]), {}};
  }
  return {};
}

std::optional<AgeBand> closed_band(const std::string& name) {
  static const std::regex below = pattern("(?:unter|under|below|u|bis unter|bis) ?(\\d{1,3})");
  static const std::regex half_open = pattern("(\\d{1,3}) ?(?:bis|-)? ?(?:unter|<|u) ?(\\d{1,3})");
  static const std::regex closed = pattern("(\\d{1,3}) ?(?:bis|to|-|_| ) ?(\\d{1,3})");
  std::smatch match;
  if (std::regex_match(name, match, half_open)) return AgeBand{number(match[1]), number(match[2])};
  if (std::regex_match(name, match, below)) return AgeBand{0, number(match[1])};
  if (std::regex_match(name, match, closed) && number(match[1]) < number(match[2])) {
    // "65-70" beside "70-75" leaves the upper age out, "65-69" takes it in.
    const int last = number(match[2]);
    return AgeBand{number(match[1]), last % 5 == 0 ? last : last + 1};
  }
  return {};
}

}  // namespace

bool names_one_sex(const std::string& name) {
  static const std::regex sexes(
      R"(.*(maenn|weibl|frauen|female|\bmale|\bmen\b|women|\bm\b|\bw\b|\bf\b).*)");
  return std::regex_match(name, sexes);
}

bool names_share(const std::string& name, std::string_view raw) {
  static const std::regex words(".*(anteil|%|prozent|quote|share|pct).*");
  // The census writes `ab65_A` for a share (Anteil).
  return std::regex_match(name, words) || (raw.size() > 2 && raw.substr(raw.size() - 2) == "_A");
}

namespace {

std::optional<std::size_t> total_column(const std::vector<std::string>& names) {
  static const std::vector<std::string> totals{"einwohner",
                                               "insgesamt bevoelkerung",
                                               "bevoelkerung insgesamt",
                                               "einwohner insgesamt",
                                               "bevoelkerung gesamt",
                                               "einwohner gesamt",
                                               "insgesamt",
                                               "gesamt",
                                               "residents",
                                               "population",
                                               "ew",
                                               "einw",
                                               "bev ges",
                                               "ew ges",
                                               "ew gesamt",
                                               "bev gesamt",
                                               "bevoelkerung",
                                               "bev",
                                               "einwohnerzahl",
                                               "einwohner zahl",
                                               "personen",
                                               "inhabitants",
                                               "total",
                                               "pop",
                                               "summe",
                                               "residents all",
                                               "anzahl einwohner"};
  for (const auto& total : totals) {
    const auto at = std::find(names.begin(), names.end(), total);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  }
  return {};
}

struct AgeColumn {
  std::size_t column = 0;
  AgeBand band;
  bool share = false;
};

/// Columns that together hold everybody of `age` and older: one open band, or a chain of bands.
std::vector<std::size_t> chain_from(const std::vector<AgeColumn>& ages, int age) {
  std::vector<std::size_t> chain;
  for (int at = age;;) {
    const AgeColumn* next = nullptr;
    for (const auto& each : ages) {
      if (each.share || each.band.from != at) continue;
      if (!each.band.below) {
        chain.push_back(each.column);
        return chain;
      }
      if (!next) next = &each;
    }
    if (!next || *next->band.below <= at) return {};
    chain.push_back(next->column);
    at = *next->band.below;
  }
}

std::optional<std::size_t> share_from(const std::vector<AgeColumn>& ages, int age) {
  for (const auto& each : ages) {
    if (each.share && each.band == AgeBand{age, {}}) return each.column;
  }
  return {};
}

}  // namespace

std::optional<AgeBand> age_band_of(std::string_view column) {
  // The census joins words: a80undaelter, a65bis74.
  static const std::regex glued("^a(\\d+)(und|bis)(.*)$");
  const std::string name = std::regex_replace(simplified_name(column), glued, "$1 $2 $3");
  const auto open = open_band(name);
  return open ? open : closed_band(name);
}

PopulationColumns population_columns(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  std::vector<AgeColumn> ages;
  for (std::size_t i = 0; i < header.size(); ++i) {
    names.push_back(simplified_name(header[i]));
    if (names_one_sex(names.back())) continue;
    const bool share = names_share(names.back(), header[i]);
    if (const auto band = age_band_of(header[i])) ages.push_back({i, *band, share});
  }
  PopulationColumns columns;
  columns.all = total_column(names);
  const auto fill = [&](int age, std::vector<std::size_t>& target, bool& share) {
    target = chain_from(ages, age);
    const auto percent = share_from(ages, age);
    share = target.empty() && percent && columns.all;
    if (share) target = {*percent};
  };
  fill(65, columns.age_65, columns.share_65);
  fill(80, columns.age_80, columns.share_80);
  return columns;
}

std::optional<double> read_figure(const std::vector<std::string>& row, std::size_t column,
                                  bool decimal_comma, long& unreadable) {
  const auto text = cell(row, column);
  if (is_suppressed(text)) return {};
  const auto value = base::parse_number(text, decimal_comma);
  const bool sound = value && *value >= 0 && *value < 1e8;
  if (!sound) ++unreadable;
  return sound ? value : std::nullopt;
}

namespace {

std::optional<int> persons(const std::optional<double>& value) {
  if (!value) return {};
  return static_cast<int>(std::lround(*value));
}

void cut_to(std::optional<int>& part, const std::optional<int>& whole, long& contradictions) {
  if (!part || !whole || *part <= *whole) return;
  part = whole;
  ++contradictions;
}

}  // namespace

model::Residents PopulationColumns::read(const std::vector<std::string>& row, bool decimal_comma,
                                         long& unreadable, long& contradictions) const {
  model::Residents residents;
  if (all) residents.all = persons(read_figure(row, *all, decimal_comma, unreadable));
  const auto age = [&](const std::vector<std::size_t>& columns, bool share) -> std::optional<int> {
    if (columns.empty()) return {};
    double sum = 0;
    for (const auto column : columns) {
      const auto value = read_figure(row, column, decimal_comma, unreadable);
      if (!value) return {};
      sum += *value;
    }
    if (!share) return persons(sum);
    if (!residents.all || sum > 100) return {};
    return persons(sum / 100 * *residents.all);
  };
  residents.age_65 = age(age_65, share_65);
  residents.age_80 = age(age_80, share_80);
  cut_to(residents.age_65, residents.all, contradictions);
  cut_to(residents.age_80, residents.age_65 ? residents.age_65 : residents.all, contradictions);
  return residents;
}

}  // namespace nahraum::io
