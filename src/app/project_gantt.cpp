#include <algorithm>
#include <map>

#include "app/page_project.hpp"
#include "app/planning_input.hpp"
#include "base/days.hpp"
#include "planning/schedule.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;
using Fault = planning::ScheduleFault;

namespace {

/// What is planned over time: dropped measures are not.
struct Planned {
  std::vector<const model::Measure*> measures;
  std::vector<planning::PlannedMeasure> plan;
  std::vector<std::vector<const model::Milestone*>> milestones;  ///< per measure
  planning::Schedule schedule;

  std::string name(const std::string& id) const {
    for (std::size_t i = 0; i < plan.size(); ++i) {
      if (plan[i].id == id) return name_of(*measures[i]);
    }
    return say(tr("measure {}"), id);
  }
  std::vector<std::string> names(const std::vector<std::string>& ids) const {
    std::vector<std::string> all;
    for (const auto& id : ids)
      all.push_back(name(id));
    return all;
  }
};

Planned planned_of(const model::Work& work) {
  Planned planned;
  for (const auto& measure : work.measures) {
    if (measure.status == "dropped") continue;
    planned.measures.push_back(&measure);
    auto& milestones = planned.milestones.emplace_back();
    for (const auto& milestone : work.milestones) {
      if (milestone.measure == measure.id) milestones.push_back(&milestone);
    }
  }
  planned.plan = planned_measures(work);
  planned.schedule = planning::schedule(planned.plan);
  return planned;
}

/// Done, or as far as its milestones are.
double share_done(const model::Measure& measure,
                  const std::vector<const model::Milestone*>& milestones) {
  if (measure.status == "done") return 1;
  if (milestones.empty()) return 0;
  const auto done = std::count_if(milestones.begin(), milestones.end(),
                                  [](const auto* milestone) { return milestone->done; });
  return static_cast<double>(done) / static_cast<double>(milestones.size());
}

scene::GanttSpec spec_of(const Planned& planned, const std::string& today) {
  scene::GanttSpec spec;
  spec.today = base::day_of(today);
  for (std::size_t stage = 0; stage < 4; ++stage)
    spec.series.push_back(stage_name(stage));
  std::map<std::string, std::size_t> rank;
  for (std::size_t i = 0; i < planned.plan.size(); ++i)
    rank[planned.plan[i].id] = i;
  for (std::size_t i = 0; i < planned.plan.size(); ++i) {
    const auto& plan = planned.plan[i];
    scene::GanttRow row;
    row.id = plan.id;
    row.name = name_of(*planned.measures[i]);
    row.start = plan.start;
    row.end = plan.end;
    row.milestones = plan.milestones;
    for (const auto& id : plan.predecessors) {
      if (rank.count(id) > 0) row.waits_for.push_back(rank[id]);
    }
    row.done = share_done(*planned.measures[i], planned.milestones[i]);
    const auto& times = planned.schedule.times[i];
    row.critical = times && times->critical();
    row.series = stage_of(*planned.measures[i]);
    spec.rows.push_back(std::move(row));
  }
  return spec;
}

std::string gantt_sentence(const Planned& planned) {
  const auto& schedule = planned.schedule;
  if (!schedule.cycles.empty())
    return tr(
        "Measures wait for each other in a circle: no end can be computed until one of them "
        "waits no longer.");
  if (!schedule.begin)
    return tr("No measure has a start and an end yet: write the dates into the table.");
  const auto from = day_text(base::iso_of(*schedule.begin));
  const auto to = day_text(base::iso_of(*schedule.end));
  const auto path = planned.names(schedule.critical_path);
  if (path.size() < 2)
    return say(tr("The measures run from {0} to {1}; the last to end is “{2}”."), from, to,
               path.empty() ? "" : path.front());
  std::string arrows;
  for (const auto& name : path)
    arrows += (arrows.empty() ? "" : " → ") + name;
  return say(tr("The measures run from {0} to {1}. A delay on the critical path delays the end: "
                "{2}."),
             from, to, arrows);
}

const char* form_of(Fault fault) {
  switch (fault) {
    case Fault::end_before_start:
      return tr("“{0}” ends {4} days before it starts.");
    case Fault::date_out_of_range:
      return tr("“{0}” has a date outside the years 1900 to 2199.");
    case Fault::milestone_gap:
      return tr("“{0}” has no milestone from {2} to {3}: more than six months.");
    case Fault::milestone_outside:
      return tr("“{0}” has a milestone on {2}, outside its own time.");
    case Fault::predecessor_overlaps:
      return tr("“{0}” starts before “{1}” ends, which it waits for: {4} days in common.");
    case Fault::predecessor_undated:
      return tr("“{0}” waits for “{1}”, which has no dates: nothing holds it up in the plan.");
    case Fault::predecessor_unknown:
      return tr("“{0}” waits for {1}, which is dropped or gone.");
    case Fault::dates_missing:
    case Fault::repeated_id:
      break;
  }
  return "";
}

PageLine remark_line(const planning::ScheduleRemark& remark, const Planned& planned) {
  const auto day = [](int number) { return day_text(base::iso_of(number)); };
  const auto text = say(form_of(remark.fault), planned.name(remark.id), planned.name(remark.other),
                        day(remark.from), day(remark.to), remark.days);
  const bool fatal = remark.fault == Fault::end_before_start ||
                     remark.fault == Fault::date_out_of_range ||
                     remark.fault == Fault::predecessor_unknown;
  return with_row(fatal ? fault(text) : warning(text), "measures", std::stoi(remark.id));
}

void add_undated(const Planned& planned, PageBlock& block) {
  std::vector<std::string> undated;
  for (const auto& remark : planned.schedule.remarks) {
    if (remark.fault == Fault::dates_missing) undated.push_back(planned.name(remark.id));
  }
  if (undated.empty()) return;
  block.lines.push_back(
      warning(say(tr("Without start or end, so not in the plan: {}."), some_of(undated))));
}

void add_undated_milestones(const model::Work& work, PageBlock& block) {
  for (const auto& milestone : work.milestones) {
    if (base::day_of(milestone.date)) continue;
    block.lines.push_back(
        with_row(warning(say(tr("The milestone “{}” has no date."),
                             titled(milestone.title, base::tr_noop("Milestone"), milestone.id))),
                 "milestones", milestone.id));
  }
}

void add_remarks(const Planned& planned, PageBlock& block) {
  for (const auto& circle : planned.schedule.cycles) {
    block.lines.push_back(with_row(fault(say(tr("In a circle, each waiting for the next: {}."),
                                             circle_of(planned.names(circle)))),
                                   "measures", std::stoi(circle.front())));
  }
  for (const auto& remark : planned.schedule.remarks) {
    if (form_of(remark.fault)[0] != '\0') block.lines.push_back(remark_line(remark, planned));
  }
  add_undated(planned, block);
}

}  // namespace

PageBlock gantt_block(const PageInput& input) {
  const auto& work = *input.project->work;
  const auto planned = planned_of(work);
  PageBlock block{"gantt", tr("Milestones and Gantt chart"), ""};
  block.tables = {"measures", "milestones"};
  if (planned.measures.empty()) {
    block.sentence = tr("All measures are dropped: nothing is planned.");
    return block;
  }
  block.sentence = gantt_sentence(planned);
  add_remarks(planned, block);
  add_undated_milestones(work, block);
  block.chart = spec_of(planned, input.today);
  block.chart_table = "measures";
  block.method =
      tr("Critical path method: a measure begins on the day after those that it waits for end, and "
         "not before its own start (from the literature: Kelley & Walker 1959). No more than six "
         "months between start, milestones and end is our assumption. What is done of a bar is the "
         "share of its milestones that are done.");
  return block;
}

}  // namespace nahraum::app
