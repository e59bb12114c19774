#pragma once
/// Services that come to people's homes: whose service areas a home lies in.

#include <array>

#include "analysis/areas.hpp"
#include "analysis/standards.hpp"
#include "model/service_area.hpp"

namespace nahraum::analysis {

/// Who comes to which home.
struct MobileCover {
  std::vector<std::size_t> areas;      ///< of the type, indices of the given service areas
  std::vector<std::string> providers;  ///< each once, as first written; an area without provider is
                                       ///< one of its own, by its name
  std::vector<std::size_t> provider_of;             ///< per `areas`, index of `providers`
  std::vector<std::vector<std::uint32_t>> of_home;  ///< per Project::homes, indices of `areas`
  std::vector<std::uint32_t> provider_count;        ///< per Project::homes
};

/// The providers of the areas of one type, each once, as first written.
std::vector<std::string> providers_of(const std::vector<model::ServiceArea>& areas,
                                      std::string_view type);

/// A home lies in an area when its point does; providers are one where their names are, upper and
/// lower case aside. Pure. Cost: O(homes · areas' corners), bounding boxes first.
MobileCover mobile_cover(const model::Project& project,
                         const std::vector<model::ServiceArea>& areas, std::string_view type);

/// Persons of one group in the district by the number of providers: none, one, two, three and more.
struct MobileGroup {
  long total = -1;  ///< −1: unknown for every home
  std::array<long, 4> by_providers{};
  long homes_unknown = 0;  ///< homes whose residents of this group are unknown
};
MobileGroup mobile_group(const model::Project& project, const MobileCover& cover,
                         std::optional<int> model::Residents::*group);

/// Homes of one statistical area to which nobody comes.
struct WhiteSpot {
  std::int32_t area = -1;  ///< index of Areas::cells; −1: homes in none
  long homes = 0;
  Counts persons;  ///< −1 where unknown for all of these homes
};
/// Those with such homes, by persons, most first, then by area.
std::vector<WhiteSpot> white_spots(const model::Project& project, const MobileCover& cover,
                                   const Areas& areas);

/// Offices of the type in the project whose provider has no service area among the given ones:
/// indices of Project::services, by id. Where they come to is unknown.
std::vector<std::size_t> offices_without_area(const model::Project& project,
                                              const MobileCover& cover, std::string_view type);

}  // namespace nahraum::analysis
