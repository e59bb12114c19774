#pragma once
/// Reach with rests as layers of a map.

#include "app/rests_report.hpp"

namespace nahraum::app {

/// Stretches without a seat on which somebody walks too far: gap_m, length_m, name, and persons of
/// 65+ and 80+ whose way leads over them, and for how many of them it is too far. Counts of
/// neighbouring stretches would tell small numbers by subtraction: they are rounded down to
/// multiples of `min_count`.
io::FeatureTable stretches_layer(const RestsResult& result, const Workspace& workspace);
/// New seats with what each gains.
io::FeatureTable new_seats_layer(const RestsResult& result, const Workspace& workspace);
/// Seats of the data, and whether any way passes near enough.
io::FeatureTable seats_layer(const RestsResult& result, const Workspace& workspace);
/// Homes of the district: the way as it is and the way with rests.
io::FeatureTable rested_homes_layer(const RestsResult& result, const Workspace& workspace);

/// Name of the street at the place, else of the nearest one that has a name, "" where none is near.
std::string street_of(const RestsResult& result, const analysis::SeatPlace& place);

}  // namespace nahraum::app
