#pragma once
/// Barriers in words.

#include <string>

#include "app/barriers_report.hpp"

namespace nahraum::app {

/// "steps", "raised kerb": for a table.
std::string barrier_name(const std::string& kind);
/// The place's own name, else the street near it, else its OSM object.
std::string place_of(const BarrierRow& row);
/// "Without the steps (Bahnhofsunterführung), 312 more people reach a pharmacy in 10 minutes (with
/// a rollator)." About the first row; that nothing was found, where there is none.
std::string barriers_sentence(const BarriersResult& result, const DisclosedBarriers& shown);
/// "< 5" for a small count, "–" for one unknown or kept back.
std::string shown_count(const std::optional<long>& count, long real, int min_count);

}  // namespace nahraum::app
