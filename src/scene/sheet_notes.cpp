#include "scene/sheet_notes.hpp"

#include <algorithm>

#include "base/translate.hpp"
#include "scene/notes_layer.hpp"

namespace nahraum::scene {
namespace {

constexpr double sign_mm = 4.4, thumbnail_mm = 13, gutter_mm = 1.6;

/// A sign on the left, what it says beside it.
Block row(Symbol sign, double sign_width_mm, double sign_height_mm, const std::string& text,
          const Type& type, double width_mm, const TextMeasure& measure) {
  const auto words = paragraph(text, type, width_mm - sign_width_mm - gutter_mm, measure);
  Block block;
  block.width_mm = width_mm;
  block.height_mm = std::max(sign_height_mm, words.height_mm);
  sign.at = {sign_width_mm / 2, sign_height_mm / 2};
  sign.id = 0;
  block.items.push_back(std::move(sign));
  const double down = std::max(0.0, (sign_height_mm - words.height_mm) / 2);
  place(words, {sign_width_mm + gutter_mm, down}, block.items);
  return block;
}

Symbol number_sign(int number, const Style& style) {
  Symbol sign;
  sign.size_mm = sign_mm;
  sign.tint = style.note;
  sign.plate = Plate::circle;
  sign.sign = std::to_string(number);
  return sign;
}

}  // namespace

Block notes_block(const model::Project& project, const SheetTypes& types, const Style& style,
                  double width_mm, const TextMeasure& measure) {
  std::vector<Block> rows;
  for (const auto& note : project.notes) {
    if (const int number = number_of(project.notes, note.id); number > 0) {
      rows.push_back(row(number_sign(number, style), sign_mm, sign_mm, note.text, types.body,
                         width_mm, measure));
    }
    const auto& photo = note.picture.photo;
    if (!photo || !photo->preview || photo->preview->width <= 0) continue;
    Symbol sign;
    sign.photo = photo->preview;
    sign.size_mm = thumbnail_mm;
    const double high = thumbnail_mm * photo->preview->height / photo->preview->width;
    rows.push_back(row(std::move(sign), thumbnail_mm, high,
                       note.text.empty() ? photo->name : note.text, types.body, width_mm, measure));
  }
  if (rows.empty()) return {};
  return stacked(
      {paragraph(base::tr("Notes"), types.heading, width_mm, measure), stacked(rows, 1.0)}, 1.6);
}

}  // namespace nahraum::scene
