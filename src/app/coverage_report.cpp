#include "app/coverage_report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/json_value.hpp"
#include "app/offer_report.hpp"
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

using Member = long analysis::Counts::*;

bool none_small(std::initializer_list<long> counts, int min_count) {
  return std::all_of(counts.begin(), counts.end(),
                     [&](long count) { return count >= 0 && model::may_show(count, min_count); });
}

/// Whether the circle's figures tell no small count, neither alone nor beside the group's own.
bool circle_shown(const analysis::Detour& d, Member member, const analysis::GroupCoverage& group,
                  int min_count) {
  const long inside = d.in_circle.*member;
  const long wrong = d.wrongly_served.*member;
  return none_small({inside, wrong, inside - wrong, group.total - inside, group.gap - wrong},
                    min_count);
}

json detour_json(const CoverageRow& row, int min_count) {
  const auto& d = row.detour;
  const auto group = [&](Member member, const analysis::GroupCoverage& figures) {
    const bool shown = circle_shown(d, member, figures, min_count);
    return json{{"in_circle", shown ? json(d.in_circle.*member) : json()},
                {"wrongly_served", shown ? json(d.wrongly_served.*member) : json()}};
  };
  return {{"median_factor", d.median ? json(*d.median) : json(nullptr)},
          {"radius_m", d.radius_m},
          {"all", group(&analysis::Counts::all, row.coverage.all)},
          {"65", group(&analysis::Counts::age_65, row.coverage.age_65)},
          {"80", group(&analysis::Counts::age_80, row.coverage.age_80)}};
}

json between_json(const CoverageRow& row, int min_count) {
  const auto& b = row.between;
  const auto group = [&](Member member) {
    const bool shown = between_shown(b, member, min_count);
    const auto value = [&](const analysis::Counts& counts) {
      return shown ? json(counts.*member) : json();
    };
    return json{{"both", value(b.both)},
                {"first_only", value(b.first_only)},
                {"second_only", value(b.second_only)},
                {"neither", value(b.neither)},
                {"not_assessable", value(b.unknown)}};
  };
  return {{"limit", analysis::to_text(*row.against)},
          {"all", group(&analysis::Counts::all)},
          {"65", group(&analysis::Counts::age_65)},
          {"80", group(&analysis::Counts::age_80)}};
}

json at_json(const CoverageRow& row, const model::Project& project) {
  const auto sets = analysis::offers_at(row.hours, *row.at);
  return {{"minute_of_week", *row.at},
          {"open", sets.open.size()},
          {"closed", sets.closed.size()},
          {"unknown", doubtful_json(unknown_offers(project, row.hours, row.at))}};
}

/// Whoever reaches no open place may reach one whose hours are unknown.
bool gap_is_unsure(const CoverageRow& row) {
  return row.variant.counted == Counted::open && row.at &&
         !analysis::offers_at(row.hours, *row.at).unknown.empty();
}

/// The type and which of its offers count, in one column.
std::string row_name(const CoverageRow& row) {
  const auto& label =
      base::language() == base::Language::german ? row.type->label.de : row.type->label.en;
  const bool cautious = row.variant.certainty == analysis::Certainty::cautious;
  std::string which = cautious ? tr("(cautious)") : "";
  if (row.variant.counted == Counted::open)
    which = cautious ? tr("(open, cautious)") : tr("(open)");
  if (row.variant.counted == Counted::open_or_unknown)
    which = cautious ? tr("(or unknown, cautious)") : tr("(or unknown)");
  if (which.empty()) return label;
  return fmt::format("{:.{}} {}", label, 33 - which.size(), which);
}

/// The share of the gap, as in the sentence and on the sheet.
std::string percent(const analysis::GroupCoverage& g, int min_count) {
  if (!g.share || !shown_parts(g, min_count).share()) return "–";
  return base::format_number((1 - *g.share) * 100, 0, base::language()) + " %";
}

}  // namespace

bool between_shown(const analysis::Comparison& b, long analysis::Counts::*group, int min_count) {
  return none_small({b.both.*group, b.first_only.*group, b.second_only.*group, b.neither.*group,
                     b.unknown.*group},
                    min_count);
}

analysis::Detour no_detour() {
  analysis::Detour none;
  none.in_circle = none.wrongly_served = {-1, -1, -1};
  return none;
}

const char* population_basis(const model::Project& project) {
  if (model::population_assumed(project)) return "assumed";
  for (const auto& home : project.homes) {
    if (home.in_district && home.basis != model::PopulationBasis::none) return "weighted";
  }
  return "none";
}

