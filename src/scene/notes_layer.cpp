#include "scene/notes_layer.hpp"

#include <algorithm>
#include <cmath>

#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

Text note_text(const model::Note& note, geo::Point at, const Style& style, Align align) {
  Text text;
  text.text = note.text;
  text.at = at;
  text.size_pt = 9;
  text.color = style.note;
  text.weight = Weight::bold;
  text.halo = style.halo;
  text.halo_mm = 0.7;
  text.align = align;
  return text;
}

Symbol pin(const model::Note& note, geo::Point at, double size_mm, const Style& style) {
  Symbol symbol;
  symbol.at = at;
  symbol.size_mm = size_mm;
  symbol.tint = style.note;
  symbol.rim = style.halo;
  symbol.plate = Plate::circle;
  symbol.id = note.id;
  return symbol;
}

/// Text beside a pin: the gap is part of the text, so that it is the same at every scale.
void add_point(const model::Note& note, const Style& style, std::vector<Item>& items) {
  items.push_back(pin(note, note.points[0], 3, style));
  if (note.text.empty()) return;
  auto text = note_text(note, note.points[0], style, Align::left);
  text.text = "\u2002" + text.text;
  items.push_back(text);
}

void add_callout(const model::Note& note, const Style& style, std::vector<Item>& items) {
  const auto target = note.points[0];
  const auto place = note.points[1];
  add_line(items, {place, target}, mm_wide(style.halo, 1.1));
  add_line(items, {place, target}, mm_wide(style.note, 0.4));
  items.push_back(pin(note, target, 2, style));
  items.push_back(note_text(note, place, style, place.x < target.x ? Align::right : Align::left));
}

/// A head of an eighth of the arrow, between 6 and 40 m.
void add_arrow(const model::Note& note, const Style& style, std::vector<Item>& items) {
  const auto from = note.points[0];
  const auto to = note.points[1];
  const double length = geo::distance(from, to);
  if (length <= 0) return;
  const double head = std::clamp(length / 8, std::min(6.0, length), 40.0);
  const geo::Point along{(to.x - from.x) / length, (to.y - from.y) / length};
  const geo::Point neck{to.x - along.x * head, to.y - along.y * head};
  const double half = head * 0.42;
  const geo::Ring triangle = {to,
                              {neck.x - along.y * half, neck.y + along.x * half},
                              {neck.x + along.y * half, neck.y - along.x * half},
                              to};
  const geo::Line shaft = {from, neck};
  add_line(items, shaft, mm_wide(style.halo, 1.8));
  items.push_back(Fill{{{triangle, {}}}, style.note, {}, mm_wide(style.halo, 0.8)});
  add_line(items, shaft, mm_wide(style.note, 0.9));
  items.push_back(Fill{{{triangle, {}}}, style.note, {}, {}});
  if (!note.text.empty()) {
    items.push_back(note_text(note, from, style, to.x < from.x ? Align::left : Align::right));
  }
}

}  // namespace

LayerPtr notes_layer(const model::Project& project, const Style& style) {
  std::vector<Item> items;
  for (const auto& note : project.notes) {
    const bool two = note.kind == model::NoteKind::callout || note.kind == model::NoteKind::arrow;
    if (note.points.size() < (two ? 2U : 1U)) continue;
    switch (note.kind) {
      case model::NoteKind::point:
        add_point(note, style, items);
        break;
      case model::NoteKind::text:
        items.push_back(note_text(note, note.points[0], style, Align::left));
        break;
      case model::NoteKind::callout:
        add_callout(note, style, items);
        break;
      case model::NoteKind::arrow:
        add_arrow(note, style, items);
        break;
    }
  }
  return layer("notes", std::move(items));
}

}  // namespace nahraum::scene
