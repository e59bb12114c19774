#include "app/walk_stops.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "app/offers.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using geo::Point;
using Kind = WalkStop::Kind;

constexpr double service_m = 40, element_m = 15, bench_m = 20, street_m = 12;
constexpr double sample_m = 15, longest_without_seat_m = 300, least_unknown_m = 60;

template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

struct OnRoute {
  double away_m = std::numeric_limits<double>::infinity();
  double along_m = 0;
};

/// The nearest place of the segment a–b.
OnRoute on_segment(Point a, Point b, Point p) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double length_2 = dx * dx + dy * dy;
  const double t =
      length_2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length_2, 0.0, 1.0) : 0;
  return {geo::distance(p, {a.x + t * dx, a.y + t * dy}), t * std::sqrt(length_2)};
}

class Route {
 public:
  explicit Route(const std::vector<Point>& points) : points_(points) {
    for (const auto p : points)
      box_.add(p);
    box_ = box_.grown(service_m);
  }

  OnRoute nearest(Point p) const {
    OnRoute best;
    if (!box_.contains(p)) return best;
    double before = 0;
    for (std::size_t i = 1; i < points_.size(); ++i) {
      const auto found = on_segment(points_[i - 1], points_[i], p);
      if (found.away_m < best.away_m) best = {found.away_m, before + found.along_m};
      before += geo::distance(points_[i - 1], points_[i]);
    }
    return best;
  }

  Point at(double along) const {
    for (std::size_t i = 1; i < points_.size(); ++i) {
      const double length = geo::distance(points_[i - 1], points_[i]);
      if (along <= length && length > 0) {
        const double t = along / length;
        return {points_[i - 1].x + t * (points_[i].x - points_[i - 1].x),
                points_[i - 1].y + t * (points_[i].y - points_[i - 1].y)};
      }
      along -= length;
    }
    return points_.back();
  }

  double length() const { return route_length(points_); }
  const geo::Box& box() const { return box_; }

 private:
  const std::vector<Point>& points_;
  geo::Box box_;
};

void add_services(const model::Project& project, const model::Catalogue& catalogue,
                  const Route& route, std::vector<WalkStop>& stops) {
  for (const auto& service : project.services) {
    const auto on = route.nearest(service.at);
    if (on.away_m > service_m) continue;
    const auto* type = catalogue.find_type(service.type);
    const std::string kind = type ? scene::name_of(*type) : service.type;
    const auto name = service.name.empty() ? kind : said(tr("{0} “{1}”"), kind, service.name);
    const bool entered = type && is_offer(*type);
    stops.push_back({Kind::service, service.at, on.along_m,
                     said(entered ? tr("{0}: entrance step-free? door easy? a seat near by?")
                                  : tr("{0}: is it there, in order, and can everybody get to it?"),
                          name)});
  }
}

std::optional<std::pair<Kind, std::string>> element_stop(const model::Element& element) {
  using model::PointKind;
  switch (element.kind) {
    case PointKind::steps:
      return {{Kind::steps, tr("Steps: how many? handrail? ramp?")}};
    case PointKind::barrier:
      return {{Kind::barrier, tr("Barrier: how wide is the gap? (wheelchair 90 cm)")}};
    case PointKind::kerb:
    case PointKind::crossing: {
      const auto kerb = element.tags.get("kerb");
      if (kerb.empty())
        return {{Kind::crossing, tr("Crossing: kerb unknown – measure it; time at the signal?")}};
      return {{Kind::crossing, said(tr("Crossing, kerb “{0}”: is it so?"), kerb)}};
    }
    default:
      return std::nullopt;
  }
}

void add_elements(const model::Project& project, const Route& route, std::vector<WalkStop>& stops) {
  for (const auto& element : project.elements) {
    const auto on = route.nearest(element.at);
    if (on.away_m > element_m) continue;
    if (auto stop = element_stop(element))
      stops.push_back({stop->first, element.at, on.along_m, std::move(stop->second)});
  }
}

