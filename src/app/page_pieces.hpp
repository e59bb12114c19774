#pragma once
/// What the pages of modules 4 and 5 are put together from.

#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/module_page.hpp"
#include "base/translate.hpp"

namespace nahraum::app::pieces {

/// A translated text with its values.
template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

PageLine fact(std::string text);
PageLine warning(std::string text);
PageLine fault(std::string text);

/// Another view of the course's work.
PageAction look(std::string label, WorkView view);
/// A row of a table below the map; 0: the table.
PageAction open_row(std::string label, const std::string& table, model::Id row);
PageAction edit(std::string label, std::vector<model::RecordChange> changes);

/// What a measure is made from: the sentence is its baseline.
struct MeasureIdea {
  std::string title, sentence;
  std::string origin;
  model::Id origin_id = 0;
  std::optional<geo::Point> at = {};
  std::string owner = {};
};
/// "Make a measure of it"; none where the project has the measure already: title and origin.
std::vector<PageAction> measure_of(const PageInput& input, const MeasureIdea& idea);

/// "A, B, C and 4 more"; semicolons where a name has a comma.
std::string listed(const std::vector<std::string>& names, std::size_t most = 8);
/// In the order of the numbers in them: "group 2" before "group 10".
std::vector<std::string> counted_up(std::vector<std::string> names);
/// "34 people aged 65 and over", "fewer than 5 people aged 65 and over".
std::string people_65(long persons, int min_count);
/// "42 %", "0.42".
std::string percent(double share, int decimals = 0);
std::string number(double value, int decimals);
/// "in 10 minutes (rollator)": how far the answer walks.
std::string within(const PageInput& input);
/// What residents and ways rest on; begins with a space.
std::string walking_method(const PageInput& input);

/// Colours are by sector, on both pages: state, market, non-profit, informal, unknown.
std::vector<std::string> sector_series();
/// Index in `sector_series`.
std::size_t sector_index(const std::string& sector);

/// The middle of the points.
std::optional<geo::Point> middle(const std::vector<geo::Point>& points);
/// The action that asks for an answer is the question itself: told where there is none.
std::string not_computed_yet();

}  // namespace nahraum::app::pieces
