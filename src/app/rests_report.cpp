#include "app/rests_report.hpp"

#include <algorithm>
#include <map>

#include <fmt/args.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/coverage_report.hpp"
#include "app/method_report.hpp"
#include "app/rests_layers.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "model/disclosure.hpp"
#include "scene/rests_sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::RestGroup;
using analysis::Walkers;
using base::tr;
using nlohmann::json;
using Type = io::Column::Type;
using Counts = std::vector<std::optional<long>>;

struct NamedGroup {
  const char* name;
  const char* label;
  const RestGroup& figures;
  long Walkers::*walkers;
};

std::vector<NamedGroup> groups_of(const analysis::RestCoverage& c) {
  return {{"all", tr("all ages"), c.all, &Walkers::all},
          {"65", tr("65 and over"), c.age_65, &Walkers::age_65},
          {"80", tr("80 and over"), c.age_80, &Walkers::age_80}};
}

std::vector<long> parts_of(const RestGroup& g) {
  return {g.rested, g.unrested, g.out_of_reach, g.not_assessable};
}

/// Parts of a whole as they may leave the program.
Counts disclosed_parts(const std::vector<long>& parts, int min_count) {
  const auto shown = model::may_show_parts(parts, min_count);
  Counts counts;
  for (std::size_t i = 0; i < parts.size(); ++i)
    counts.push_back(shown[i] ? std::optional(parts[i]) : std::nullopt);
  return counts;
}

io::Value value_of(const std::optional<long>& count) {
  return count ? io::Value(std::int64_t{*count}) : io::Value();
}
json json_of(const std::optional<long>& count) {
  return count ? json(*count) : json();
}
std::optional<long> disclosed_total(const RestGroup& g, int min_count) {
  return g.total >= 0 && model::may_show(g.total, min_count) ? std::optional(g.total)
                                                             : std::nullopt;
}

/// Who needs no, one, two, three or more seats more on the direct way; unknown: −1.
std::vector<long> missing_seats(const RestsResult& result, const NamedGroup& group) {
  std::vector<long> parts;
  for (const Walkers& walkers : result.gaps.missing)
    parts.push_back(group.figures.total < 0 ? -1 : walkers.*group.walkers);
  return parts;
}

/// Those with rests less those who need no seat are the few who go round: not told either.
Counts disclosed_missing(const RestsResult& result, const NamedGroup& group, int min_count) {
  const auto parts = missing_seats(result, group);
  auto counts = disclosed_parts(parts, min_count);
  if (parts[0] < 0 || model::may_show(std::max(0L, group.figures.rested - parts[0]), min_count)) {
    return counts;
  }
  const bool hidden_already =
      std::any_of(counts.begin() + 1, counts.end(), [](const auto& count) { return !count; });
  counts[0].reset();
  std::size_t least = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i] > 0 && counts[i] && (least == 0 || parts[i] < parts[least])) least = i;
  }
  if (!hidden_already && least > 0) counts[least].reset();
  return counts;
}

std::string count_text(const std::optional<long>& count, long real, int min_count) {
  if (count) return base::format_number(static_cast<double>(*count), 0, base::language());
  return real > 0 && !model::may_show(real, min_count) ? fmt::format("< {}", min_count) : "–";
}

std::string line_text(const char* name, const std::vector<std::string>& cells) {
  return fmt::format("{:<24} {:>12} {:>12} {:>18} {:>18}\n", name, cells[0], cells[1], cells[2],
                     cells[3]);
}

std::string table_text(const RestsResult& result, int min_count) {
  std::string text =
      line_text("", {tr("with rests"), tr("too far"), tr("out of reach"), tr("not assessable")});
  for (const auto& group : groups_of(result.coverage)) {
    text += line_text(group.label,
                      model::parts_text(parts_of(group.figures), min_count, base::language()));
  }
  text += std::string("\n") + tr("Seats missing on the direct way of those within the limit") +
          "\n" + line_text("", {"0", "1", "2", tr("3 and more")});
  for (const auto& group : groups_of(result.coverage)) {
    const auto parts = missing_seats(result, group);
    const auto shown = disclosed_missing(result, group, min_count);
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < parts.size(); ++i)
      cells.push_back(count_text(shown[i], parts[i], min_count));
    text += line_text(group.label, cells);
  }
  return text;
}

/// Homes whose residents of a group nobody knows are in no figure of that group.
std::vector<std::string> unknown_lines(const RestsResult& result) {
  std::vector<std::string> lines;
  for (const auto& group : groups_of(result.coverage)) {
    if (group.figures.total < 0 || group.figures.homes_unknown == 0) continue;
    lines.push_back(fmt::format(
        fmt::runtime(
            tr("{group}: unknown for {homes} residential buildings, which are in no figure "
               "of the row.")),
        fmt::arg("group", group.label),
        fmt::arg("homes", base::format_number(static_cast<double>(group.figures.homes_unknown), 0,
                                              base::language()))));
  }
  return lines;
}

