#pragma once
/// Blocks of module 7's page: who does what, whose week is full, who decides, what a team can do.

#include "app/page_bricks.hpp"
#include "planning/raci.hpp"

namespace nahraum::app {

std::string name_of(const model::Role& role);
std::string name_of(const model::Task& task);
/// Names of roles by the ids that planning writes.
std::string role_named(const model::Work& work, const std::string& id);

/// Tasks, roles and letters as planning takes them; hours of a full post that are not stated are 39
/// (K: TVöD-VKA § 6).
planning::RaciCheck raci_of(const model::Work& work);
inline constexpr double full_week_hours = 39;

PageBlock raci_block(const PageInput& input);
PageBlock load_block(const PageInput& input);
PageBlock deputies_block(const PageInput& input);
PageBlock decisions_block(const PageInput& input);
PageBlock competences_block(const PageInput& input);

/// Ten standing tasks of a neighbourhood office with roles and letters; roles of the same name are
/// taken where they are there. Hours stay unknown.
std::vector<model::RecordChange> ten_standing_tasks(const PageInput& input);
/// A task of each measure that has none, without letters.
std::vector<model::RecordChange> tasks_of_measures(const PageInput& input);

}  // namespace nahraum::app
