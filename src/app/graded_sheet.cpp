#include "app/graded_sheet.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "app/graded_report.hpp"
#include "app/print_sheet.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/grade_layers.hpp"
#include "scene/sentence.hpp"
#include "scene/sheet_coverage.hpp"

namespace nahraum::app {
namespace {

using analysis::Grade;
using base::tr;

/// Drawn in this order: what needs attention lies on top, and comes first in the legend.
constexpr std::array<Grade, analysis::grade_count> drawing_order{Grade::unknown, Grade::good,
                                                                 Grade::sufficient, Grade::gap};

const model::Project& project_of(const Graded& graded) {
  return *graded.of->district->project;
}

/// Per home its place in the drawing order, −1 outside the district.
std::vector<int> grades_of_homes(const Graded& graded) {
  const auto& homes = project_of(graded).homes;
  const auto& t = graded.thresholds;
  std::vector<int> grades(homes.size(), -1);
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!homes[i].in_district) continue;
    const auto grade = analysis::grade_of(graded.of->reach[i], t.target, t.limit);
    const auto* at = std::find(drawing_order.begin(), drawing_order.end(), grade);
    grades[i] = static_cast<int>(at - drawing_order.begin());
  }
  return grades;
}

std::vector<int> between_homes(const Graded& graded) {
  const auto& [steps, groups, of_home] = *graded.groups;
  const auto limit = graded.groups->step(graded.thresholds.limit);
  std::vector<int> between(of_home.size(), -1);
  for (std::size_t i = 0; limit && i < of_home.size(); ++i) {
    const auto group = of_home[i];
    if (group >= 0 && analysis::falls_between(groups[static_cast<std::size_t>(group)], *limit))
      between[i] = 0;
  }
  return between;
}

/// Rims of buildings on top, far markers below the grade's own, as its dark ring.
void add_between(const Graded& graded, const scene::Style& style, scene::MapAnswer& ground) {
  scene::MapAnswer between;
  scene::add_homes(project_of(graded), between_homes(graded),
                   {{scene::between_homes(style), between_name(graded)}}, between);
  scene::Symbol within = scene::good_homes(style).marker;
  within.tint = style.paper;
  for (auto& sign : between.signs) {
    if (sign.min_denominator > 0) sign.sign.push_back(scene::point_sign(within));
  }
  const auto markers = [](const scene::LayerPtr& each) { return each->name == "gap_markers"; };
  const auto rims = std::stable_partition(between.above.begin(), between.above.end(), markers);
  ground.above.insert(ground.above.begin(), between.above.begin(), rims);
  ground.add({rims, between.above.end()}, std::move(between.signs));
}

scene::MapAnswer ground_for(const Graded& graded, const scene::Style& style) {
  std::vector<scene::NamedLook> looks;
  looks.reserve(drawing_order.size());
  for (const auto grade : drawing_order)
    looks.push_back({scene::grade_look(grade, style), grade_name(grade, graded.thresholds)});
  scene::MapAnswer ground;
  scene::add_homes(project_of(graded), grades_of_homes(graded), looks, ground);
  if (graded.against) add_between(graded, style, ground);
  return ground;
}

std::vector<std::string> row_of(const Graded& graded, scene::AgeGroup age,
                                long analysis::Counts::*group, int min_count) {
  const auto grades = shown_grades(graded, group, min_count);
  const auto cells = model::parts_text(grades.persons, min_count, base::language());
  std::vector<std::string> row{scene::short_name(age), cells[0], cells[1], cells[2], cells[3]};
  if (graded.thresholds.single()) row.erase(row.begin() + 2);
  return row;
}

scene::SheetTable people_by_grade(const Graded& graded, int min_count) {
  if (graded.counts.persons[0].all < 0) return {};  // unknown, or a scenario's
  const bool single = graded.thresholds.single();
  scene::SheetTable table{
      {tr("People"), single ? tr("met") : tr("good"), tr("sufficient"), tr("gap"), tr("unclear")},
      {}};
  if (single) table.heads.erase(table.heads.begin() + 2);
  table.rows = {row_of(graded, scene::AgeGroup::all, &analysis::Counts::all, min_count),
                row_of(graded, scene::AgeGroup::age_65, &analysis::Counts::age_65, min_count),
                row_of(graded, scene::AgeGroup::age_80, &analysis::Counts::age_80, min_count)};
  return table;
}

/// Who falls between the two standards, as the window's table has it.
scene::SheetPlaces list_of(const StudyTable& between) {
  scene::SheetPlaces list;
  list.heading = between.title;
  list.heads.assign(between.columns.begin() + 1, between.columns.end());
  for (const auto& row : between.rows)
    list.places.push_back({{}, row.cells[0], {row.cells.begin() + 1, row.cells.end()}});
  list.all = list.places.size();
  return list;
}

/// Who cannot be assessed, as the grades tell it: without persons where they keep them back.
analysis::Coverage told_coverage(const Graded& graded, int min_count) {
  auto coverage = graded.of->coverage;
  const auto& homes = graded.counts.homes;
  coverage.homes_not_assessable = homes[static_cast<std::size_t>(Grade::unknown)];
  coverage.homes = std::accumulate(homes.begin(), homes.end(), 0L);
  const auto all = shown_grades(graded, &analysis::Counts::all, min_count);
  const auto& n = all.persons;
  coverage.all = {};
  if (!all.shown[3]) return coverage;
  coverage.all.total = n[0] + n[1] + n[2] + n[3];
  coverage.all.covered = n[0] + n[1];
  coverage.all.gap = n[2];
  coverage.all.not_assessable = n[3];
  return coverage;
}

/// The method of the ways with the standard's limit, then that of the grades.
std::vector<scene::Fact> facts_for(const Graded& graded, const model::Catalogue& catalogue,
                                   const std::vector<scene::MethodLine>& method) {
  auto result = sheet_result(*graded.of, catalogue);
  result.limit = graded.thresholds.limit;
  result.coverage = told_coverage(graded, catalogue.people.min_count);
  auto facts = scene::coverage_facts(project_of(graded), catalogue, result);
  const auto own = scene::facts_of(method);
  facts.insert(facts.begin() + 1, own.begin(), own.end());
  return facts;
}

}  // namespace

scene::SheetAnswer grades_answer(const Graded& graded, const model::Catalogue& catalogue,
                                 scene::Theme theme) {
  const auto& type = *catalogue.find_type(graded.of->question.type);
  auto words = grade_words(graded, catalogue);
  scene::SheetAnswer sheet;
  sheet.topic = fmt::format(fmt::runtime(tr("{0}: grades by “{1}” · {2}")), scene::name_of(type),
                            shown_standard(graded, catalogue),
                            scene::name_of(graded.of->district->network.profile));
  sheet.sentence = words.sentence;
  sheet.remarks = scene::joined(words.remarks);
  sheet.people = people_by_grade(graded, catalogue.people.min_count);
  if (graded.against) sheet.list = list_of(words.tables.back());
  scene::draw(ground_for(graded, scene::style_for(theme, catalogue)), sheet);
  sheet.facts = facts_for(graded, catalogue, words.method);
  sheet.types = {type.id};
  return sheet;
}

}  // namespace nahraum::app
