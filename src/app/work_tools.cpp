#include "app/work_tools.hpp"

#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

model::Id card_in_sight(const State& state) {
  const auto& cards = state.project->work->questions;
  if (model::find_row(cards, state.work.question)) return state.work.question;
  return cards.empty() ? 0 : cards.front().id;
}

model::Edit mark_edit(const State& state, const char* kind, const std::vector<geo::Point>& points) {
  model::PlaceMark mark;
  mark.question = card_in_sight(state);
  mark.kind = kind;
  mark.people = state.work.people;
  mark.value = state.work.value;
  mark.at = points;
  return model::with_id(*state.project, model::ChangeRecords{{model::put_row(mark)}});
}

}  // namespace

std::optional<model::Edit> work_edit(const State& state, Tool tool,
                                     const std::vector<geo::Point>& points) {
  if (!state.project || points.empty()) return std::nullopt;
  if (tool == Tool::set_pin) return mark_edit(state, "pin", {points[0]});
  if (tool == Tool::draw_sketch)
    return points.size() < 2 ? std::nullopt : std::optional(mark_edit(state, "path", points));
  if (tool != Tool::place_row && tool != Tool::route_row) return std::nullopt;
  const auto* table = model::record_table(state.work.table);
  auto record = table && table->about.placed ? table->find(*state.project->work, state.work.row)
                                             : std::nullopt;
  if (!record) return std::nullopt;
  record->points = points;
  return model::ChangeRecords{{{state.work.table, record->id, std::move(record)}}};
}

std::optional<Tool> placing_tool(const std::string& table) {
  const auto* known = model::record_table(table);
  if (!known || !known->about.placed) return std::nullopt;
  return table == "walks" ? Tool::route_row : Tool::place_row;
}

}  // namespace nahraum::app
