#pragma once
/// The help beside the map: one page at a time, found by searching or by what one is doing (F1).

#include "app/help.hpp"
#include "ui/commands.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

class HelpPanel {
 public:
  bool is_open() const { return open_; }
  void close() { open_ = false; }
  /// The page of that id; the first one where there is none. Read anew in the current language.
  void open(const std::string& page);
  void open(const std::string& page, std::vector<app::HelpPage> pages);
  /// Fills the current ImGui child. `commands`: what the page "keys" lists below its text.
  void show(const Kit& kit, const std::vector<Command>& commands);
  const std::string& page() const { return pages_.empty() ? none_ : pages_[at_].id; }

 private:
  void go_to(const std::string& page);
  void show_hits(const Kit& kit);
  void show_page(const Kit& kit, const std::vector<Command>& commands);
  void show_topics(const Kit& kit);

  bool open_ = false;
  bool to_top_ = false;
  std::size_t at_ = 0;
  std::string filter_, none_;
  base::Language language_ = base::Language::german;
  std::vector<app::HelpPage> pages_;
};

}  // namespace nahraum::ui
