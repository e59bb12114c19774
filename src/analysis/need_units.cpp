#include "analysis/need_units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "analysis/population_cells.hpp"
#include "geo/overlay.hpp"

namespace nahraum::analysis {
namespace {

struct Anchor {
  int age;
  Figure figure;
};
constexpr std::array<Anchor, 3> anchors{Anchor{0, &model::Residents::all},
                                        Anchor{65, &model::Residents::age_65},
                                        Anchor{80, &model::Residents::age_80}};

/// Residents of homes added up; unknown where none of them is known.
AgeCurve curve_of_homes(const model::Project& project, const std::vector<std::uint32_t>& homes) {
  AgeCurve curve;
  for (const auto& [age, figure] : anchors) {
    std::optional<double> sum;
    for (const auto h : homes) {
      const auto& persons = project.homes[h].residents.*figure;
      if (persons) sum = sum.value_or(0) + *persons;
    }
    if (sum) curve.set(age, *sum);
  }
  return curve;
}

/// The cell's own bands, with its three sums where the bands leave them out.
AgeStructure cell_structure(const model::PopulationCell& cell) {
  auto bands = cell.statistics.ages;
  for (const auto& [age, figure] : anchors)
    bands.push_back({age, {}, model::Sex::both, cell.residents.*figure});
  return structure_of(bands);
}

AgeCurve scaled(const AgeCurve& curve, double share) {
  AgeCurve result;
  for (const auto& [age, persons] : curve.older())
    result.set(age, persons * share);
  return result;
}

bool is_anchor(int age) {
  return std::any_of(anchors.begin(), anchors.end(),
                     [&](const Anchor& anchor) { return anchor.age == age; });
}

/// Between the ages that the homes know, the cell's curve is stretched to fit. Of 65 and 80 only
/// homes tell.
AgeCurve fitted(const AgeCurve& cell, const AgeCurve& homes) {
  AgeCurve result = homes;
  const auto& known = homes.older();
  for (const auto& [age, persons] : cell.older()) {
    if (known.contains(age) || is_anchor(age)) continue;
    const auto above = known.upper_bound(age);
    if (above == known.begin()) continue;
    const auto below = std::prev(above);
    const bool both =
        cell.knows(below->first) && (above == known.end() || cell.knows(above->first));
    if (!both) continue;
    const double cell_top = above == known.end() ? 0 : cell.older().at(above->first);
    const double home_top = above == known.end() ? 0 : above->second;
    const double width = cell.older().at(below->first) - cell_top;
    const double share = width > 0 ? (persons - cell_top) / width : 0;
    result.set(age, home_top + share * (below->second - home_top));
  }
  return result;
}

/// Adds what a unit's homes tell.
void add_homes(const model::Project& project, NeedUnit& unit,
               const std::map<std::uint32_t, const Institution*>& inside) {
  unit.institutional.set(0, 0);
  for (const auto h : unit.homes) {
    unit.dwellings += project.homes[h].dwellings;
    const auto& residents = project.homes[h].residents;
    unit.homes_unknown += residents.all ? 0 : 1;
    unit.homes_unknown_65 += residents.age_65 ? 0 : 1;
    unit.homes_unknown_80 += residents.age_80 ? 0 : 1;
    const auto institution = inside.find(h);
    if (institution != inside.end()) {
      unit.institutional = sum(unit.institutional, institution->second->residents);
    }
  }
}

std::map<std::uint32_t, const Institution*> by_home(const std::vector<Institution>& institutions) {
  std::map<std::uint32_t, const Institution*> homes;
  for (const auto& each : institutions)
    homes[each.home] = &each;
  return homes;
}

/// Who lives in a cell: its homes in the district, and the persons of all its homes.
struct CellHomes {
  std::vector<std::uint32_t> in_district;
  double everywhere = 0;
};

void take_cell(const model::PopulationCell& cell, double everywhere, NeedUnit& unit,
               const AgeCurve& homes) {
  unit.id = cell.id;
  unit.name = cell.statistics.name.empty() ? cell.id : cell.statistics.name;
  unit.outline = cell.outline;
  const auto published = cell_structure(cell);
  const double here = homes.knows(0) ? homes.older().at(0) : 0;
  const double share = everywhere > 0 ? here / everywhere : 0;
  unit.ages = {fitted(published.both, homes), scaled(published.women, share),
               scaled(published.men, share)};
  const auto& statistics = cell.statistics;
  if (statistics.living_alone_65) unit.living_alone_65 = *statistics.living_alone_65 * share;
  if (statistics.households_65) unit.households_65 = *statistics.households_65 * share;
}

}  // namespace

std::vector<NeedUnit> area_units(const model::Project& project,
                                 const std::vector<Institution>& institutions,
                                 jobs::Context& context) {
  const CellIndex index(project.population);
  const auto none = static_cast<std::uint32_t>(project.population.size());
  std::map<std::uint32_t, CellHomes> of_cell;
  for (std::uint32_t h = 0; h < project.homes.size(); ++h) {
    if (h % 1024 == 0) context.check();
    const auto& home = project.homes[h];
    auto& homes = of_cell[index.find(home.at, &model::Residents::all).value_or(none)];
    homes.everywhere += home.residents.all.value_or(0);
    if (home.in_district) homes.in_district.push_back(h);
  }
  const auto inside = by_home(institutions);
  std::vector<NeedUnit> units;
  for (auto& [cell, homes] : of_cell) {
    if (homes.in_district.empty()) continue;
    NeedUnit unit;
    unit.homes = std::move(homes.in_district);
    const auto sums = curve_of_homes(project, unit.homes);
    unit.ages.both = sums;
    if (cell != none) take_cell(project.population[cell], homes.everywhere, unit, sums);
    add_homes(project, unit, inside);
    units.push_back(std::move(unit));
  }
  return units;
}

NeedUnit district_unit(const model::Project& project, const std::vector<NeedUnit>& areas) {
  NeedUnit district;
  district.name = project.info.title;
  district.outline = project.district;
  district.institutional.set(0, 0);
  district.living_alone_65 = district.households_65 =
      areas.empty() ? std::nullopt : std::optional(0.0);
  bool first = true;
  for (const auto& area : areas) {
    district.ages = first ? area.ages : sum(district.ages, area.ages);
    first = false;
    district.institutional = sum(district.institutional, area.institutional);
    district.homes.insert(district.homes.end(), area.homes.begin(), area.homes.end());
    district.dwellings += area.dwellings;
    district.homes_unknown += area.homes_unknown;
    district.homes_unknown_65 += area.homes_unknown_65;
    district.homes_unknown_80 += area.homes_unknown_80;
    const auto add = [](std::optional<double>& sum, const std::optional<double>& part) {
      sum = sum && part ? std::optional(*sum + *part) : std::nullopt;
    };
    add(district.living_alone_65, area.living_alone_65);
    add(district.households_65, area.households_65);
  }
  // An area may know nothing of an age that other areas' homes know.
  const auto homes = curve_of_homes(project, district.homes);
  for (const auto& [age, persons] : homes.older())
    district.ages.both.set(age, persons);
  return district;
}

namespace {

/// A cluster in the making: squares of the grid by column and row.
struct Gathering {
  std::string id;
  std::vector<std::uint32_t> homes;
  std::vector<std::pair<long, long>> squares;
  double x = 0, y = 0;  ///< sums over homes
  std::vector<long> atoms;

