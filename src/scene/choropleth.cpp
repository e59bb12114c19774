#include "scene/choropleth.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/overlay.hpp"
#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

/// Sums over sorted values, so that the squares of any run are known at once.
class Runs {
 public:
  explicit Runs(const std::vector<double>& values)
      : sum_(values.size() + 1, 0), squares_(values.size() + 1, 0) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      sum_[i + 1] = sum_[i] + values[i];
      squares_[i + 1] = squares_[i] + values[i] * values[i];
    }
  }
  /// Squared differences from the mean of values [from, to).
  double spread(std::size_t from, std::size_t to) const {
    const double sum = sum_[to] - sum_[from];
    return squares_[to] - squares_[from] - sum * sum / static_cast<double>(to - from);
  }

 private:
  std::vector<double> sum_, squares_;
};

/// Where the last class of the best division of the first `to` values begins, by number of
/// classes less one, then `to`.
using Begins = std::vector<std::vector<std::size_t>>;

Begins best_begins(const std::vector<double>& values, std::size_t count) {
  const std::size_t n = values.size();
  const Runs runs(values);
  Begins begins(count, std::vector<std::size_t>(n + 1, 0));
  std::vector<double> best(n + 1, 0);
  for (std::size_t to = 1; to <= n; ++to)
    best[to] = runs.spread(0, to);
  for (std::size_t k = 1; k < count; ++k) {
    std::vector<double> next(n + 1, std::numeric_limits<double>::infinity());
    for (std::size_t to = k + 1; to <= n; ++to) {
      for (std::size_t from = k; from < to; ++from) {
        const bool splits_equals = values[from - 1] == values[from];
        const double spread = best[from] + runs.spread(from, to);
        if (splits_equals || spread >= next[to]) continue;
        next[to] = spread;
        begins[k][to] = from;
      }
    }
    best = std::move(next);
  }
  return begins;
}

}  // namespace

Classes natural_classes(std::vector<double> values, std::size_t most) {
  std::sort(values.begin(), values.end());
  Classes classes;
  if (values.empty()) return classes;
  classes.least = values.front();
  auto different = values;
  different.erase(std::unique(different.begin(), different.end()), different.end());
  const std::size_t count = std::min(most, different.size());
  const auto begins = best_begins(values, count);
  std::size_t to = values.size();
  for (std::size_t k = count; k-- > 0;) {
    classes.upper.push_back(values[to - 1]);
    to = begins[k][to];
  }
  std::reverse(classes.upper.begin(), classes.upper.end());
  return classes;
}

std::size_t class_of(const Classes& classes, double value) {
  const auto at = std::lower_bound(classes.upper.begin(), classes.upper.end(), value);
  return std::min(static_cast<std::size_t>(at - classes.upper.begin()), classes.upper.size() - 1);
}

std::vector<Fill> class_looks(const Style& style, std::size_t count) {
  const std::size_t last = style.classes.size() - 1;
  std::vector<Fill> looks(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t pick = count > 1 ? (i * last + (count - 1) / 2) / (count - 1) : last / 2;
    looks[i].color = with_alpha(style.classes[pick], style.class_alpha);
    looks[i].hatch = style.class_hatches[pick];
  }
  return looks;
}

Fill no_figure(const Style& style) {
  Fill look;
  look.color = with_alpha(style.unknown_fill, 0.4);
  look.hatch = Hatch{style.unknown, 1.8, 0.18, 45};
  return look;
}

Hatch uncertain_hatch(const Style& style) {
  return {style.ink, 1.6, 0.32, 0, Pattern::dots};
}

std::vector<LayerPtr> choropleth_layers(const std::vector<AreaFigure>& areas,
                                        const Classes& classes, const Style& style) {
  const auto looks = class_looks(style, classes.upper.size());
  std::vector<Item> fields, outlines;
  for (const auto& area : areas) {
    if (area.outline.empty()) continue;
    Fill look = area.rate ? looks[class_of(classes, *area.rate)] : no_figure(style);
    look.shape = area.outline;
    fields.emplace_back(std::move(look));
    if (area.rate && area.at_least)
      fields.emplace_back(Fill{area.outline, {}, uncertain_hatch(style), {}});
    for (const auto& part : area.outline)
      add_line(outlines, part.outer, mm_wide(style.class_edge, 0.28));
  }
  return {layer("choropleth", std::move(fields)), layer("choropleth_outline", std::move(outlines))};
}

double circle_mm(double count, double largest) {
  return largest > 0 ? largest_circle_mm * std::sqrt(count / largest) : 0;
}

namespace {

constexpr double least_circle_mm = 0.8;

/// The number fits from this diameter on.
double room_mm(const std::string& number) {
  return 2.2 + 1.3 * static_cast<double>(number.size());
}

}  // namespace

LayerPtr count_circles(const std::vector<AreaFigure>& areas, const Style& style) {
  double largest = 0;
  for (const auto& area : areas)
    largest = std::max(largest, area.count.value_or(0));
  std::vector<Item> items;
  for (const auto& area : areas) {
    if (area.count.value_or(0) <= 0 || area.outline.empty()) continue;
    const auto at = geo::point_on_surface(area.outline);
    if (!at) continue;
    Symbol circle;
    circle.at = *at;
    circle.plate = Plate::circle;
    circle.size_mm = std::max(least_circle_mm, circle_mm(*area.count, largest));
    circle.tint = style.count;
    circle.rim = style.rim;
    circle.ink = style.on_count;
    const auto number = base::format_number(*area.count, 0, base::language());
    if (circle.size_mm >= room_mm(number)) circle.sign = number;
    items.emplace_back(std::move(circle));
  }
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return std::get<Symbol>(a).size_mm > std::get<Symbol>(b).size_mm;
  });
  return layer("counts", std::move(items));
}

}  // namespace nahraum::scene
