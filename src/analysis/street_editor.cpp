#include "analysis/street_editor.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "analysis/foot_access.hpp"
#include "analysis/street_graph.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

using base::tr;
using Nodes = std::vector<std::uint32_t>;

void insert_between(Nodes& nodes, std::uint32_t a, std::uint32_t b, std::uint32_t middle) {
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const bool here = (nodes[i - 1] == a && nodes[i] == b) || (nodes[i - 1] == b && nodes[i] == a);
    if (!here) continue;
    nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(i), middle);
    ++i;
  }
}

geo::Line line_of(const model::Streets& streets, const Nodes& nodes) {
  geo::Line line;
  for (const auto node : nodes)
    line.push_back(streets.nodes[node].at);
  return line;
}

/// What leads down to the ground, or stays on the path's own level.
bool joins_at_end(int level, int own_level) {
  return level == 0 || level == own_level;
}

tl::unexpected<base::Error> no_street(bool beginning) {
  return base::fail(
      base::ErrorCode::no_street_nearby,
      fmt::format(
          fmt::runtime(beginning ? tr("no street that can be walked lies within {0} m of the "
                                      "path's beginning")
                                 : tr("no street that can be walked lies within {0} m of the "
                                      "path's end")),
          join_within_m),
      {}, tr("draw the path up to a street"));
}

tl::unexpected<base::Error> no_length() {
  return base::fail(base::ErrorCode::bad_input, tr("the path has no length"), {},
                    tr("give at least two places that are apart"));
}

tl::unexpected<base::Error> no_such_way(std::int64_t id) {
  return base::fail(base::ErrorCode::not_found,
                    fmt::format(fmt::runtime(tr("way {0} is not among the streets")), id), {},
                    tr("take its OSM id from the layer “streets” of the project, or take the "
                       "change out"));
}

/// The way of that id that comes nearest to both places; as many as there are where none has it.
std::size_t nearest_of(const model::Streets& streets, std::int64_t id, geo::Point from,
                       geo::Point to) {
  std::size_t best = streets.ways.size();
  double least_m = 0;
  for (std::size_t w = 0; w < streets.ways.size(); ++w) {
    if (streets.ways[w].osm_way_id != id) continue;
    const auto line = line_of(streets, streets.ways[w].nodes);
    const double far_m =
        geo::nearest_on_line(line, from).distance + geo::nearest_on_line(line, to).distance;
    if (best < streets.ways.size() && far_m >= least_m) continue;
    best = w;
    least_m = far_m;
  }
  return best;
}

}  // namespace

int level_of(const model::Tags& tags) {
  if (const auto layer = base::parse_number(tags.get("layer"), false))
    return static_cast<int>(std::clamp(*layer, -99.0, 99.0));
  if (tags.has("bridge") && !tags.is("bridge", "no")) return 1;
  return tags.has("tunnel") && !tags.is("tunnel", "no") ? -1 : 0;
}

std::optional<geo::Point> crossing_point(geo::Point p, geo::Point q, geo::Point a, geo::Point b) {
  const double px = q.x - p.x, py = q.y - p.y;
  const double ax = b.x - a.x, ay = b.y - a.y;
  const double turn = px * ay - py * ax;
  if (turn == 0) return std::nullopt;
  const double s = ((a.x - p.x) * ay - (a.y - p.y) * ax) / turn;
  const double t = ((a.x - p.x) * py - (a.y - p.y) * px) / turn;
  if (s < 0 || s > 1 || t < 0 || t > 1) return std::nullopt;
  return geo::Point{p.x + s * px, p.y + s * py};
}

StreetEditor::StreetEditor(model::Streets& streets) : streets_(streets) {
  for (const auto& node : streets_.nodes)
    next_node_ = std::min(next_node_, node.osm_id - 1);
  for (const auto& way : streets_.ways)
    next_way_ = std::min(next_way_, way.osm_way_id - 1);
}

std::vector<StreetEditor::Segment> StreetEditor::segments() const {
  std::vector<Segment> all;
  const auto add = [&](const Nodes& nodes, int level) {
    for (std::size_t i = 1; i < nodes.size(); ++i) {
      if (nodes[i - 1] != nodes[i]) all.push_back({nodes[i - 1], nodes[i], level});
    }
  };
  for (const auto& way : streets_.ways) {
    if (walkable(way.tags)) add(way.nodes, level_of(way.tags));
  }
  for (const auto& area : streets_.areas) {
    if (!walkable(area.tags)) continue;
    for (const auto& ring : area.rings)
      add(ring, level_of(area.tags));
  }
  return all;
}

