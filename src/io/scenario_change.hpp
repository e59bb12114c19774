#pragma once
/// One change of a scenario as YAML (in files) and as JSON (in the project), which is YAML too.

#include <functional>
#include <string>

#include "io/change_json.hpp"
#include "io/yaml_node.hpp"
#include "model/scenario.hpp"

namespace nahraum::io {

/// What a file may write in its own way.
struct ChangeWords {
  std::function<geo::Point(const YAML::Node&)> place;  ///< in the project's CRS
  std::function<std::string(const YAML::Node&)> type;  ///< catalogue id
};

/// `kind` is one of model::change_kinds(). Throws YAML::RepresentationException as the functions of
/// io/yaml_node.hpp do.
model::Change change_from(const std::string& kind, const YAML::Node& body,
                          const ChangeWords& words);

/// What `to_json` (io/change_json.hpp) wrote. Throws YAML::Exception for anything else.
model::Change change_from_json(const std::string& kind, const std::string& json);

}  // namespace nahraum::io
