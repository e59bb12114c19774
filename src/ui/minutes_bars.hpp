#pragma once
/// What a home reaches of the basket: a small bar for each type.

#include "ui/kit.hpp"

namespace nahraum::ui {

struct MinutesBar {
  std::string type, name;
  std::string value;  ///< "7 min", "no way", "unknown"
  std::string tip;
  /// Of the type's own limit: 1 is the limit itself. Nothing where the way is not known.
  std::optional<double> share;
  analysis::Within within = analysis::Within::unknown;
  bool asked = false;  ///< the map answers this type
};

/// Of the chosen home, in the catalogue's order; empty until they are computed.
std::vector<MinutesBar> make_minutes_bars(const app::State& state,
                                          const model::Catalogue& catalogue);
/// How the figures of a chosen home are made, for the method card; empty where none is chosen.
std::vector<std::string> home_method(const app::State& state);
/// A click on a bar asks its type.
void show_minutes_bars(const Kit& kit, const std::vector<MinutesBar>& bars);

}  // namespace nahraum::ui