bool StreetEditor::may_join(std::uint32_t node) const {
  return !stops_feet(streets_.nodes[node].tags);
}

/// Equally near: the ground first, then the first in the project's order.
std::optional<StreetEditor::Joint> StreetEditor::nearest(geo::Point place, double within_m,
                                                         int own_level, bool end) const {
  std::optional<Joint> best;
  for (const Segment& segment : segments()) {
    if (end ? !joins_at_end(segment.level, own_level) : segment.level != own_level) continue;
    const auto near =
        geo::nearest_on_segment(streets_.nodes[segment.a].at, streets_.nodes[segment.b].at, place);
    if (near.distance > within_m) continue;
    const bool nearer = !best || near.distance < best->distance_m ||
                        (near.distance == best->distance_m &&
                         std::abs(segment.level) < std::abs(best->segment.level));
    if (nearer) best = Joint{segment, near.at, near.distance};
  }
  return best;
}

std::uint32_t StreetEditor::add_node(geo::Point at) {
  model::StreetNode node;
  node.osm_id = next_node_--;
  node.at = at;
  streets_.nodes.push_back(std::move(node));
  return static_cast<std::uint32_t>(streets_.nodes.size() - 1);
}

void StreetEditor::split(std::uint32_t a, std::uint32_t b, std::uint32_t middle) {
  for (auto& way : streets_.ways)
    insert_between(way.nodes, a, b, middle);
  for (auto& area : streets_.areas) {
    for (auto& ring : area.rings)
      insert_between(ring, a, b, middle);
  }
}

std::uint32_t StreetEditor::node_at(const Joint& joint) {
  for (const auto node : {joint.segment.a, joint.segment.b}) {
    const bool here = geo::distance(streets_.nodes[node].at, joint.at) <= same_node_m;
    if (here && may_join(node)) return node;
  }
  const auto middle = add_node(joint.at);
  split(joint.segment.a, joint.segment.b, middle);
  return middle;
}

std::vector<geo::Point> StreetEditor::crossed(geo::Point from, geo::Point to, int level) const {
  std::vector<geo::Point> places;
  for (const Segment& segment : segments()) {
    if (segment.level != level) continue;
    const auto at =
        crossing_point(from, to, streets_.nodes[segment.a].at, streets_.nodes[segment.b].at);
    if (!at) continue;
    const bool inside =
        geo::distance(*at, from) > same_node_m && geo::distance(*at, to) > same_node_m;
    if (inside) places.push_back(*at);
  }
  std::sort(places.begin(), places.end(), [&](geo::Point a, geo::Point b) {
    return geo::distance(a, from) < geo::distance(b, from);
  });
  return places;
}

void StreetEditor::join_crossed(Nodes& nodes, int level) {
  Nodes joined{nodes.front()};
  const auto append = [&](std::uint32_t node) {
    if (joined.back() != node) joined.push_back(node);
  };
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const auto from = streets_.nodes[nodes[i - 1]].at;
    const auto to = streets_.nodes[nodes[i]].at;
    for (const geo::Point place : crossed(from, to, level)) {
      if (const auto joint = nearest(place, same_node_m, level, false)) append(node_at(*joint));
    }
    append(nodes[i]);
  }
  nodes = std::move(joined);
}

base::Result<void> StreetEditor::add_way(const geo::Line& line, model::Tags tags) {
  if (geo::length(line) <= same_node_m) return no_length();
  const int level = level_of(tags);
  Nodes nodes;
  const auto append = [&](std::uint32_t node) {
    if (nodes.empty() || nodes.back() != node) nodes.push_back(node);
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool end = i == 0 || i + 1 == line.size();
    const auto joint = nearest(line[i], end ? join_within_m : same_node_m, level, end);
    if (end && !joint) return no_street(i == 0);
    const bool apart = !joint || joint->distance_m > same_node_m;
    if (joint && i == 0) append(node_at(*joint));
    if (apart) append(add_node(line[i]));
    if (joint && i > 0) append(node_at(*joint));
  }
  if (nodes.size() < 2) return no_length();
  join_crossed(nodes, level);
  streets_.ways.push_back({next_way_--, std::move(nodes), std::move(tags)});
  return {};
}

