#pragma once
/// How capacities are counted and how their worth falls with the way: the rules of
/// assets/catalogue/capacity.yaml.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/label.hpp"
#include "model/sourced.hpp"

namespace nahraum::model {

/// How the weight of a way falls with its cost d within a limit d0; 0 beyond it. Equal: 1. Zones:
/// one weight per equally wide band of the limit. Gauss: (e^(−½(d/d0)²) − e^(−½)) / (1 − e^(−½)).
/// Exponential: e^(−d/scale). Power: (max(d, scale)/scale)^(−exponent). Half: 2^(−d/scale).
struct Decay {
  enum class Kind { equal, zones, gauss, exponential, power, half };
  std::string id;  ///< "steep"
  Label label;
  Kind kind = Kind::equal;
  std::vector<double> zones;  ///< from near to far, each 0…1
  double scale = 1;           ///< metres, or seconds with `scale_is_time`
  bool scale_is_time = false;
  double exponent = 1;
  Sourced evidence;
};

/// Formulas in analysis/floating_catchment.hpp.
enum class AccessMethod {
  two_step,
  enhanced,
  three_step,
  modified,
  balanced,
  gravity,
  opportunities
};

/// A method as it is asked for.
struct AccessMethodRule {
  std::string id;  ///< "e2sfca_gauss"
  AccessMethod method = AccessMethod::two_step;
  Label label;
  std::string decay;  ///< id of its usual decay
  Sourced evidence;
};

/// What is counted, with "{}" where the service's name stands: "Plätze {}".
struct CapacityUnit {
  std::string de_one, de_many, en_one, en_many;
};

/// Persons for whom one unit is planned.
struct PlanningRatio {
  double persons_per_unit = 0;
  Label note;  ///< what to know about it: "vor Korrekturfaktoren"
  Sourced evidence;
};

struct TypeCapacity {
  std::string unit;
  bool counted = false;        ///< each service counts as one, whatever number it states
  std::string demand = "all";  ///< whose demand counts unless asked otherwise: all, 65, 80
  std::optional<PlanningRatio> planning;
};

struct CapacityRules {
  std::vector<AccessMethodRule> methods;
  std::vector<Decay> decays;
  std::map<std::string, CapacityUnit> units;
  std::map<std::string, TypeCapacity> types;  ///< by service id
  std::string counted_unit;                   ///< where services are only counted

  const AccessMethodRule* method(const std::string& id) const;  ///< nullptr when unknown
  const Decay* decay(const std::string& id) const;              ///< nullptr when unknown
  /// The rule of a type; those not listed are counted.
  TypeCapacity of(const std::string& type) const;
};

}  // namespace nahraum::model
