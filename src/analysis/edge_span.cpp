#include "analysis/edge_span.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/edge_cost.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

Millis millis_of(const Limit& limit) {
  const double ms = std::min(limit.value * 1000, 4e9);
  return Millis(static_cast<std::uint32_t>(std::floor(ms)));
}

}  // namespace

bool is_within(const Label& label, const Limit& limit) {
  if (label.cost == base::unreachable) return false;
  return limit.kind == Limit::Kind::seconds ? label.cost <= millis_of(limit)
                                            : label.metres <= limit.value;
}

Millis EdgeLabels::between(EdgeIndex edge, double along_m, double end_m) const {
  return towards_ ? partial_cost(network_, edge, along_m, end_m)
                  : partial_cost(network_, edge, end_m, along_m);
}

Label EdgeLabels::at(EdgeIndex edge, double along_m) const {
  const StreetGraph& graph = *network_.graph;
  Label best = targets_.direct(edge, along_m);
  const double end_m[2] = {0, graph.length_m[edge]};
  const NodeIndex node[2] = {graph.tail[edge], graph.head[edge]};
  for (int side = 0; side < 2; ++side) {
    Label by = search_.label(node[side]);
    by.cost = add(by.cost, between(edge, along_m, end_m[side]));
    by.metres += static_cast<float>(std::fabs(along_m - end_m[side]));
    if (by.cost != base::unreachable && better(by, best)) best = by;
  }
  return best;
}

bool EdgeLabels::nearer_by(EdgeIndex edge, const End& from, const End& other,
                           double along_m) const {
  return add(from.label.cost, between(edge, along_m, from.at_m)) <=
         add(other.label.cost, between(edge, along_m, other.at_m));
}

/// Metres count along the way that is cheapest: past the point where the other end's way becomes
/// cheaper, this one's length says nothing.
double EdgeLabels::reached_by_length(EdgeIndex edge, const End& from, const End& other,
                                     double limit_m) const {
  const double sign = from.at_m < other.at_m ? 1 : -1;
  const double span_m = std::fabs(other.at_m - from.at_m);
  const double can_m = std::min(limit_m - from.label.metres, span_m);
  if (between(edge, other.at_m, from.at_m) == base::unreachable) return from.at_m;
  double far_m = can_m;
  if (!nearer_by(edge, from, other, from.at_m + sign * far_m)) {
    double near_m = 0;
    while (far_m - near_m > 0.005) {
      const double middle_m = (near_m + far_m) / 2;
      (nearer_by(edge, from, other, from.at_m + sign * middle_m) ? near_m : far_m) = middle_m;
    }
  }
  return from.at_m + sign * far_m;
}

double EdgeLabels::reached_from(EdgeIndex edge, const End& from, const End& other,
                                const Limit& limit) const {
  if (!is_within(from.label, limit)) return from.at_m;
  if (limit.kind == Limit::Kind::metres) return reached_by_length(edge, from, other, limit.value);
  const Millis left(millis_of(limit).value - from.label.cost.value);
  return reach_along(network_, edge, from.at_m, other.at_m, left, towards_);
}

void EdgeLabels::append_between(EdgeIndex edge, const End& a, const End& b, const Limit& limit,
                                std::vector<ReachedPart>& parts) const {
  const double up_m = reached_from(edge, a, b, limit);
  const double down_m = up_m >= b.at_m ? b.at_m : reached_from(edge, b, a, limit);
  const auto append = [&](double from_m, double to_m) {
    if (!parts.empty() && parts.back().edge == edge && parts.back().to_m >= from_m - 0.01) {
      parts.back().to_m = static_cast<float>(to_m);
    } else if (to_m > from_m) {
      parts.push_back({edge, static_cast<float>(from_m), static_cast<float>(to_m)});
    }
  };
  if (up_m >= down_m - 0.01) {
    append(a.at_m, b.at_m);
    return;
  }
  append(a.at_m, up_m);
  append(down_m, b.at_m);
}

void EdgeLabels::append_reached(EdgeIndex edge, const Limit& limit,
                                std::vector<ReachedPart>& parts) const {
  const StreetGraph& graph = *network_.graph;
  const double length_m = graph.length_m[edge];
  End from{0, search_.label(graph.tail[edge])};
  const End last{length_m, search_.label(graph.head[edge])};
  const auto here = targets_.on(edge);
  if (!here.empty()) {
    std::vector<double> positions;
    for (const auto i : here)
      positions.push_back(snaps_[i].along_m);
    std::sort(positions.begin(), positions.end());
    for (const double position : positions) {
      const End stop{position, at(edge, position)};
      append_between(edge, from, stop, limit, parts);
      from = stop;
    }
  }
  append_between(edge, from, last, limit, parts);
}

}  // namespace nahraum::analysis
