#include "analysis/siting_program.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>

#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

using Entry = MipModel::Entry;
constexpr double infinite = 1e30;

void add_places(MipModel& model, std::size_t places, double cost) {
  for (std::size_t place = 0; place < places; ++place)
    model.add_column({cost, 0, 1, true});
}

void add_at_most(MipModel& model, std::size_t places, std::size_t sites) {
  std::vector<Entry> all;
  all.reserve(places);
  for (std::size_t place = 0; place < places; ++place)
    all.push_back({static_cast<int>(place), 1});
  model.add_row({-infinite, static_cast<double>(sites)}, all);
}

std::vector<Entry> ones(std::span<const std::uint32_t> places) {
  std::vector<Entry> entries;
  entries.reserve(places.size() + 2);
  for (const auto place : places)
    entries.push_back({static_cast<int>(place), 1});
  return entries;
}

/// A demand's ways, the nearest first.
using Ordered = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // cost, place

std::vector<Ordered> ways_by_demand(const PMedianProblem& problem) {
  std::vector<Ordered> result(problem.demands());
  for (std::uint32_t place = 0; place < problem.places(); ++place) {
    for (const auto& way : problem.of(place)) {
      if (problem.weight[way.demand] > 0) result[way.demand].push_back({way.cost, place});
    }
  }
  for (auto& ways : result)
    std::sort(ways.begin(), ways.end());
  return result;
}

std::size_t levels_of(const Ordered& ways) {
  std::size_t levels = 0;
  for (std::size_t i = 0; i < ways.size(); ++i)
    levels += i == 0 || ways[i].first != ways[i - 1].first ? 1 : 0;
  return levels;
}

/// Columns z_k = 1: nothing is chosen within the k-th cost. z_k ≥ z_{k−1} − Σ places at that cost.
void add_demand(MedianProgram& program, const Ordered& ways, double weight, std::uint32_t present) {
  auto& model = program.model;
  int before = -1;
  for (std::size_t i = 0; i < ways.size();) {
    const auto cost = ways[i].first;
    std::vector<Entry> row;
    for (; i < ways.size() && ways[i].first == cost; ++i)
      row.push_back({static_cast<int>(ways[i].second), 1});
    const auto next = i < ways.size() ? ways[i].first : present;
    const int open = model.add_column({weight * (next - cost) / program.unit, 0, 1, false});
    row.push_back({open, 1});
    if (before >= 0) row.push_back({before, -1});
    model.add_row({before < 0 ? 1.0 : 0.0, infinite}, row);
    before = open;
  }
  const auto least = ways.empty() ? present : ways.front().first;
  program.constant += weight * least / program.unit;
}

/// Places of which any two are too near each other: those in one cell, whose diagonal is the rule.
void add_cells(MipModel& model, const Apart& apart, std::size_t places, double shift_x,
               double shift_y) {
  const double side = apart.least_m / std::sqrt(2.0);
  std::map<std::pair<long, long>, std::vector<std::uint32_t>> cells;
  for (std::uint32_t place = 0; place < places; ++place) {
    const auto& at = apart.at[place];
    cells[{std::lround(std::floor(at.x / side + shift_x)),
           std::lround(std::floor(at.y / side + shift_y))}]
        .push_back(place);
  }
  for (const auto& [cell, members] : cells) {
    if (members.size() > 1) model.add_row({-infinite, 1}, ones(members));
  }
}

/// All places around two that are too near each other, none of which may be chosen together.
void forbid(MipModel& model, const Apart& apart, std::size_t places, std::uint32_t a,
            std::uint32_t b) {
  const geo::Point middle{(apart.at[a].x + apart.at[b].x) / 2, (apart.at[a].y + apart.at[b].y) / 2};
  const double radius = (geo::distance(apart.at[a], apart.at[b]) + apart.least_m) / 4;
  std::vector<std::uint32_t> members;
  for (std::uint32_t place = 0; place < places; ++place) {
    const bool pair = place == a || place == b;
    if (pair || geo::distance(apart.at[place], middle) < radius) members.push_back(place);
  }
  model.add_row({-infinite, 1}, ones(members));
}

bool forbid_broken(MipModel& model, const Apart& apart, std::size_t places,
                   const std::vector<std::uint32_t>& chosen) {
  bool broken = false;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    for (std::size_t j = i + 1; j < chosen.size(); ++j) {
      if (!apart.too_near(chosen[i], chosen[j])) continue;
      forbid(model, apart, places, chosen[i], chosen[j]);
      broken = true;
    }
  }
  return broken;
}

}  // namespace

MipModel mclp_program(const CoverProblem& problem, std::size_t sites) {
  MipModel model;
  add_places(model, problem.places(), 0);
  add_at_most(model, problem.places(), sites);
  for (std::size_t demand = 0; demand < problem.demands(); ++demand) {
    const int covered =
        model.add_column({-static_cast<double>(problem.weight[demand]), 0, 1, false});
    auto row = ones(problem.by_demand.of(demand));
    row.push_back({covered, -1});
    model.add_row({0, infinite}, row);
  }
  return model;
}

MipModel lscp_program(const CoverProblem& problem) {
  MipModel model;
  add_places(model, problem.places(), 1);
  for (std::size_t demand = 0; demand < problem.demands(); ++demand) {
    if (problem.weight[demand] > 0 && problem.by_demand.size(demand) > 0)
      model.add_row({1, infinite}, ones(problem.by_demand.of(demand)));
  }
  return model;
}

std::optional<MedianProgram> p_median_program(const PMedianProblem& problem, std::size_t sites,
                                              std::size_t most_columns) {
  const auto ways = ways_by_demand(problem);
  std::size_t columns = problem.places();
  for (const auto& each : ways)
    columns += levels_of(each);
  if (columns > most_columns) return std::nullopt;
  MedianProgram program;
  program.unit = 1000;
  add_places(program.model, problem.places(), 0);
  add_at_most(program.model, problem.places(), sites);
  for (std::size_t i = 0; i < ways.size(); ++i)
    add_demand(program, ways[i], static_cast<double>(problem.weight[i]), problem.present[i]);
  return program;
}

MipAnswer solve_apart(MipModel model, const Apart& apart, std::size_t places,
                      std::optional<double> cutoff, base::Seconds time_limit,
                      jobs::Context& context) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  if (apart.least_m > 0) {
    for (const double x : {0.0, 0.25, 0.5, 0.75}) {
      for (const double y : {0.0, 0.25, 0.5, 0.75})
        add_cells(model, apart, places, x, y);
    }
  }
  double bound = -std::numeric_limits<double>::infinity();
  for (;;) {
    const std::chrono::duration<double> used = Clock::now() - start;
    const base::Seconds left(std::max(0.1, time_limit.value - used.count()));
    auto answer = solve_mip(model, cutoff, left, base::tr("Proving the optimum"), context);
    bound = answer.bound = std::max(bound, answer.bound);
    if (!answer.found() || !forbid_broken(model, apart, places, places_in(answer.x, places)))
      return answer;
    if (!answer.finished) {
      answer.x.clear();
      return answer;
    }
  }
}

std::vector<std::uint32_t> places_in(const std::vector<double>& x, std::size_t places) {
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t place = 0; place < places; ++place) {
    if (x[place] > 0.5) chosen.push_back(place);
  }
  return chosen;
}

}  // namespace nahraum::analysis
