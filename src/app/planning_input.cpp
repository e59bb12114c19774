#include "app/planning_input.hpp"

#include "base/days.hpp"

namespace nahraum::app {
namespace {

std::string id_of(model::Id id) {
  return std::to_string(id);
}

}  // namespace

std::vector<std::string> actor_ids(const model::Work& work) {
  std::vector<std::string> ids;
  for (const auto& actor : work.actors)
    ids.push_back(id_of(actor.id));
  return ids;
}

std::vector<planning::ActorTie> actor_ties(const model::Work& work) {
  std::vector<planning::ActorTie> ties;
  for (const auto& tie : work.ties)
    ties.push_back({id_of(tie.from), id_of(tie.to), tie.kind, tie.strength.value_or(1)});
  return ties;
}

planning::ActorNetwork network_of(const model::Work& work) {
  return planning::actor_network(actor_ids(work), actor_ties(work));
}

planning::StakeholderMatrix matrix_of(const model::Work& work) {
  std::vector<planning::StakeholderRating> ratings;
  for (const auto& rating : work.ratings)
    ratings.push_back({id_of(rating.actor), rating.rater, rating.influence, rating.interest});
  return planning::stakeholder_matrix(actor_ids(work), ratings);
}

std::vector<planning::StagedOffer> staged_offers(const model::Work& work) {
  std::vector<planning::StagedOffer> offers;
  for (const auto& row : work.offer_stages) {
    planning::StagedOffer offer{id_of(row.id), std::nullopt, row.partner,
                                base::day_of(row.handover)};
    if (row.stage && *row.stage >= 0 && *row.stage < int(planning::offer_stages))
      offer.stage = static_cast<planning::OfferStage>(*row.stage);
    offers.push_back(std::move(offer));
  }
  return offers;
}

std::vector<planning::PlannedMeasure> planned_measures(const model::Work& work) {
  std::vector<planning::PlannedMeasure> measures;
  for (const auto& row : work.measures) {
    if (row.status == "dropped") continue;
    planning::PlannedMeasure measure{
        id_of(row.id), base::day_of(row.start), base::day_of(row.end), {}, {}};
    for (const auto& milestone : work.milestones) {
      const auto day = base::day_of(milestone.date);
      if (milestone.measure == row.id && day) measure.milestones.push_back(*day);
    }
    for (const auto before : row.after)
      measure.predecessors.push_back(id_of(before));
    measures.push_back(std::move(measure));
  }
  return measures;
}

planning::Goal goal_of_measure(const model::Measure& measure) {
  planning::Goal goal;
  goal.text = measure.goal;
  goal.place = measure.at.empty() ? "" : "place";
  goal.group = measure.people;
  goal.indicator = measure.indicator;
  goal.unit = measure.unit;
  goal.baseline = measure.baseline;
  goal.target = measure.target;
  goal.owner = measure.owner;
  goal.start = base::day_of(measure.start);
  goal.due = base::day_of(measure.target_date.empty() ? measure.end : measure.target_date);
  return goal;
}

planning::RaciPlan raci_plan_of(const model::Work& work) {
  planning::RaciPlan plan;
  const double full_week = planning::RaciRules{}.weekly_hours;
  for (const auto& task : work.tasks)
    plan.tasks.push_back({id_of(task.id), task.hours});
  for (const auto& role : work.roles) {
    auto posts = role.fte;
    if (posts && role.weekly_hours) posts = *posts * *role.weekly_hours / full_week;
    plan.roles.push_back({id_of(role.id), posts, role.deputy == 0 ? "" : id_of(role.deputy)});
  }
  for (const auto& row : work.responsibilities) {
    planning::RaciField field{id_of(row.task), id_of(row.role)};
    field.responsible = row.letter == "R" || row.letter == "AR";
    field.accountable = row.letter == "A" || row.letter == "AR";
    field.consulted = row.letter == "C";
    field.informed = row.letter == "I";
    plan.fields.push_back(std::move(field));
  }
  return plan;
}

}  // namespace nahraum::app
