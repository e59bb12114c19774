#pragma once
/// Where people live and how many, as far as buildings tell: the rules of
/// assets/catalogue/people.yaml.

#include <map>
#include <string>
#include <vector>

#include "model/sourced.hpp"

namespace nahraum::model {

/// How people are estimated and when their number may be shown.
struct PeopleRules {
  struct Value {
    double value = 0;
    Sourced evidence;
  };
  /// Kinds of building=* with the share of their floor area that is lived in (r_use).
  std::map<std::string, double> residential_share;
  std::vector<std::string> unclear_kinds;  ///< "yes": lived in when address and land say so
  std::vector<std::string> no_homes_on;    ///< land on which an unclear building is no home …
  std::vector<std::string> no_unaddressed_homes_on;  ///< … unless it has an address
  std::map<std::string, double> default_floors;
  double other_floors = 2;  ///< of kinds not listed
  double metres_per_floor = 3.0;
  double usable_share = 0.8;      ///< of the gross floor area
  double min_footprint_m2 = 0;    ///< smaller ones are sheds and garages
  double min_unaddressed_m2 = 0;  ///< the same for those without kind and address
  double max_unaddressed_m2 = 0;  ///< larger ones without an address are no homes
  Value area_per_person;          ///< m² of living space
  Value area_per_dwelling;        ///< m² of living space, houses of several dwellings
  std::map<std::string, double> single_dwelling_up_to_m2;  ///< kinds that hold one dwelling
  Value share_65;                                          ///< of all, where nothing is known
  Value share_80;
  Value care_home_share_65;  ///< of a nursing home's residents
  Value care_home_share_80;
  int min_count = 5;  ///< smaller counts are never shown
};

/// What is known of a building's use.
struct BuildingUse {
  std::string kind;         ///< building=*
  std::string land;         ///< use of the land around it, "industrial"; "" unknown
  double footprint_m2 = 0;  ///< gross
  bool has_address = false;
  bool shared = false;     ///< a shop, office … stands inside
  bool other_use = false;  ///< … or is the whole building
  bool care_home = false;  ///< nursing home, assisted living
};

bool is_unclear(const PeopleRules& rules, const BuildingUse& use);

/// Share of a building's floor area that people live in (r_use, domain notes 3.6); 0: nobody lives
/// there. A building of unclear kind is a home where it has an address or hardly any building has
/// one, unless its size, its land or another use speaks against it.
double residential_share(const PeopleRules& rules, const BuildingUse& use,
                         bool addresses_are_mapped);

/// Storeys of a kind for which none are mapped.
double assumed_floors(const PeopleRules& rules, const std::string& kind);

/// Dwellings on `living_m2` of a building of `kind`; at least one.
int dwellings_on(const PeopleRules& rules, const std::string& kind, double living_m2);

}  // namespace nahraum::model
