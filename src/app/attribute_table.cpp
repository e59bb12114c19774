#include "app/attribute_table.hpp"

#include <algorithm>

#include "app/thing_words.hpp"
#include "base/search_key.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "model/disclosure_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;

enum Shown : std::uint8_t { all = 1, over_65 = 2, over_80 = 4 };

std::vector<TableColumn> columns_of(TableOf what, const Answer* answer,
                                    const model::Catalogue& catalogue) {
  if (what == TableOf::services) {
    return {{tr("Name")},           {tr("Kind")},    {tr("Provider")},      {tr("Sector")},
            {tr("Capacity"), true}, {tr("Address")}, {tr("Opening hours")}, {tr("Wheelchair")},
            {tr("Origin")},         {tr("To check")}};
  }
  if (what == TableOf::homes) {
    std::vector<TableColumn> columns{{tr("Address")},
                                     {tr("Residents"), true},
                                     {tr("Dwellings"), true},
                                     {tr("Floors"), true},
                                     {tr("In the district")}};
    const auto* type = answer ? catalogue.find_type(answer->question.type) : nullptr;
    if (type) {
      columns.push_back({scene::name_of(*type) + ", min", true});
      columns.push_back({scene::name_of(*type) + ", m", true});
    }
    return columns;
  }
  if (what == TableOf::areas) {
    return {{tr("Area")},      {tr("Name")},        {tr("Residents"), true}, {tr("65+"), true},
            {tr("80+"), true}, {tr("Homes"), true}, {tr("Source")},          {tr("Date")}};
  }
  return {{tr("Text")}, {tr("Kind")}};
}

TableCell number_cell(double value, int decimals = 0) {
  return {base::format_number(value, decimals, base::language()), value};
}

/// A count of persons as it may be shown; small ones are all alike.
TableCell persons_cell(const std::optional<int>& count, int min_count) {
  if (!count) return {"–", std::nullopt};
  TableCell cell{model::count_text(count, min_count, base::language()), std::nullopt};
  if (model::may_show(*count, min_count)) cell.value = *count;
  return cell;
}

std::string address_of(const model::Tags& tags) {
  const auto street = tags.get("addr:street");
  if (street.empty()) return std::string(tags.get("addr:full"));
  return base::trim(std::string(street) + " " + std::string(tags.get("addr:housenumber")));
}

std::string note_kind(model::NoteKind kind) {
  switch (kind) {
    case model::NoteKind::text:
      return tr("Text");
    case model::NoteKind::callout:
      return tr("Callout");
    case model::NoteKind::arrow:
      return tr("Arrow");
    default:
      return tr("Point");
  }
}

}  // namespace

AttributeTable::AttributeTable(TableOf what, model::Snapshot project,
                               std::shared_ptr<const model::Catalogue> catalogue,
                               std::shared_ptr<const Answer> answer)
    : what_(what),
      project_(std::move(project)),
      catalogue_(std::move(catalogue)),
      answer_(std::move(answer)) {
  const bool fits = answer_ && answer_->reach.size() == project_->homes.size();
  columns_ = columns_of(what, fits ? answer_.get() : nullptr, *catalogue_);
  if (what == TableOf::areas) hide_small_areas();
}

/// Of what is left of an area when one shown count is taken from another, none may be small.
void AttributeTable::hide_small_areas() {
  std::vector<std::vector<long>> rows;
  for (const auto& cell : project_->population) {
    const long whole = cell.residents.all.value_or(-1);
    const long old = cell.residents.age_65.value_or(-1),
               oldest = cell.residents.age_80.value_or(-1);
    rows.push_back({whole, whole >= 0 && old >= 0 ? whole - old : -1,
                    old >= 0 && oldest >= 0 ? old - oldest : -1, oldest});
  }
  const auto shown = model::may_show_table(rows, catalogue_->people.min_count);
  for (const auto& row : shown) {
    const bool whole = row[0], old = row[0] && row[1], oldest = row[3] && (row[2] || !old);
    shown_.push_back(static_cast<std::uint8_t>((whole ? all : 0) | (old ? over_65 : 0) |
                                               (oldest ? over_80 : 0)));
  }
}

