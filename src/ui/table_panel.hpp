#pragma once
/// The attribute table below the map: services, homes, areas, notes; sorted, filtered, copied,
/// pasted. What is chosen in it is chosen on the map, and the other way round.

#include <memory>

#include "app/attribute_table.hpp"
#include "jobs/queue.hpp"
#include "ui/chosen_ids.hpp"
#include "ui/map_view.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {

class TablePanel {
 public:
  void toggle() { open_ = !open_; }
  bool is_open() const { return open_; }

  /// Fills the current window. Sorting and filtering is done by jobs; until they are done the rows
  /// stay as they were.
  void show(const Kit& kit, const app::State& state,
            const std::shared_ptr<const model::Catalogue>& catalogue, jobs::Queue& jobs,
            PanelMemory& memory);
  bool shows_areas() const { return open_ && what_ == app::TableOf::areas; }
  /// The chosen rows, at most a thousand, to be marked on the map; none where the only one is
  /// what the map shows as chosen.
  const Marked& marked();

 private:
  struct Asked {
    app::TableOf what = app::TableOf::services;
    model::Snapshot project;
    std::shared_ptr<const app::Answer> answer;  ///< of homes only
    app::TableOrder order;
    base::Language language = base::Language::german;
    friend bool operator==(const Asked&, const Asked&) = default;
  };
  /// A finished answer to what was asked.
  struct Rows {
    std::shared_ptr<const app::AttributeTable> table;
    std::vector<std::uint32_t> rows;
  };
  /// What `marked_` was made of.
  struct MarkKey {
    bool open = false;
    std::shared_ptr<const Rows> rows;
    std::uint64_t chosen = 0;
    app::Selection followed;
    friend bool operator==(const MarkKey&, const MarkKey&) = default;
  };
  void follow(const app::State& state, const std::shared_ptr<const model::Catalogue>& catalogue,
              jobs::Queue& jobs);
  void follow_selection(const app::State& state);
  void head(const Kit& kit, const app::State& state, jobs::Queue& jobs);
  void rows(const Kit& kit, PanelMemory& memory);
  void row(const Kit& kit, std::size_t at, PanelMemory& memory);
  void choose(const Kit& kit, std::size_t at);
  void choose_range(std::size_t to);
  void read_sort();
  void copy(jobs::Queue& jobs) const;
  Marked make_marked() const;
  std::int32_t key(std::uint32_t row) const { return rows_->table->selection(row).id; }

  bool open_ = false;
  Asked asked_;
  std::optional<Asked> known_;  ///< what the newest job was asked
  std::shared_ptr<const Rows> rows_;
  std::uint64_t number_ = 0;
  jobs::JobId job_ = 0;  ///< the newest, which answers `known_`
  app::TableOf what_ = app::TableOf::services;
  app::TableOrder order_;
  ChosenIds chosen_;        ///< of areas their indices
  std::size_t anchor_ = 0;  ///< where a range begins
  MarkKey mark_key_;
  Marked marked_;
  app::Selection seen_;      ///< the state's, in the frame before
  app::Selection followed_;  ///< it, or what was chosen here since
  std::optional<std::size_t> scroll_to_;
};

}  // namespace nahraum::ui
