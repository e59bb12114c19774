#pragma once
/// What the user states about a home or a statistical area: each field that is left is one step of
/// the history.

#include <optional>
#include <string>

#include "ui/kit.hpp"

namespace nahraum::ui {

/// Figures as they are typed; "" is unknown.
struct PeopleDraft {
  std::int32_t of = 0;  ///< home's id, or minus the area's index − 1
  std::string all, age_65, age_80, dwellings, address;
  std::string storeys, low_barrier;     ///< of homes
  std::optional<bool> lift, step_free;  ///< of homes
  bool touched = false, typing = false;
};

/// Of a home: residents only where the user stated them, because an estimate of a few people is
/// nobody's business.
PeopleDraft draft_of(const model::Home& home);
/// Counts below `min_count` stand as "<5" and stay what they are until something else is typed.
PeopleDraft draft_of(const model::PopulationCell& area, std::uint32_t index, int min_count);
/// What is wrong with what was typed; "" for nothing.
std::string people_trouble(const PeopleDraft& draft);
/// The home with what was typed, stated on `today`; nothing while a field cannot be read.
std::optional<model::Home> home_with(model::Home home, const PeopleDraft& draft,
                                     const std::string& today);
std::optional<model::PopulationCell> area_with(model::PopulationCell area,
                                               const PeopleDraft& draft);

/// Fields and the button that removes the home. Hands out PerformEdit.
void home_form(const Kit& kit, const model::Home& home, PeopleDraft& draft);
/// Fields of an area. Hands out ChangeArea.
void area_form(const Kit& kit, const model::PopulationCell& area, std::uint32_t index,
               int min_count, PeopleDraft& draft);

/// The home that comes to be where a building without one lies; nothing elsewhere.
std::optional<model::AddHome> home_at(const model::Project& project, geo::Point at,
                                      const std::string& today);
/// Index of the smallest statistical area there.
std::optional<std::uint32_t> area_at(const model::Project& project, geo::Point at);

}  // namespace nahraum::ui
