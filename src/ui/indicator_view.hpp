#pragma once
/// Module 1 on the map: what the colours of areas mean, and what lies under the mouse.

#include <optional>
#include <string>
#include <vector>

#include "ui/map_marks.hpp"

namespace nahraum::ui {

/// The indicator, its classes with their bounds and how they were found, what has no figure, the
/// circles. Empty where no indicator is shown.
std::vector<LegendEntry> indicator_legend(const app::State& state);

/// The area of the shown indicator at a place of the map.
std::optional<std::size_t> area_at(const app::State& state, geo::Point at);
/// "Lindenstraße", "Share of 80 and over: 8.3 %", "People of 80 and over: 142".
std::vector<std::string> area_lines(const app::State& state, std::size_t area);
/// What a click on the area asks.
app::AskStudy ask_area(const app::State& state, std::size_t area);

}  // namespace nahraum::ui
