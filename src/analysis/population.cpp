#include "analysis/population.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "analysis/apportion.hpp"
#include "analysis/population_assumed.hpp"
#include "analysis/population_cells.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

/// From the smallest group up: each home must hold at least its part of the smaller one.
constexpr std::array<Figure, 3> figures{&model::Residents::age_80, &model::Residents::age_65,
                                        &model::Residents::all};

/// Persons that a home must hold of each figure because its nursing home has so many places.
using CareHomes = std::array<std::vector<int>, 3>;

const model::Building* building_at(const model::Project& project, geo::Point at) {
  for (const auto& building : project.buildings) {
    if (geo::bounds(building.outline).contains(at) && geo::contains(building.outline, at)) {
      return &building;
    }
  }
  return nullptr;
}

void take_places(CareHomes& care, std::size_t home, double places,
                 const model::PeopleRules& rules) {
  const std::array<double, 3> shares{rules.care_home_share_80.value, rules.care_home_share_65.value,
                                     1.0};
  for (std::size_t f = 0; f < figures.size(); ++f) {
    care[f][home] += static_cast<int>(std::lround(std::clamp(places, 0.0, 2000.0) * shares[f]));
  }
}

CareHomes care_homes(model::Project& project, const model::PeopleRules& rules) {
  CareHomes care;
  care.fill(std::vector<int>(project.homes.size(), 0));
  std::vector<std::string> unknown;
  for (const auto& service : project.services) {
    if (service.type != "W03") continue;
    const auto* building = building_at(project, service.at);
    if (!building || building->home < 0 || !service.capacity) {
      unknown.push_back(service.name.empty() ? model::to_text(service.osm) : service.name);
      continue;
    }
    take_places(care, static_cast<std::size_t>(building->home), *service.capacity, rules);
  }
  if (!unknown.empty()) {
    project.report.push_back({"info", "nursing_home_residents_spread",
                              static_cast<std::int64_t>(unknown.size()), examples_of(unknown)});
  }
  return care;
}

/// Spreads one figure after the other.
class Spreader {
 public:
  Spreader(model::Project& project, CareHomes care)
      : project_(project), care_(std::move(care)), index_(project.population) {}

  void spread(std::size_t f, jobs::Context& context) {
    std::vector<std::vector<std::size_t>> homes_of(project_.population.size());
    for (std::size_t h = 0; h < project_.homes.size(); ++h) {
      if (h % 1024 == 0) context.check();
      if (const auto cell = index_.find(project_.homes[h].at, figures[f])) {
        homes_of[*cell].push_back(h);
      }
    }
    for (std::size_t c = 0; c < homes_of.size(); ++c)
      spread_cell(f, c, homes_of[c]);
  }

  void report() {
    const auto add = [&](const char* severity, const char* code, const auto& names) {
      if (names.empty()) return;
      project_.report.push_back(
          {severity, code, static_cast<std::int64_t>(names.size()), examples_of(names)});
    };
    std::vector<std::string> unplaced, unknown;
    for (const auto& cell : project_.population) {
      if (cell.unplaced) unplaced.push_back(cell.id);
    }
    for (const auto& home : project_.homes) {
      // Homes in the rim are never counted: blocks seldom reach there.
      const bool missing = home.in_district && home.basis == model::PopulationBasis::none;
      if (missing) unknown.push_back(std::to_string(home.id));
    }
    add("warning", "population_unplaced", unplaced);
    static constexpr std::array<const char*, figures.size()> codes = {
        "people_80_unplaced", "people_65_unplaced", "people_unplaced"};
    for (std::size_t f = 0; f < figures.size(); ++f) {
      if (unplaced_[f] > 0) project_.report.push_back({"loss", codes[f], unplaced_[f], ""});
    }
    add("info", "population_raised", raised_);
    add("warning", "home_without_population", unknown);
  }

 private:
  /// What the smaller groups, and after them the nursing homes, already ask for.
  std::vector<int> least_of(std::size_t f, const std::vector<std::size_t>& homes, int& total) {
    std::vector<int> least;
    for (const auto h : homes) {
      int persons = 0;
      for (std::size_t smaller = 0; smaller < f; ++smaller) {
        persons = std::max(persons, (project_.homes[h].residents.*figures[smaller]).value_or(0));
      }
      least.push_back(persons);
    }
    const int asked = std::accumulate(least.begin(), least.end(), 0);
    total = std::max(total, asked);
    int free = total - asked;
    for (std::size_t i = 0; i < homes.size(); ++i) {
      const int more = std::clamp(care_[f][homes[i]] - least[i], 0, free);
      least[i] += more;
      free -= more;
    }
    return least;
  }

  /// Neighbours of a nursing home share what it leaves; without their own weight its residents stay
  /// those that its places say.
  std::vector<double> weights_of(std::size_t f, const std::vector<std::size_t>& homes) const {
    std::vector<double> weights;
    weights.reserve(homes.size());
    for (const auto h : homes) {
      weights.push_back(care_[f][h] > 0 && homes.size() > 1 ? 0 : project_.homes[h].floor_area_m2);
    }
    return weights;
  }

  void spread_cell(std::size_t f, std::size_t c, const std::vector<std::size_t>& homes) {
    auto& cell = project_.population[c];
    if (!(cell.residents.*figures[f])) return;
    int& value = *(cell.residents.*figures[f]);
    if (homes.empty()) {
      cell.unplaced = cell.unplaced || value > 0;
      const bool ours =
          geo::contains(project_.district, geo::bounds(cell.outline).centre()) || no_district();
      if (ours) unplaced_[f] += value;
      return;
    }
    cell.homes = std::max(cell.homes, static_cast<std::int32_t>(homes.size()));
    int total = value;
    const auto least = least_of(f, homes, total);
    if (total > value) raised_.push_back(cell.id);
    value = total;
    const auto parts = apportion(total, weights_of(f, homes), least);
    for (std::size_t i = 0; i < homes.size(); ++i) {
      auto& home = project_.homes[homes[i]];
      home.residents.*figures[f] = parts[i];
      home.basis =
          homes.size() == 1 ? model::PopulationBasis::counted : model::PopulationBasis::weighted;
    }
  }

  bool no_district() const { return project_.district.empty(); }

  model::Project& project_;
  CareHomes care_;
  CellIndex index_;
  std::vector<std::string> raised_;
  std::array<std::int64_t, 3> unplaced_{};  ///< persons of the district's cells without a home
};

void forget(model::Project& project) {
  for (auto& home : project.homes) {
    home.residents = {};
    home.basis = model::PopulationBasis::none;
  }
  for (auto& cell : project.population) {
    cell.homes = 0;
    cell.unplaced = false;
  }
}

}  // namespace

void distribute_population(model::Project& project, const model::PeopleRules& rules,
                           jobs::Context& context) {
  context.update(0, base::tr("Distributing residents"));
  forget(project);
  if (project.population.empty()) return assume_residents(project, rules);
  cut_at_data_edge(project, context);
  Spreader spreader(project, care_homes(project, rules));
  for (std::size_t f = 0; f < figures.size(); ++f)
    spreader.spread(f, context);
  spreader.report();
}

void spread_population(model::Project& project, const model::PeopleRules& rules,
                       jobs::Context& context) {
  const auto report = project.report;
  forget(project);
  Spreader spreader(project, care_homes(project, rules));
  for (std::size_t f = 0; f < figures.size(); ++f)
    spreader.spread(f, context);
  project.report = report;
}

}  // namespace nahraum::analysis
