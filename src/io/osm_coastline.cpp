#include "io/osm_coastline.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "geo/overlay.hpp"

namespace nahraum::io {
namespace {

/// How far back the direction is taken in which a cut shore goes on.
constexpr double trend_m = 300;

struct ByPlace {
  bool operator()(geo::Point a, geo::Point b) const { return a.x != b.x ? a.x < b.x : a.y < b.y; }
};

/// Ways joined end to start to chains: they run in one direction by definition.
std::vector<geo::Line> chains_of(std::vector<geo::Line> ways) {
  std::map<geo::Point, std::size_t, ByPlace> starts;
  for (std::size_t i = 0; i < ways.size(); ++i)
    starts.emplace(ways[i].front(), i);
  std::vector<bool> appended(ways.size(), false);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (appended[i]) continue;
    for (;;) {
      const auto next = starts.find(ways[i].back());
      if (next == starts.end() || next->second == i || appended[next->second]) break;
      const geo::Line tail = ways[next->second];
      appended[next->second] = true;
      ways[i].insert(ways[i].end(), tail.begin() + 1, tail.end());
    }
  }
  std::vector<geo::Line> chains;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (!appended[i]) chains.push_back(std::move(ways[i]));
  }
  return chains;
}

/// A point beyond the box in the direction in which the line's end points.
std::optional<geo::Point> led_on(const geo::Line& line, const geo::Box& box) {
  const geo::Point end = line.back();
  if (!box.contains(end)) return std::nullopt;
  const geo::Point back = geo::point_along(line, geo::length(line) - trend_m);
  const double length = geo::distance(back, end);
  if (length == 0) return std::nullopt;
  const double reach = (box.width() + box.height()) / length;
  return geo::Point{end.x + (end.x - back.x) * reach, end.y + (end.y - back.y) * reach};
}

void lead_to_edge(geo::Line& chain, const geo::Box& box) {
  if (chain.front() == chain.back()) return;
  if (const auto beyond = led_on(chain, box)) chain.push_back(*beyond);
  std::reverse(chain.begin(), chain.end());
  if (const auto beyond = led_on(chain, box)) chain.push_back(*beyond);
  std::reverse(chain.begin(), chain.end());
}

/// Metres of shore along a ring: positive with the land inside, negative with water inside. The
/// interior lies left of every ring (outer ones counter-clockwise, holes clockwise).
double land_minus_water(const geo::Ring& ring, const std::vector<geo::Line>& chains) {
  double balance = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const geo::Point a = ring[i - 1];
    const geo::Point b = ring[i];
    const geo::Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    for (const auto& chain : chains) {
      for (std::size_t k = 1; k < chain.size(); ++k) {
        if (geo::nearest_on_segment(chain[k - 1], chain[k], middle).distance > 1e-4) continue;
        const double along = (b.x - a.x) * (chain[k].x - chain[k - 1].x) +
                             (b.y - a.y) * (chain[k].y - chain[k - 1].y);
        balance += std::copysign(geo::distance(a, b), along);
      }
    }
  }
  return balance;
}

bool is_water(const geo::Polygon& face, const std::vector<geo::Line>& chains) {
  double balance = land_minus_water(face.outer, chains);
  for (const auto& hole : face.holes)
    balance += land_minus_water(hole, chains);
  return balance < 0;
}

}  // namespace

void Coastline::add(const WayPoints& points) {
  geo::Line line;
  for (const auto& point : points) {
    if (point.known && (line.empty() || !(line.back() == point.at))) line.push_back(point.at);
  }
  if (line.size() > 1) ways_.push_back(std::move(line));
}

geo::MultiPolygon Coastline::sea(const geo::Box& box) const {
  auto chains = chains_of(ways_);
  std::erase_if(chains,
                [&](const geo::Line& chain) { return !geo::bounds(chain).intersects(box); });
  if (chains.empty()) return {};
  for (auto& chain : chains)
    lead_to_edge(chain, box);
  auto net = chains;
  net.push_back(geo::ring_of(box));
  const auto faces = geo::polygonize(net);
  if (!faces) return {};
  geo::MultiPolygon water;
  for (const auto& face : *faces) {
    const bool within = box.grown(1).contains(geo::bounds(face).centre());
    if (within && is_water(face, chains)) water.push_back(face);
  }
  const auto clipped = geo::intersection(water, {{geo::ring_of(box), {}}});
  return clipped ? *clipped : geo::MultiPolygon{};
}

}  // namespace nahraum::io
