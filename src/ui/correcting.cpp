#include "ui/correcting.hpp"

#include "analysis/elements.hpp"
#include "analysis/foot_access.hpp"
#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;
using model::Change;
using Found = base::Result<Change>;

tl::unexpected<base::Error> nothing(const char* what, const char* advice) {
  return base::fail(base::ErrorCode::not_found, what, {}, advice);
}

double distance_to(const model::Streets& streets, const model::Street& way, geo::Point at) {
  double best = 1e300;
  for (std::size_t i = 1; i < way.nodes.size(); ++i) {
    const auto a = streets.nodes[way.nodes[i - 1]].at, b = streets.nodes[way.nodes[i]].at;
    best = std::min(best, geo::nearest_on_segment(a, b, at).distance);
  }
  return best;
}

/// The way nearest to all the places, that `wanted` takes. Null: none is near enough to each.
template <class Wanted>
const model::Street* nearest_way(const model::Streets& streets,
                                 const std::vector<geo::Point>& places, double near_m,
                                 const Wanted& wanted) {
  const model::Street* best = nullptr;
  double least = 1e300;
  for (const auto& way : streets.ways) {
    if (!wanted(way)) continue;
    double sum = 0;
    for (const auto& place : places) {
      const double d = distance_to(streets, way, place);
      sum = d > near_m ? 1e300 : sum + d;
    }
    if (sum < least) least = sum, best = &way;
  }
  return best;
}

bool is_walkable(const model::Street& way) {
  return analysis::walkable(way.tags);
}

Found closure(const model::Project& project, const std::vector<geo::Point>& points, double near_m) {
  const auto* way = nearest_way(project.streets, points, near_m, is_walkable);
  if (!way) return nothing(tr("No way lies here"), tr("click on one, or drag along a part of one"));
  return model::RemovePath{way->osm_way_id,
                           points.size() == 2 ? points : std::vector<geo::Point>{}};
}

Found ramp(const model::Project& project, geo::Point at, double near_m) {
  const auto* steps = nearest_way(project.streets, {at}, near_m, [](const model::Street& way) {
    return way.tags.is("highway", "steps");
  });
  if (!steps) return nothing(tr("No steps lie here"), tr("click on the steps: they are dashed"));
  return model::AddRamp{steps->osm_way_id};
}

Found surface(const model::Project& project, geo::Point at, double near_m) {
  const auto* way = nearest_way(project.streets, {at}, near_m, is_walkable);
  if (!way) return nothing(tr("No way lies here"), tr("click on one"));
  return model::ChangePath{way->osm_way_id, {{"surface", "asphalt"}}};
}

/// A node that says something about its kerb comes first.
Found kerb(const model::Project& project, geo::Point at, double near_m) {
  const model::StreetNode* best = nullptr;
  double least = 1e300;
  for (const auto& node : project.streets.nodes) {
    const double away = geo::distance(node.at, at);
    if (away > near_m) continue;
    const bool says = analysis::kerb_of(node.tags) != analysis::Kerb::absent ||
                      analysis::crossing_of(node.tags) != analysis::Crossing::absent;
    const double score = away + (says ? 0 : 2 * near_m);
    if (score < least) least = score, best = &node;
  }
  if (!best) {
    return nothing(tr("No kerb or corner of a way lies here"),
                   tr("click where the way meets the street"));
  }
  return model::LowerKerb{best->osm_id};
}

template <class Choice>
std::vector<CorrectionChoice> each_of(std::initializer_list<std::pair<const char*, const char*>> of,
                                      const Choice& make) {
  std::vector<CorrectionChoice> all;
  for (const auto& [word, label] : of)
    all.push_back({label, make(word)});
  return all;
}

struct Offer {
  using Choices = std::vector<CorrectionChoice>;

  Choices operator()(const model::AddCrossing& change) const {
    return each_of({{"marked", tr("Zebra crossing")},
                    {"traffic_signals", tr("Traffic lights")},
                    {"island", tr("Traffic island")},
                    {"unmarked", tr("Without help")}},
                   [&](const char* kind) {
                     return model::AddCrossing{change.line, kind};
                   });
  }
  Choices operator()(const model::AddBarrier& change) const {
    return each_of({{"gate", tr("Locked for everybody")},
                    {"block", tr("Not for wheels")},
                    {"cycle_barrier", tr("Narrow, 80 cm")}},
                   [&](const std::string& kind) {
                     return model::AddBarrier{change.at, kind, kind == "cycle_barrier" ? 0.8 : 0};
                   });
  }
  Choices operator()(const model::AddPath& change) const {
    Choices all;
    const auto add = [&](const char* label, model::Tags tags) {
      all.push_back({label, model::AddPath{change.line, std::move(tags)}});
    };
    add(tr("Footpath, paved"), {{"highway", "footway"}, {"surface", "paving_stones"}});
    add(tr("Footpath, unpaved"), {{"highway", "path"}, {"surface", "fine_gravel"}});
    add(tr("Steps"), {{"highway", "steps"}});
    return all;
  }
  Choices operator()(const model::ChangePath& change) const {
    return each_of({{"asphalt", tr("Asphalt")},
                    {"paving_stones", tr("Paving")},
                    {"sett", tr("Cobbles")},
                    {"fine_gravel", tr("Gravel")},
                    {"ground", tr("Earth")}},
                   [&](const char* surface) {
                     return model::ChangePath{change.way, {{"surface", surface}}};
                   });
  }
  template <class Other>
  Choices operator()(const Other&) const {
    return {};
  }
};

}  // namespace

Found correction_by(app::Tool tool, const std::vector<geo::Point>& points,
                    const model::Project& project, double near_m) {
  using app::Tool;
  switch (tool) {
    case Tool::correct_crossing:
      return model::AddCrossing{points, "marked"};
    case Tool::correct_barrier:
      return model::AddBarrier{points.front(), "gate", 0};
    case Tool::correct_path:
      return model::AddPath{points, {{"highway", "footway"}, {"surface", "paving_stones"}}};
    case Tool::correct_closure:
      return closure(project, points, near_m);
    case Tool::correct_surface:
      return surface(project, points.front(), near_m);
    case Tool::correct_ramp:
      return ramp(project, points.front(), near_m);
    case Tool::correct_kerb:
      return kerb(project, points.front(), near_m);
    default:
      return model::AddBench{points.front()};
  }
}

std::vector<CorrectionChoice> choices_for(const model::Change& change) {
  return std::visit(Offer{}, change);
}

}  // namespace nahraum::ui