/// Nothing where as many seats as asked for help, or nobody needs one.
std::string no_more_gains(const RestsResult& result) {
  if (result.asked_seats == 0) return "";
  if (static_cast<int>(result.gains.size()) >= result.asked_seats ||
      result.coverage.homes.unrested <= 0) {
    return "";
  }
  return result.gains.empty()
             ? tr("No single seat opens a way for anybody: it takes several on one way.")
             : tr("No further single seat opens a way for anybody: it takes several on one way.");
}

std::string gain_text(const RestsResult& result, const DisclosedGains& shown, std::size_t i,
                      int min_count) {
  const auto& gain = result.gains[i];
  const auto& place = result.places[gain.place];
  auto street = street_of(result, place);
  if (street.empty()) street = tr("way without a name");
  const auto at = geo::Projection::to_epsg(result.district->project->info.epsg)->inverse(place.at);
  return fmt::format(
      fmt::runtime(
          tr("{n}. {street} ({lon},{lat}): {all} people gain a way, {age_65} of them 65 and "
             "over, {age_80} 80 and over; longest stretch then {longest}")),
      fmt::arg("n", i + 1), fmt::arg("street", street),
      fmt::arg("lon", fmt::format("{:.5f}", at.lon)),
      fmt::arg("lat", fmt::format("{:.5f}", at.lat)),
      fmt::arg("all", count_text(shown.all[i], gain.gained.all, min_count)),
      fmt::arg("age_65", count_text(shown.age_65[i], gain.gained.age_65, min_count)),
      fmt::arg("age_80", count_text(shown.age_80[i], gain.gained.age_80, min_count)),
      fmt::arg("longest", base::format_distance(gain.longest_m, base::language())));
}

std::string gains_text(const RestsResult& result, const Workspace& workspace) {
  if (result.asked_seats == 0) return "";
  std::string text = std::string("\n") + tr("Where a new seat opens most") + "\n";
  const auto shown = disclosed_gains(result, workspace);
  for (std::size_t i = 0; i < result.gains.size(); ++i)
    text += gain_text(result, shown, i, workspace.catalogue.people.min_count) + "\n";
  const auto none = no_more_gains(result);
  return none.empty() ? text : text + none + "\n";
}

json groups_json(const RestsResult& result, int min_count) {
  json groups;
  for (const auto& group : groups_of(result.coverage)) {
    const auto parts = disclosed_parts(parts_of(group.figures), min_count);
    const auto missing = disclosed_missing(result, group, min_count);
    groups[group.name] = {{"persons", json_of(disclosed_total(group.figures, min_count))},
                          {"with_rests", json_of(parts[0])},
                          {"without_rests", json_of(parts[1])},
                          {"out_of_reach", json_of(parts[2])},
                          {"not_assessable", json_of(parts[3])},
                          {"homes_unknown", group.figures.homes_unknown},
                          {"seats_missing",
                           {{"0", json_of(missing[0])},
                            {"1", json_of(missing[1])},
                            {"2", json_of(missing[2])},
                            {"3+", json_of(missing[3])}}}};
  }
  return groups;
}

json gains_json(const RestsResult& result, const Workspace& workspace) {
  json list = json::array();
  const auto shown = disclosed_gains(result, workspace);
  const auto projection = geo::Projection::to_epsg(workspace.project->info.epsg);
  for (std::size_t i = 0; i < result.gains.size(); ++i) {
    const auto& place = result.places[result.gains[i].place];
    const auto at = projection->inverse(place.at);
    list.push_back({{"rank", i + 1},
                    {"name", street_of(result, place)},
                    {"lon", at.lon},
                    {"lat", at.lat},
                    {"gained", json_of(shown.all[i])},
                    {"gained_65", json_of(shown.age_65[i])},
                    {"gained_80", json_of(shown.age_80[i])},
                    {"homes", result.gains[i].gained.homes},
                    {"longest_m", result.gains[i].longest_m}});
  }
  return list;
}

/// What the remarks beside a sentence are made from.
analysis::Coverage as_coverage(const RestsResult& result) {
  analysis::Coverage coverage;
  coverage.type = result.type->id;
  coverage.profile = result.district->network.profile.id;
  coverage.limit = result.limit;
  const auto fill = [](const RestGroup& from, analysis::GroupCoverage& to) {
    to.total = from.total;
    to.covered = from.rested + from.unrested;
    to.gap = from.out_of_reach;
    to.not_assessable = from.not_assessable;
  };
  fill(result.coverage.all, coverage.all);
  fill(result.coverage.age_65, coverage.age_65);
  fill(result.coverage.age_80, coverage.age_80);
  coverage.homes = result.coverage.homes.total;
  coverage.homes_covered = result.coverage.homes.rested + result.coverage.homes.unrested;
  coverage.homes_gap = result.coverage.homes.out_of_reach;
  coverage.homes_not_assessable = result.coverage.homes.not_assessable;
  const auto& services = result.district->services_of_type;
  const auto found = services.find(result.type->id);
  coverage.services = found == services.end() ? 0 : static_cast<long>(found->second.size());
  return coverage;
}

}  // namespace

