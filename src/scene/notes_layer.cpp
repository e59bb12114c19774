#include "scene/notes_layer.hpp"

#include <algorithm>
#include <cmath>

#include "geo/overlay.hpp"
#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

constexpr double highlight_m = 9, photo_mm = 17, large_photo_mm = 75;

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

Symbol numbered(const model::Note& note, int number, double size_mm, const Style& style) {
  auto symbol = pin(note, note.points[0], size_mm, style);
  symbol.sign = std::to_string(number);
  return symbol;
}

/// A photo without a picture is one that cannot be read: its place stays.
void add_photo(const model::Note& note, const Style& style, std::vector<Item>& items) {
  auto symbol = pin(note, note.points[0], 3, style);
  if (note.picture.photo && note.picture.photo->preview) {
    symbol.photo = note.picture.photo->preview;
    symbol.size_mm = photo_mm;
  }
  items.push_back(std::move(symbol));
}

void add_text_at(const model::Note& note, geo::Point at, const Style& style,
                 std::vector<Item>& items) {
  if (!note.text.empty()) items.push_back(note_text(note, at, style, Align::centre));
}

void add_freehand(const model::Note& note, const Style& style, std::vector<Item>& items) {
  add_line(items, note.points, mm_wide(color("#ffffff"), 1.7));
  add_line(items, note.points, mm_wide(style.note, 0.8));
  add_text_at(note, note.points.back(), style, items);
}

geo::Ring ring_of(const model::Note& note) {
  geo::Ring ring = note.points;
  ring.push_back(ring.front());
  return ring;
}

void add_polygon(const model::Note& note, const Style& style, std::vector<Item>& items) {
  const geo::MultiPolygon shape{{ring_of(note), {}}};
  add_line(items, shape[0].outer, mm_wide(color("#ffffff"), 1.4));
  items.push_back(filled(shape, with_alpha(style.note, 0.1)));
  add_line(items, shape[0].outer, mm_wide(style.note, 0.6));
  add_text_at(note, geo::bounds(shape).centre(), style, items);
}

/// A marker pen's stroke: one shape, because strokes that see through darken where they overlap.
void add_highlight(const model::Note& note, std::vector<Item>& items) {
  auto band = geo::buffer({note.points}, highlight_m / 2);
  if (band) items.push_back(filled(std::move(*band), with_alpha(color("#ffc400"), 0.42)));
}

bool has_enough(const model::Note& note) {
  using K = model::NoteKind;
  const bool line = note.kind == K::callout || note.kind == K::arrow || note.kind == K::freehand ||
                    note.kind == K::highlight;
  return note.points.size() >= (note.kind == K::polygon ? 3U : line ? 2U : 1U);
}

void add_note(const model::Project& project, const model::Note& note, const Style& style,
              std::vector<Item>& items) {
  using K = model::NoteKind;
  switch (note.kind) {
    case K::point:
      return add_point(note, style, items);
    case K::text:
      return items.push_back(note_text(note, note.points[0], style, Align::left));
    case K::callout:
      return add_callout(note, style, items);
    case K::arrow:
      return add_arrow(note, style, items);
    case K::freehand:
      return add_freehand(note, style, items);
    case K::polygon:
      return add_polygon(note, style, items);
    case K::highlight:
      return add_highlight(note, items);
    case K::number:
      return items.push_back(numbered(note, number_of(project.notes, note.id), 5.4, style));
    case K::photo:
      return add_photo(note, style, items);
  }
}

}  // namespace

int number_of(const std::vector<model::Note>& notes, std::int32_t id) {
  int number = 0;
  for (const auto& note : notes) {
    const bool listed = note.kind == model::NoteKind::number;
    number += listed ? 1 : 0;
    if (note.id == id) return listed ? number : 0;
  }
  return 0;
}

LayerPtr notes_layer(const model::Project& project, const Style& style) {
  std::vector<Item> items;
  // A marker's colour lies below what is written over it.
  for (const bool highlights : {true, false}) {
    for (const auto& note : project.notes) {
      const bool highlight = note.kind == model::NoteKind::highlight;
      if (highlight == highlights && has_enough(note)) add_note(project, note, style, items);
    }
  }
  return layer("notes", std::move(items));
}

LayerPtr photo_layer(const model::Note& note) {
  const auto& photo = note.picture.photo;
  if (!photo || !photo->preview || note.points.empty()) return nullptr;
  Symbol symbol;
  symbol.at = note.points[0];
  symbol.size_mm = large_photo_mm;
  symbol.photo = photo->preview;
  return layer("photo", {symbol});
}

}  // namespace nahraum::scene
