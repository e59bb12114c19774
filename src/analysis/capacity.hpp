#pragma once
/// Capacity for people: what every home of a district can draw from the services of a type, what
/// every service has to carry, and what the areas get.

#include <optional>
#include <string>

#include "analysis/areas.hpp"
#include "analysis/equity.hpp"
#include "analysis/floating_catchment.hpp"

namespace nahraum::analysis {

/// Where a service's capacity comes from. Counted: each counts as one, by the catalogue. Assumed:
/// the number given for those that state none. Each_one: no service of the type states one, each
/// counts as one. Unknown and unusable (0 or negative) ones are listed and share nothing out.
enum class CapacityBasis { stated, counted, assumed, each_one, unknown, unusable };
const char* to_text(CapacityBasis basis);

struct SupplyRule {
  bool counted = false;
  std::optional<double> assumed;  ///< > 0
};

struct SupplyPlace {
  std::size_t service = 0;  ///< index of Project::services
  double capacity = 0;      ///< 0 where unknown or unusable
  CapacityBasis basis = CapacityBasis::unknown;
};
/// Every service of the type by id, rim included, also those that meet no street.
std::vector<SupplyPlace> supply_of(const District& district, std::string_view type,
                                   const SupplyRule& rule);

struct CapacityQuestion {
  std::string type;
  model::AccessMethod method = model::AccessMethod::two_step;
  model::Decay decay;
  Limit limit;
  Figure group = &model::Residents::all;  ///< whose demand counts
  SupplyRule rule;
};

struct ServiceLoad {
  SupplyPlace place;
  bool on_street = false;
  /// The data's edge lies within the limit: people from behind it are missing in `persons`.
  bool near_edge = false;
  long persons = 0;             ///< of the group, within the limit, rim included
  long homes_unknown = 0;       ///< homes within the limit whose number of the group is unknown
  double demand = 0;            ///< as the method counts them
  std::optional<double> ratio;  ///< FloatingCatchment::ratio
  std::vector<std::uint32_t> homes;  ///< within the limit, ascending
  /// "Ohne Bevölkerung im Einzug": nobody of the group is within the limit.
  bool without_people() const { return on_street && persons == 0 && homes_unknown == 0; }
  /// Homes are within the limit, but of none it is known that anybody of the group lives there.
  bool people_unknown() const { return on_street && persons == 0 && homes_unknown > 0; }
};

/// ok: assessable, also with nothing in reach (access 0). beyond_data: the data's edge lies within
/// the limit. no_street.
struct HomeCapacity {
  double access = 0;           ///< FloatingCatchment::access
  double level = 0;            ///< FloatingCatchment::level
  double in_reach = 0;         ///< Σ of the capacities within the limit, unweighted
  std::uint32_t services = 0;  ///< within the limit, also those without a known capacity
  Status status = Status::ok;
};

/// Persons of the group in the homes of the district.
struct CapacityTotals {
  long persons = 0;
  long in_reach =
      0;  ///< assessable, at least one service that shares capacity out within the limit
  long unknown_in_reach = 0;  ///< assessable, only services without a known capacity
  long none_in_reach = 0;     ///< assessable, none
  long not_assessable = 0;    ///< edge of the data within the limit, or no street
  long homes = 0, homes_unknown = 0, homes_not_assessable = 0;
  long rim_homes_unknown = 0;
  double supply = 0;          ///< of services with people in reach
  double share = 0;           ///< Σ P·level over `in_reach`: what of it comes to them
  long reached_services = 0;  ///< of known capacity, reached by anyone of `in_reach`
  double reached_supply = 0;  ///< their capacity
  /// Services of unknown capacity with people in reach: the figures leave out what they offer.
  long unknown_services = 0;
};

struct CapacityResult {
  CapacityQuestion question;
  std::vector<ServiceLoad> services;  ///< by id
  std::vector<HomeCapacity> homes;    ///< per Project::homes
  CapacityTotals totals;
};

/// People walk to the services. Those in the rim compete for capacity and services in the rim offer
/// theirs, but only homes of the district are reported. Unknown residents want nothing and are
/// counted as unknown. Cost: two bounded searches per service; the same bytes on any number of
/// threads. Errors: bad_input when no home of the district knows its number of the group.
base::Result<CapacityResult> capacity(const District& district, const CapacityQuestion& question,
                                      jobs::Context& context);

/// Level and persons of the district's assessable homes with people, in the homes' order.
std::vector<Holding> holdings_of(const District& district, const CapacityResult& result);

/// One area's homes of the district; persons of the group.
struct AreaCapacity {
  std::int32_t area = -1;  ///< index of Areas::cells; −1: homes in none
  long persons = 0, in_reach = 0, unknown_in_reach = 0, none_in_reach = 0, not_assessable = 0;
  long homes = 0, homes_unknown = 0;
  double share = 0;  ///< Σ P·level: what comes to them
  /// Mean level of the assessable people, those with nothing (known) in reach included.
  std::optional<double> level() const;
};
/// Areas in their order, then, where there are such, the homes in none.
std::vector<AreaCapacity> capacity_by_area(const District& district, const CapacityResult& result,
                                           const Areas& areas);

}  // namespace nahraum::analysis
