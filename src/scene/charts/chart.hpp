#pragma once
/// Charts as pieces of a page, drawn by the same lists as the map: they print as vectors, are
/// legible in black and white (every series has a pattern beside its colour), and each has its
/// table.

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "scene/block.hpp"
#include "scene/style.hpp"

namespace nahraum::scene {

/// The same figures as rows, for screen readers, spreadsheets and those who distrust pictures.
struct ChartTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

/// What can be pointed at or dragged: "bar 3 end". Millimetres from the chart's top left corner.
struct ChartMark {
  std::string id;
  geo::Box box_mm;
};

struct Chart {
  Block block;
  std::vector<ChartMark> marks;  ///< in drawing order: the last one that contains a point is meant
  ChartTable table;
};

/// What a chart is drawn with.
struct ChartPens {
  const Style& style;
  const TextMeasure& measure;
  base::Language language = base::Language::german;
  double text_pt = 8;  ///< of labels; nothing is smaller

  Type label() const { return {text_pt, Weight::regular, style.ink, false}; }
  Type soft() const { return {text_pt, Weight::regular, style.ink_soft, false}; }
  Type strong() const { return {text_pt, Weight::bold, style.ink, false}; }
  double width_of(const std::string& text, const Type& type) const;
  /// Height of a line of labels.
  double line_mm() const;
  /// Cut with "…" where it is wider than `width_mm`; at least its first letter stays.
  std::string fitted(const std::string& text, const Type& type, double width_mm) const;
};

/// Colour and pattern of a series; told apart by either alone.
struct SeriesLook {
  Color fill, edge;
  std::optional<Hatch> hatch;
};
inline constexpr std::size_t series_count = 8;
/// Of the i-th series; from the ninth on they come again.
SeriesLook series_look(const Style& style, std::size_t i);
Fill series_box(const geo::Box& box, const SeriesLook& look);

/// A square of four fields, as matrix and corners have it.
void add_quarters(Block& block, const geo::Box& square, const Style& style);

/// Signs and names of the series in lines of this width. Empty names are left out.
Block series_legend(const std::vector<std::string>& names, double width_mm, const ChartPens& pens);

/// A page that holds the chart and nothing else.
DisplayList page_of(const Chart& chart, const Style& style, double margin_mm = 3);

}  // namespace nahraum::scene
