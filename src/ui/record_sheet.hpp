#pragma once
/// A table of the course's work below the map, to write in: each cell is edited where it stands.

#include <optional>
#include <string>
#include <vector>

#include "app/record_words.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {

/// What the sheet shows: words only.
struct RecordSheetView {
  struct Tab {
    std::string table, label;
  };
  std::vector<Tab> tabs;  ///< of the same module
  const model::RecordTable* table = nullptr;
  std::vector<model::Record> records;
  std::vector<std::vector<std::string>> words;  ///< per record and column
  std::vector<std::vector<app::Named>> names;   ///< per column: what a reference may name
  bool read_only = false;
};
/// Nothing where no table is open.
std::optional<RecordSheetView> make_record_sheet_view(const app::State& state);

class RecordSheet {
 public:
  /// Fills the current window. Returns what the window itself is to do.
  Wish show(const Kit& kit, const app::State& state);

 private:
  struct Editing {
    model::Id row = 0;
    int column = 0;
    std::string text;
    bool begins = true;
  };
  void follow(const app::State& state);
  Wish head(const Kit& kit, const app::State& state);
  void rows(const Kit& kit, const app::State& state);
  void row(const Kit& kit, const app::State& state, std::size_t at);
  void cell(const Kit& kit, const app::State& state, std::size_t at, int column);
  void edit_text(const Kit& kit, const app::State& state, std::size_t at);
  void edit_choice(const Kit& kit, std::size_t at, int column);
  void edit_reference(const Kit& kit, std::size_t at, int column);
  void commit(const Kit& kit, const app::State& state, std::size_t at, int next);
  void put(const Kit& kit, std::size_t at, int column, model::Cell cell) const;

  std::optional<RecordSheetView> view_;
  model::Snapshot of_;  ///< what the view was made of
  std::string of_table_;
  base::Language language_ = base::Language::german;
  std::optional<Editing> editing_;
  std::optional<model::Id> scroll_to_;
  model::Id seen_row_ = 0;
};

}  // namespace nahraum::ui