std::size_t AttributeTable::size() const {
  switch (what_) {
    case TableOf::services:
      return project_->services.size();
    case TableOf::homes:
      return project_->homes.size();
    case TableOf::areas:
      return project_->population.size();
    case TableOf::notes:
      break;
  }
  return project_->notes.size();
}

TableCell AttributeTable::cell(std::size_t row, std::size_t column) const {
  switch (what_) {
    case TableOf::services:
      return service_cell(project_->services[row], column);
    case TableOf::homes:
      return home_cell(row, column);
    case TableOf::areas:
      return area_cell(row, column);
    case TableOf::notes:
      break;
  }
  const auto& note = project_->notes[row];
  return {column == 0 ? note.text : note_kind(note.kind), std::nullopt};
}

TableCell AttributeTable::service_cell(const model::Service& service, std::size_t column) const {
  const auto* type = catalogue_->find_type(service.type);
  switch (column) {
    case 0:
      return {service.name, {}};
    case 1:
      return {type ? scene::name_of(*type) : service.type, {}};
    case 2:
      return {service.provider, {}};
    case 3:
      return {sector_word(service.sector), {}};
    case 4:
      return service.capacity ? number_cell(*service.capacity) : TableCell{"–", {}};
    case 5:
      return {address_of(service.tags), {}};
    case 6:
      return {std::string(service.tags.get("opening_hours")), {}};
    case 7:
      return {wheelchair_word(service.tags.get("wheelchair")), {}};
    case 8:
      return {origin_word(service.origin), {}};
    default:
      return {service.note, {}};
  }
}

TableCell AttributeTable::home_cell(std::size_t row, std::size_t column) const {
  const auto& home = project_->homes[row];
  switch (column) {
    case 0:
      return {home.address, {}};
    case 1:
      return persons_cell(home.residents.all, catalogue_->people.min_count);
    case 2:
      return home.dwellings > 0 ? number_cell(home.dwellings) : TableCell{"–", {}};
    case 3:
      return home.floors > 0 ? number_cell(home.floors) : TableCell{"–", {}};
    case 4:
      return {home.in_district ? tr("yes") : tr("no"), {}};
    default:
      break;
  }
  const auto& reach = answer_->reach[row];
  if (reach.metres < 0) return {"–", {}};
  return column == 5 ? number_cell(base::to_seconds(reach.cost).value / 60, 1)
                     : number_cell(static_cast<double>(reach.metres));
}

TableCell AttributeTable::area_cell(std::size_t row, std::size_t column) const {
  const auto& area = project_->population[row];
  const int min_count = catalogue_->people.min_count;
  const auto persons = [&](const std::optional<int>& count, Shown bit) {
    const bool small = count && !model::may_show(*count, min_count);
    if (!small && (shown_[row] & bit) == 0) return TableCell{"–", std::nullopt};
    return persons_cell(count, min_count);
  };
  switch (column) {
    case 0:
      return {area.id, {}};
    case 1:
      return {area.statistics.name, {}};
    case 2:
      return persons(area.residents.all, all);
    case 3:
      return persons(area.residents.age_65, over_65);
    case 4:
      return persons(area.residents.age_80, over_80);
    case 5:
      return number_cell(area.homes);
    case 6:
      return {area.source, {}};
    default:
      return {base::format_date(area.statistics.date, base::language()), {}};
  }
}

Selection AttributeTable::selection(std::size_t row) const {
  using Kind = Selection::Kind;
  if (what_ == TableOf::services) return {Kind::service, project_->services[row].id};
  if (what_ == TableOf::homes) return {Kind::home, project_->homes[row].id};
  if (what_ == TableOf::areas) return {Kind::statistics, static_cast<std::int32_t>(row)};
  return {Kind::note, project_->notes[row].id};
}

geo::Point AttributeTable::place(std::size_t row) const {
  if (what_ == TableOf::services) return project_->services[row].at;
  if (what_ == TableOf::homes) return project_->homes[row].at;
  if (what_ == TableOf::areas) return geo::bounds(project_->population[row].outline).centre();
  const auto& points = project_->notes[row].points;
  return points.empty() ? geo::Point{} : points.front();
}

