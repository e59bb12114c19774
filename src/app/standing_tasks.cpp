#include <algorithm>
#include <array>

#include "app/page_project.hpp"
#include "app/page_staff.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_noop;

namespace {

struct StandingRole {
  const char* name;
  const char* unit;
};
constexpr std::array standing_roles{
    StandingRole{tr_noop("Neighbourhood management"), tr_noop("Neighbourhood office")},
    StandingRole{tr_noop("Social planning"), tr_noop("Social services department")},
    StandingRole{tr_noop("Town planning"), tr_noop("Planning department")},
    StandingRole{tr_noop("Management of the body in charge"), tr_noop("Body in charge")},
    StandingRole{tr_noop("Coordination of volunteers"), tr_noop("Body in charge")}};

/// Letters in the order of the roles; "" none.
struct StandingTask {
  const char* title;
  std::array<const char*, standing_roles.size()> letters;
};
constexpr std::array standing_tasks{
    StandingTask{tr_noop("Open consultation hours in the neighbourhood office"),
                 {"AR", "I", "", "", "I"}},
    StandingTask{tr_noop("Guide people to help and visit them at home"), {"AR", "C", "", "", "R"}},
    StandingTask{tr_noop("Prepare and lead the round table of the actors"),
                 {"AR", "C", "C", "I", ""}},
    StandingTask{tr_noop("Ask residents and let them take part"), {"R", "A", "C", "", "C"}},
    StandingTask{tr_noop("Win volunteers and accompany them"), {"C", "", "", "I", "AR"}},
    StandingTask{tr_noop("Run the meeting place and its programme"), {"A", "", "", "I", "R"}},
    StandingTask{tr_noop("Tell the neighbourhood: newsletter, notice boards, press"),
                 {"AR", "I", "", "C", "I"}},
    StandingTask{tr_noop("Keep services and data of the neighbourhood up to date"),
                 {"R", "A", "C", "", ""}},
    StandingTask{tr_noop("Collect barriers in public space and see that they are removed"),
                 {"R", "I", "A", "", ""}},
    StandingTask{tr_noop("Apply for money, watch over its use, report"), {"R", "C", "", "A", ""}}};

model::Id role_id(const PageInput& input, std::size_t number,
                  std::vector<model::RecordChange>& changes, int& added) {
  const auto& roles = input.project->work->roles;
  const std::string name = tr(standing_roles[number].name);
  for (const auto& role : roles) {
    if (role.name == name) return role.id;
  }
  model::Role role;
  role.id = new_id(input, roles, added++);
  role.name = name;
  role.unit = tr(standing_roles[number].unit);
  role.weekly_hours = full_week_hours;
  changes.push_back(model::put_row(role));
  return role.id;
}

}  // namespace

std::vector<model::RecordChange> ten_standing_tasks(const PageInput& input) {
  const auto& work = *input.project->work;
  std::vector<model::RecordChange> changes;
  std::array<model::Id, standing_roles.size()> roles{};
  int added_roles = 0, added_letters = 0;
  for (std::size_t i = 0; i < roles.size(); ++i)
    roles[i] = role_id(input, i, changes, added_roles);
  for (std::size_t i = 0; i < standing_tasks.size(); ++i) {
    model::Task task;
    task.id = new_id(input, work.tasks, static_cast<int>(i));
    task.title = tr(standing_tasks[i].title);
    changes.push_back(model::put_row(task));
    for (std::size_t k = 0; k < roles.size(); ++k) {
      const std::string letter = standing_tasks[i].letters[k];
      if (letter.empty()) continue;
      const auto id = new_id(input, work.responsibilities, added_letters++);
      changes.push_back(model::put_row(model::Responsibility{id, task.id, roles[k], letter}));
    }
  }
  return changes;
}

std::vector<model::RecordChange> tasks_of_measures(const PageInput& input) {
  const auto& work = *input.project->work;
  std::vector<model::RecordChange> changes;
  for (const auto& measure : work.measures) {
    const bool has = std::any_of(work.tasks.begin(), work.tasks.end(),
                                 [&](const auto& task) { return task.measure == measure.id; });
    if (has || measure.status == "done" || measure.status == "dropped") continue;
    model::Task task;
    task.id = new_id(input, work.tasks, static_cast<int>(changes.size()));
    task.title = name_of(measure);
    task.measure = measure.id;
    changes.push_back(model::put_row(task));
  }
  return changes;
}

}  // namespace nahraum::app
