#include "planning/raci.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace nahraum::planning {
namespace {

using Remarks = std::vector<RaciRemark>;

bool wrong(const std::optional<double>& value) {
  return value && !(*value >= 0 && std::isfinite(*value));
}
std::optional<double> known(const std::optional<double>& value) {
  return wrong(value) ? std::nullopt : value;
}

/// Of one id each, and the fields between them.
struct Matrix {
  std::vector<const RaciTask*> tasks;
  std::vector<const RaciRole*> roles;
  std::map<std::string, std::vector<const RaciField*>> of_task;
  std::map<std::string, std::size_t> letters_of_role;
  std::map<std::string, bool> works;  ///< role has an R or an A
  Remarks repeated, field_remarks;
};

bool has_letter(const RaciField& field) {
  return field.responsible || field.accountable || field.consulted || field.informed;
}

void add_fields(const RaciPlan& plan, const std::set<std::string>& tasks,
                const std::set<std::string>& roles, Matrix& matrix) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& field : plan.fields) {
    const auto remark = [&](RaciFault fault) {
      matrix.field_remarks.push_back({fault, field.task, field.role, {}});
    };
    if (!tasks.contains(field.task)) {
      remark(RaciFault::unknown_task);
    } else if (!roles.contains(field.role)) {
      remark(RaciFault::unknown_role);
    } else if (!seen.emplace(field.task, field.role).second) {
      remark(RaciFault::repeated_field);
    } else {
      matrix.of_task[field.task].push_back(&field);
      matrix.letters_of_role[field.role] += has_letter(field) ? 1 : 0;
      matrix.works[field.role] |= field.responsible || field.accountable;
    }
  }
}

Matrix matrix_of(const RaciPlan& plan) {
  Matrix matrix;
  std::set<std::string> tasks, roles;
  for (const auto& task : plan.tasks) {
    if (tasks.insert(task.id).second) {
      matrix.tasks.push_back(&task);
    } else {
      matrix.repeated.push_back({RaciFault::repeated_id, task.id, {}, {}});
    }
  }
  for (const auto& role : plan.roles) {
    if (roles.insert(role.id).second) {
      matrix.roles.push_back(&role);
    } else {
      matrix.repeated.push_back({RaciFault::repeated_id, {}, role.id, {}});
    }
  }
  add_fields(plan, tasks, roles, matrix);
  return matrix;
}

void check_task(const RaciTask& task, const std::vector<const RaciField*>& fields,
                RaciCheck& check) {
  std::vector<std::string> accountable;
  bool responsible = false, both = false;
  for (const auto* field : fields) {
    if (field->accountable) accountable.push_back(field->role);
    responsible |= field->responsible;
    both |= field->responsible && field->accountable;
  }
  if (accountable.empty())
    check.remarks.push_back({RaciFault::nobody_accountable, task.id, {}, {}});
  if (accountable.size() > 1)
    check.remarks.push_back({RaciFault::several_accountable, task.id, {}, accountable});
  if (!responsible) check.remarks.push_back({RaciFault::nobody_responsible, task.id, {}, {}});
  if (both) check.accountable_and_responsible.push_back(task.id);
  if (wrong(task.hours_per_week))
    check.remarks.push_back({RaciFault::number_out_of_range, task.id, {}, {}});
}

void share_out(const RaciTask& task, const std::vector<const RaciField*>& fields,
               std::map<std::string, RoleLoad>& loads) {
  const auto responsible =
      std::count_if(fields.begin(), fields.end(), [](auto* field) { return field->responsible; });
  const auto hours = known(task.hours_per_week);
  for (const auto* field : fields) {
    if (!field->responsible) continue;
    auto& load = loads[field->role];
    ++load.tasks;
    load.hours += hours.value_or(0) / static_cast<double>(responsible);
    load.hours_unknown += hours ? 0 : 1;
  }
}

void judge(RoleLoad& load, const RaciRole& role, double weekly_hours) {
  load.role = role.id;
  const auto share = known(role.full_time_share);
  if (!share) {
    if (load.tasks == 0) load.overloaded = Judged::no;
    return;
  }
  load.capacity = *share * weekly_hours;
  if (*load.capacity > 0) load.load = load.hours / *load.capacity;
  const double rounding = 1e-9 * (1 + *load.capacity);  // thirds of hours add up to the whole
  const bool above = load.hours > *load.capacity + rounding;
  load.overloaded = above ? Judged::yes : load.hours_unknown > 0 ? Judged::open : Judged::no;
}

void check_role(const RaciRole& role, const Matrix& matrix, Remarks& remarks) {
  const auto letters = matrix.letters_of_role.find(role.id);
  if (letters == matrix.letters_of_role.end() || letters->second == 0)
    remarks.push_back({RaciFault::role_without_tasks, {}, role.id, {}});
  const auto works = matrix.works.find(role.id);
  const bool needs_deputy = works != matrix.works.end() && works->second;
  const bool named = std::any_of(matrix.roles.begin(), matrix.roles.end(),
                                 [&](const auto* other) { return other->id == role.deputy; });
  if (role.deputy.empty() && needs_deputy)
    remarks.push_back({RaciFault::deputy_missing, {}, role.id, {}});
  if (!role.deputy.empty() && !named)
    remarks.push_back({RaciFault::deputy_unknown, {}, role.id, {role.deputy}});
  if (wrong(role.full_time_share))
    remarks.push_back({RaciFault::number_out_of_range, {}, role.id, {}});
}

/// Two who stand in for each other are what is wanted; nobody stands in for himself.
void check_deputies(const std::vector<const RaciRole*>& roles, Remarks& remarks) {
  for (const auto* role : roles) {
    if (role->deputy == role->id) remarks.push_back({RaciFault::own_deputy, {}, role->id, {}});
  }
}

void append(Remarks& to, const Remarks& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

RaciCheck raci_check(const RaciPlan& plan, const RaciRules& rules) {
  auto matrix = matrix_of(plan);
  RaciCheck check;
  std::map<std::string, RoleLoad> loads;
  for (const auto* task : matrix.tasks) {
    const auto& fields = matrix.of_task[task->id];
    check_task(*task, fields, check);
    share_out(*task, fields, loads);
  }
  for (const auto* role : matrix.roles) {
    judge(loads[role->id], *role, rules.weekly_hours);
    check.loads.push_back(loads[role->id]);
    check_role(*role, matrix, check.remarks);
  }
  check_deputies(matrix.roles, check.remarks);
  append(check.remarks, matrix.repeated);
  append(check.remarks, matrix.field_remarks);
  return check;
}

}  // namespace nahraum::planning
