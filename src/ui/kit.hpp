#pragma once
/// The window's few widgets. Each notes where it was drawn under its label, so that tests and
/// scripts can point at it; panels hand in labels and take out answers, nothing else touches
/// ImGui's items.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/state.hpp"
#include "ui/focus.hpp"
#include "ui/icons.hpp"
#include "ui/theme.hpp"

namespace nahraum::ui {

/// Where each label lies in the current frame, in pixels.
class Registry {
 public:
  using Rectangle = std::pair<ImVec2, ImVec2>;  ///< upper left and lower right corner

  void clear() { rects_.clear(), views_.clear(), cuts_.clear(), order_.begin(); }
  void note(const std::string& label, ImVec2 min, ImVec2 max) { rects_[label] = {min, max}; }
  /// The part of the window in which a widget is seen; outside of it, it is scrolled away.
  void note_view(const std::string& label, ImVec2 min, ImVec2 max) { views_[label] = {min, max}; }
  /// The middle of a widget, or nothing when it is not shown.
  std::optional<ImVec2> middle(const std::string& label) const;
  std::optional<Rectangle> rect(const std::string& label) const;
  std::optional<Rectangle> view(const std::string& label) const;
  const std::map<std::string, Rectangle>& all() const { return rects_; }
  TabOrder& order() { return order_; }
  /// A text that is shown with "…" in its place, while a tip tells the whole.
  void note_cut(const std::string& shown) { cuts_.insert(shown); }
  const std::set<std::string>& cuts() const { return cuts_; }

 private:
  std::set<std::string> cuts_;
  std::map<std::string, Rectangle> rects_, views_;
  TabOrder order_;
};

/// With line breaks in the place of spaces, so that no line is wider than `width_px` in the current
/// font unless a single word is. ImGui by itself also breaks within "1.398".
std::string broken_at_spaces(const std::string& text, float width_px);

/// The longest beginning of `text` that fits in the current font, with "…" where it was cut.
std::string cut_to_width(const std::string& text, float width_px);

/// What a panel is handed: how things look, and where its actions go.
struct Kit {
  const Theme& theme;
  const Fonts& fonts;
  float scale = 1;
  Registry& registry;
  std::vector<app::Action>& actions;

  float px(float at_100) const { return at_100 * scale; }
  void act(app::Action action) const { actions.push_back(std::move(action)); }

  void text(const std::string& text, ImFont* font, ImU32 color) const;
  void body(const std::string& t) const { text(t, fonts.body, theme.ink); }
  void strong(const std::string& t) const { text(t, fonts.strong, theme.ink); }
  void caption(const std::string& t) const { text(t, fonts.small, theme.ink_soft); }
  /// The beginning that fits; where it is cut, the caller's tip tells the whole.
  std::string fitted(const std::string& text, float width_px) const;
  /// Small and on one line, cut where the room ends; a tip tells the rest.
  void detail(const std::string& t) const;
  void heading(const std::string& t) const { text(t, fonts.large, theme.ink); }
  void gap(float at_100) const { ImGui::Dummy({0, px(at_100)}); }
  void hairline() const;

  /// As wide as `width_px` or its words; in a narrow panel they take several lines.
  bool button(const char* label, float width_px = 0) const;
  bool primary_button(const char* label, float width_px = 0) const;
  /// No frame until the mouse is over it.
  bool quiet_button(const char* label, bool chosen = false, float width_px = 0) const;
  /// A picture, with the word beside it where there is room. `label` names it in either case.
  bool icon_button(const std::string& label, Icon icon, bool with_word, bool chosen) const;
  /// Explains the last item to the mouse over it and to the keyboard on it.
  void tip(const std::string& text) const;
  void begin_tip() const;
  void end_tip() const;
  bool check(const std::string& label, bool& on) const;
  /// One of several below each other; long words take several lines. True: it was chosen.
  bool radio(const std::string& label, bool on) const;
  bool slider(const char* label, float& value, float low, float high, const char* format) const;
  bool input(const char* label, std::string& value, const char* hint = "") const;
  /// One of a few, side by side where there is room. Returns the chosen index.
  int segments(const char* label, const std::vector<std::string>& choices, int chosen) const;
  /// Names the last item, and lets Tab reach it.
  void note_item(const std::string& label, bool typing = false) const;
  /// On the same line as the last item where `width_px` fits there, else below it.
  void same_line_if_fits(float width_px, float spacing_px = -1) const;
  /// The same for a button with this label.
  void beside(const char* label) const;
};

/// One line of a searchable list.
struct Choice {
  std::string id;
  std::string label;
  std::string group;   ///< heading above the first of its kind
  std::string detail;  ///< small, after the label
};

/// A drop-down with a search field: type to filter, ↑↓ and Enter to choose.
class SearchableCombo {
 public:
  /// The id that was chosen in this frame.
  std::optional<std::string> show(const Kit& kit, const char* label, const std::string& shown,
                                  const std::vector<Choice>& choices);

 private:
  std::optional<std::string> list(const Kit& kit, const std::vector<Choice>& choices);
  std::string filter_;
};

/// Every word of `filter` occurs in the text, letter case and umlauts' case aside.
bool matches_filter(const std::string& text, const std::string& filter);

}  // namespace nahraum::ui
