#include "scene/sheet_places.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

constexpr double number_pt = 7.5;
constexpr double mm_per_pt = 25.4 / 72;
constexpr double half_digit = 0.714 / 2;  ///< of the type's size: Noto Sans' figures
constexpr double list_mark_mm = 4.4;
constexpr double room_mm = 0.4;  ///< between marks

Symbol plate_of(const SheetPlaces& list, geo::Point at, double size_mm) {
  Symbol plate;
  plate.at = at;
  plate.size_mm = size_mm;
  plate.plate = list.plate;
  plate.tint = list.tint;
  return plate;
}

/// A white number in the middle of a plate. `down`: page or map units that are a millimetre down.
void add_number(const SheetPlaces& list, std::size_t index, geo::Point at, double size_mm,
                double down, std::vector<Item>& items) {
  items.emplace_back(plate_of(list, at, size_mm));
  Text number;
  number.text = std::to_string(index + 1);
  number.at = {at.x, at.y + half_digit * number_pt * mm_per_pt * down};
  number.size_pt = number_pt;
  number.color = color("#ffffff");
  number.align = Align::centre;
  number.weight = Weight::bold;
  items.emplace_back(std::move(number));
}

/// Widths of the columns of figures.
std::vector<double> widths_of(const SheetPlaces& list, std::size_t shown, const SheetTypes& types,
                              const TextMeasure& measure) {
  std::vector<double> widths(list.heads.size(), 0);
  const auto fit = [&](const std::vector<std::string>& texts, const Type& type) {
    for (std::size_t i = 0; i < texts.size() && i < widths.size(); ++i)
      widths[i] = std::max(widths[i], measure(line_of(texts[i], type, {})).width_mm);
  };
  fit(list.heads, types.fact);
  for (std::size_t i = 0; i < shown; ++i)
    fit(list.places[i].figures, types.body);
  return widths;
}

/// Right-aligned, from the right edge inwards.
void add_figures(const std::vector<std::string>& figures, const std::vector<double>& widths,
                 const Type& type, double right_mm, double baseline, std::vector<Item>& items) {
  double right = right_mm;
  for (std::size_t i = figures.size(); i-- > 0;) {
    items.emplace_back(line_of(figures[i], type, {right, baseline}, Align::right));
    right -= widths[i] + 2;
  }
}

Block head_row(const SheetPlaces& list, const std::vector<double>& widths, const SheetTypes& types,
               const Style& style, double width_mm, const TextMeasure& measure) {
  Block row;
  row.width_mm = width_mm;
  const double baseline = measure(line_of("0", types.fact, {})).ascent_mm;
  add_figures(list.heads, widths, types.fact, width_mm, baseline, row.items);
  row.height_mm = baseline + 1.4;
  row.items.emplace_back(
      segment({0, row.height_mm}, {width_mm, row.height_mm}, style.hairline, 0.2));
  return row;
}

Block place_row(const SheetPlaces& list, std::size_t index, const std::vector<double>& widths,
                const SheetTypes& types, double width_mm, const TextMeasure& measure) {
  const auto& place = list.places[index];
  const double text_x = list_mark_mm + 1.6;
  double figures_mm = 0;
  for (const double width : widths)
    figures_mm += width + 2;
  Block row;
  row.width_mm = width_mm;
  const auto name = paragraph(place.name, types.body, width_mm - text_x - figures_mm, measure);
  const double ascent = measure(line_of("0", types.body, {})).ascent_mm;
  const double top =
      std::max(0.0, list_mark_mm / 2 - ascent + half_digit * types.body.size_pt * mm_per_pt);
  row.height_mm = std::max(list_mark_mm, top + name.height_mm);
  if (place.at) {
    add_number(list, index, {list_mark_mm / 2, list_mark_mm / 2}, list_mark_mm, 1, row.items);
  } else {
    row.items.emplace_back(
        line_of("–", types.body, {list_mark_mm / 2, top + ascent}, Align::centre));
  }
  scene::place(name, {text_x, top}, row.items);
  add_figures(place.figures, widths, types.body, width_mm, top + ascent, row.items);
  return row;
}

