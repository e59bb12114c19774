#include "io/dwelling_list.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/search_key.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/delimited_text.hpp"
#include "io/report.hpp"

namespace nahraum::io {

using base::tr;

namespace {

constexpr int header_search_rows = 10;
constexpr double most_dwellings = 10'000, most_storeys = 100;

struct Columns {
  std::optional<std::size_t> address, street, number, dwellings, storeys, lift, step_free, low;
  bool usable() const {
    return (address || (street && number)) && (dwellings || storeys || lift || step_free || low);
  }
};

Columns columns_of(const Row& header) {
  Columns c;
  c.address = find_column(header, {"Adresse", "Anschrift", "address"});
  c.street = find_column(header, {"Straße", "Strasse", "street"});
  c.number = find_column(header, {"Hausnummer", "Nr", "Nr.", "housenumber", "number"});
  c.dwellings = find_column(header, {"Wohnungen", "Wohneinheiten", "WE", "dwellings", "flats"});
  c.storeys = find_column(header, {"Geschosse", "Stockwerke", "Etagen", "storeys", "levels"});
  c.lift = find_column(header, {"Aufzug", "Fahrstuhl", "lift", "elevator"});
  c.step_free = find_column(header, {"stufenlos", "Eingang stufenlos", "step_free", "step-free"});
  c.low = find_column(header, {"barrierearm", "barrierearme Wohnungen", "barrierereduziert",
                               "few_barriers", "low_barrier"});
  return c;
}

std::string field(const Row& row, const std::optional<std::size_t>& column) {
  return column ? base::trim(std::string(cell(row, *column))) : std::string();
}

std::optional<bool> yes_or_no(const std::string& text) {
  static const std::array<const char*, 6> yes{"ja", "j", "yes", "x", "true", "vorhanden"};
  static const std::array<const char*, 5> no{"nein", "n", "no", "false", "keiner"};
  const auto folded = base::fold_case(text);
  if (std::find(yes.begin(), yes.end(), folded) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), folded) != no.end()) return false;
  const auto number = base::parse_number(text, true);
  return number && *number >= 0 ? std::optional(*number > 0) : std::nullopt;
}

/// Reads cells, and counts those that say something nobody understands.
class Cells {
 public:
  Cells(Columns columns, bool decimal_comma, Report& report)
      : columns_(columns), decimal_comma_(decimal_comma), report_(report) {}

  std::optional<DwellingRow> row_of(const Row& row) {
    DwellingRow made;
    made.address = field(row, columns_.address);
    if (made.address.empty() && columns_.street)
      made.address = base::trim(field(row, columns_.street) + " " + field(row, columns_.number));
    if (made.address.empty()) {
      report_.count("loss", "dwelling_list_without_address", row.empty() ? "" : row.front());
      return std::nullopt;
    }
    const auto at = made.address + ": ";
    made.dwellings = whole(field(row, columns_.dwellings), at);
    made.storeys = storeys(field(row, columns_.storeys), at);
    made.lift = flag(field(row, columns_.lift), at);
    made.step_free = flag(field(row, columns_.step_free), at);
    made.low_barrier = low_barrier(field(row, columns_.low), made.dwellings, at);
    return made;
  }

 private:
  void unreadable(const std::string& text, const std::string& at) {
    if (!text.empty() && !is_suppressed(text))
      report_.count("warning", "dwelling_list_unreadable", at + text);
  }
  std::optional<int> whole(const std::string& text, const std::string& at) {
    const auto number = base::parse_number(text, decimal_comma_);
    if (number && *number >= 0 && *number <= most_dwellings && *number == std::floor(*number))
      return static_cast<int>(*number);
    unreadable(text, at);
    return std::nullopt;
  }
  std::optional<double> storeys(const std::string& text, const std::string& at) {
    const auto number = base::parse_number(text, decimal_comma_);
    if (number && *number > 0 && *number <= most_storeys) return number;
    unreadable(text, at);
    return std::nullopt;
  }
  std::optional<bool> flag(const std::string& text, const std::string& at) {
    const auto answer = yes_or_no(text);
    if (!answer) unreadable(text, at);
    return answer;
  }
  std::optional<int> low_barrier(const std::string& text, const std::optional<int>& dwellings,
                                 const std::string& at) {
    if (base::parse_number(text, decimal_comma_)) return whole(text, at);
    const auto answer = yes_or_no(text);
    if (answer == false) return 0;
    if (answer == true && dwellings) return dwellings;
    unreadable(text, at);
    return std::nullopt;
  }

  Columns columns_;
  bool decimal_comma_;
  Report& report_;
};

base::Result<Columns> find_header(DelimitedText& text, const std::string& source) {
  Row row;
  for (int i = 0; i < header_search_rows; ++i) {
    const auto more = text.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    const auto columns = columns_of(row);
    if (columns.usable()) return columns;
  }
  return base::fail(base::ErrorCode::bad_input,
                    tr("the list has no column of addresses, or none that tells of the dwellings"),
                    source,
                    tr("name them Adresse and Wohnungen, Geschosse, Aufzug, stufenlos, barrierearm "
                       "(or address and dwellings, storeys, lift, step_free, few_barriers)"));
}

