#include "ui/icons.hpp"

#include <cmath>
#include <map>
#include <vector>

namespace nahraum::ui {
namespace {

/// One line on a sheet of 20 × 20.
struct Line {
  std::vector<ImVec2> points;
  bool closed = false;
};
using Drawing = std::vector<Line>;

Line circle(float x, float y, float radius) {
  Line line{{}, true};
  for (int i = 0; i < 24; ++i) {
    const float angle = static_cast<float>(i) * 6.2831853f / 24;
    line.points.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
  }
  return line;
}

const std::map<Icon, Drawing>& drawings() {
  static const std::map<Icon, Drawing> all{
      {Icon::open, {{{{2, 16}, {2, 4}, {8, 4}, {10, 6.5f}, {18, 6.5f}, {18, 16}}, true}}},
      {Icon::save,
       {{{{3, 3}, {14, 3}, {17, 6}, {17, 17}, {3, 17}}, true},
        {{{6, 3}, {6, 8}, {13, 8}, {13, 3}}},
        {{{6, 17}, {6, 11.5f}, {14, 11.5f}, {14, 17}}}}},
      {Icon::undo,
       {{{{8, 4}, {4, 8}, {8, 12}}},
        {{{4, 8}, {12, 8}, {14.5f, 9}, {16, 12}, {14.5f, 15}, {12, 16}, {8, 16}}}}},
      {Icon::redo,
       {{{{12, 4}, {16, 8}, {12, 12}}},
        {{{16, 8}, {8, 8}, {5.5f, 9}, {4, 12}, {5.5f, 15}, {8, 16}, {12, 16}}}}},
      {Icon::print,
       {{{{5, 7}, {5, 2.5f}, {15, 2.5f}, {15, 7}}},
        {{{5, 14}, {2.5f, 14}, {2.5f, 7}, {17.5f, 7}, {17.5f, 14}, {15, 14}}},
        {{{5, 11.5f}, {15, 11.5f}, {15, 17.5f}, {5, 17.5f}}, true}}},
      {Icon::point,
       {{{{10, 18},
          {5.5f, 11.5f},
          {4.6f, 8},
          {5.4f, 5},
          {7.4f, 3},
          {10, 2.4f},
          {12.6f, 3},
          {14.6f, 5},
          {15.4f, 8},
          {14.5f, 11.5f}},
         true},
        circle(10, 8, 1.9f)}},
      {Icon::text, {{{{4, 6.5f}, {4, 4}, {16, 4}, {16, 6.5f}}}, {{{10, 4}, {10, 16.5f}}}}},
      {Icon::callout,
       {{{{3, 3}, {17, 3}, {17, 12}, {10.5f, 12}, {6, 17}, {6, 12}, {3, 12}}, true}}},
      {Icon::arrow, {{{{4, 16}, {16, 4}}}, {{{9, 4}, {16, 4}, {16, 11}}}}},
      {Icon::pen,
       {{{{4, 16}, {4.8f, 12.4f}, {13.6f, 3.6f}, {16.4f, 6.4f}, {7.6f, 15.2f}}, true},
        {{{11.6f, 5.6f}, {14.4f, 8.4f}}}}},
      {Icon::mend,
       {{{{3, 16.5f}, {7, 12.5f}, {10.5f, 15}, {17, 8}}},
        {{{5.5f, 3}, {5.5f, 9}}},
        {{{2.5f, 6}, {8.5f, 6}}}}},
      {Icon::layers,
       {{{{10, 2.5f}, {17.5f, 6.5f}, {10, 10.5f}, {2.5f, 6.5f}}, true},
        {{{2.5f, 10.2f}, {10, 14.2f}, {17.5f, 10.2f}}},
        {{{2.5f, 13.8f}, {10, 17.8f}, {17.5f, 13.8f}}}}},
      {Icon::plus, {{{{10, 4}, {10, 16}}}, {{{4, 10}, {16, 10}}}}},
      {Icon::minus, {{{{4, 10}, {16, 10}}}}},
      {Icon::whole,
       {{{{3, 7}, {3, 3}, {7, 3}}},
        {{{13, 3}, {17, 3}, {17, 7}}},
        {{{17, 13}, {17, 17}, {13, 17}}},
        {{{7, 17}, {3, 17}, {3, 13}}}}},
      {Icon::bookmark, {{{{5, 2.5f}, {15, 2.5f}, {15, 17.5f}, {10, 13.5f}, {5, 17.5f}}, true}}},
      {Icon::compare,
       {{{{2.5f, 4}, {17.5f, 4}, {17.5f, 16}, {2.5f, 16}}, true},
        {{{10, 2}, {10, 18}}},
        {{{7.5f, 7.5f}, {5, 10}, {7.5f, 12.5f}}},
        {{{12.5f, 7.5f}, {15, 10}, {12.5f, 12.5f}}}}},
      {Icon::search, {circle(8.5f, 8.5f, 5.5f), {{{12.6f, 12.6f}, {17.5f, 17.5f}}}}},
      {Icon::measure,
       {{{{2.5f, 13.5f}, {13.5f, 2.5f}, {17.5f, 6.5f}, {6.5f, 17.5f}}, true},
        {{{6, 10}, {8, 12}}},
        {{{9, 7}, {10.5f, 8.5f}}},
        {{{12, 4}, {14, 6}}}}},
      {Icon::table,
       {{{{2.5f, 4}, {17.5f, 4}, {17.5f, 16}, {2.5f, 16}}, true},
        {{{2.5f, 8}, {17.5f, 8}}},
        {{{2.5f, 12}, {17.5f, 12}}},
        {{{8, 4}, {8, 16}}}}},
      {Icon::info, {circle(10, 10, 7.8f), {{{10, 9.2f}, {10, 14.4f}}}, circle(10, 6, 0.5f)}},
      {Icon::details,
       {{{{4, 2.5f}, {16, 2.5f}, {16, 17.5f}, {4, 17.5f}}, true},
        {{{7, 7}, {13, 7}}},
        {{{7, 10.5f}, {13, 10.5f}}},
        {{{7, 14}, {10.5f, 14}}}}},
      {Icon::more, {circle(4, 10, 0.8f), circle(10, 10, 0.8f), circle(16, 10, 0.8f)}},
      {Icon::close, {{{{5, 5}, {15, 15}}}, {{{15, 5}, {5, 15}}}}}};
  return all;
}

}  // namespace

void draw_icon(ImDrawList* list, Icon icon, ImVec2 corner, float side, ImU32 color) {
  const float unit = side / 20;
  for (const auto& line : drawings().at(icon)) {
    for (const auto& p : line.points)
      list->PathLineTo({corner.x + p.x * unit, corner.y + p.y * unit});
    list->PathStroke(color, line.closed ? ImDrawFlags_Closed : 0, 1.5f * unit);
  }
}

}  // namespace nahraum::ui
