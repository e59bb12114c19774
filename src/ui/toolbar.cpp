#include "ui/toolbar.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "base/translate.hpp"
#include "ui/map_pen.hpp"

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

/// One line of a menu.
Tool menu_tool(const app::State& state, app::Tool which, Icon icon, const char* label) {
  return note_tool(state, which, icon, label, hint_of(which).c_str());
}

Tool menu_of(const app::State& state, Icon icon, const char* label, const char* hint,
             std::vector<Tool> menu) {
  Tool tool;
  tool.icon = icon;
  tool.label = label;
  tool.hint = hint;
  tool.group = 1;
  tool.rank = 4;
  tool.enabled = !state.read_only;
  tool.chosen = std::any_of(menu.begin(), menu.end(), [](const Tool& each) { return each.chosen; });
  tool.menu = std::move(menu);
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
  tools.push_back(wish_tool(Icon::table, tr("Table"), "", Wish::show_table, 4));
  tools.back().hint = tr("Table of services, homes, areas and notes   T");
  tools.back().group = 2;
  tools.push_back(note_tool(state, app::Tool::measure, Icon::measure, tr("Measure"),
                            tr("Measure a length or an area   M")));
  tools.back().enabled = true;
  tools.back().group = 2;
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
  Tool compare;
  compare.icon = Icon::compare;
  compare.label = tr("Compare");
  compare.hint = tr("Two states on one map");
  compare.chosen = state.comparison.has_value();
  compare.wish = Wish::compare;
  compare.group = 2, compare.rank = 6;
  tools.push_back(compare);
  tools.push_back(wish_tool(Icon::search, tr("Search"), "K", Wish::show_commands, 6));
  tools.back().hint = with_keys(tr("Search for a place, a service or a command"), "K");
  tools.back().group = 2;
}

