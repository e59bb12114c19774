#include "analysis/slopes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "analysis/elements.hpp"
#include "analysis/street_graph.hpp"
#include "base/text.hpp"

namespace nahraum::analysis {
namespace {

constexpr double sample_m = 10;
constexpr double window_m = 25;
constexpr double coarse_windows = 1.5;   ///< of the model's own resolution
constexpr double steepest_tagged = 0.5;  ///< beyond, the tag is a slip of the pen

bool leaves_the_ground(const model::Tags& tags) {
  const auto is_set = [&](const char* key) { return tags.has(key) && !tags.is(key, "no"); };
  return is_set("bridge") || is_set("tunnel") || tags.is("highway", "steps") || is_lift(tags);
}

/// Fills one graph's slopes edge by edge.
class Surveyor {
 public:
  Surveyor(const StreetGraph& graph, const std::optional<model::Terrain>& terrain) : graph_(graph) {
    if (!terrain) return;
    ground_ = model::smoothed(*terrain, std::max(window_m, coarse_windows * terrain->resolution_m));
    slopes_.coarse = terrain->coarse();
  }

  void edge(EdgeIndex e, const model::Tags& tags) {
    slopes_.begin.push_back(static_cast<std::uint32_t>(slopes_.runs.size()));
    if (leaves_the_ground(tags)) return;
    const auto length_m = graph_.length_m[e];
    if (const auto tagged = incline_of(tags)) {
      slopes_.runs.push_back({length_m, static_cast<float>(*tagged)});
    } else if (ground_ && length_m > 0) {
      sample(e);
    }
  }

  Slopes take() {
    slopes_.begin.push_back(static_cast<std::uint32_t>(slopes_.runs.size()));
    if (slopes_.runs.empty()) slopes_.begin.clear();
    return std::move(slopes_);
  }

 private:
  /// All or nothing: a hole under an edge leaves it unknown.
  void sample(EdgeIndex e) {
    const geo::Line line = line_of(graph_, e);
    const double length_m = graph_.length_m[e];
    const int count = std::max(1, static_cast<int>(std::ceil(length_m / sample_m)));
    auto last = model::height(*ground_, line.front());
    const auto begin = slopes_.runs.size();
    for (int i = 1; i <= count; ++i) {
      const double to_m = length_m * i / count;
      const auto here = model::height(*ground_, geo::point_along(line, to_m));
      if (!last || !here) {
        slopes_.runs.resize(begin);
        return;
      }
      // A tiny edge between two samples says nothing of its own: it is as steep as a whole step.
      const double run_m = std::max(length_m / count, min_run_m);
      slopes_.runs.push_back(
          {static_cast<float>(to_m), static_cast<float>((*here - *last) / run_m)});
      last = here;
    }
  }

  static constexpr double min_run_m = 1;
  const StreetGraph& graph_;
  std::optional<model::Terrain> ground_;
  Slopes slopes_;
};

}  // namespace

std::optional<double> incline_of(const model::Tags& tags) {
  std::string text(tags.get("incline"));
  std::replace(text.begin(), text.end(), ',', '.');
  std::erase(text, ' ');
  double factor = 0;
  const auto ends_in = [&](std::string_view unit) {
    if (!text.ends_with(unit)) return false;
    text.resize(text.size() - unit.size());
    return true;
  };
  const bool percent = ends_in("%");
  const bool degrees = !percent && ends_in("°");
  if (percent) factor = 0.01;
  if (!percent && !degrees) return std::nullopt;
  const auto number = base::parse_number(text, false);
  if (!number) return std::nullopt;
  const double rise = degrees ? std::tan(*number * std::numbers::pi / 180) : *number * factor;
  if (!(std::fabs(rise) <= steepest_tagged)) return std::nullopt;
  return rise;
}

Slopes slopes_along(const StreetGraph& graph, const model::Streets& streets,
                    const std::optional<model::Terrain>& terrain) {
  Surveyor surveyor(graph, terrain);
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e)
    surveyor.edge(e, tags_of(graph, streets, e));
  return surveyor.take();
}

}  // namespace nahraum::analysis
