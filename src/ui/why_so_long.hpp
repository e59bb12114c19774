#pragma once
/// Why a way takes so long: its pieces as a list and, with the same numbers, on the map.

#include "ui/camera.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

struct PieceRow {
  int number = 0;     ///< on the map; 0: none
  std::string name;   ///< "Steps", "Detour: 180 m"
  std::string value;  ///< "+ 45 s"
  double share = 0;   ///< of the whole way's time
  std::optional<geo::Point> at;
};

/// In the order of the pieces; those of less than half a second are not listed, but the last takes
/// them in. Empty without a way.
std::vector<PieceRow> make_piece_rows(const app::Inspection& inspection);
/// A click on a numbered one leads there.
void show_piece_rows(const Kit& kit, const std::vector<PieceRow>& rows);

/// The numbers at their places on the way.
void draw_piece_marks(const Kit& kit, const app::State& state, const Camera& camera,
                      geo::Point corner);

}  // namespace nahraum::ui
