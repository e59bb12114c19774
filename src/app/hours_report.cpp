#include "app/hours_report.hpp"

#include <algorithm>
#include <map>

#include <fmt/args.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/coverage_report.hpp"
#include "app/method_report.hpp"
#include "app/offer_report.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "model/disclosure_tables.hpp"
#include "scene/hours_sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::HoursGroup;
using base::tr;
using nlohmann::json;
using Group = std::optional<int> model::Residents::*;
using Set = std::vector<std::uint32_t>;

struct NamedGroup {
  const char* name;
  scene::AgeGroup age;
  const HoursGroup& figures;
  Group member;
};

std::vector<NamedGroup> groups_of(const HoursResult& r) {
  return {{"all", scene::AgeGroup::all, r.all, &model::Residents::all},
          {"65", scene::AgeGroup::age_65, r.age_65, &model::Residents::age_65},
          {"80", scene::AgeGroup::age_80, r.age_80, &model::Residents::age_80}};
}

/// None, unknown only, the classes, not assessable.
std::vector<long> parts_of(const HoursGroup& g) {
  std::vector<long> parts{g.none, g.unknown_only};
  parts.insert(parts.end(), g.classes.begin(), g.classes.end());
  parts.push_back(g.not_assessable);
  if (g.total < 0) std::fill(parts.begin(), parts.end(), -1);
  return parts;
}

std::string hours_number(double hours) {
  const bool whole = hours == static_cast<double>(static_cast<long>(hours));
  return base::format_number(hours, whole ? 0 : 1, base::language());
}

std::vector<std::string> class_names(const std::vector<double>& breaks) {
  std::vector<std::string> names{
      fmt::format(fmt::runtime(tr("under {0} h")), hours_number(breaks.front()))};
  for (std::size_t i = 0; i + 1 < breaks.size(); ++i)
    names.push_back(fmt::format("{}–{} h", hours_number(breaks[i]), hours_number(breaks[i + 1])));
  names.push_back(fmt::format(fmt::runtime(tr("from {0} h")), hours_number(breaks.back())));
  return names;
}

std::string line_text(const char* name, const std::vector<std::string>& cells) {
  std::string text = fmt::format("{:<14}", name);
  for (const auto& cell : cells)
    text += fmt::format(" {:>14}", cell);
  return text + "\n";
}

std::string classes_text(const HoursResult& result, const Workspace& workspace) {
  const auto& catalogue = workspace.catalogue;
  std::vector<std::string> header{tr("none"), tr("hours unknown")};
  for (auto& name : class_names(result.rules.breaks_h))
    header.push_back(std::move(name));
  header.emplace_back(tr("not assessable"));
  std::string text = std::string(tr("People by hours per week in which one place or another is "
                                    "certainly open")) +
                     "\n" + line_text("", header);
  for (const auto& group : groups_of(result)) {
    text += line_text(
        scene::short_name(group.age).c_str(),
        model::parts_text(parts_of(group.figures), catalogue.people.min_count, base::language()));
  }
  return text;
}

std::string week_text(const std::array<std::optional<long>, hours_of_week>& grid, long total) {
  std::string text = fmt::format("{:<12}", "");
  for (int hour = 0; hour < 24; ++hour)
    text += fmt::format("{:>4}", hour);
  std::size_t hour_of_week = 0;
  for (int day = 0; day < 7; ++day) {
    text += fmt::format("\n{:<12}", weekday_name(day));
    for (int hour = 0; hour < 24; ++hour)
      text += fmt::format("{:>4}", hour_share(grid[hour_of_week++], total));
  }
  return text + "\n";
}

std::string grids_text(const HoursResult& result, int min_count) {
  const auto group = hours_headline(result);
  if (group.figures.total <= 0 || !model::may_show(group.figures.total, min_count)) return {};
  const auto grid = hour_grid(result, group.member, min_count);
  const auto title = [&](const char* form) {
    return "\n" + fmt::format(fmt::runtime(form), scene::people_of(group.age)) + "\n";
  };
  std::string text =
      title(tr("Of 100 {0}, so many have a place within the limit that is open at the full hour")) +
      week_text(grid.at_least, group.figures.total);
  if (grid.at_most == grid.at_least) return text;
  return text + title(tr("The same at most, with places whose hours are unknown ({0})")) +
         week_text(grid.at_most, group.figures.total);
}

