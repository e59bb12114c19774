#pragma once
/// Tasks by roles: who does it, who answers for it, who is asked, who is told; and whose week is
/// full.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "planning/judged.hpp"

namespace nahraum::planning {

struct RaciTask {
  std::string id;
  std::optional<double> hours_per_week;  ///< ≥ 0; nothing: unknown
};
struct RaciRole {
  std::string id;
  std::optional<double> full_time_share;  ///< FTE ≥ 0; nothing: unknown
  std::string deputy;                     ///< id of a role; "" nobody
};
/// One field of the matrix. A role may be responsible and accountable at once (A/R).
struct RaciField {
  std::string task, role;
  bool responsible = false, accountable = false, consulted = false, informed = false;
};
struct RaciPlan {
  std::vector<RaciTask> tasks;
  std::vector<RaciRole> roles;
  std::vector<RaciField> fields;
};
struct RaciRules {
  double weekly_hours = 39;  ///< of a full-time post; [K: TVöD-VKA § 6]
};

enum class RaciFault : unsigned char {
  nobody_accountable,
  several_accountable,  ///< `ids`: the roles
  nobody_responsible,
  role_without_tasks,  ///< no letter anywhere
  deputy_missing,      ///< nobody is named, for a role with R or A
  deputy_unknown,      ///< `ids`: the name
  own_deputy,          ///< it is to deputise for itself
  unknown_task,        ///< a field of no task
  unknown_role,
  repeated_field,       ///< task and role stand before: counted nowhere
  repeated_id,          ///< a task or a role stands before: counted nowhere
  number_out_of_range,  ///< negative or not finite: taken as unknown
};
struct RaciRemark {
  RaciFault fault = RaciFault::nobody_accountable;
  std::string task, role;  ///< where it is
  std::vector<std::string> ids;
  friend bool operator==(const RaciRemark&, const RaciRemark&) = default;
};

struct RoleLoad {
  std::string role;
  double hours = 0;                  ///< per week, of the tasks with known hours
  std::size_t tasks = 0;             ///< with R
  std::size_t hours_unknown = 0;     ///< of these: with unknown hours
  std::optional<double> capacity;    ///< hours per week
  std::optional<double> load;        ///< hours / capacity: at least, where some are unknown
  Judged overloaded = Judged::open;  ///< above 100 %; open: hangs on what is unknown
};
struct RaciCheck {
  std::vector<RoleLoad> loads;                           ///< per role, the first of each id
  std::vector<std::string> accountable_and_responsible;  ///< tasks where one role is both (A/R)
  std::vector<RaciRemark> remarks;  ///< tasks, then roles, in their order; then the fields'
};

/// A task's hours are shared out evenly among its R [D]. A capacity of 0 is overloaded by any hour
/// (and has no load). Cost: O((tasks + roles + fields) log). Pure.
/// Source: domain.md §5: exactly one A, at least one R; Σ h/week against FTE · 39 h
/// [K: TVöD-VKA § 6]; deputies [D].
RaciCheck raci_check(const RaciPlan& plan, const RaciRules& rules = {});

}  // namespace nahraum::planning
