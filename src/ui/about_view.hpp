#pragma once
/// The About box as values.

#include "app/about.hpp"
#include "ui/dialogs.hpp"

namespace nahraum::ui {

/// Name, version, licence, data and fonts as lines, the libraries as a table.
ReadingCard make_about_card(const app::State& state,
                            const std::vector<app::LibraryUsed>& libraries);

}  // namespace nahraum::ui
