#pragma once
/// Pieces of a page: items about their own top left corner, and how large they are. Millimetres.

#include <string>
#include <vector>

#include "scene/text_size.hpp"

namespace nahraum::scene {

struct Block {
  std::vector<Item> items;
  double width_mm = 0;
  double height_mm = 0;
};

/// The same item `by` further right and down (page space) or east and north (map space).
Item moved(Item item, geo::Point by);
void place(const Block& block, geo::Point top_left, std::vector<Item>& items);
/// One under the other, `gap_mm` apart; blocks without height leave no gap.
Block stacked(const std::vector<Block>& blocks, double gap_mm);

/// Type of the sheet: size, weight and colour of one role.
struct Type {
  double size_pt = 8;
  Weight weight = Weight::regular;
  Color color{};
  bool italic = false;
};

/// A paragraph set at this width; nothing for an empty text.
Block paragraph(const std::string& text, const Type& type, double width_mm,
                const TextMeasure& measure);
/// One line of text at a baseline.
Text line_of(const std::string& text, const Type& type, geo::Point baseline,
             Align align = Align::left);
Fill rectangle(const geo::Box& box, std::optional<Color> color, std::optional<Stroke> outline = {});
Polyline segment(geo::Point a, geo::Point b, Color color, double width_mm);

}  // namespace nahraum::scene
