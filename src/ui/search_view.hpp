#pragma once
/// One search for everything: places, services, streets, house numbers, coordinates, questions,
/// commands.

#include <memory>

#include "app/search_index.hpp"
#include "jobs/queue.hpp"
#include "ui/commands.hpp"

namespace nahraum::ui {

/// A line of the list, and what choosing it does.
struct SearchRow {
  std::string heading;  ///< of the group; written above its first line
  std::string name;
  std::string detail;  ///< small, behind the name
  std::string right;   ///< at the end: distance, keys
  std::vector<app::Action> actions;
  Wish wish = Wish::none;
  bool possible = true;  ///< false: told, but nothing to choose
};

/// Groups by their best line; within each the nearest first among equals. Nothing typed: commands.
/// `index` may be null while it is built. Cost: below 5 ms for a town.
std::vector<SearchRow> make_search_rows(const app::State& state, const model::Catalogue& catalogue,
                                        const app::SearchIndex* index, const std::string& typed,
                                        geo::Point near);

class SearchDialog {
 public:
  void open() { asked_ = true; }
  /// `near`: the middle of the map. The index is made by a job of `jobs` when it is first needed.
  Wish show(const Kit& kit, const app::State& state, const model::Catalogue& catalogue,
            jobs::Queue& jobs, geo::Point near);

 private:
  void follow(const app::State& state, const model::Catalogue& catalogue, jobs::Queue& jobs);
  void take_rows(const app::State& state, const model::Catalogue& catalogue, geo::Point near);
  bool input(const Kit& kit);
  std::optional<std::size_t> list(const Kit& kit);
  bool row_line(const Kit& kit, std::size_t number);

  bool asked_ = false;
  std::string typed_, rows_of_;
  std::vector<SearchRow> rows_;
  std::size_t cursor_ = 0;
  float whole_rows_ = 0;  ///< pixels, of the rows that fit whole; 0: not known yet
  int moved_ = 0;         ///< by the arrow keys in this frame
  std::shared_ptr<const app::SearchIndex> index_, rows_index_;
  model::Snapshot indexed_;
  base::Language language_ = base::Language::german;
};

}  // namespace nahraum::ui
