#pragma once
/// What can be pointed at, in words: for the mouse over it and for the inspector.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/state.hpp"
#include "model/catalogue.hpp"
#include "render/pick/picker.hpp"

namespace nahraum::ui {

struct Thing {
  std::string title;  ///< its name, else what it is
  std::string kind;   ///< what it is; "" where the title says it
  std::vector<std::pair<std::string, std::string>> facts;  ///< name, value
};

/// Empty where the project no longer has it.
std::optional<Thing> describe(const app::State& state, const model::Catalogue& catalogue,
                              const app::Selection& selection);

/// What a person would ask about, best first, at most eight: not the building land that everything
/// stands on, and of a street's pieces only the nearest.
std::vector<app::Selection> things_at(const model::Project& project,
                                      const std::vector<render::Hit>& hits);

/// And below it all the statistical area; where nothing else lies only if that is wanted, too.
std::vector<app::Selection> with_area(std::vector<app::Selection> things,
                                      const model::Project& project, geo::Point at, bool alone);

}  // namespace nahraum::ui
