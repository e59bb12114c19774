#pragma once
/// What the blocks of modules 6 to 8 are laid of: names, amounts, lists, buttons that open a row.

#include <string>
#include <vector>

#include "app/module_page.hpp"
#include "app/need_words.hpp"
#include "app/page_pieces.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {

/// The title, or "Measure 7" where it is blank: `kind` is translated.
std::string titled(const std::string& title, const char* kind, model::Id id);
/// "A, B, C and 3 more".
std::string some_of(const std::vector<std::string>& names, std::size_t most = 6);
/// "A → B → A"
std::string circle_of(const std::vector<std::string>& names);
/// "41,500 €"; cents where there are any.
std::string euros(double amount);
/// "1 January 2027" in the language's short form; "?" where it is unknown.
std::string day_text(const std::string& iso);
/// "July 2029"
std::string month_text(int year, int month);
/// "verified: …"
std::string method_text(const std::string& how, const model::Sourced& evidence);

using pieces::fact;
using pieces::fault;
using pieces::warning;
/// A line with a button that opens the row below the map.
PageLine with_row(PageLine line, const std::string& table, model::Id row);
PageAction button(std::string label, std::vector<model::RecordChange> changes);

/// The id of the next row that is added; the k-th after it with `k`.
template <class Row>
model::Id new_id(const PageInput& input, const std::vector<Row>& rows, int k = 0) {
  return model::next_row_id(rows, input.project->work->handout.group) + k;
}

}  // namespace nahraum::app