/// "birkenweg 7a": as people write it, "Str." the same as "Straße".
std::string key_of(const std::string& address) {
  std::string key;
  for (auto word : base::search_words(address)) {
    for (const std::string ending : {"strasse", "str"}) {
      if (!word.ends_with(ending)) continue;
      word.resize(word.size() - ending.size());
      word += "str";
      break;
    }
    key += (key.empty() ? "" : " ") + word;
  }
  return key;
}

/// "Lange Straße 5, 7, 9" are three; what was left out behind "…" nobody finds.
std::vector<std::string> addresses_of(const std::string& joined) {
  std::vector<std::string> all;
  std::string street;
  for (const auto& part : base::split(joined, ',')) {
    auto text = base::trim(part);
    if (text.empty()) continue;
    const bool number_only = text[0] >= '0' && text[0] <= '9';
    if (number_only && !street.empty()) text = street + " " + text;
    const auto space = text.rfind(' ');
    if (!number_only && space != std::string::npos) street = text.substr(0, space);
    all.push_back(key_of(text));
  }
  return all;
}

/// What the list says of one home.
struct Listed {
  DwellingRow sum;
  std::size_t rows = 0;
  bool lift_differs = false, entrance_differs = false;

  void add(const DwellingRow& row) {
    const auto plus = [&](std::optional<int>& to, const std::optional<int>& more) {
      if (rows == 0) {
        to = more;
      } else if (to && more) {
        *to += *more;
      } else {
        to.reset();  // of one entrance it is not known
      }
    };
    plus(sum.dwellings, row.dwellings);
    plus(sum.low_barrier, row.low_barrier);
    if (row.storeys) sum.storeys = std::max(sum.storeys.value_or(0), *row.storeys);
    const auto same = [&](std::optional<bool>& to, const std::optional<bool>& other,
                          bool& differs) {
      differs = differs || (rows > 0 && to != other);
      to = rows == 0 ? other : to;
    };
    same(sum.lift, row.lift, lift_differs);
    same(sum.step_free, row.step_free, entrance_differs);
    ++rows;
  }
};

void take(const Listed& listed, bool whole, const std::string& source, model::Home& home) {
  const auto& sum = listed.sum;
  if (sum.dwellings && whole) {
    home.dwellings = *sum.dwellings;
    home.dwellings_assumed = false;
  }
  if (sum.storeys) {
    home.floors = *sum.storeys;
    home.floors_assumed = false;
  }
  auto& housing = home.housing;
  if (listed.lift_differs)
    housing.lift.reset();
  else if (sum.lift)
    housing.lift = sum.lift;
  if (listed.entrance_differs)
    housing.step_free.reset();
  else if (sum.step_free)
    housing.step_free = sum.step_free;
  if (sum.low_barrier && whole) housing.low_barrier = sum.low_barrier;
  housing.source = source;
}

}  // namespace

base::Result<std::vector<DwellingRow>> read_dwelling_list(const std::filesystem::path& file,
                                                          std::vector<model::ReportEntry>& report) {
  auto text = DelimitedText::open(file);
  if (!text) return tl::unexpected(text.error());
  const auto columns = find_header(*text, file.filename().string());
  if (!columns) return tl::unexpected(columns.error());
  Report counted;
  Cells cells(*columns, text->decimal_comma(), counted);
  std::vector<DwellingRow> rows;
  Row row;
  for (;;) {
    const auto more = text->next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    if (auto made = cells.row_of(row)) rows.push_back(std::move(*made));
  }
  for (auto& entry : counted.entries())
    report.push_back(std::move(entry));
  return rows;
}

std::size_t take_dwellings(model::Project& project, const std::vector<DwellingRow>& rows,
                           const std::string& source, std::vector<model::ReportEntry>& report) {
  std::map<std::string, std::vector<std::size_t>> homes_at;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    for (const auto& key : addresses_of(project.homes[i].address))
      homes_at[key].push_back(i);
  }
  Report counted;
  std::map<std::size_t, Listed> listed;
  std::map<std::size_t, std::map<std::string, bool>> found;
  for (const auto& row : rows) {
    const auto key = key_of(row.address);
    const auto at = homes_at.find(key);
    if (at == homes_at.end()) {
      counted.count("loss", "dwelling_list_no_home", row.address);
    } else if (at->second.size() > 1) {
      counted.count("loss", "dwelling_list_several_homes", row.address);
    } else {
      listed[at->second[0]].add(row);
      found[at->second[0]][key] = true;
    }
  }
  for (const auto& [index, of] : listed) {
    auto& home = project.homes[index];
    const bool whole =
        found[index].size() >= addresses_of(home.address).size() && !home.address.ends_with("…");
    if (!whole) counted.count("warning", "dwelling_list_part_of_home", home.address);
    take(of, whole, source, home);
  }
  for (auto& entry : counted.entries())
    report.push_back(std::move(entry));
  return listed.size();
}

}  // namespace nahraum::io