/// On whatever level: bridges have barriers, too.
base::Result<void> StreetEditor::add_barrier(geo::Point at, const model::Tags& tags) {
  std::optional<Joint> best;
  for (const Segment& segment : segments()) {
    const auto near =
        geo::nearest_on_segment(streets_.nodes[segment.a].at, streets_.nodes[segment.b].at, at);
    if (near.distance > join_within_m || (best && near.distance >= best->distance_m)) continue;
    best = Joint{segment, near.at, near.distance};
  }
  if (!best) {
    return base::fail(
        base::ErrorCode::no_street_nearby,
        fmt::format(fmt::runtime(tr("no street that can be walked lies within {0} m")),
                    join_within_m),
        {}, tr("put the barrier on a way"));
  }
  auto& node = streets_.nodes[node_at(*best)];
  for (const auto& [key, value] : tags.pairs())
    node.tags.set(key, value);
  return {};
}

base::Result<void> StreetEditor::remove_way(std::int64_t osm_way_id) {
  bool found = false;
  for (auto& way : streets_.ways) {
    if (way.osm_way_id != osm_way_id) continue;
    found = true;
    if (!foot_only(way.tags)) way.tags.set("foot", "no");
  }
  std::erase_if(streets_.ways, [&](const model::Street& way) {
    return way.osm_way_id == osm_way_id && foot_only(way.tags);
  });
  const auto areas = std::erase_if(streets_.areas, [&](const model::WalkableArea& area) {
    return area.osm == model::OsmId{'w', osm_way_id};
  });
  if (!found && areas == 0) return no_such_way(osm_way_id);
  return {};
}

/// Index into the way's nodes of the one that lies there, made where there is none.
std::size_t StreetEditor::cut_at(std::size_t way, double along_m) {
  const auto& nodes = streets_.ways[way].nodes;
  double passed_m = 0;
  std::size_t i = 1;
  for (; i + 1 < nodes.size(); ++i) {
    const double step_m =
        geo::distance(streets_.nodes[nodes[i - 1]].at, streets_.nodes[nodes[i]].at);
    if (along_m < passed_m + step_m) break;
    passed_m += step_m;
  }
  const auto a = nodes[i - 1], b = nodes[i];
  const auto at =
      geo::point_along({streets_.nodes[a].at, streets_.nodes[b].at}, along_m - passed_m);
  if (geo::distance(streets_.nodes[a].at, at) <= same_node_m) return i - 1;
  if (geo::distance(streets_.nodes[b].at, at) <= same_node_m) return i;
  split(a, b, add_node(at));
  return i;
}

base::Result<void> StreetEditor::remove_part(std::int64_t osm_way_id, geo::Point from,
                                             geo::Point to) {
  const auto way = nearest_of(streets_, osm_way_id, from, to);
  if (way == streets_.ways.size()) return no_such_way(osm_way_id);
  const auto line = line_of(streets_, streets_.ways[way].nodes);
  const double begin_m = geo::nearest_on_line(line, from).along;
  const double end_m = geo::nearest_on_line(line, to).along;
  const auto first = static_cast<std::ptrdiff_t>(cut_at(way, std::min(begin_m, end_m)));
  const auto last = static_cast<std::ptrdiff_t>(cut_at(way, std::max(begin_m, end_m)));
  if (last <= first) {
    return base::fail(base::ErrorCode::bad_input, tr("the part to be removed has no length"), {},
                      tr("give two places that are apart along the way"));
  }
  const model::Street whole = streets_.ways[way];
  const auto begin = whole.nodes.begin();
  std::vector<model::Street> rest;
  if (first > 0) rest.push_back({osm_way_id, {begin, begin + first + 1}, whole.tags});
  if (!foot_only(whole.tags)) {
    rest.push_back({osm_way_id, {begin + first, begin + last + 1}, whole.tags});
    rest.back().tags.set("foot", "no");
  }
  if (begin + last + 1 < whole.nodes.end())
    rest.push_back({osm_way_id, {begin + last, whole.nodes.end()}, whole.tags});
  const auto at = streets_.ways.erase(streets_.ways.begin() + static_cast<std::ptrdiff_t>(way));
  streets_.ways.insert(at, rest.begin(), rest.end());
  return {};
}

}  // namespace nahraum::analysis