std::string unknown_offers_text(const HoursResult& result, const model::Project& project) {
  constexpr std::size_t most_lines = 20;
  const auto unknown = unknown_offers(project, result.week.offers, std::nullopt);
  if (result.week.offers.empty() || unknown.empty()) return {};
  return "\n" +
         fmt::format(fmt::runtime(tr("Of {0} places here and around, the hours of {1} are unknown "
                                     "in whole or in part:")),
                     result.week.offers.size(), unknown.size()) +
         "\n" + doubtful_text(unknown, most_lines);
}

std::string night_offers_text(const HoursResult& result, const model::Project& project) {
  constexpr std::size_t most_lines = 20;
  const auto some = night_offers(project, result.week.offers);
  if (some.empty()) return {};
  return std::string("\n") + tr("Counted as stated, but worth a look:") + "\n" +
         doubtful_text(some, most_lines);
}

json json_of(const std::optional<double>& value) {
  return value ? json(*value) : json();
}
json json_of(const std::optional<long>& value) {
  return value ? json(*value) : json();
}

json group_json(const HoursGroup& g, const std::vector<double>& breaks, int min_count) {
  const auto parts = parts_of(g);
  const auto shown = model::may_show_parts(parts, min_count);
  const auto part = [&](std::size_t i) { return shown[i] ? json(parts[i]) : json(); };
  json classes = json::array();
  for (std::size_t i = 0; i <= breaks.size(); ++i) {
    classes.push_back({{"from_h", i == 0 ? json(0) : json(breaks[i - 1])},
                       {"below_h", i == breaks.size() ? json() : json(breaks[i])},
                       {"persons", part(2 + i)}});
  }
  const bool total_shown = g.total >= 0 && model::may_show(g.total, min_count);
  return {{"persons", total_shown ? json(g.total) : json()},
          {"none", part(0)},
          {"hours_unknown", part(1)},
          {"classes", classes},
          {"not_assessable", part(parts.size() - 1)},
          {"homes_unknown", g.homes_unknown},
          {"median_h", json_of(g.median_h)},
          {"median_possible_h", json_of(g.median_possible_h)}};
}

json week_json(const HoursResult& result, int min_count) {
  std::map<std::string, HourGrid> grids;
  for (const auto& group : groups_of(result))
    grids[group.name] = hour_grid(result, group.member, min_count);
  json hours = json::array();
  for (std::size_t h = 0; h < hours_of_week; ++h) {
    json row{{"weekday", h / 24 + 1}, {"hour", h % 24}};
    for (const auto& [name, grid] : grids) {
      row[name] = {{"at_least", json_of(grid.at_least[h])}, {"at_most", json_of(grid.at_most[h])}};
    }
    hours.push_back(std::move(row));
  }
  return hours;
}

/// For what must be said beside the sentence.
analysis::Coverage as_coverage(const HoursResult& result) {
  analysis::Coverage coverage;
  coverage.type = result.type->id;
  coverage.services = static_cast<long>(result.week.offers.size());
  const auto fill = [](const HoursGroup& from, analysis::GroupCoverage& to) {
    to.total = from.total;
    to.not_assessable = from.not_assessable;
    to.covered = from.total - from.not_assessable;
  };
  fill(result.all, coverage.all);
  fill(result.age_65, coverage.age_65);
  fill(result.age_80, coverage.age_80);
  return coverage;
}

/// Distinct sets of homes, each once.
class Sets {
 public:
  std::size_t index_of(Set set) {
    const auto [at, is_new] = index_.emplace(std::move(set), sets_.size());
    if (is_new) sets_.push_back(at->first);
    return at->second;
  }
  const std::vector<Set>& all() const { return sets_; }

 private:
  std::map<Set, std::size_t> index_;
  std::vector<Set> sets_;
};