void add_seatless(const model::Project& project, const Route& route, std::vector<WalkStop>& stops) {
  std::vector<double> seats{0};
  for (const auto& element : project.elements) {
    if (element.kind != model::PointKind::bench) continue;
    const auto on = route.nearest(element.at);
    if (on.away_m <= bench_m) seats.push_back(on.along_m);
  }
  seats.push_back(route.length());
  std::sort(seats.begin(), seats.end());
  for (std::size_t i = 1; i < seats.size(); ++i) {
    const double stretch = seats[i] - seats[i - 1];
    if (stretch < longest_without_seat_m) continue;
    const double middle = (seats[i] + seats[i - 1]) / 2;
    stops.push_back({Kind::no_seat, route.at(middle), middle,
                     said(tr("{0} without a bench: where could one stand?"),
                          base::format_distance(stretch, base::language()))});
  }
}

/// The street that a place of the route runs along; −1 none near.
class NearestStreet {
 public:
  NearestStreet(const model::Project& project, const Route& route) : project_(project) {
    for (std::size_t way = 0; way < project.streets.ways.size(); ++way) {
      const auto& nodes = project.streets.ways[way].nodes;
      const bool near = std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t node) {
        return route.box().grown(200).contains(project.streets.nodes[node].at);
      });
      if (near) ways_.push_back(way);
    }
  }
  int operator()(Point p) const {
    double best = street_m;
    int found = -1;
    for (const auto way : ways_) {
      const auto& nodes = project_.streets.ways[way].nodes;
      for (std::size_t i = 1; i < nodes.size(); ++i) {
        const auto on = on_segment(project_.streets.nodes[nodes[i - 1]].at,
                                   project_.streets.nodes[nodes[i]].at, p);
        if (on.away_m < best) best = on.away_m, found = static_cast<int>(way);
      }
    }
    return found;
  }

 private:
  const model::Project& project_;
  std::vector<std::size_t> ways_;
};

void add_unknown(const model::Project& project, const Route& route, std::vector<WalkStop>& stops) {
  const NearestStreet nearest(project, route);
  std::string street;
  double begin = 0;
  bool unknown = false;
  const auto finish = [&](double end) {
    if (unknown && end - begin >= least_unknown_m) {
      const double middle = (begin + end) / 2;
      stops.push_back({Kind::unknown_surface, route.at(middle), middle,
                       said(tr("{0}: surface unknown for {1} – cobbles, slabs, asphalt? width?"),
                            street.empty() ? std::string(tr("Way without a name")) : street,
                            base::format_distance(end - begin, base::language()))});
    }
    unknown = false;
  };
  for (double along = 0; along <= route.length(); along += sample_m) {
    const int way = nearest(route.at(along));
    const auto* tags =
        way < 0 ? nullptr : &project.streets.ways[static_cast<std::size_t>(way)].tags;
    const bool now = tags && tags->get("surface").empty();
    const std::string name = now ? std::string(tags->get("name")) : "";
    if (unknown && (!now || name != street)) finish(along);
    if (now && !unknown) unknown = true, begin = along, street = name;
  }
  finish(route.length());
}

}  // namespace

double route_length(const std::vector<Point>& route) {
  double length = 0;
  for (std::size_t i = 1; i < route.size(); ++i)
    length += geo::distance(route[i - 1], route[i]);
  return length;
}

std::vector<WalkStop> walk_stops(const model::Project& project, const model::Catalogue& catalogue,
                                 const std::vector<Point>& points) {
  if (points.size() < 2) return {};
  const Route route(points);
  std::vector<WalkStop> stops;
  add_services(project, catalogue, route, stops);
  add_elements(project, route, stops);
  add_seatless(project, route, stops);
  add_unknown(project, route, stops);
  std::stable_sort(stops.begin(), stops.end(),
                   [](const auto& a, const auto& b) { return a.along_m < b.along_m; });
  return stops;
}

}  // namespace nahraum::app
