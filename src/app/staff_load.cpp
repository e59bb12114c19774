#include <algorithm>

#include "app/page_staff.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;
using planning::Judged;

namespace {

std::string hours_text(double hours) {
  return decimal(hours, hours == static_cast<double>(static_cast<long>(hours)) ? 0 : 1);
}

scene::BarRow row_of(const planning::RoleLoad& load, const std::string& name) {
  scene::BarRow row{name, {}, "", ""};
  if (!load.capacity) {
    row.unknown = tr("posts not known");
    return row;
  }
  if (!load.load) {
    row.unknown = tr("no post");
    return row;
  }
  const double percent = 100 * *load.load;
  row.parts = {std::min(percent, 100.0), std::max(0.0, percent - 100)};
  row.remark = load.hours_unknown > 0
                   ? say(tr("% and more: {0} of {1} h known"), hours_text(load.hours),
                         hours_text(*load.capacity))
                   : say(tr("%: {0} of {1} h"), hours_text(load.hours), hours_text(*load.capacity));
  return row;
}

void add_line(const planning::RoleLoad& load, const std::string& name, PageBlock& block) {
  const auto id = std::stoi(load.role);
  if (load.overloaded == Judged::yes) {
    block.lines.push_back(with_row(
        warning(say(tr("“{0}” is overloaded: {1} hours a week of tasks, {2} hours of posts."), name,
                    hours_text(load.hours), hours_text(load.capacity.value_or(0)))),
        "roles", id));
  }
  if (load.hours_unknown > 0) {
    block.lines.push_back(with_row(
        fact(
            say(tr_n("“{0}” does {1} task whose hours are not known: its week is fuller than told.",
                     "“{0}” does {1} tasks whose hours are not known: its week is fuller than "
                     "told.",
                     load.hours_unknown),
                name, load.hours_unknown)),
        "tasks", 0));
  }
  if (!load.capacity && load.hours > 0) {
    block.lines.push_back(
        with_row(fact(say(tr("“{0}” has {1} known hours of tasks, but its posts are not known."),
                          name, hours_text(load.hours))),
                 "roles", id));
  }
}

void add_assumed_weeks(const model::Work& work, PageBlock& block) {
  std::vector<std::string> names;
  for (const auto& role : work.roles) {
    if (role.fte && !role.weekly_hours) names.push_back(name_of(role));
  }
  if (names.empty()) return;
  block.lines.push_back(fact(say(tr("Hours of a full post are not stated, {1} are taken: {0}."),
                                 some_of(names), hours_text(full_week_hours))));
}

/// Tasks that nobody does burden nobody.
void add_unshared(const model::Work& work, PageBlock& block) {
  double hours = 0;
  for (const auto& task : work.tasks) {
    const bool done = std::any_of(
        work.responsibilities.begin(), work.responsibilities.end(), [&](const auto& row) {
          return row.task == task.id && (row.letter == "R" || row.letter == "AR");
        });
    if (!done && task.hours && *task.hours > 0) hours += *task.hours;
  }
  if (hours <= 0) return;
  block.lines.push_back(warning(say(
      tr("{} hours a week are of tasks that nobody does: in no role's week."), hours_text(hours))));
}

std::string load_sentence(const planning::RaciCheck& check) {
  std::size_t above = 0, open = 0;
  for (const auto& load : check.loads) {
    above += load.overloaded == Judged::yes ? 1 : 0;
    open += load.overloaded == Judged::open ? 1 : 0;
  }
  if (above == 0 && open == 0) return tr("No role has more hours than its posts.");
  return say(tr("Roles with more hours than their posts: {0} of {1}; not known: {2}."), above,
             check.loads.size(), open);
}

}  // namespace

PageBlock load_block(const PageInput& input) {
  const auto& work = *input.project->work;
  PageBlock block{"load", tr("Hours and posts"), ""};
  block.tables = {"roles", "tasks"};
  if (work.roles.empty()) {
    block.sentence =
        tr("There is no role yet: add roles with their posts to see whose week is "
           "full.");
    return block;
  }
  const auto check = raci_of(work);
  block.sentence = load_sentence(check);
  scene::BarsSpec spec;
  spec.series = {tr("up to 100 %"), tr("above 100 %")};
  spec.first = tr("Role");
  spec.limit = 100;
  spec.limit_name = "100\u00a0%";
  for (const auto& load : check.loads) {
    const auto name = role_named(work, load.role);
    spec.rows.push_back(row_of(load, name));
    add_line(load, name, block);
  }
  add_unshared(work, block);
  add_assumed_weeks(work, block);
  block.chart = std::move(spec);
  block.chart_table = "roles";
  block.method =
      tr("Hours a week of a role's tasks against its posts times the hours of a full post: 39 "
         "where nothing is stated (from the literature: TVöD-VKA § 6). The hours of a task are "
         "shared out evenly among those who do it (assumption). Unknown hours count as unknown, "
         "not as none.");
  return block;
}

PageBlock deputies_block(const PageInput& input) {
  const auto& work = *input.project->work;
  PageBlock block{"deputies", tr("Deputies"), ""};
  block.tables = {"roles"};
  for (const auto& remark : raci_of(work).remarks) {
    const auto role = role_named(work, remark.role);
    PageLine line;
    if (remark.fault == planning::RaciFault::deputy_missing) {
      line = warning(say(tr("Nobody deputises for “{}”."), role));
    } else if (remark.fault == planning::RaciFault::deputy_unknown) {
      line = fault(say(tr("The deputy of “{}” is a role that is gone."), role));
    } else if (remark.fault == planning::RaciFault::own_deputy) {
      line = fault(say(tr("“{}” cannot be its own deputy."), role));
    } else {
      continue;
    }
    block.lines.push_back(with_row(std::move(line), "roles", std::stoi(remark.role)));
  }
  if (work.roles.empty()) return block;
  block.sentence = block.lines.empty()
                       ? std::string(tr("Every role that does something has a deputy."))
                       : say(tr_n("{} thing about deputies is open.",
                                  "{} things about deputies are open.", block.lines.size()),
                             block.lines.size());
  block.method = tr("A role with R or A needs a deputy (assumption).");
  return block;
}

}  // namespace nahraum::app