/// The whole district, and those who have anything within the limit that is or may be open: both
/// follow from the table of classes.
std::vector<Set> told_anyway(const HoursResult& result, const model::Project& project) {
  Set whole;
  Set any;
  for (std::uint32_t i = 0; i < project.homes.size(); ++i) {
    if (!project.homes[i].in_district) continue;
    whole.push_back(i);
    const auto& pattern = result.week.patterns[result.week.of_home[i]];
    if (!pattern.possible.empty()) any.push_back(i);
  }
  return {whole, any};
}

}  // namespace

HourGrid hour_grid(const HoursResult& result, Group group, int min_count) {
  const auto& project = *result.district->project;
  std::vector<int> persons;
  bool known = false;
  for (const auto& home : project.homes) {
    persons.push_back((home.residents.*group).value_or(0));
    known = known || (home.in_district && (home.residents.*group));
  }
  HourGrid grid;
  if (!known) return grid;
  Sets sets;
  std::array<std::size_t, hours_of_week> least{}, most{};
  for (std::size_t h = 0; h < hours_of_week; ++h) {
    const int minute = static_cast<int>(h) * 60;
    least[h] = sets.index_of(analysis::served_at(project, result.week, minute, false));
    most[h] = sets.index_of(analysis::served_at(project, result.week, minute, true));
  }
  const auto shown =
      model::may_show_sets(sets.all(), told_anyway(result, project), persons, min_count);
  const auto count = [&](std::size_t set) -> std::optional<long> {
    if (!shown[set]) return std::nullopt;
    long sum = 0;
    for (const auto home : sets.all()[set])
      sum += persons[home];
    return sum;
  };
  for (std::size_t h = 0; h < hours_of_week; ++h) {
    grid.at_least[h] = count(least[h]);
    grid.at_most[h] = count(most[h]);
  }
  return grid;
}

HoursHeadline hours_headline(const HoursResult& result) {
  const auto groups = groups_of(result);
  const auto& group = groups[2].figures.total > 0   ? groups[2]
                      : groups[1].figures.total > 0 ? groups[1]
                                                    : groups[0];
  return {group.age, group.figures, group.member};
}

std::string hours_sentence(const HoursResult& result, const Workspace& workspace) {
  const auto group = hours_headline(result);
  return scene::sentence(group.figures, group.age,
                         {*result.type, result.district->network.profile, result.limit},
                         workspace.catalogue.people.min_count);
}

std::vector<std::string> hours_remarks(const HoursResult& result, const Workspace& workspace) {
  return scene::remarks(as_coverage(result), workspace.catalogue, *workspace.project);
}

std::string hour_share(const std::optional<long>& count, long total) {
  if (!count) return "–";
  return fmt::format("{}",
                     std::lround(100.0 * static_cast<double>(*count) / static_cast<double>(total)));
}

std::string hours_text(const HoursResult& result, const Workspace& workspace) {
  const auto& project = *workspace.project;
  const int min_count = workspace.catalogue.people.min_count;
  std::string text = hours_sentence(result, workspace);
  for (const auto& remark : hours_remarks(result, workspace))
    text += (text.empty() ? "" : " ") + remark;
  return text + "\n\n" + classes_text(result, workspace) + grids_text(result, min_count) +
         unknown_offers_text(result, project) + night_offers_text(result, project);
}

nlohmann::json hours_json(const HoursResult& result, const Workspace& workspace) {
  const auto& project = *workspace.project;
  const int min_count = workspace.catalogue.people.min_count;
  json groups;
  for (const auto& group : groups_of(result))
    groups[group.name] = group_json(group.figures, result.rules.breaks_h, min_count);
  return result_json(
      project, min_count,
      {{"service", result.type->id},
       {"alias", result.type->alias},
       {"profile", result.district->network.profile.id},
       {"limit", analysis::to_text(result.limit)},
       {"services", result.week.offers.size()},
       {"groups", groups},
       {"week", week_json(result, min_count)},
       {"unknown", doubtful_json(unknown_offers(project, result.week.offers, std::nullopt))},
       {"unusual", doubtful_json(night_offers(project, result.week.offers))},
       {"method", method_json(hours_method(result, workspace))}});
}

}  // namespace nahraum::app
