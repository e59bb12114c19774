#include "app/scenario_report.hpp"

#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/street_editor.hpp"
#include "app/coverage_report.hpp"
#include "app/json_value.hpp"
#include "app/method_report.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using nlohmann::json;
using Type = io::Column::Type;

struct Side {
  std::optional<long> total, covered, gap;
  std::optional<double> share;
};

Side side_of(const analysis::GroupCoverage& g, int min_count) {
  Side side;
  if (g.total < 0) return side;
  const auto shown = model::may_show_parts({g.covered, g.gap, g.not_assessable}, min_count);
  if (model::may_show(g.total, min_count)) side.total = g.total;
  if (shown[0]) side.covered = g.covered;
  if (shown[1]) side.gap = g.gap;
  if (shown[0] && shown[1]) side.share = g.share;
  return side;
}

template <class T>
io::Value value_of(const std::optional<T>& value) {
  using Held = std::conditional_t<std::is_floating_point_v<T>, double, std::int64_t>;
  return value ? io::Value(static_cast<Held>(*value)) : io::Value();
}

std::string percent_text(const std::optional<double>& share) {
  return share ? base::format_number(*share * 100, 0, base::language()) + " %" : "–";
}

std::string points_text(const std::optional<double>& points) {
  if (!points) return "–";
  const auto text = base::format_number(*points, 1, base::language());
  return *points > 0 ? "+" + text : text;
}

std::string minutes_text(const std::optional<double>& seconds) {
  return seconds ? base::format_number(*seconds / 60, 1, base::language()) : "–";
}

/// Names to the left, figures to the right of their columns.
std::string line_text(const std::string& service, const std::string& limit,
                      const std::string& group, const std::vector<std::string>& figures) {
  auto text = fmt::format("{:<32.32} {:>6} {:>12}", service, limit, group);
  constexpr std::array widths{8, 8, 8, 6, 6, 7, 9, 9, 6, 7, 7, 7};
  for (std::size_t i = 0; i < figures.size(); ++i)
    text += fmt::format(" {:>{}}", figures[i], widths.at(i));
  return text + "\n";
}

std::optional<long> difference_of(const std::optional<long>& plus,
                                  const std::optional<long>& minus) {
  return plus && minus ? std::optional(*plus - *minus) : std::nullopt;
}

std::string table_text(const ScenarioComparison& comparison) {
  std::string text =
      line_text(tr("persons within"), tr("limit"), "",
                {tr("before"), tr("after"), tr("differ."), "%", "%", tr("points"), tr("gain"),
                 tr("lose"), tr("new"), tr("unclear"), tr("min"), tr("min")});
  for (const auto& row : comparison.rows) {
    std::string name = scene::name_of(*row.type), limit = analysis::to_text(row.before.limit);
    for (const auto& group : groups_of(row)) {
      if (!group.shift.known) continue;
      const auto s = shown_shift(group.shift, group.before, group.after, min_count_of(comparison));
      text += line_text(
          name, limit, group.label,
          {shift_text(s.covered_before), shift_text(s.covered_after),
           shift_text(s.difference, true), percent_text(s.share_before),
           percent_text(s.share_after), points_text(s.points), shift_text(s.gained),
           shift_text(s.lost), shift_text(difference_of(s.added_within, s.removed_within), true),
           shift_text(difference_of(s.from_unclear, s.to_unclear), true),
           minutes_text(s.median_before_s), minutes_text(s.median_after_s)});
      name.clear();
      limit.clear();
    }
  }
  return text +
         tr("The difference is those who gain less those who lose, new residents within the limit, "
            "and those who became assessable or ceased to be (unclear). min: half of those who "
            "live "
            "in both walk that many minutes or fewer, before and after.") +
         "\n";
}

bool any_kept_back(const ScenarioComparison& comparison) {
  for (const auto& row : comparison.rows) {
    for (const auto& group : groups_of(row)) {
      if (shown_shift(group.shift, group.before, group.after, min_count_of(comparison)).kept_back)
        return true;
    }
  }
  return false;
}

scene::StatesQuestion question_of(const ScenarioComparison& comparison, const ComparisonRow& row) {
  return {*row.type, comparison.district_before->network.profile, comparison.name_before,
          comparison.name_after, min_count_of(comparison)};
}