nlohmann::json result_json(const model::Project& project, int min_count, nlohmann::json own) {
  own.update({{"project", project.info.title},
              {"scenario", project.info.scenario.empty() ? "base" : project.info.scenario},
              {"data_date", project.info.data_date},
              {"population_basis", population_basis(project)},
              {"min_count", min_count},
              {"partial_data", project.info.partial},
              {"attribution", model::attribution(project)}});
  return own;
}

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
                          {Type::text, "way"},
                          {Type::text, "certainty"},
                          {Type::text, "offers"},
                          {Type::integer, "services"},
                          {Type::integer, "homes"},
                          {Type::integer, "homes_covered"},
                          {Type::integer, "homes_gap"},
                          {Type::integer, "homes_not_assessable"},
                          {Type::text, "population_basis"},
                          {Type::real, "detour_factor", 2}},
                         {}};
  for (const char* group : {"all", "65", "80"}) {
    for (int i = 0; i < 9; ++i) {
      const auto type = i < 4 ? Type::integer : Type::real;
      table.columns.push_back({type, fmt::format("{}_{}", figure_names[i], group), i == 4 ? 4 : 1});
    }
  }
  for (const auto& each : rows) {
    const auto* type = each.type;
    const auto& c = each.coverage;
    io::Feature row;
    row.values = {type->id,
                  type->alias,
                  type->label.de,
                  c.profile,
                  analysis::to_text(c.limit),
                  std::string(analysis::to_text(c.way)),
                  std::string(to_text(each.variant.certainty)),
                  std::string(to_text(each.variant.counted)),
                  std::int64_t{c.services},
                  std::int64_t{c.homes},
                  std::int64_t{c.homes_covered},
                  std::int64_t{c.homes_gap},
                  std::int64_t{c.homes_not_assessable},
                  std::string(population_basis(project)),
                  each.detour.median ? io::Value(*each.detour.median) : io::Value()};
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
  for (const auto& each : rows) {
    const auto* type = each.type;
    const auto& c = each.coverage;
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
                       {"way", analysis::to_text(c.way)},
                       {"certainty", to_text(each.variant.certainty)},
                       {"offers", to_text(each.variant.counted)},
                       {"services", c.services},
                       {"homes",
                        {{"total", c.homes},
                         {"covered", c.homes_covered},
                         {"gap", c.homes_gap},
                         {"not_assessable", c.homes_not_assessable}}},
                       {"groups", groups},
                       {"detour", detour_json(each, min_count)}});
    if (each.against) results.back()["against"] = between_json(each, min_count);
    if (each.at) results.back()["at"] = at_json(each, project);
  }
  return result_json(project, min_count, {{"results", results}});
}

void keep_back_small_differences(const CoverageRow& optimistic, CoverageRow& cautious,
                                 int min_count) {
  const auto compare = [&](const analysis::GroupCoverage& best, analysis::GroupCoverage& worst,
                           Member member) {
    if (best.total < 0 ||
        none_small({std::abs(best.covered - worst.covered), std::abs(best.gap - worst.gap),
                    std::abs(best.not_assessable - worst.not_assessable)},
                   min_count)) {
      return;
    }
    worst = {};
    worst.total = worst.covered = worst.gap = worst.not_assessable = -1;
    cautious.detour.in_circle.*member = cautious.detour.wrongly_served.*member = -1;
    cautious.between.unknown.*member = -1;
  };
  const auto& best = optimistic.coverage;
  auto& worst = cautious.coverage;
  compare(best.all, worst.all, &analysis::Counts::all);
  compare(best.age_65, worst.age_65, &analysis::Counts::age_65);
  compare(best.age_80, worst.age_80, &analysis::Counts::age_80);
}

std::vector<std::string> coverage_remarks(const CoverageRow& row, int min_count) {
  const auto language = base::language();
  std::vector<std::string> lines;
  const auto& d = row.detour;
  const bool circle = circle_shown(d, &analysis::Counts::all, row.coverage.all, min_count);
  if (circle && d.wrongly_served.all > 0) {
    lines.push_back(fmt::format(
        fmt::runtime(
            tr("A circle of {0} on the map would count {1} people as served who are not on "
               "foot (detour factor {2}).")),
        base::format_distance(d.radius_m, language),
        base::format_number(static_cast<double>(d.wrongly_served.all), 0, language),
        d.median ? base::format_number(*d.median, 2, language) : "–"));
  }
  if (!row.against) return lines;
  const auto& b = row.between;
  const long between = b.first_only.all + b.second_only.all;
  if (between_shown(b, &analysis::Counts::all, min_count)) {
    lines.push_back(fmt::format(
        fmt::runtime(tr("Between {0} and {1}, {2} people fall: served by one, not by the other.")),
        analysis::to_text(row.coverage.limit), analysis::to_text(*row.against),
        base::format_number(static_cast<double>(between), 0, language)));
  }
  return lines;
}

std::string coverage_text(const std::vector<CoverageRow>& rows, const model::Project& project,
                          int min_count) {
  std::string text = fmt::format("{:<34} {:>8} {:>6} {:>8} {:>8} {:>6} {:>9} {:>6} {:>9} {:>6}\n",
                                 tr("service"), tr("limit"), tr("places"), tr("within"), tr("gap"),
                                 "%", tr("gap 65+"), "% 65+", tr("gap 80+"), "% 80+");
  const auto texts = [&](const analysis::GroupCoverage& g) {
    return model::parts_text({g.covered, g.gap, g.not_assessable}, min_count, base::language());
  };
  for (const auto& each : rows) {
    const auto& c = each.coverage;
    const bool unsure = gap_is_unsure(each);
    const auto gap = [&](const analysis::GroupCoverage& g) {
      return unsure ? std::string("–") : texts(g)[1];
    };
    const auto share = [&](const analysis::GroupCoverage& g) {
      return unsure ? std::string("–") : percent(g, min_count);
    };
    text += fmt::format("{:<34.34} {:>8} {:>6} {:>8} {:>8} {:>6} {:>9} {:>6} {:>9} {:>6}\n",
                        row_name(each), analysis::to_text(c.limit), c.services, texts(c.all)[0],
                        gap(c.all), share(c.all), gap(c.age_65), share(c.age_65), gap(c.age_80),
                        share(c.age_80));
  }
  const bool unnamed = std::any_of(rows.begin(), rows.end(), [](const CoverageRow& row) {
    return row.coverage.services == 0 && (row.variant.counted == Counted::all || row.hours.empty());
  });
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
