#pragma once
/// The course's work as the rules of planning take it.

#include "model/work.hpp"
#include "planning/network.hpp"
#include "planning/offer_stage.hpp"
#include "planning/raci.hpp"
#include "planning/schedule.hpp"
#include "planning/smart.hpp"
#include "planning/stakeholders.hpp"

namespace nahraum::app {

/// Ids are those of the rows, as text.
std::vector<std::string> actor_ids(const model::Work& work);
planning::ActorNetwork network_of(const model::Work& work);
planning::StakeholderMatrix matrix_of(const model::Work& work);
std::vector<planning::StagedOffer> staged_offers(const model::Work& work);
std::vector<planning::PlannedMeasure> planned_measures(const model::Work& work);
/// Targets below zero are impossible; above, it hangs on the measure.
planning::Goal goal_of_measure(const model::Measure& measure);
planning::RaciPlan raci_plan_of(const model::Work& work);

}  // namespace nahraum::app
