#include <algorithm>
#include <map>

#include "analysis/catchment.hpp"
#include "analysis/search.hpp"

namespace nahraum::analysis {
namespace {

using Parts = std::vector<ReachedPart>;

bool before(const ReachedPart& a, const ReachedPart& b) {
  return a.edge != b.edge ? a.edge < b.edge : a.from_m < b.from_m;
}

/// Of two lists that ascend and do not overlap, what lies in both.
void append_common(const Parts& a, const Parts& b, Parts& common) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].edge != b[j].edge) {
      a[i].edge < b[j].edge ? ++i : ++j;
      continue;
    }
    const float from = std::max(a[i].from_m, b[j].from_m), to = std::min(a[i].to_m, b[j].to_m);
    if (from < to) common.push_back({a[i].edge, from, to});
    a[i].to_m < b[j].to_m ? ++i : ++j;
  }
}

/// Ascending, overlaps joined.
Parts united(Parts parts) {
  std::sort(parts.begin(), parts.end(), before);
  Parts joined;
  for (const auto& part : parts) {
    const bool goes_on =
        !joined.empty() && joined.back().edge == part.edge && part.from_m <= joined.back().to_m;
    if (goes_on)
      joined.back().to_m = std::max(joined.back().to_m, part.to_m);
    else
      joined.push_back(part);
  }
  return joined;
}

std::map<std::int32_t, std::vector<Snap>> gates_by_service(const Targets& targets) {
  std::map<std::int32_t, std::vector<Snap>> gates;
  for (std::size_t i = 0; i < targets.ids.size(); ++i) {
    if (targets.snaps[i].found()) gates[targets.ids[i]].push_back(targets.snaps[i]);
  }
  return gates;
}

void finish(Catchment& catchment) {
  catchment.parts = united(std::move(catchment.parts));
  for (const auto& part : catchment.parts)
    catchment.length_m += static_cast<double>(part.to_m) - part.from_m;
}

}  // namespace

base::Result<std::vector<Catchment>> catchments_by(const District& district, const Targets& targets,
                                                   const std::vector<Limit>& limits, Way way,
                                                   jobs::Context& context) {
  const auto gates = gates_by_service(targets);
  if (way != Way::both || gates.empty()) {
    const auto direction = way == Way::from ? Direction::from : Direction::towards;
    return catchments(district, targets.snaps, limits, direction, context);
  }
  std::vector<Catchment> bands(limits.size());
  for (std::size_t band = 0; band < limits.size(); ++band)
    bands[band].limit = limits[band];
  Search search;
  for (const auto& [service, doors] : gates) {
    auto there = catchments(district, doors, limits, Direction::towards, search, context);
    if (!there) return there;
    auto back = catchments(district, doors, limits, Direction::from, search, context);
    if (!back) return back;
    for (std::size_t band = 0; band < limits.size(); ++band) {
      append_common((*there)[band].parts, (*back)[band].parts, bands[band].parts);
      bands[band].cut_by_data |= (*there)[band].cut_by_data || (*back)[band].cut_by_data;
    }
  }
  std::for_each(bands.begin(), bands.end(), finish);
  return bands;
}

}  // namespace nahraum::analysis
