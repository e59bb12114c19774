#pragma once
/// A module's page in its panel: blocks of a sentence, remarks, a chart, and the ways on.

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "app/module_page.hpp"
#include "jobs/queue.hpp"
#include "ui/chart_view.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {

/// What a page is made from now; `today`: ISO.
app::PageInput page_input(const app::State& state,
                          const std::shared_ptr<const model::Catalogue>& catalogue,
                          const std::string& today);

class PagePanel {
 public:
  /// Has the page made by a job where anything that it rests on has changed; until it is done the
  /// last one stays.
  void follow(const app::State& state, const std::shared_ptr<const model::Catalogue>& catalogue,
              jobs::Queue& jobs);
  /// Fills the current window. Returns what the window itself is to do.
  app::PageWish show(const Kit& kit, const app::State& state);
  /// A block's chart alone, for the projector: it takes no clicks.
  static void show_chart_of(const Kit& kit, scene::Theme theme, const app::PageBlock& block);
  /// Of the module in sight; null while the first one is made.
  std::shared_ptr<const app::ModulePage> page(const app::State& state) const;

 private:
  /// A bar of the Gantt chart, or an end of it, under the moving mouse.
  struct Held {
    std::string block, mark;
    int from_day = 0;
  };
  struct Asked {
    model::Snapshot project, answered;
    std::shared_ptr<const app::Answer> answer;
    app::Question question;
    app::WorkView view;
    app::Exercises exercises;
    int module = 0, min_count = 0;
    std::string today;
    base::Language language = base::Language::german;
    friend bool operator==(const Asked&, const Asked&) = default;
  };

  void block(const Kit& kit, const app::State& state, const app::PageBlock& block);
  void lines(const Kit& kit, const app::PageBlock& block);
  void act(const Kit& kit, const app::PageAction& action);
  void chart(const Kit& kit, const app::State& state, const app::PageBlock& block);
  void touch(const Kit& kit, const app::PageBlock& block, const ChartTouch& touch);
  app::PageChart dragged(const Kit& kit, const app::State& state, const app::PageBlock& block,
                         const ChartPaper& paper, const ChartTouch& touch);

  std::optional<Asked> known_;
  std::shared_ptr<const app::ModulePage> page_;
  base::Language page_language_ = base::Language::german;
  std::uint64_t number_ = 0;
  std::set<std::string> with_figures_, with_method_, with_lines_;  ///< blocks that show them
  std::optional<Held> held_;
  std::optional<ChartTouch> last_touch_;
  app::PageWish wish_ = app::PageWish::nothing;  ///< of this frame
};

}  // namespace nahraum::ui
