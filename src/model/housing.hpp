#pragma once
/// How a residential building can be lived in with weak legs. Nothing is unknown, which is not no.

#include <optional>
#include <string>

namespace nahraum::model {

struct Housing {
  std::optional<bool> lift;        ///< to all storeys
  std::optional<bool> step_free;   ///< the entrance has no step
  std::optional<int> low_barrier;  ///< dwellings with few barriers, of Home::dwellings
  std::string source = {};         ///< "osm", "user", or the name of a list; "": nothing is known
  friend bool operator==(const Housing&, const Housing&) = default;
};

}  // namespace nahraum::model