const std::vector<io::Column>& figure_columns() {
  static const std::vector<io::Column> columns = {{Type::integer, "persons_before"},
                                                  {Type::integer, "within_before"},
                                                  {Type::integer, "gap_before"},
                                                  {Type::integer, "persons_after"},
                                                  {Type::integer, "within_after"},
                                                  {Type::integer, "gap_after"},
                                                  {Type::integer, "difference"},
                                                  {Type::integer, "gained"},
                                                  {Type::integer, "lost"},
                                                  {Type::real, "share_before", 4},
                                                  {Type::real, "share_after", 4},
                                                  {Type::real, "points", 2},
                                                  {Type::real, "median_before_s", 1},
                                                  {Type::real, "median_after_s", 1},
                                                  {Type::integer, "new_residents"},
                                                  {Type::integer, "new_residents_within"},
                                                  {Type::integer, "removed_residents"},
                                                  {Type::integer, "removed_residents_within"},
                                                  {Type::integer, "to_not_assessable"},
                                                  {Type::integer, "from_not_assessable"}};
  return columns;
}

std::vector<io::Value> figures_of(const ShownShift& s) {
  return {value_of(s.total_before),    value_of(s.covered_before), value_of(s.gap_before),
          value_of(s.total_after),     value_of(s.covered_after),  value_of(s.gap_after),
          value_of(s.difference),      value_of(s.gained),         value_of(s.lost),
          value_of(s.share_before),    value_of(s.share_after),    value_of(s.points),
          value_of(s.median_before_s), value_of(s.median_after_s), value_of(s.added),
          value_of(s.added_within),    value_of(s.removed),        value_of(s.removed_within),
          value_of(s.to_unclear),      value_of(s.from_unclear)};
}

json group_json(const NamedShift& group, int min_count) {
  const auto shown = shown_shift(group.shift, group.before, group.after, min_count);
  const auto values = figures_of(shown);
  json figures;
  for (std::size_t i = 0; i < values.size(); ++i)
    figures[figure_columns()[i].name] = json_value(values[i]);
  figures["kept_back"] = shown.kept_back;
  return figures;
}

json homes_json(const analysis::ScenarioShift& shift) {
  const auto& h = shift.by_home;
  return {{"gained", h.gained},          {"lost", h.lost},
          {"within_in_both", h.kept},    {"gap_in_both", h.missing},
          {"not_assessable", h.unclear}, {"nearer", shift.nearer},
          {"farther", shift.farther},    {"new", h.added},
          {"removed", h.removed}};
}

}  // namespace

std::vector<NamedShift> groups_of(const ComparisonRow& row) {
  const auto& s = row.shift;
  const auto& b = row.before;
  const auto& a = row.after;
  return {{"all", tr("all ages"), s.all, b.all, a.all},
          {"65", tr("65 and over"), s.age_65, b.age_65, a.age_65},
          {"80", tr("80 and over"), s.age_80, b.age_80, a.age_80}};
}

int min_count_of(const ScenarioComparison& comparison) {
  return comparison.before.catalogue.people.min_count;
}

std::string shift_text(const std::optional<long>& count, bool sign) {
  if (!count) return "–";
  const auto text = base::format_number(static_cast<double>(*count), 0, base::language());
  return sign && *count > 0 ? "+" + text : text;
}

ShownShift shown_shift(const analysis::GroupShift& shift, const analysis::GroupCoverage& before,
                       const analysis::GroupCoverage& after, int min_count) {
  ShownShift shown;
  const Side was = side_of(before, min_count);
  shown.total_before = was.total;
  shown.covered_before = was.covered;
  shown.gap_before = was.gap;
  shown.share_before = was.share;
  if (!shift.known) return shown;
  if (shift.median_before) shown.median_before_s = shift.median_before->value;
  shown.added = shift.added;
  shown.added_within = shift.added_within;
  shown.removed = shift.removed;
  shown.removed_within = shift.removed_within;
  shown.kept_back = !scene::may_show_shift(shift, before, after, min_count);
  if (shown.kept_back) return shown;
  const Side is = side_of(after, min_count);
  shown.total_after = is.total;
  shown.covered_after = is.covered;
  shown.gap_after = is.gap;
  shown.share_after = is.share;
  if (shift.median_after) shown.median_after_s = shift.median_after->value;
  shown.gained = shift.gained;
  shown.lost = shift.lost;
  shown.to_unclear = before.covered - shift.kept - shift.lost - shift.removed_within;
  shown.from_unclear = after.covered - shift.kept - shift.gained - shift.added_within;
  if (was.covered && is.covered) shown.difference = *is.covered - *was.covered;
  if (was.share && is.share) shown.points = (*is.share - *was.share) * 100;
  return shown;
}

std::string comparison_sentence(const ScenarioComparison& comparison, const ComparisonRow& row) {
  return scene::sentence(row.shift, row.before, row.after, question_of(comparison, row));
}

