#include "app/rests_layers.hpp"

#include "model/disclosure.hpp"
#include "scene/rests_sentence.hpp"

namespace nahraum::app {
namespace {

using Type = io::Column::Type;

constexpr double near_m = 100;  ///< a street that far away still tells where a place is

io::Value text_or_nothing(std::string_view text) {
  return text.empty() ? io::Value() : io::Value(std::string(text));
}

/// Nothing where the group is unknown or too few.
io::Value rounded(long persons, bool known, int min_count) {
  if (!known || !model::may_show(persons, min_count)) return {};
  return std::int64_t{persons / min_count * min_count};
}

std::string_view name_at(const RestsResult& result, analysis::EdgeIndex edge) {
  const auto& district = *result.district;
  return analysis::tags_of(*district.network.graph, district.project->streets, edge).get("name");
}

io::FeatureTable layer(const char* name, const Workspace& workspace,
                       std::vector<io::Column> columns) {
  return {name,
          workspace.project->info.epsg,
          model::attribution(*workspace.project),
          std::move(columns),
          {}};
}

io::Value seconds(const analysis::HomeReach& reach) {
  return reach.cost == base::unreachable ? io::Value() : io::Value(reach.cost.value / 1000.0);
}
io::Value metres(float value) {
  return value < 0 ? io::Value() : io::Value(static_cast<double>(value));
}

}  // namespace

std::string street_of(const RestsResult& result, const analysis::SeatPlace& place) {
  std::string_view name = name_at(result, place.edge);
  double least_m = near_m;
  if (!name.empty()) return std::string(name);
  for (const auto& snap : result.district->snapper.all_within(place.at, near_m)) {
    const auto here = name_at(result, snap.edge);
    if (here.empty() || snap.walk_m >= least_m) continue;
    least_m = snap.walk_m;
    name = here;
  }
  return std::string(name);
}

io::FeatureTable stretches_layer(const RestsResult& result, const Workspace& workspace) {
  auto table = layer("stretches_without_seat", workspace,
                     {{Type::real, "gap_m", 1},
                      {Type::real, "length_m", 1},
                      {Type::text, "name"},
                      {Type::integer, "walkers_65"},
                      {Type::integer, "walkers_80"},
                      {Type::integer, "too_far_65"},
                      {Type::integer, "too_far_80"}});
  const int min_count = workspace.catalogue.people.min_count;
  const bool known_65 = result.coverage.age_65.total >= 0;
  const bool known_80 = result.coverage.age_80.total >= 0;
  for (const auto& piece : result.gaps.pieces) {
    const auto line = analysis::line_of(*result.district->network.graph, piece.edge);
    table.rows.push_back(
        {{static_cast<double>(piece.gap_m), static_cast<double>(piece.to_m - piece.from_m),
          text_or_nothing(name_at(result, piece.edge)),
          rounded(piece.walkers.age_65, known_65, min_count),
          rounded(piece.walkers.age_80, known_80, min_count),
          rounded(piece.too_far.age_65, known_65, min_count),
          rounded(piece.too_far.age_80, known_80, min_count)},
         geo::part_of(line, piece.from_m, piece.to_m)});
  }
  return table;
}

io::FeatureTable new_seats_layer(const RestsResult& result, const Workspace& workspace) {
  auto table = layer("new_seats", workspace,
                     {{Type::integer, "rank"},
                      {Type::text, "name"},
                      {Type::integer, "gained"},
                      {Type::integer, "gained_65"},
                      {Type::integer, "gained_80"},
                      {Type::real, "longest_m", 1}});
  const auto shown = disclosed_gains(result, workspace);
  for (std::size_t i = 0; i < result.gains.size(); ++i) {
    const auto& gain = result.gains[i];
    const auto& place = result.places[gain.place];
    const auto value = [](const std::optional<long>& count) {
      return count ? io::Value(std::int64_t{*count}) : io::Value();
    };
    table.rows.push_back(
        {{static_cast<std::int64_t>(i + 1), text_or_nothing(name_at(result, place.edge)),
          value(shown.all[i]), value(shown.age_65[i]), value(shown.age_80[i]),
          static_cast<double>(gain.longest_m)},
         place.at});
  }
  return table;
}

io::FeatureTable seats_layer(const RestsResult& result, const Workspace& workspace) {
  auto table = layer("seats", workspace, {{Type::text, "kind"}, {Type::text, "serves"}});
  for (std::size_t i = 0; i < result.seats.size(); ++i) {
    table.rows.push_back({{std::string(analysis::to_text(result.seats[i].kind)),
                           std::string(result.serves[i] ? "yes" : "no")},
                          result.seats[i].at});
  }
  return table;
}

io::FeatureTable rested_homes_layer(const RestsResult& result, const Workspace& workspace) {
  auto table = layer("homes", workspace,
                     {{Type::integer, "home_id"},
                      {Type::text, "answer"},
                      {Type::real, "seconds", 1},
                      {Type::real, "metres", 1},
                      {Type::real, "longest_m", 1},
                      {Type::integer, "service_id"},
                      {Type::real, "rested_seconds", 1},
                      {Type::real, "rested_metres", 1},
                      {Type::real, "rested_longest_m", 1},
                      {Type::integer, "rested_service_id"}});
  const auto service = [](const analysis::HomeReach& reach) {
    return reach.service > 0 ? io::Value(std::int64_t{reach.service}) : io::Value();
  };
  const auto& r = result.rests;
  for (std::size_t i = 0; i < workspace.project->homes.size(); ++i) {
    const auto& home = workspace.project->homes[i];
    if (!home.in_district) continue;
    const auto answer = analysis::rested_within(r.plain[i], r.rested[i], result.limit);
    table.rows.push_back(
        {{std::int64_t{home.id}, std::string(analysis::to_text(answer)), seconds(r.plain[i]),
          metres(r.plain[i].metres), metres(r.plain_longest_m[i]), service(r.plain[i]),
          seconds(r.rested[i]), metres(r.rested[i].metres), metres(r.rested_longest_m[i]),
          service(r.rested[i])},
         home.at});
  }
  return table;
}

}  // namespace nahraum::app
