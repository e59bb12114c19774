#include "analysis/siting_candidates.hpp"

#include <algorithm>
#include <cmath>

#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

using base::ErrorCode;
using base::tr;

class Streets {
 public:
  Streets(const District& district, double spacing_m)
      : district_(district),
        graph_(*district.network.graph),
        spacing_m_(spacing_m),
        taken_(graph_.node_count(), false) {}

  std::vector<Candidate> points() && {
    for (EdgeIndex edge = 0; edge < graph_.edge_count(); ++edge) {
      if (open(edge)) add_edge(edge);
    }
    return std::move(points_);
  }

 private:
  bool open(EdgeIndex edge) const {
    return district_.network.forward[edge] != base::unreachable ||
           district_.network.backward[edge] != base::unreachable;
  }
  void add_edge(EdgeIndex edge) {
    const float length_m = graph_.length_m[edge];
    add_node(graph_.tail[edge], edge, 0);
    const auto parts = std::max(1L, std::lround(std::ceil(length_m / spacing_m_)));
    if (parts > 1) {
      const auto line = line_of(graph_, edge);
      for (long part = 1; part < parts; ++part) {
        const double along =
            static_cast<double>(length_m) * static_cast<double>(part) / static_cast<double>(parts);
        add(geo::point_along(line, along), edge, static_cast<float>(along));
      }
    }
    add_node(graph_.head[edge], edge, length_m);
  }
  void add_node(NodeIndex node, EdgeIndex edge, float along_m) {
    if (taken_[node]) return;
    taken_[node] = true;
    add(graph_.at[node], edge, along_m);
  }
  void add(geo::Point at, EdgeIndex edge, float along_m) {
    if (geo::contains(district_.project->district, at))
      points_.push_back({at, {edge, along_m, 0, at}, {}});
  }

  const District& district_;
  const StreetGraph& graph_;
  double spacing_m_;
  std::vector<bool> taken_;
  std::vector<Candidate> points_;
};

}  // namespace

std::vector<Candidate> street_candidates(const District& district, double spacing_m) {
  return Streets(district, spacing_m).points();
}

base::Result<Candidate> candidate_at(const District& district, geo::Point at, std::string name) {
  if (!std::isfinite(at.x) || !geo::contains(district.project->data_extent, at)) {
    return base::fail(ErrorCode::bad_input, tr("lies outside the project's data"), name,
                      tr("choose places inside the district or its rim"));
  }
  const auto snap = district.snapper.snap(at);
  if (!snap.found()) {
    return base::fail(ErrorCode::no_street_nearby, tr("no street that can be walked is near"), name,
                      tr("choose a place within 150 m of one"));
  }
  return Candidate{at, snap, std::move(name)};
}

}  // namespace nahraum::analysis
