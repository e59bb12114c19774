#pragma once
/// The steps of an exercise file.

#include "course/figure_reader.hpp"

namespace nahraum::course {

/// One step with what it asks or waits for.
Step step_from(const YAML::Node& node, Reading& reading);

/// Layers that a stage can show or hide, as views name them.
const std::vector<std::string>& layer_words();

}  // namespace nahraum::course
