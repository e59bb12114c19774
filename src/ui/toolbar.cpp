#include "ui/toolbar.hpp"

#include <algorithm>
#include <numeric>

#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

std::string with_keys(const std::string& name, const char* letter) {
  return name + "   " + tr("Ctrl") + "+" + letter;
}

Tool wish_tool(Icon icon, const char* label, const char* letter, Wish wish, int rank) {
  Tool tool;
  tool.icon = icon;
  tool.label = label;
  tool.hint = with_keys(label, letter);
  tool.rank = rank;
  tool.wish = wish;
  return tool;
}

Tool note_tool(const app::State& state, app::Tool which, Icon icon, const char* label,
               const char* hint) {
  Tool tool;
  tool.icon = icon;
  tool.label = label;
  tool.hint = hint;
  tool.group = 1;
  tool.rank = 4;
  tool.chosen = state.tool == which;
  tool.enabled = !state.read_only;
  tool.action = app::ChooseTool{tool.chosen ? app::Tool::select : which};
  return tool;
}

void add_files_and_steps(std::vector<Tool>& tools, const app::State& state) {
  tools.push_back(wish_tool(Icon::open, tr("Open"), "O", Wish::open_file, 1));
  tools.push_back(wish_tool(Icon::save, tr("Save"), "S", Wish::save_file, 2));
  tools.back().marked = state.unsaved;
  tools.back().enabled = !state.read_only;
  tools.push_back(wish_tool(Icon::print, tr("Print"), "P", Wish::export_sheet, 0));
  tools.push_back(wish_tool(Icon::undo, tr("Undo"), "Z", Wish::none, 5));
  tools.back().action = app::Undo{};
  tools.back().enabled = state.history.next_undo() != nullptr;
  tools.push_back(wish_tool(Icon::redo, tr("Redo"), "Y", Wish::none, 5));
  tools.back().action = app::Redo{};
  tools.back().enabled = state.history.next_redo() != nullptr;
}

void add_looking(std::vector<Tool>& tools, const app::State& state, bool narrow) {
  if (narrow) {
    Tool details;
    details.icon = Icon::details;
    details.label = tr("Details");
    details.hint = tr("Figures and sources of the project");
    details.chosen = state.details;
    details.action = app::ShowDetails{!state.details};
    details.group = 2, details.rank = 6;
    tools.push_back(details);
  }
  tools.push_back(wish_tool(Icon::search, tr("Search"), "K", Wish::show_commands, 6));
  tools.back().hint = with_keys(tr("Search for a place, a service or a command"), "K");
  tools.back().group = 2;
}

float width_of(const std::vector<Tool>& tools, const std::vector<float>& word, float picture,
               const ToolbarFit& fit) {
  float width = 0;
  for (std::size_t i = 0; i < fit.shown; ++i) {
    const bool new_group = i > 0 && tools[i].group != tools[i - 1].group;
    width += picture + (fit.with_word[i] ? word[i] : 0) + (new_group ? picture * 0.5f : 0);
  }
  return width;
}

bool tool_button(const Kit& kit, const Tool& tool, bool with_word) {
  if (!tool.enabled) ImGui::BeginDisabled();
  const bool pressed = kit.icon_button(tool.label, tool.icon, with_word, tool.chosen);
  if (tool.marked) {
    const ImVec2 low = ImGui::GetItemRectMin();
    ImGui::GetWindowDrawList()->AddCircleFilled({low.x + kit.px(29), low.y + kit.px(9)},
                                                kit.px(3.5f), kit.theme.accent);
  }
  if (!tool.enabled) ImGui::EndDisabled();
  kit.tip(tool.marked ? tool.hint + "   •" : tool.hint);
  return pressed;
}

Wish carry_out(const Kit& kit, const Tool& tool) {
  if (tool.action) kit.act(*tool.action);
  return tool.wish;
}

/// What found no place in the bar.
Wish rest_list(const Kit& kit, const std::vector<Tool>& tools, std::size_t from) {
  Wish wish = Wish::none;
  if (kit.icon_button(tr("More"), Icon::more, false, false)) ImGui::OpenPopup("###more");
  kit.tip(tr("More"));
  if (!ImGui::BeginPopup("###more")) return wish;
  for (std::size_t i = from; i < tools.size(); ++i) {
    if (!tool_button(kit, tools[i], true)) continue;
    wish = carry_out(kit, tools[i]);
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
  return wish;
}

void group_line(const Kit& kit) {
  ImGui::SameLine(0, kit.px(10));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine({at.x, at.y + kit.px(6)}, {at.x, at.y + kit.px(30)},
                                      kit.theme.hairline);
  ImGui::SameLine(0, kit.px(10));
}

}  // namespace

std::vector<Tool> make_toolbar(const app::State& state, bool narrow) {
  std::vector<Tool> tools;
  add_files_and_steps(tools, state);
  const auto add = [&](app::Tool which, Icon icon, const char* label, const char* hint) {
    tools.push_back(note_tool(state, which, icon, label, hint));
  };
  add(app::Tool::note_point, Icon::point, tr("Point"), tr("Note: point"));
  add(app::Tool::note_text, Icon::text, tr("Text"), tr("Note: text"));
  add(app::Tool::note_callout, Icon::callout, tr("Callout"), tr("Note: callout"));
  add(app::Tool::note_arrow, Icon::arrow, tr("Arrow"), tr("Note: arrow"));
  tools.push_back(note_tool(state, app::Tool::add_service, Icon::plus, tr("Service"),
                            tr("Add a service of the kind that is asked for")));
  add_looking(tools, state, narrow);
  return tools;
}

ToolbarFit fit_toolbar(const std::vector<Tool>& tools, const std::vector<float>& word,
                       float picture, float more, float room) {
  ToolbarFit fit{std::vector<bool>(tools.size(), true), tools.size()};
  int rank = 0;
  for (const auto& tool : tools)
    rank = std::max(rank, tool.rank);
  for (; rank >= 0 && width_of(tools, word, picture, fit) > room; --rank) {
    for (std::size_t i = 0; i < tools.size(); ++i) {
      if (tools[i].rank == rank) fit.with_word[i] = false;
    }
  }
  if (width_of(tools, word, picture, fit) <= room) return fit;
  while (fit.shown > 0 && width_of(tools, word, picture, fit) + more > room)
    --fit.shown;
  return fit;
}

Wish toolbar_panel(const Kit& kit, const app::State& state, bool narrow) {
  Wish wish = Wish::none;
  const auto tools = make_toolbar(state, narrow);
  std::vector<float> word;
  word.reserve(tools.size());
  for (const auto& tool : tools)
    word.push_back(ImGui::CalcTextSize(tool.label.c_str()).x + kit.px(16));
  const float picture = kit.px(40);
  const auto fit = fit_toolbar(tools, word, picture, picture, ImGui::GetContentRegionAvail().x);
  for (std::size_t i = 0; i < fit.shown; ++i) {
    if (i > 0) ImGui::SameLine(0, kit.px(2));
    if (i > 0 && tools[i].group != tools[i - 1].group) group_line(kit);
    if (tool_button(kit, tools[i], fit.with_word[i])) wish = carry_out(kit, tools[i]);
  }
  if (fit.shown == tools.size()) return wish;
  ImGui::SameLine(0, kit.px(2));
  return std::max(wish, rest_list(kit, tools, fit.shown));
}

}  // namespace nahraum::ui
