#pragma once
/// The attribute table below the map: services, homes, areas, notes; sorted, filtered, copied,
/// pasted. What is chosen in it is chosen on the map, and the other way round.

#include <memory>
#include <set>

#include "app/attribute_table.hpp"
#include "jobs/queue.hpp"
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
  /// Places of the chosen rows where there are several, at most a thousand: to be ringed on the
  /// map.
  std::vector<geo::Point> marked() const;

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
  void follow(const app::State& state, const std::shared_ptr<const model::Catalogue>& catalogue,
              jobs::Queue& jobs);
  void follow_selection(const app::State& state);
  void head(const Kit& kit, const app::State& state, jobs::Queue& jobs);
  void rows(const Kit& kit, PanelMemory& memory);
  void row(const Kit& kit, std::size_t at, PanelMemory& memory);
  void choose(const Kit& kit, std::size_t at);
  void read_sort();
  void copy(jobs::Queue& jobs) const;
  std::int32_t key(std::uint32_t row) const;

  bool open_ = false;
  Asked asked_;
  std::optional<Asked> known_;  ///< what the newest job was asked
  std::shared_ptr<const Rows> rows_;
  std::uint64_t number_ = 0;
  app::TableOf what_ = app::TableOf::services;
  app::TableOrder order_;
  std::set<std::int32_t> chosen_;  ///< ids, or rows of areas
  std::size_t anchor_ = 0;         ///< where a range begins
  app::Selection followed_;
  std::optional<std::size_t> scroll_to_;
};

}  // namespace nahraum::ui