namespace {

bool passes(const AttributeTable& table, std::size_t row, const std::vector<std::string>& words) {
  if (words.empty()) return true;
  std::string text;
  for (std::size_t column = 0; column < table.columns().size(); ++column)
    text += table.cell(row, column).text + "\n";
  const std::string key = base::search_key(text);
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return key.find(word) != std::string::npos; });
}

/// "Weg 9" comes before "Weg 10": numbers in words are filled up with noughts.
std::string natural_key(const std::string& text) {
  constexpr std::size_t digits = 8;
  std::string key;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::string plain = base::search_key(text);
  for (std::size_t i = 0; i < plain.size();) {
    std::size_t end = i;
    while (end < plain.size() && is_digit(plain[end]))
      ++end;
    if (end > i && end - i < digits) key.append(digits - (end - i), '0');
    if (end == i) ++end;
    key.append(plain, i, end - i);
    i = end;
  }
  return key;
}

/// What rows are sorted by: no value last, then the number or the text. All texts lie in one
/// string: a million small ones cost longer to let go of than a frame lasts.
class SortKeys {
 public:
  struct Key {
    bool empty = false;
    double value = 0;
    std::size_t from = 0, length = 0;  ///< of its text
    std::uint32_t row = 0;
  };

  void add(const AttributeTable& table, const TableOrder& order, std::uint32_t row) {
    const auto cell = table.cell(row, order.column);
    if (table.columns()[order.column].number) {
      keys.push_back({!cell.value, cell.value.value_or(0), 0, 0, row});
      return;
    }
    const std::string text = natural_key(cell.text);
    keys.push_back({cell.text.empty(), 0, texts_.size(), text.size(), row});
    texts_ += text;
  }
  std::pair<double, std::string_view> rank(const Key& key) const {
    return {key.value, std::string_view(texts_).substr(key.from, key.length)};
  }

  std::vector<Key> keys;

 private:
  std::string texts_;
};

constexpr std::uint32_t rows_between_checks = 4096;

}  // namespace

std::vector<std::uint32_t> ordered_rows(const AttributeTable& table, const TableOrder& order,
                                        const jobs::Context& context) {
  std::vector<std::string> words;
  for (const auto& word : base::split(base::search_key(order.filter), ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  SortKeys sorted;
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    if (row % rows_between_checks == 0) context.check();
    if (passes(table, row, words)) sorted.add(table, order, row);
  }
  std::uint32_t compared = 0;
  const auto before = [&](const SortKeys::Key& a, const SortKeys::Key& b) {
    if (++compared % rows_between_checks == 0) context.check();
    if (a.empty != b.empty) return b.empty;
    const auto left = sorted.rank(a), right = sorted.rank(b);
    return left == right ? a.row < b.row : (left < right) == order.ascending;
  };
  std::sort(sorted.keys.begin(), sorted.keys.end(), before);
  std::vector<std::uint32_t> rows;
  rows.reserve(sorted.keys.size());
  for (const auto& key : sorted.keys)
    rows.push_back(key.row);
  return rows;
}

namespace {

/// One cell of tabbed text; what a spreadsheet would compute is marked as text.
std::string one_cell(const TableCell& cell) {
  std::string text = cell.text;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  const bool formula =
      !cell.value && !text.empty() && std::string_view("=+-@").find(text[0]) != std::string::npos;
  return formula ? "'" + text : text;
}

}  // namespace

std::string as_tabbed_text(const AttributeTable& table, const std::vector<std::uint32_t>& rows) {
  std::string text;
  const auto& columns = table.columns();
  for (std::size_t c = 0; c < columns.size(); ++c)
    text += (c > 0 ? "\t" : "") + columns[c].name;
  text += '\n';
  for (const auto row : rows) {
    for (std::size_t c = 0; c < columns.size(); ++c)
      text += (c > 0 ? "\t" : "") + one_cell(table.cell(row, c));
    text += '\n';
  }
  return text;
}

}  // namespace nahraum::app