/// In millimetres: which other things a mark would lie on.
class Clearance {
 public:
  Clearance(const geo::Box& frame, double denominator) : frame_(frame), unit_(denominator / 1000) {}
  void take(geo::Point at, double size_mm) { taken_.push_back({at, size_mm}); }
  bool is_free(geo::Point at) const {
    if (!frame_.grown(-mark_mm / 2 * unit_).contains(at)) return false;
    return std::all_of(taken_.begin(), taken_.end(), [&](const Taken& other) {
      return geo::distance(at, other.at) >= ((mark_mm + other.size_mm) / 2 + room_mm) * unit_;
    });
  }
  /// At the place, else around it, ever farther.
  geo::Point free_near(geo::Point place) const {
    if (is_free(place)) return place;
    for (const double away_mm : {6.0, 9.0, 12.0, 16.0}) {
      for (int turn = 0; turn < 12; ++turn) {
        const double angle = (60 + turn * 30) * M_PI / 180;
        const geo::Point at{place.x + away_mm * unit_ * std::cos(angle),
                            place.y + away_mm * unit_ * std::sin(angle)};
        if (is_free(at)) return at;
      }
    }
    return place;
  }

 private:
  struct Taken {
    geo::Point at;
    double size_mm;
  };
  geo::Box frame_;
  double unit_;
  std::vector<Taken> taken_;
};

constexpr double dot_mm = 1.6;

}  // namespace

Block places_block(const SheetPlaces& list, std::size_t shown, const SheetTypes& types,
                   const Style& style, double width_mm, const TextMeasure& measure) {
  shown = std::min(shown, list.places.size());
  if (shown == 0) return {};
  const auto widths = widths_of(list, shown, types, measure);
  std::vector<Block> rows;
  if (!list.heads.empty()) rows.push_back(head_row(list, widths, types, style, width_mm, measure));
  for (std::size_t i = 0; i < shown; ++i)
    rows.push_back(place_row(list, i, widths, types, width_mm, measure));
  if (shown < list.all && !list.partly.empty()) {
    const auto text =
        fmt::format(fmt::runtime(list.partly), fmt::arg("shown", shown), fmt::arg("all", list.all));
    rows.push_back(paragraph(text, types.fact, width_mm, measure));
  }
  return stacked({paragraph(list.heading, types.heading, width_mm, measure), stacked(rows, 0.9)},
                 0.6);
}

std::vector<PlacedMark> place_marks(const SheetPlaces& list, std::size_t shown,
                                    const std::vector<geo::Point>& taken, double taken_mm,
                                    const geo::Box& frame, double denominator) {
  Clearance clear(frame, denominator);
  for (const auto at : taken)
    clear.take(at, taken_mm);
  std::vector<PlacedMark> marks;
  for (std::size_t i = 0; i < std::min(shown, list.places.size()); ++i) {
    const auto& at = list.places[i].at;
    if (at && frame.contains(*at)) marks.push_back({i, *at, *at});
  }
  for (auto& mark : marks) {
    auto with_others = clear;
    for (const auto& other : marks) {
      if (other.index != mark.index) with_others.take(other.place, dot_mm);
    }
    mark.mark = with_others.free_near(mark.place);
    clear.take(mark.mark, mark_mm);
  }
  return marks;
}

LayerPtr marks_layer(const SheetPlaces& list, const std::vector<PlacedMark>& marks,
                     double denominator, const Style& style) {
  std::vector<Item> items;
  for (const auto& mark : marks) {
    if (mark.mark == mark.place) continue;
    add_line(items, {mark.place, mark.mark}, mm_wide(style.paper, 1.0));
    add_line(items, {mark.place, mark.mark}, mm_wide(list.tint, 0.45));
    auto dot = plate_of(list, mark.place, dot_mm);
    dot.plate = Plate::circle;
    items.emplace_back(dot);
  }
  // The first is the most important: it lies on top.
  for (std::size_t i = marks.size(); i-- > 0;)
    add_number(list, marks[i].index, marks[i].mark, mark_mm, -denominator / 1000, items);
  return layer("places", std::move(items));
}

std::vector<SheetSign> place_signs(const SheetPlaces& list, std::size_t shown) {
  SheetSign sign{list.sign_name, {}, {}};
  for (std::size_t i = 0; i < std::min(shown, list.places.size()); ++i) {
    if (!list.places[i].at) continue;
    geo::Box box;
    box.add(*list.places[i].at);
    if (sign.where.empty())
      add_number(list, i, {sign_width_mm / 2, sign_height_mm / 2}, list_mark_mm, 1, sign.sign);
    sign.where.push_back(box);
  }
  if (sign.where.empty()) return {};
  return {std::move(sign)};
}

}  // namespace nahraum::scene