DisclosedGains disclosed_gains(const RestsResult& result, const Workspace& workspace) {
  const int min_count = workspace.catalogue.people.min_count;
  // A gain less another group's, or what is left, must not tell a small count either.
  const auto column = [&](const RestGroup& group, long Walkers::*figure) {
    std::vector<long> parts;
    for (const auto& gain : result.gains) {
      const long gained = gain.gained.*figure;
      parts.push_back(group.total < 0 || gained < 0 ? -1 : gained);
    }
    const long left = result.gains.empty() ? group.unrested : result.gains.back().left.*figure;
    parts.push_back(group.total < 0 ? -1 : left);
    return disclosed_parts(parts, min_count);
  };
  DisclosedGains shown{column(result.coverage.all, &Walkers::all),
                       column(result.coverage.age_65, &Walkers::age_65),
                       column(result.coverage.age_80, &Walkers::age_80),
                       {},
                       {},
                       {}};
  const auto take_last = [](Counts& counts, std::optional<long>& left) {
    left = counts.back();
    counts.pop_back();
  };
  take_last(shown.all, shown.left_all);
  take_last(shown.age_65, shown.left_65);
  take_last(shown.age_80, shown.left_80);
  return shown;
}

std::vector<RestsParts> parts_by_age(const RestsResult& result) {
  std::vector<RestsParts> all;
  for (const auto& group : groups_of(result.coverage))
    all.push_back({group.label, group.figures.total, parts_of(group.figures)});
  return all;
}

std::string rests_sentence(const RestsResult& result, const Workspace& workspace) {
  return scene::sentence(
      result.coverage,
      {*result.type, result.district->network.profile, result.limit, result.max_gap_m},
      workspace.catalogue.people.min_count);
}

std::string rests_remarks(const RestsResult& result, const Workspace& workspace) {
  return scene::joined(
      scene::remarks(as_coverage(result), workspace.catalogue, *workspace.project));
}

std::string rests_headline(const RestsResult& result, const Workspace& workspace) {
  const auto remarks = rests_remarks(result, workspace);
  return rests_sentence(result, workspace) + (remarks.empty() ? "" : " " + remarks);
}

std::vector<std::string> rests_notes(const RestsResult& result) {
  auto notes = unknown_lines(result);
  if (const auto none = no_more_gains(result); !none.empty()) notes.push_back(none);
  return notes;
}

std::string rests_text(const RestsResult& result, const Workspace& workspace) {
  std::string text = rests_headline(result, workspace) + "\n\n" +
                     table_text(result, workspace.catalogue.people.min_count);
  for (const auto& line : unknown_lines(result))
    text += line + "\n";
  return text + gains_text(result, workspace);
}

nlohmann::json rests_json(const RestsResult& result, const Workspace& workspace) {
  const auto& project = *workspace.project;
  const int min_count = workspace.catalogue.people.min_count;
  const auto& homes = result.coverage.homes;
  std::map<std::string, long> kinds;
  for (const auto& seat : result.seats)
    ++kinds[analysis::to_text(seat.kind)];
  return result_json(
      project, min_count,
      {{"service", result.type->id},
       {"alias", result.type->alias},
       {"profile", result.district->network.profile.id},
       {"limit", analysis::to_text(result.limit)},
       {"max_gap_m", result.max_gap_m},
       {"seats", kinds},
       {"seats_serving", std::count(result.serves.begin(), result.serves.end(), true)},
       {"homes",
        {{"total", homes.total},
         {"with_rests", homes.rested},
         {"without_rests", homes.unrested},
         {"out_of_reach", homes.out_of_reach},
         {"not_assessable", homes.not_assessable}}},
       {"groups", groups_json(result, min_count)},
       {"new_seats", gains_json(result, workspace)},
       {"method", method_json(rests_method(result, workspace))}});
}

io::FeatureTable rests_table(const RestsResult& result, const Workspace& workspace) {
  io::FeatureTable table{"rests",
                         workspace.project->info.epsg,
                         model::attribution(*workspace.project),
                         {{Type::text, "service"},
                          {Type::text, "profile"},
                          {Type::text, "limit"},
                          {Type::real, "max_gap_m", 0},
                          {Type::text, "group"},
                          {Type::integer, "persons"},
                          {Type::integer, "with_rests"},
                          {Type::integer, "without_rests"},
                          {Type::integer, "out_of_reach"},
                          {Type::integer, "not_assessable"},
                          {Type::integer, "homes_unknown"},
                          {Type::integer, "missing_0"},
                          {Type::integer, "missing_1"},
                          {Type::integer, "missing_2"},
                          {Type::integer, "missing_3"}},
                         {}};
  const int min_count = workspace.catalogue.people.min_count;
  for (const auto& group : groups_of(result.coverage)) {
    io::Feature row{{result.type->id, result.district->network.profile.id,
                     analysis::to_text(result.limit), result.max_gap_m, std::string(group.name),
                     value_of(disclosed_total(group.figures, min_count))},
                    {}};
    for (const auto& part : disclosed_parts(parts_of(group.figures), min_count))
      row.values.push_back(value_of(part));
    row.values.emplace_back(std::int64_t{group.figures.homes_unknown});
    for (const auto& part : disclosed_missing(result, group, min_count))
      row.values.push_back(value_of(part));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace nahraum::app