float width_of(const std::vector<Tool>& tools, const std::vector<float>& word, float picture,
               const ToolbarFit& fit) {
  float width = 0;
  for (std::size_t i = 0; i < fit.shown; ++i) {
    const bool new_group = i > 0 && tools[i].group != tools[i - 1].group;
    width += picture + (fit.with_word[i] ? word[i] : 0) + (new_group ? picture * 0.25f : 0);
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

Wish carry_out(const Kit& kit, const Tool& tool);

/// The next window, of these tools, below the item that was just drawn: moved so that all of it is
/// seen, and scrolling where it is too long for that.
void place_menu(const Kit& kit, std::span<const Tool> tools) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const ImVec2 all = ImGui::GetIO().DisplaySize;
  const float edge = kit.px(8), count = static_cast<float>(tools.size());
  float wide = 0;
  for (const auto& tool : tools)
    wide = std::max(wide, ImGui::CalcTextSize(tool.label.c_str()).x);
  wide += kit.px(36 + 12) + 2 * style.WindowPadding.x;
  const float wanted = count * (kit.px(36) + style.ItemSpacing.y) + 2 * style.WindowPadding.y;
  const float high = std::min(wanted, all.y - 2 * edge);
  if (high < wanted) wide += style.ScrollbarSize;
  wide = std::min(wide, all.x - 2 * edge);
  const float x = ImGui::GetItemRectMin().x, y = ImGui::GetItemRectMax().y + kit.px(4);
  ImGui::SetNextWindowPos({std::min(x, all.x - edge - wide), std::min(y, all.y - edge - high)});
  ImGui::SetNextWindowSizeConstraints({wide, 0}, {wide, high});
}

/// Below the button that was just drawn.
Wish show_menu(const Kit& kit, const Tool& tool, bool pressed) {
  Wish wish = Wish::none;
  const auto id = "###menu " + tool.label;
  if (pressed) ImGui::OpenPopup(id.c_str());
  place_menu(kit, tool.menu);
  if (!ImGui::BeginPopup(id.c_str())) return wish;
  for (const auto& each : tool.menu) {
    if (!tool_button(kit, each, true)) continue;
    wish = carry_out(kit, each);
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
  return wish;
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
  place_menu(kit, std::span(tools).subspan(from));
  if (!ImGui::BeginPopup("###more")) return wish;
  for (std::size_t i = from; i < tools.size(); ++i) {
    const bool pressed = tool_button(kit, tools[i], true);
    if (!tools[i].menu.empty()) {
      wish = std::max(wish, show_menu(kit, tools[i], pressed));
      continue;
    }
    if (!pressed) continue;
    wish = carry_out(kit, tools[i]);
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
  return wish;
}

void group_line(const Kit& kit) {
  ImGui::SameLine(0, kit.px(10));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float x = at.x - kit.px(5);
  ImGui::GetWindowDrawList()->AddLine({x, at.y + kit.px(6)}, {x, at.y + kit.px(30)},
                                      kit.theme.hairline);
}

}  // namespace

std::vector<Tool> drawing_tools(const app::State& state) {
  using app::Tool;
  std::vector<ui::Tool> menu{
      menu_tool(state, Tool::note_freehand, Icon::pen, tr("Freehand")),
      menu_tool(state, Tool::note_polygon, Icon::whole, tr("Polygon")),
      menu_tool(state, Tool::note_highlight, Icon::pen, tr("Marker pen")),
      menu_tool(state, Tool::note_number, Icon::point, tr("Numbered note")),
  };
  ui::Tool photo;
  photo.icon = Icon::details;
  photo.label = tr("Photo …");
  photo.hint = tr("A picture from a file, in the middle of the map; or drop one on the map");
  photo.enabled = !state.read_only;
  photo.wish = Wish::add_photo;
  menu.push_back(std::move(photo));
  return menu;
}

std::vector<Tool> correcting_tools(const app::State& state) {
  using app::Tool;
  return {menu_tool(state, Tool::correct_bench, Icon::plus, tr("Bench")),
          menu_tool(state, Tool::correct_crossing, Icon::plus, tr("Crossing")),
          menu_tool(state, Tool::correct_path, Icon::plus, tr("New path")),
          menu_tool(state, Tool::correct_closure, Icon::close, tr("Closed way")),
          menu_tool(state, Tool::correct_barrier, Icon::close, tr("Barrier")),
          menu_tool(state, Tool::correct_surface, Icon::mend, tr("Surface of a way")),
          menu_tool(state, Tool::correct_ramp, Icon::mend, tr("Ramp at steps")),
          menu_tool(state, Tool::correct_kerb, Icon::mend, tr("Lowered kerb")),
          menu_tool(state, Tool::add_home, Icon::plus, tr("Home")),
          menu_tool(state, Tool::edit_outline, Icon::whole, tr("Outline of the district")),
          menu_tool(state, Tool::edit_areas, Icon::layers, tr("Statistical areas"))};
}

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
  tools.push_back(menu_of(state, Icon::pen, tr("Draw"), tr("Draw on the map, number, photo"),
                          drawing_tools(state)));
  tools.push_back(
      note_tool(state, app::Tool::add_service, Icon::plus, tr("Service"),
                tr("What if here? The catchment follows the mouse, a click adds a service")));
  tools.push_back(menu_of(state, Icon::mend, tr("Correct"), tr("What the map has wrong"),
                          correcting_tools(state)));
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
    word.push_back(ImGui::CalcTextSize(tool.label.c_str()).x + kit.px(12));
  const float picture = kit.px(38);
  const auto fit = fit_toolbar(tools, word, picture, picture, ImGui::GetContentRegionAvail().x);
  for (std::size_t i = 0; i < fit.shown; ++i) {
    if (i > 0) ImGui::SameLine(0, kit.px(2));
    if (i > 0 && tools[i].group != tools[i - 1].group) group_line(kit);
    const bool pressed = tool_button(kit, tools[i], fit.with_word[i]);
    if (!tools[i].menu.empty())
      wish = std::max(wish, show_menu(kit, tools[i], pressed));
    else if (pressed)
      wish = carry_out(kit, tools[i]);
  }
  if (fit.shown == tools.size()) return wish;
  ImGui::SameLine(0, kit.px(2));
  return std::max(wish, rest_list(kit, tools, fit.shown));
}

}  // namespace nahraum::ui
