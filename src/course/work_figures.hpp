#pragma once
/// Figures of the course's work: rows of its tables, what the rules of planning say of them, and
/// whoever loses what when something falls away.

#include "course/figure_reader.hpp"

namespace nahraum::course {

/// A kind of figure that asks the rules of planning, and what it can tell.
struct WorkTells {
  const char* kind;  ///< "network"
  std::vector<std::string> tells;
};
const std::vector<WorkTells>& work_tells();

FigureKind rows_figure(const YAML::Node& body, Reading& reading);
FigureKind work_figure(const YAML::Node& body, Reading& reading, const WorkTells& tells);
FigureKind stress_figure(const YAML::Node& body, Reading& reading);

}  // namespace nahraum::course
