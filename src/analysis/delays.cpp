#include "analysis/delays.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "analysis/edge_cost.hpp"

namespace nahraum::analysis {
namespace {

constexpr double least_s = 0.5;  ///< shorter delays are not worth a line

/// Follows the route part by part.
class Explainer {
 public:
  Explainer(const District& district, Route& route)
      : network_(district.network),
        graph_(*network_.graph),
        streets_(district.project->streets),
        reader_(graph_, streets_, network_.surfaces, network_.profile,
                network_.cautious ? &*network_.cautious : nullptr),
        route_(route) {}

  void add(const WalkedPart& part) {
    const auto& tags = tags_of(graph_, streets_, part.edge);
    const double walked_m = std::fabs(part.to_m - part.from_m);
    length_on(footing_of(tags, network_.surfaces)) += walked_m;
    const bool new_way = graph_.way[part.edge] != last_way_;
    last_way_ = graph_.way[part.edge];
    if (new_way && tags.is("highway", "steps")) ++route_.steps;
    const double length_m = graph_.length_m[part.edge];
    const double share = length_m > 0 ? walked_m / length_m : 0;
    const geo::Point middle =
        geo::point_along(line_of(graph_, part.edge), (part.from_m + part.to_m) / 2);
    std::set<std::string> now;
    for (const Cause& cause : reader_.edge_causes(part.edge)) {
      if (is_crossing(cause.code) && new_way) ++route_.crossings;
      stretch(cause.code, cause.seconds * share, middle, now);
    }
    const double slope_s = reader_.slope_seconds(part.edge, part.from_m, part.to_m);
    if (slope_s > 0) stretch("slope", slope_s, middle, now);
    running_ = std::move(now);
    add_climb(part);
    walked_m_ += walked_m;
    add_elements(part);
  }

  void finish() {
    if (route_.known_slope_m > 0) route_.profile.push_back({walked_m_, height_m_});
    auto& delays = route_.delays;
    std::erase_if(delays, [](const Delay& delay) { return delay.seconds < least_s; });
    std::stable_sort(delays.begin(), delays.end(),
                     [](const Delay& a, const Delay& b) { return a.seconds > b.seconds; });
  }

 private:
  static bool is_crossing(std::string_view code) { return code.substr(0, 9) == "crossing_"; }

  double& length_on(Footing footing) {
    switch (footing) {
      case Footing::paved:
        return route_.paved_m;
      case Footing::rough:
        return route_.rough_m;
      case Footing::soft:
        return route_.soft_m;
      case Footing::unknown:
        break;
    }
    return route_.unknown_surface_m;
  }

  /// One bad stretch may run over many edges.
  void stretch(const char* code, double seconds, geo::Point at, std::set<std::string>& now) {
    now.insert(code);
    if (running_.contains(code)) {
      const auto last = std::find_if(route_.delays.rbegin(), route_.delays.rend(),
                                     [&](const Delay& delay) { return delay.cause == code; });
      last->seconds += seconds;
    } else if (std::none_of(route_.delays.begin(), route_.delays.end(),
                            [&](const Delay& d) { return d.cause == code && d.at == at; })) {
      route_.delays.push_back({code, at, seconds});
    }
  }

  void add_climb(const WalkedPart& part) {
    const Slopes& slopes = graph_.slopes;
    if (!slopes.any(part.edge)) return;
    const bool ahead = part.from_m < part.to_m;
    const auto first = slopes.begin[part.edge], end = slopes.begin[part.edge + 1];
    const double low = std::min(part.from_m, part.to_m);
    const double high = std::max(part.from_m, part.to_m);
    if (route_.profile.empty()) route_.profile.push_back({0, 0});
    if (walked_m_ > 0) route_.profile.push_back({walked_m_, height_m_});
    double at_m = walked_m_;
    for (auto i = first; i < end; ++i) {
      const auto run = ahead ? i : end - 1 - (i - first);
      const double begin_m = run == first ? 0 : slopes.runs[run - 1].to_m;
      const double run_m = std::min<double>(high, slopes.runs[run].to_m) - std::max(low, begin_m);
      if (run_m > 0) climb(run_m, ahead ? slopes.runs[run].rise : -slopes.runs[run].rise, at_m);
    }
  }

  void climb(double run_m, double rise, double& at_m) {
    const double up_m = run_m * rise;
    (up_m > 0 ? route_.climb_m : route_.descent_m) += std::fabs(up_m);
    route_.steepest = std::max(route_.steepest, std::fabs(rise));
    route_.known_slope_m += run_m;
    at_m += run_m;
    height_m_ += up_m;
    route_.profile.push_back({at_m, height_m_});
  }

  void add_elements(const WalkedPart& part) {
    const double a = std::min(part.from_m, part.to_m);
    const double b = std::max(part.from_m, part.to_m);
    for (auto i = graph_.element_begin[part.edge]; i < graph_.element_begin[part.edge + 1]; ++i) {
      const OnEdge& element = graph_.elements[i];
      if (!element_between(graph_, part.edge, element, a, b)) continue;
      for (const Cause& cause : reader_.element_causes(element))
        add_element(cause, element);
    }
  }

  /// Halves from the edges before and behind the node make one.
  void add_element(const Cause& cause, const OnEdge& element) {
    const auto [known, is_new] =
        at_node_.try_emplace({element.street_node, cause.code}, route_.delays.size());
    if (is_new) {
      if (is_crossing(cause.code)) ++route_.crossings;
      route_.delays.push_back({cause.code, streets_.nodes[element.street_node].at, 0});
    }
    route_.delays[known->second].seconds += cause.seconds;
  }

  const WalkNetwork& network_;
  const StreetGraph& graph_;
  const model::Streets& streets_;
  EffectReader reader_;
  Route& route_;
  double walked_m_ = 0, height_m_ = 0;  ///< since the way's first street
  std::uint32_t last_way_ = none;
  std::set<std::string> running_;  ///< causes of the part before
  std::map<std::pair<std::uint32_t, std::string>, std::size_t> at_node_;
};

}  // namespace

void explain(const District& district, const std::vector<WalkedPart>& parts, Route& route) {
  Explainer explainer(district, route);
  for (const WalkedPart& part : parts)
    explainer.add(part);
  explainer.finish();
}

}  // namespace nahraum::analysis
