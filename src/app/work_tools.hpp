#pragma once
/// What the map's tools make of the course's work.

#include <optional>

#include "app/state.hpp"

namespace nahraum::app {

/// Of set_pin, draw_sketch, place_row, route_row: the edit for what was drawn. Nothing for other
/// tools, and where there is no row to be placed.
std::optional<model::Edit> work_edit(const State& state, Tool tool,
                                     const std::vector<geo::Point>& points);
/// The tool that gives the open table's row its place; nothing where it has none.
std::optional<Tool> placing_tool(const std::string& table);

}  // namespace nahraum::app
