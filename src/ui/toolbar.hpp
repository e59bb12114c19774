#pragma once
/// The bar over the map: verbs as pictures with words, as far as there is room for words.

#include "ui/commands.hpp"
#include "ui/icons.hpp"

namespace nahraum::ui {

struct Tool {
  Icon icon = Icon::open;
  std::string label;  ///< "Undo": the word beside the picture, and the widget's name
  std::string hint;   ///< "Undo   Ctrl+Z"
  int group = 0;      ///< a line stands between groups
  int rank = 0;       ///< words of higher ranks give way first
  bool chosen = false, enabled = true;
  bool marked = false;  ///< a dot: there is something to save
  std::optional<app::Action> action;
  Wish wish = Wish::none;
  std::vector<Tool> menu;  ///< what opens below it, in place of an action
};
/// Whatever is drawn on the map but the four notes of the bar itself.
std::vector<Tool> drawing_tools(const app::State& state);
/// What the map data may have wrong.
std::vector<Tool> correcting_tools(const app::State& state);
/// `narrow`: the inspector is closed unless something is chosen, so a tool opens it.
std::vector<Tool> make_toolbar(const app::State& state, bool narrow);

/// Which tools keep their words, and how many are shown at all; the others go into a list.
struct ToolbarFit {
  std::vector<bool> with_word;
  std::size_t shown = 0;
};
/// Widths in pixels. `word[i]`: what the word of tool i adds. `more`: of the list's button.
ToolbarFit fit_toolbar(const std::vector<Tool>& tools, const std::vector<float>& word,
                       float picture, float more, float room);

Wish toolbar_panel(const Kit& kit, const app::State& state, bool narrow = false);

}  // namespace nahraum::ui
