#include "ui/help_panel.hpp"

#include "base/translate.hpp"
#include "ui/rich_text.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

void show_with_keys(const Kit& kit, const std::vector<Command>& commands) {
  if (!ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingStretchProp)) return;
  for (const auto& command : commands) {
    if (command.keys.empty()) continue;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    kit.body(command.keys);
    ImGui::TableNextColumn();
    kit.body(command.name);
    kit.note_item("listed " + command.name);
  }
  ImGui::EndTable();
}

/// Those with a key in a table, the others as a list.
void show_keys(const Kit& kit, const std::vector<Command>& commands) {
  show_with_keys(kit, commands);
  kit.gap(6);
  kit.strong(tr("Without a key of their own"));
  kit.caption(tr("Ctrl+K and some letters of the name, then Enter."));
  for (const auto& command : commands) {
    if (!command.keys.empty()) continue;
    kit.body(command.name);
    kit.note_item("listed " + command.name);
  }
}

}  // namespace

void HelpPanel::open(const std::string& page) {
  open(page, app::help_pages(base::language()));
}

void HelpPanel::open(const std::string& page, std::vector<app::HelpPage> pages) {
  open_ = true;
  language_ = base::language();
  pages_ = std::move(pages);
  filter_.clear();
  go_to(page);
}

void HelpPanel::go_to(const std::string& page) {
  at_ = 0;
  to_top_ = true;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (pages_[i].id == page) at_ = i;
  }
}

void HelpPanel::show(const Kit& kit, const std::vector<Command>& commands) {
  if (language_ != base::language()) open(page());
  kit.heading(tr("Help"));
  const float edge = ImGui::GetWindowContentRegionMax().x - kit.px(36);
  ImGui::SameLine(edge);
  if (kit.icon_button(tr("Close the help"), Icon::close, false, false)) close();
  kit.tip(tr("Close the help") + std::string("   F1"));
  if (pages_.empty()) {
    kit.body(tr("The help's pages are missing from this installation."));
    return;
  }
  kit.input("Search help", filter_, tr("Search the help"));
  kit.hairline();
  ImGui::BeginChild("page", {0, 0});
  if (std::exchange(to_top_, false)) ImGui::SetScrollY(0);
  if (filter_.empty()) {
    show_page(kit, commands);
  } else {
    show_hits(kit);
  }
  ImGui::EndChild();
}

void HelpPanel::show_hits(const Kit& kit) {
  const auto hits = app::search_help(pages_, filter_);
  if (hits.empty()) kit.body(tr("No page has all these words."));
  for (const auto& hit : hits) {
    const auto& page = pages_[hit.page];
    if (kit.quiet_button((page.title + "##hit").c_str(), false, ImGui::GetContentRegionAvail().x)) {
      filter_.clear();
      return go_to(page.id);
    }
    if (!hit.text.empty()) kit.caption(hit.text);
    kit.gap(4);
  }
}

void HelpPanel::show_page(const Kit& kit, const std::vector<Command>& commands) {
  const auto& page = pages_[at_];
  kit.text(page.title, kit.fonts.large, kit.theme.ink);
  kit.note_item("help title");
  kit.gap(2);
  std::string next;
  for (const auto& block : page.blocks) {
    const auto clicked = show_block(kit, block, {kit.fonts.body, kit.fonts.strong});
    if (!clicked.empty()) next = clicked;
  }
  if (page.id == "keys") show_keys(kit, commands);
  kit.hairline();
  show_topics(kit);
  if (!next.empty()) go_to(next);
}

void HelpPanel::show_topics(const Kit& kit) {
  kit.strong(tr("All topics"));
  std::string next;
  for (const auto& page : pages_) {
    const auto label = page.title + "##topic";
    if (kit.quiet_button(label.c_str(), page.id == pages_[at_].id)) next = page.id;
  }
  if (!next.empty()) go_to(next);
}

}  // namespace nahraum::ui