  geo::Point centre() const {
    const auto count = static_cast<double>(homes.size());
    return {x / count, y / count};
  }
};

constexpr double grid_m = 100;

bool small(const std::vector<long>& atoms, int min_count) {
  return std::any_of(atoms.begin(), atoms.end(),
                     [&](long persons) { return persons > 0 && persons < min_count; });
}

class Clustering {
 public:
  Clustering(const model::Project& project, const std::vector<Institution>& institutions,
             std::vector<int> breaks, int min_count)
      : project_(project),
        inside_(by_home(institutions)),
        breaks_(std::move(breaks)),
        min_count_(min_count) {}

  std::vector<NeedUnit> of_area(const NeedUnit& area, bool whole, jobs::Context& context) {
    auto clusters = gathered(area, whole);
    while (clusters.size() > 1) {
      context.check();
      const auto bad = std::find_if(clusters.begin(), clusters.end(), [&](const Gathering& each) {
        return small(each.atoms, min_count_);
      });
      if (bad == clusters.end()) break;
      join(clusters, static_cast<std::size_t>(bad - clusters.begin()));
    }
    std::vector<NeedUnit> units;
    units.reserve(clusters.size());
    for (auto& each : clusters)
      units.push_back(finished(std::move(each), area));
    return units;
  }

