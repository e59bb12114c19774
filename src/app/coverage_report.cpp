#include "app/coverage_report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Type = io::Column::Type;
using nlohmann::json;

struct NamedGroup {
  const char* name;
  const analysis::GroupCoverage& figures;
};

std::vector<NamedGroup> groups_of(const analysis::Coverage& c) {
  return {{"all", c.all}, {"65", c.age_65}, {"80", c.age_80}};
}

struct ShownParts {
  bool covered = false, gap = false, not_assessable = false;
  bool share() const { return covered && gap; }
};

ShownParts shown_parts(const analysis::GroupCoverage& g, int min_count) {
  const auto shown = model::may_show_parts({g.covered, g.gap, g.not_assessable}, min_count);
  return {shown[0], shown[1], shown[2]};
}

io::Value count_value(long count, bool shown) {
  return shown ? io::Value(std::int64_t{count}) : io::Value();
}

template <class Unit>
io::Value unit_value(const std::optional<Unit>& value) {
  return value ? io::Value(value->value) : io::Value();
}

std::vector<io::Value> group_values(const analysis::GroupCoverage& g, int min_count) {
  const ShownParts shown = shown_parts(g, min_count);
  return {count_value(g.total, g.total >= 0 && model::may_show(g.total, min_count)),
          count_value(g.covered, shown.covered),
          count_value(g.gap, shown.gap),
          count_value(g.not_assessable, shown.not_assessable),
          g.share && shown.share() ? io::Value(*g.share) : io::Value(),
          unit_value(g.median),
          unit_value(g.p90),
          unit_value(g.median_m),
          unit_value(g.p90_m)};
}

constexpr const char* figure_names[] = {"persons",        "covered",  "gap",
                                        "not_assessable", "share",    "median_s",
                                        "p90_s",          "median_m", "p90_m"};

json json_value(const io::Value& value) {
  return std::visit(
      [](const auto& held) -> json {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
          return nullptr;
        else
          return held;
      },
      value);
}

const char* basis_text(const model::Project& project) {
  if (model::population_assumed(project)) return "assumed";
  for (const auto& home : project.homes) {
    if (home.in_district && home.basis != model::PopulationBasis::none) return "weighted";
  }
  return "none";
}

/// The share of the gap, as in the sentence and on the sheet.
std::string percent(const analysis::GroupCoverage& g, int min_count) {
  if (!g.share || !shown_parts(g, min_count).share()) return "–";
  return base::format_number((1 - *g.share) * 100, 0, base::language()) + " %";
}

}  // namespace

io::FeatureTable coverage_table(const std::vector<CoverageRow>& rows, const model::Project& project,
                                int min_count) {
  io::FeatureTable table{"coverage",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::text, "service"},
                          {Type::text, "alias"},
                          {Type::text, "label"},
                          {Type::text, "profile"},
                          {Type::text, "limit"},
                          {Type::integer, "services"},
                          {Type::integer, "homes"},
                          {Type::integer, "homes_covered"},
                          {Type::integer, "homes_gap"},
                          {Type::integer, "homes_not_assessable"},
                          {Type::text, "population_basis"}},
                         {}};
  for (const char* group : {"all", "65", "80"}) {
    for (int i = 0; i < 9; ++i) {
      const auto type = i < 4 ? Type::integer : Type::real;
      table.columns.push_back({type, fmt::format("{}_{}", figure_names[i], group), i == 4 ? 4 : 1});
    }
  }
  for (const auto& [type, c] : rows) {
    io::Feature row;
    row.values = {type->id,
                  type->alias,
                  type->label.de,
                  c.profile,
                  analysis::to_text(c.limit),
                  std::int64_t{c.services},
                  std::int64_t{c.homes},
                  std::int64_t{c.homes_covered},
                  std::int64_t{c.homes_gap},
                  std::int64_t{c.homes_not_assessable},
                  std::string(basis_text(project))};
    for (const auto& group : groups_of(c)) {
      for (auto& value : group_values(group.figures, min_count))
        row.values.push_back(std::move(value));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

nlohmann::json coverage_json(const std::vector<CoverageRow>& rows, const model::Project& project,
                             int min_count) {
  json results = json::array();
  for (const auto& [type, c] : rows) {
    json groups;
    for (const auto& group : groups_of(c)) {
      const auto values = group_values(group.figures, min_count);
      for (int i = 0; i < 9; ++i) {
        groups[group.name][figure_names[i]] = json_value(values[static_cast<std::size_t>(i)]);
      }
    }
    results.push_back({{"service", type->id},
                       {"alias", type->alias},
                       {"label_de", type->label.de},
                       {"label_en", type->label.en},
                       {"profile", c.profile},
                       {"limit", analysis::to_text(c.limit)},
                       {"services", c.services},
                       {"homes",
                        {{"total", c.homes},
                         {"covered", c.homes_covered},
                         {"gap", c.homes_gap},
                         {"not_assessable", c.homes_not_assessable}}},
                       {"groups", groups}});
  }
  return {{"project", project.info.title},
          {"data_date", project.info.data_date},
          {"population_basis", basis_text(project)},
          {"min_count", min_count},
          {"partial_data", project.info.partial},
          {"attribution", model::attribution(project)},
          {"results", results}};
}

std::string coverage_text(const std::vector<CoverageRow>& rows, const model::Project& project,
                          int min_count) {
  std::string text = fmt::format("{:<34} {:>8} {:>6} {:>8} {:>8} {:>6} {:>9} {:>6} {:>9} {:>6}\n",
                                 tr("service"), tr("limit"), tr("places"), tr("within"), tr("gap"),
                                 "%", tr("gap 65+"), "% 65+", tr("gap 80+"), "% 80+");
  const auto texts = [&](const analysis::GroupCoverage& g) {
    return model::parts_text({g.covered, g.gap, g.not_assessable}, min_count, base::language());
  };
  for (const auto& [type, c] : rows) {
    const auto& label =
        base::language() == base::Language::german ? type->label.de : type->label.en;
    text += fmt::format("{:<34.34} {:>8} {:>6} {:>8} {:>8} {:>6} {:>9} {:>6} {:>9} {:>6}\n", label,
                        analysis::to_text(c.limit), c.services, texts(c.all)[0], texts(c.all)[1],
                        percent(c.all, min_count), texts(c.age_65)[1], percent(c.age_65, min_count),
                        texts(c.age_80)[1], percent(c.age_80, min_count));
  }
  const bool unnamed = std::any_of(
      rows.begin(), rows.end(), [](const CoverageRow& row) { return row.coverage.services == 0; });
  if (unnamed) {
    text += std::string(tr("0 places: the data name none here or around; check whether that is "
                           "true.")) +
            "\n";
  }
  if (model::population_assumed(project)) {
    text += std::string(
                tr("Residents are an assumption from floor area: no population data were given.")) +
            "\n";
  }
  return text;
}

}  // namespace nahraum::app
