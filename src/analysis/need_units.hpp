#pragma once
/// The units that need is told for: statistical areas, the district, clusters of homes.

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/age_structure.hpp"
#include "jobs/context.hpp"
#include "model/catalogue.hpp"

namespace nahraum::analysis {

/// People of the district who live together in one unit. Persons are whole numbers where the unit
/// is a whole area, and may be fractions where the district cuts it.
struct NeedUnit {
  std::string id;  ///< the area's, "" for homes outside every area
  std::string name;
  geo::MultiPolygon outline;         ///< project CRS, metres; empty where there is none
  std::vector<std::uint32_t> homes;  ///< indices of Project::homes, in the district
  AgeStructure ages;
  AgeCurve institutional;  ///< of them in institutions; nobody where there is none
  std::optional<double> living_alone_65;
  std::optional<double> households_65;
  long dwellings = 0;
  /// Homes whose residents (all, 65+, 80+) are unknown: they are missing from the sums.
  long homes_unknown = 0, homes_unknown_65 = 0, homes_unknown_80 = 0;
};

/// A home for the aged (service types W03, W04) and the residential building that it is. Persons:
/// its places, at most those who live there; all who live there where the places are unknown,
/// unless an age group of them is too small to be told apart.
struct Institution {
  std::uint32_t home = 0;
  std::uint32_t service = 0;
  bool places_known = false;
  AgeCurve residents;
};
/// By home; several services in one building count once, with the sum of their places. Ages by
/// `rules` (65+, 80+) and inside these by those in need of residential care (`rates`).
std::vector<Institution> institutions(const model::Project& project,
                                      const model::PeopleRules& rules, const model::Rates& rates);

/// One unit per population cell that states all residents and holds homes of the district, in the
/// cells' order; homes in none make a last unit of their own. At 0, 65 and 80 a unit has what its
/// homes' known residents add up to, as every other verb counts; between these ages it follows the
/// cell's published bands. Throws Cancelled. Cost: O(homes · log cells).
std::vector<NeedUnit> area_units(const model::Project& project,
                                 const std::vector<Institution>& institutions,
                                 jobs::Context& context);

/// The sum of units: what all of them know, and at 0, 65 and 80 what their homes know.
NeedUnit district_unit(const model::Project& project, const std::vector<NeedUnit>& areas);

/// Homes gathered on a 100-m grid of the project's CRS inside each area, neighbours joined until no
/// cluster has a group (between two of `breaks`) of 1 … min_count − 1
/// persons. An area whose homes cannot be joined so far is one cluster; so is each of `whole`
/// (indices of areas, which may not be told apart further). Ids "area/column,row" of the first
/// square. Deterministic: the first offending cluster is joined with the one whose centre is
/// nearest, ties by id. Between 0, 65 and 80 a cluster's ages follow its area's. Cost: O(squares²)
/// per area.
std::vector<NeedUnit> cluster_units(const model::Project& project,
                                    const std::vector<NeedUnit>& areas,
                                    const std::vector<Institution>& institutions,
                                    const std::vector<int>& breaks, int min_count,
                                    const std::vector<bool>& whole, jobs::Context& context);

/// Persons of a unit from each of `breaks` (ascending, from 0) to the next one that the unit knows;
/// −1 where it does not know the age. What
/// disclosure is judged on. Who of them lives in an institution is not counted but modelled from
/// its places, and tells nothing more.
std::vector<long> disclosure_atoms(const NeedUnit& unit, const std::vector<int>& breaks);

}  // namespace nahraum::analysis
