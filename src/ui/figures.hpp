#pragma once
/// Figures that tell where they come from when they are clicked.

#include "ui/kit.hpp"

namespace nahraum::ui {

/// Of the last item or group of figures: a click on it wants its method card. `label` names it for
/// tests; by keyboard the card has its own button.
bool figures_clicked(const Kit& kit, const std::string& label);

}  // namespace nahraum::ui