std::string comparison_remarks(const ScenarioComparison& comparison) {
  std::vector<std::string> remarks;
  if (any_kept_back(comparison)) {
    remarks.push_back(
        fmt::format(fmt::runtime(tr("–: kept back; a count below {0} people would show.")),
                    min_count_of(comparison)));
  }
  if (model::population_assumed(*comparison.before.project)) {
    remarks.emplace_back(
        tr("Residents are an assumption from floor area: no population data were given."));
  }
  return scene::joined(remarks);
}

std::string comparison_text(const ScenarioComparison& comparison) {
  std::string text;
  if (comparison.rows.size() == 1)
    text += comparison_sentence(comparison, comparison.rows.front()) + "\n\n";
  text += table_text(comparison);
  if (const auto remarks = comparison_remarks(comparison); !remarks.empty()) text += remarks + "\n";
  return text;
}

nlohmann::json comparison_json(const ScenarioComparison& comparison) {
  json results = json::array();
  for (const auto& row : comparison.rows) {
    json groups;
    for (const auto& group : groups_of(row))
      groups[group.name] = group_json(group, min_count_of(comparison));
    results.push_back({{"service", row.type->id},
                       {"alias", row.type->alias},
                       {"label_de", row.type->label.de},
                       {"label_en", row.type->label.en},
                       {"limit", analysis::to_text(row.before.limit)},
                       {"services_before", row.before.services},
                       {"services_after", row.after.services},
                       {"sentence", comparison_sentence(comparison, row)},
                       {"groups", groups},
                       {"homes", homes_json(row.shift)}});
  }
  const auto& project = *comparison.before.project;
  return {{"project", project.info.title},
          {"before", comparison.name_before},
          {"after", comparison.name_after},
          {"profile", comparison.district_before->network.profile.id},
          {"population_basis", population_basis(project)},
          {"min_count", min_count_of(comparison)},
          {"attribution", model::attribution(project)},
          {"results", results},
          {"method", method_json(comparison_method(comparison))}};
}

io::FeatureTable comparison_table(const ScenarioComparison& comparison) {
  const auto& project = *comparison.before.project;
  io::FeatureTable table{"scenario_comparison",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::text, "before"},
                          {Type::text, "after"},
                          {Type::text, "service"},
                          {Type::text, "alias"},
                          {Type::text, "label"},
                          {Type::text, "profile"},
                          {Type::text, "limit"},
                          {Type::text, "group"},
                          {Type::text, "population_basis"}},
                         {}};
  table.columns.insert(table.columns.end(), figure_columns().begin(), figure_columns().end());
  for (const auto& row : comparison.rows) {
    for (const auto& group : groups_of(row)) {
      std::vector<io::Value> values{comparison.name_before,
                                    comparison.name_after,
                                    row.type->id,
                                    row.type->alias,
                                    row.type->label.de,
                                    row.before.profile,
                                    analysis::to_text(row.before.limit),
                                    std::string(group.name),
                                    std::string(population_basis(project))};
      const auto figures =
          figures_of(shown_shift(group.shift, group.before, group.after, min_count_of(comparison)));
      values.insert(values.end(), figures.begin(), figures.end());
      table.rows.push_back({std::move(values), {}});
    }
  }
  return table;
}

std::vector<scene::MethodLine> comparison_method(const ScenarioComparison& comparison) {
  std::vector<scene::MethodLine> own;
  own.push_back({"method", tr("Method"),
                 tr("Every home by its own way along the streets to the nearest place, in both "
                    "states; homes are compared one by one, those of new housing are counted "
                    "apart."),
                 ""});
  for (const auto* workspace : {&comparison.before, &comparison.after}) {
    const auto& project = *workspace->project;
    const bool first = workspace == &comparison.before;
    const auto* scenario = model::find_scenario(project.scenarios, project.info.scenario);
    own.push_back(
        {first ? "before" : "after", first ? tr("Before") : tr("After"),
         scenario ? scene::scenario_text(*scenario) : std::string(tr("The project as it is.")),
         ""});
  }
  own.push_back(way_line({}));
  own.push_back({"new_paths", tr("New paths"),
                 fmt::format(fmt::runtime(tr("Joined to the nearest street within {0} m of their "
                                             "ends, and to every street that they cross on the "
                                             "same level. A ramp is as long as its steps.")),
                             analysis::join_within_m),
                 scene::mark_name(model::Mark::assumption)});
  if (comparison.own_limit)
    own.push_back({"limit", tr("Limit"), scene::limit_name(comparison.rows.front().before.limit),
                   tr("given by the user")});
  return method_of(comparison.before, *comparison.district_before, std::move(own));
}

}  // namespace nahraum::app
