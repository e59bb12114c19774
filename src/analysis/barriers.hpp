#pragma once
/// What each obstacle keeps from how many people: the question asked anew without it.

#include "analysis/obstacles.hpp"
#include "analysis/type_field.hpp"

namespace nahraum::analysis {

/// Residents of some homes. Persons; −1 where the group's numbers are not known for any of them.
struct People {
  long all = 0, age_65 = 0, age_80 = 0;
  long homes = 0, dwellings = 0;
};
People people_in(const model::Project& project, std::span<const std::uint32_t> homes);

/// Homes (indices, ascending) in the district, by service type in the order asked.
using HomesByType = std::vector<std::vector<std::uint32_t>>;
/// In any of the lists, ascending.
std::vector<std::uint32_t> any_of_types(const HomesByType& by_type);

/// Per obstacle the homes that are in the gap and would be within the limit without it. Doors stay
/// where they are. Who is within the limit stays so (within metres, the then quickest way may be a
/// longer one); a home that cannot be assessed is never gained. Effects do not add up: of two
/// obstacles on one way each alone may gain nobody. Exact. Same bytes on any number of threads.
/// Cost: per type one search, and per obstacle what gets nearer without it. Throws Cancelled.
std::vector<HomesByType> gained_homes(const District& district,
                                      const std::vector<Obstacle>& obstacles,
                                      const std::vector<TypeLimit>& types, jobs::Context& context);

/// Order of rows: most services gained or lost (a person once per type), then homes, then as given.
/// Persons count where they are known, homes else. Rows without anybody are left out.
std::vector<std::size_t> ranking(const model::Project& project,
                                 const std::vector<HomesByType>& rows);
/// Sum over the types of the persons (homes where nobody's number is known).
long services_for(const model::Project& project, const HomesByType& row);

}  // namespace nahraum::analysis
