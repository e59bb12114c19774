#include "analysis/floating_catchment.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"

namespace nahraum::analysis {
namespace {

using model::AccessMethod;
using model::Decay;

double measure(const HomeCost& way, bool in_time) {
  return in_time ? way.cost.value / 1000.0 : static_cast<double>(way.metres);
}

/// A way of exactly a third of the limit is still in the nearest of three zones.
double zone_weight(const std::vector<double>& zones, double d, double limit) {
  const auto count = static_cast<double>(zones.size());
  for (std::size_t zone = 0; zone + 1 < zones.size(); ++zone) {
    if (d * count <= limit * static_cast<double>(zone + 1)) return zones[zone];
  }
  return zones.back();
}

double gauss_weight(double d, double limit) {
  const double rim = std::exp(-0.5);
  const double part = std::min(1.0, d / limit);
  return (std::exp(-0.5 * part * part) - rim) / (1 - rim);
}

double scaled_weight(const Decay& decay, double d) {
  switch (decay.kind) {
    case Decay::Kind::half:
      return std::exp2(-d / decay.scale);
    case Decay::Kind::power:
      return std::pow(std::max(d, decay.scale) / decay.scale, -decay.exponent);
    default:
      return std::exp(-d / decay.scale);
  }
}

/// Runs the formulas; `sums_of_home` are the weights of all places in a home's reach.
class Shares {
 public:
  Shares(AccessMethod method, const Weights& weights, const std::vector<double>& capacity,
         const std::vector<double>& people)
      : method_(method),
        weights_(weights),
        capacity_(capacity),
        people_(people),
        sum_of_home_(people.size(), 0.0) {
    for (const auto& entry : weights.entries)
      sum_of_home_[entry.home] += entry.weight;
  }

  FloatingCatchment run() {
    result_.access.assign(people_.size(), 0.0);
    level_.assign(people_.size(), 0.0);
    for (std::size_t place = 0; place < weights_.place_count(); ++place)
      take(place);
    result_.level = method_ == AccessMethod::balanced ? level_ : result_.access;
    return std::move(result_);
  }

 private:
  bool shares_out() const {
    return method_ != AccessMethod::gravity && method_ != AccessMethod::opportunities;
  }

  /// Part of a home's people who turn to this place, out of those whom its weight lets come.
  double choice(const HomeWeight& way) const {
    const bool chooses = method_ == AccessMethod::three_step || method_ == AccessMethod::balanced;
    if (!chooses) return 1;
    const double sum = sum_of_home_[way.home];
    return sum > 0 ? way.weight / sum : 0;
  }

  /// What one person of the home counts for in the place's demand.
  double want(const HomeWeight& way) const {
    return method_ == AccessMethod::balanced ? choice(way) : choice(way) * way.weight;
  }

  void take(std::size_t place) {
    double demand = 0;
    for (const auto& way : weights_.of(place))
      demand += people_[way.home] * want(way);
    result_.demand.push_back(demand);
    result_.ratio.emplace_back();
    if (!shares_out()) return add_potential(place);
    if (demand <= 0) return;
    const double ratio = capacity_[place] / demand;
    result_.ratio.back() = ratio;
    if (method_ == AccessMethod::balanced)
      add_level(place, ratio);
    else
      add_share(place, ratio);
  }

  void add_potential(std::size_t place) {
    for (const auto& way : weights_.of(place))
      result_.access[way.home] += capacity_[place] * way.weight;
  }

  void add_share(std::size_t place, double ratio) {
    const bool discounted = method_ == AccessMethod::modified;
    for (const auto& way : weights_.of(place))
      result_.access[way.home] += ratio * want(way) * (discounted ? way.weight : 1);
  }

  void add_level(std::size_t place, double ratio) {
    double sum_of_place = 0;
    for (const auto& way : weights_.of(place))
      sum_of_place += people_[way.home] > 0 ? way.weight : 0;
    for (const auto& way : weights_.of(place)) {
      result_.access[way.home] += ratio * way.weight / sum_of_place;
      level_[way.home] += ratio * choice(way);
    }
  }

  AccessMethod method_;
  const Weights& weights_;
  const std::vector<double>& capacity_;
  const std::vector<double>& people_;
  std::vector<double> sum_of_home_;
  std::vector<double> level_;
  FloatingCatchment result_;
};

}  // namespace

double weight_of(const Decay& decay, const HomeCost& way, const Limit& limit) {
  const double d = measure(way, limit.kind == Limit::Kind::seconds);
  switch (decay.kind) {
    case Decay::Kind::equal:
      return 1;
    case Decay::Kind::zones:
      return zone_weight(decay.zones, d, limit.value);
    case Decay::Kind::gauss:
      return gauss_weight(d, limit.value);
    default:
      return scaled_weight(decay, measure(way, decay.scale_is_time));
  }
}

void Weights::add_place(std::span<const HomeWeight> row) {
  entries.insert(entries.end(), row.begin(), row.end());
  begin.push_back(entries.size());
}

Weights weights_of(const Pairs& pairs, const std::vector<std::size_t>& places, const Decay& decay,
                   const Limit& limit) {
  Weights weights;
  std::vector<HomeWeight> row;
  for (const auto place : places) {
    row.clear();
    row.reserve(pairs.of(place).size());
    for (const auto& way : pairs.of(place))
      row.push_back({way.home, weight_of(decay, way, limit)});
    weights.add_place(row);
  }
  return weights;
}

FloatingCatchment floating_catchment(AccessMethod method, const Weights& weights,
                                     const std::vector<double>& capacity,
                                     const std::vector<double>& people) {
  NAHRAUM_CHECK(capacity.size() == weights.place_count());
  return Shares(method, weights, capacity, people).run();
}

}  // namespace nahraum::analysis
