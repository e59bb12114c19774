#include "scene/sheet_blocks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/sheet_places.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

double growth(const SheetSpec& spec) {
  switch (spec.paper.size() > 1 ? spec.paper[1] : '3') {
    case '0':
      return 2.0;
    case '1':
      return 1.6;
    case '2':
      return 1.25;
    case '4':
      return 0.86;
    default:
      return 1.0;
  }
}

/// Name left, figures right-aligned in columns as wide as their widest text, hairlines between.
class Table {
 public:
  Table(const Style& style, double width_mm, const TextMeasure& measure)
      : style_(style), width_(width_mm), measure_(measure) {}

  /// Before the rows: every text that will stand in a column takes part in its width.
  void fit(const std::vector<std::string>& cells, const Type& type) {
    widest_.resize(std::max(widest_.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i)
      widest_[i] = std::max(widest_[i], measure_(line_of(cells[i], type, {})).width_mm);
  }

  void row(const std::vector<std::string>& cells, const Type& type) {
    const double text_mm = measure_(line_of("0", type, {})).ascent_mm;
    const double baseline = block_.height_mm + 0.9 + text_mm;
    block_.items.push_back(line_of(cells[0], type, {0, baseline}));
    const double between = gap_mm();
    double right = widest_[0];
    for (std::size_t i = 1; i < cells.size(); ++i) {
      right += between + widest_[i];
      block_.items.push_back(line_of(cells[i], type, {right, baseline}, Align::right));
    }
    block_.height_mm = baseline + 1.4;
  }
  void hairline() {
    block_.items.push_back(
        segment({0, block_.height_mm}, {width_, block_.height_mm}, style_.hairline, 0.2));
  }
  Block done() {
    block_.width_mm = width_;
    return std::move(block_);
  }

 private:
  /// What the columns leave of the width, shared out between them.
  double gap_mm() const {
    double taken = 0;
    for (const double width : widest_)
      taken += width;
    return std::max(0.8, (width_ - taken) / static_cast<double>(widest_.size() - 1));
  }

  const Style& style_;
  double width_;
  const TextMeasure& measure_;
  std::vector<double> widest_;
  Block block_;
};

Block people_table(const SheetTable& people, const SheetTypes& types, const Style& style,
                   double width_mm, const TextMeasure& measure) {
  if (people.rows.empty()) return {};
  Table table(style, width_mm, measure);
  const Type head = types.fact;
  table.fit(people.heads, head);
  for (const auto& row : people.rows)
    table.fit(row, types.body);
  table.row(people.heads, head);
  table.hairline();
  for (const auto& row : people.rows)
    table.row(row, types.body);
  table.hairline();
  return table.done();
}

}  // namespace

SheetTypes sheet_types(const SheetSpec& spec, const Style& style) {
  const double f = growth(spec);
  const auto size = [&](double pt) { return std::max(7.0, std::round(pt * f * 2) / 2); };
  SheetTypes types;
  types.title = {size(20), Weight::bold, style.ink};
  types.topic = {size(10.5), Weight::regular, style.ink_soft};
  types.sentence = {size(13), Weight::regular, style.ink};
  types.heading = {size(8.5), Weight::bold, style.ink};
  types.body = {size(8), Weight::regular, style.ink};
  types.fact_name = {size(7), Weight::bold, style.ink_soft};
  types.fact = {size(7), Weight::regular, style.ink_soft};
  types.scale = {size(8), Weight::regular, style.ink};
  return types;
}

Block title_block(const SheetContent& content, const SheetSpec& spec, const SheetTypes& types,
                  double width_mm, const TextMeasure& measure) {
  return stacked({paragraph(title_of(content, spec), types.title, width_mm, measure),
                  paragraph(topic_of(content), types.topic, width_mm, measure)},
                 0.5);
}

Block result_block(const SheetContent& content, std::size_t places, const SheetTypes& types,
                   const Style& style, double width_mm, const TextMeasure& measure) {
  if (!content.answer) return {};
  const auto& answer = *content.answer;
  return stacked({paragraph(answer.sentence, types.sentence, width_mm, measure),
                  paragraph(answer.remarks, types.body, width_mm, measure),
                  people_table(answer.people, types, style, width_mm, measure),
                  places_block(answer.list, places, types, style, width_mm, measure)},
                 2.5);
}

Block heading_block(const std::string& text, const SheetTypes& types, double width_mm,
                    const TextMeasure& measure) {
  return paragraph(text, types.heading, width_mm, measure);
}

Block scale_block(const SheetSpec& spec, const GridTruth& truth, const SheetTypes& types,
                  const Style& style, double width_mm, const TextMeasure& measure) {
  const double arrow_mm = types.scale.size_pt * 1.75;
  const auto arrow = north_arrow(arrow_mm, types.fact_name, style);
  const double left_mm = width_mm - arrow.width_mm - 5;
  const auto bar = scale_bar(spec.denominator, truth, left_mm * 0.86, types.fact, style, measure);
  const auto scale = scale_text(spec.denominator);
  const auto format = fmt::format(fmt::runtime(tr("{} on {}")), scale, spec.paper);
  Type strong = types.scale;
  strong.weight = Weight::bold;
  const auto left = stacked({paragraph(format, strong, left_mm, measure), bar}, 1.4);
  Block row;
  row.width_mm = width_mm;
  row.height_mm = std::max(left.height_mm, arrow.height_mm);
  place(left, {0, row.height_mm - left.height_mm}, row.items);
  place(arrow, {width_mm - arrow.width_mm, (row.height_mm - arrow.height_mm) / 2}, row.items);
  return stacked({row, paragraph(north_note(truth), types.fact, width_mm, measure)}, 1.4);
}

Block facts_block(const std::vector<Fact>& facts, const SheetTypes& types, double width_mm,
                  const TextMeasure& measure) {
  double names_mm = 0;
  for (const auto& fact : facts) {
    names_mm = std::max(names_mm, measure(line_of(fact.name, types.fact_name, {})).width_mm);
  }
  names_mm = std::min(names_mm, width_mm * 0.27);  // longer ones are wrapped
  const double x = names_mm + 2.5;
  std::vector<Block> rows;
  for (const auto& fact : facts) {
    auto row = paragraph(fact.name, types.fact_name, names_mm + 1, measure);
    const auto text = paragraph(fact.text, types.fact, width_mm - x, measure);
    place(text, {x, 0}, row.items);
    row.height_mm = std::max(row.height_mm, text.height_mm);
    rows.push_back(std::move(row));
  }
  return stacked(rows, 0.9);
}

}  // namespace nahraum::scene