 private:
  std::vector<long> atoms_of(const std::vector<std::uint32_t>& homes) const {
    NeedUnit unit;
    unit.homes = homes;
    unit.ages.both = curve_of_homes(project_, homes);
    add_homes(project_, unit, inside_);
    return disclosure_atoms(unit, breaks_);
  }

  std::vector<Gathering> gathered(const NeedUnit& area, bool whole) const {
    std::map<std::pair<long, long>, Gathering> squares;
    for (const auto h : area.homes) {
      const auto at = project_.homes[h].at;
      const std::pair square{static_cast<long>(std::floor(at.x / grid_m)),
                             static_cast<long>(std::floor(at.y / grid_m))};
      auto& cluster = squares[square];
      cluster.homes.push_back(h);
      cluster.squares = {square};
      cluster.x += at.x;
      cluster.y += at.y;
    }
    std::vector<Gathering> all;
    for (auto& [square, cluster] : squares) {
      cluster.id =
          area.id + "/" + std::to_string(square.first) + "," + std::to_string(square.second);
      cluster.atoms = atoms_of(cluster.homes);
      all.push_back(std::move(cluster));
    }
    while (whole && all.size() > 1)
      merge(all, 0, all.size() - 1);
    return all;
  }

  void merge(std::vector<Gathering>& all, std::size_t into, std::size_t from) const {
    auto& a = all[into];
    const auto& b = all[from];
    a.homes.insert(a.homes.end(), b.homes.begin(), b.homes.end());
    a.squares.insert(a.squares.end(), b.squares.begin(), b.squares.end());
    a.x += b.x;
    a.y += b.y;
    a.atoms = atoms_of(a.homes);
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(from));
  }

  void join(std::vector<Gathering>& all, std::size_t bad) const {
    std::size_t nearest = bad == 0 ? 1 : 0;
    const auto centre = all[bad].centre();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool nearer = i != bad && geo::distance(centre, all[i].centre()) <
                                          geo::distance(centre, all[nearest].centre());
      if (nearer) nearest = i;
    }
    merge(all, std::min(bad, nearest), std::max(bad, nearest));
  }

  NeedUnit finished(Gathering cluster, const NeedUnit& area) const {
    NeedUnit unit;
    unit.id = cluster.id;
    unit.name = area.name;
    unit.homes = std::move(cluster.homes);
    std::sort(unit.homes.begin(), unit.homes.end());
    unit.outline = outline_of(cluster, area.outline);
    unit.ages.both = fitted(area.ages.both, curve_of_homes(project_, unit.homes));
    add_homes(project_, unit, inside_);
    return unit;
  }

  /// Its squares, as far as they lie in the area.
  static geo::MultiPolygon outline_of(const Gathering& cluster, const geo::MultiPolygon& area) {
    geo::MultiPolygon squares;
    for (const auto& [column, row] : cluster.squares) {
      const double x = grid_m * static_cast<double>(column);
      const double y = grid_m * static_cast<double>(row);
      squares.push_back({geo::ring_of({x, y, x + grid_m, y + grid_m}), {}});
    }
    const auto joined = geo::unite(squares);
    if (!joined || area.empty()) return joined ? *joined : squares;
    const auto inside = geo::intersection(*joined, area);
    return inside && !inside->empty() ? *inside : *joined;
  }

  const model::Project& project_;
  std::map<std::uint32_t, const Institution*> inside_;
  std::vector<int> breaks_;
  int min_count_;
};

}  // namespace

std::vector<NeedUnit> cluster_units(const model::Project& project,
                                    const std::vector<NeedUnit>& areas,
                                    const std::vector<Institution>& institutions,
                                    const std::vector<int>& breaks, int min_count,
                                    const std::vector<bool>& whole, jobs::Context& context) {
  Clustering clustering(project, institutions, breaks, min_count);
  std::vector<NeedUnit> units;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    auto some = clustering.of_area(areas[i], i < whole.size() && whole[i], context);
    std::move(some.begin(), some.end(), std::back_inserter(units));
  }
  return units;
}

std::vector<long> disclosure_atoms(const NeedUnit& unit, const std::vector<int>& breaks) {
  std::vector<long> atoms(breaks.size(), -1);
  std::optional<int> below;
  for (std::size_t i = breaks.size(); i-- > 0;) {
    const auto persons = unit.ages.both.count(breaks[i], below);
    if (!persons) continue;
    atoms[i] = std::lround(persons->count);
    below = breaks[i];
  }
  return atoms;
}

}  // namespace nahraum::analysis
