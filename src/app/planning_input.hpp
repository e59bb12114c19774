#pragma once
/// The course's work as the rules of planning take it: for the modules' pages and for exercises.

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
/// A tie whose strength is not known counts as loose.
std::vector<planning::ActorTie> actor_ties(const model::Work& work);
planning::ActorNetwork network_of(const model::Work& work);
planning::StakeholderMatrix matrix_of(const model::Work& work);
std::vector<planning::StagedOffer> staged_offers(const model::Work& work);
/// Those that are not dropped, in their order.
std::vector<planning::PlannedMeasure> planned_measures(const model::Work& work);
/// Without bounds: what is possible hangs on what is counted.
planning::Goal goal_of_measure(const model::Measure& measure);
planning::RaciPlan raci_plan_of(const model::Work& work);

}  // namespace nahraum::app
