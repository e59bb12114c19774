#pragma once
/// Blocks of module 6's page: measures, their plan over time, their goals and their effect.

#include "app/page_bricks.hpp"

namespace nahraum::app {

std::string name_of(const model::Measure& measure);
/// Index of the status in the order idea, planned, running, done; dropped and unknown ones: 4.
std::size_t stage_of(const model::Measure& measure);
/// What the stages are called, in their order, the last one being "dropped".
const std::vector<std::string>& stage_ids();
std::string stage_name(std::size_t stage);

PageBlock measures_block(const PageInput& input);
PageBlock gantt_block(const PageInput& input);
PageBlock smart_block(const PageInput& input);
PageBlock effect_block(const PageInput& input);
PageBlock board_block(const PageInput& input);

/// The answer to the question that is asked now; null: not computed yet.
const Answer* answer_in_sight(const PageInput& input);
/// A measure made of the gap that the answer shows, as it will be added; nothing where there is no
/// gap, or where the answer is of a scenario.
std::optional<model::Measure> measure_of_gap(const PageInput& input);

}  // namespace nahraum::app
