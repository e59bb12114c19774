#include <algorithm>

#include "app/page_staff.hpp"
#include "app/planning_input.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;
using Fault = planning::RaciFault;

namespace {

std::string task_named(const model::Work& work, const std::string& id) {
  for (const auto& task : work.tasks) {
    if (std::to_string(task.id) == id) return name_of(task);
  }
  return say(tr("task {}"), id);
}

/// "A Town planning; R Neighbourhood office, Volunteers"
std::string letters_text(const model::Work& work, const model::Task& task) {
  std::string text;
  for (const std::string letter : {"A", "R", "C", "I"}) {
    std::vector<std::string> roles;
    for (const auto& row : work.responsibilities) {
      const bool both = row.letter == "AR" && (letter == "A" || letter == "R");
      if (row.task == task.id && (row.letter == letter || both))
        roles.push_back(role_named(work, std::to_string(row.role)));
    }
    if (roles.empty()) continue;
    text += (text.empty() ? "" : "; ") + letter + "\u00a0" + some_of(roles, roles.size());
  }
  return text.empty() ? tr("no letter yet") : text;
}

std::string rule_text(const planning::RaciRemark& remark, const model::Work& work) {
  std::vector<std::string> roles;
  for (const auto& id : remark.ids)
    roles.push_back(role_named(work, id));
  const auto task = task_named(work, remark.task), role = role_named(work, remark.role);
  switch (remark.fault) {
    case Fault::nobody_accountable:
      return say(tr("“{}” has no A: nobody answers for it."), task);
    case Fault::several_accountable:
      return say(tr("“{0}” has more than one A: {1}. Exactly one answers for a task."), task,
                 some_of(roles));
    case Fault::nobody_responsible:
      return say(tr("“{}” has no R: nobody does it."), task);
    case Fault::role_without_tasks:
      return say(tr("“{}” has no letter in any task."), role);
    case Fault::repeated_field:
      return say(tr("“{1}” has two letters for “{0}”: only the first counts. A/R is one letter."),
                 task, role);
    case Fault::unknown_task:
      return say(tr("A letter of “{}” is for a task that is gone."), role);
    case Fault::unknown_role:
      return say(tr("“{}” has a letter of a role that is gone."), task);
    case Fault::number_out_of_range:
      return remark.task.empty()
                 ? say(tr("The posts of “{}” are no number that can be: taken as unknown."), role)
                 : say(tr("The hours of “{}” are no number that can be: taken as unknown."), task);
    default:
      return {};
  }
}

bool is_of_matrix(const planning::RaciRemark& remark) {
  return remark.fault != Fault::deputy_missing && remark.fault != Fault::deputy_unknown &&
         remark.fault != Fault::own_deputy && remark.fault != Fault::repeated_id;
}

PageLine rule_line(const planning::RaciRemark& remark, const model::Work& work) {
  auto text = rule_text(remark, work);
  const bool soft = remark.fault == Fault::role_without_tasks;
  PageLine line = soft ? fact(std::move(text)) : warning(std::move(text));
  if (soft) return with_row(std::move(line), "roles", std::stoi(remark.role));
  if (remark.task.empty()) return line;
  return with_row(std::move(line), "tasks", std::stoi(remark.task));
}

std::size_t tasks_that_break_rules(const planning::RaciCheck& check) {
  std::vector<std::string> tasks;
  for (const auto& remark : check.remarks) {
    const bool rule = remark.fault == Fault::nobody_accountable ||
                      remark.fault == Fault::several_accountable ||
                      remark.fault == Fault::nobody_responsible;
    if (rule) tasks.push_back(remark.task);
  }
  std::sort(tasks.begin(), tasks.end());
  tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
  return tasks.size();
}

std::string raci_sentence(const model::Work& work, std::size_t broken) {
  const auto tasks = work.tasks.size();
  if (broken == 0)
    return say(tr_n("{0} task, {1} roles: exactly one answers for it (A) and somebody does it (R).",
                    "{0} tasks, {1} roles: for each exactly one answers (A) and somebody does it "
                    "(R).",
                    tasks),
               tasks, work.roles.size());
  return say(tr_n("{1} of {0} tasks breaks a rule: exactly one A, at least one R.",
                  "{1} of {0} tasks break a rule: exactly one A, at least one R.", broken),
             tasks, broken);
}

}  // namespace

std::string name_of(const model::Role& role) {
  return titled(role.name, base::tr_noop("Role"), role.id);
}
std::string name_of(const model::Task& task) {
  return titled(task.title, base::tr_noop("Task"), task.id);
}

std::string role_named(const model::Work& work, const std::string& id) {
  for (const auto& role : work.roles) {
    if (std::to_string(role.id) == id) return name_of(role);
  }
  return id.empty() ? "" : say(tr("role {}"), id);
}

planning::RaciCheck raci_of(const model::Work& work) {
  return planning::raci_check(raci_plan_of(work), {full_week_hours});
}

PageBlock raci_block(const PageInput& input) {
  const auto& work = *input.project->work;
  PageBlock block{"raci", tr("Tasks and roles (RACI)"), ""};
  block.tables = {"tasks", "roles", "responsibilities"};
  auto of_measures = tasks_of_measures(input);
  if (work.tasks.empty()) {
    block.sentence =
        tr("There is no task yet. Ten standing tasks of a neighbourhood office are a "
           "good beginning: change what is different with you.");
    block.actions.push_back(button(tr("Take ten standing tasks"), ten_standing_tasks(input)));
  } else {
    const auto check = raci_of(work);
    block.sentence = raci_sentence(work, tasks_that_break_rules(check));
    for (const auto& remark : check.remarks) {
      if (is_of_matrix(remark)) block.lines.push_back(rule_line(remark, work));
    }
    for (const auto& task : work.tasks) {
      block.lines.push_back(with_row(
          fact(say(tr("{0}: {1}"), name_of(task), letters_text(work, task))), "tasks", task.id));
    }
  }
  if (!of_measures.empty()) {
    block.actions.push_back(
        button(tr("Make a task of each measure without one"), std::move(of_measures)));
  }
  block.method =
      tr("R does it, A answers for it, C is asked, I is told; exactly one A and at least one R per "
         "task (from the literature: the RACI matrix of project management). The ten standing "
         "tasks are our proposal (assumption).");
  return block;
}

}  // namespace nahraum::app
