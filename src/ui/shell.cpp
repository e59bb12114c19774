#include "ui/shell.hpp"

#include <algorithm>

#include "base/translate.hpp"
#include "ui/agenda_view.hpp"
#include "ui/map_tools.hpp"
#include "ui/modal.hpp"
#include "ui/panel_window.hpp"
#include "ui/toolbar.hpp"

namespace nahraum::ui {
namespace {

constexpr ImGuiWindowFlags still_above =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;

}  // namespace

void Shell::frame(const Theme& theme, const Fonts& fonts, float scale, double now_s) {
  session_.deliver();
  pictures_.deliver();
  table_jobs_.deliver();
  const auto& state = session_.state();
  follow_work();
  map_.follow(state, session_.catalogue(), now_s);
  if (exercise_.wants_whole(state)) map_.show_all();
  registry_.clear();
  if (!std::exchange(work_offered_, true) && !state.unsaved_work.empty()) dialogs_.offer_work();
  const Kit kit{theme, fonts, scale, registry_, actions_};
  dialogs_.files().stay_inside(state.settings.own_files || presentation_.runs());
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const bool inspecting = state.details || state.selection.kind != app::Selection::Kind::none;
  const auto right = help_.is_open() ? RightColumn::help
                     : inspecting    ? RightColumn::inspector
                                     : RightColumn::closed;
  ImGui::PushFont(fonts.body);
  if (presentation_.runs() && state.project) {
    layout_ = {};
    layout_.map = {0, 0, size.x, size.y};
    show_presentation(kit, now_s);
  } else {
    presentation_.end();
    layout_ = layout_for(size.x, size.y, scale, state.project != nullptr, right);
    if (state.project && table_in_sight()) make_room_for_table(layout_, scale);
    show_window(kit, layout_, now_s);
  }
  keep_dialogs_in_front();
  ImGui::PopFont();
  const auto actions = std::exchange(actions_, {});
  for (const auto& action : actions) {
    session_.dispatch(action);
    if (const auto* chosen = std::get_if<app::ChooseLanguage>(&action)) {
      base::set_language(chosen->language);
    }
  }
}

void Shell::show_window(const Kit& kit, const Layout& layout, double now_s) {
  const auto& state = session_.state();
  if (state.project) {
    show_panels(kit, layout, now_s);
  } else {
    show_welcome(kit, layout, now_s);
  }
  Wish wish = Wish::none;
  {
    const PanelWindow window(kit, "rail", layout.rail, {8, 12}, false);
    wish = rail_panel(kit, state.module);
  }
  carry_out(wish, now_s);
  StripAsked asked = StripAsked::nothing;
  auto pictures = pictures_.views();
  for (auto& job : table_jobs_.views())
    pictures.push_back(std::move(job));
  {
    const PanelWindow window(kit, "strip", layout.strip, {12, 9}, false);
    auto view = make_strip_view(state, session_.jobs(), pictures, mouse_place());
    view.clock = agenda_in_short(state, base::wall_time());
    asked = strip_panel(kit, view);
  }
  if (asked == StripAsked::messages) show_messages();
  if (asked == StripAsked::search) search_.open();
  carry_out(dialogs_.show(kit, state), now_s);
  show_groups(kit);
  exercise_.show_light(kit, state);
  tour_.show(kit, state);
  carry_out(search_.show(kit, state, session_.catalogue(), pictures_, map_.camera().centre()),
            now_s);
}

std::optional<MousePlace> Shell::mouse_place() {
  const auto at = map_.mouse_at();
  if (!at) return std::nullopt;
  MousePlace place{*at, std::nullopt};
  if (session_.state().settings.degrees) place.degrees = map_.mouse_degrees();
  return place;
}

/// In the order in which Tab goes: the question, the verbs, the map, what is chosen.
void Shell::show_panels(const Kit& kit, const Layout& layout, double now_s) {
  const auto& state = session_.state();
  const bool narrow = ImGui::GetIO().DisplaySize.x < inspector_stays_from * kit.scale;
  Wish wish = Wish::none;
  if (layout.panel.width > 0) show_module(kit, layout.panel, now_s);
  {
    const PanelWindow window(kit, "toolbar", layout.toolbar, {12, 8}, false);
    wish = std::max(wish, toolbar_panel(kit, state, narrow));
    show_compare_list(kit);
  }
  {
    ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
    const PanelWindow window(kit, "map", layout.map, {0, 0}, false);
    ImGui::PopStyleColor();
    map_.mark_also(table_.marked());
    map_.areas_are_listed(table_.shows_areas());
    map_.show(kit, state, layout.map, now_s);
  }
  show_map_tools(kit, layout, now_s);
  show_measure(kit, layout);
  if (table_in_sight()) show_table(kit, layout);
  carry_out(wish, now_s);
  show_right_column(kit, layout, narrow, now_s);
}

/// The module's own, and below it the exercises.
void Shell::show_module(const Kit& kit, const Rect& column, double now_s) {
  const auto& state = session_.state();
  const Rect dock = exercise_.place(kit, state, column);
  Rect panel = column;
  panel.height -= dock.height;
  Wish wish = Wish::none;
  {
    // One of each module: what was scrolled in one stays out of the next.
    const auto name = "panel " + std::to_string(state.module);
    const PanelWindow window(kit, name.c_str(), panel, {16, 14}, true);
    if (state.module == 2) {
      const auto view = make_question_view(state, session_.catalogue());
      wish = std::max(wish, question_panel(kit, view, memory_));
      wish =
          std::max(wish, study_panel(kit, make_study_view(state, session_.catalogue()), memory_));
    } else if (state.module == 1) {
      wish = std::max(wish, need_panel(kit, make_study_view(state, session_.catalogue()), memory_));
      show_page(kit);
    } else {
      show_page(kit);
    }
    exercise_.bring(kit, state);
    registry_.note("module panel", {panel.x, panel.y},
                   {panel.x + panel.width, panel.y + panel.height});
  }
  {
    const PanelWindow window(kit, "exercise", dock, {16, 8}, true);
    wish = std::max(wish, exercise_.show(kit, state, session_.catalogue(), now_s));
  }
  carry_out(wish, now_s);
}

/// What is chosen, or the help in its place.
void Shell::show_right_column(const Kit& kit, const Layout& layout, bool narrow, double now_s) {
  if (layout.inspector.width <= 0) return;
  if (help_.is_open()) {
    const PanelWindow window(kit, "help", layout.inspector, {16, 14}, false);
    return help_.show(kit, commands(session_.state()));
  }
  const auto& state = session_.state();
  Wish wish = Wish::none;
  {
    const PanelWindow window(kit, "inspector", layout.inspector, {16, 14}, true);
    const auto view = make_inspector_view(state, session_.catalogue());
    wish = inspector_panel(kit, view, state, memory_, narrow);
  }
  carry_out(wish, now_s);
}

/// A window of its own above the map's, which takes every click that it gets.
void Shell::show_map_tools(const Kit& kit, const Layout& layout, double now_s) {
  ImGui::SetNextWindowPos({layout.map.x + kit.px(12), layout.map.y + kit.px(12)});
  const float room = layout.map.height - kit.px(24);
  const bool low = room < kit.px(map_tools_height);
  ImGui::SetNextWindowSize({kit.px(map_tools_width) + (low ? ImGui::GetStyle().ScrollbarSize : 0),
                            std::min(kit.px(map_tools_height), room)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(2), kit.px(2)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  const ImGuiWindowFlags flags = still_above | ImGuiWindowFlags_NoFocusOnAppearing;
  ImGui::Begin(
      "map tools", nullptr,
      low ? flags & ~ImGuiWindowFlags_NoScrollbar : flags | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar(3);
  std::optional<model::NamedView> view;
  const Wish wish =
      map_tools_panel(kit, session_.state(), map_.camera().denominator(), views_, view);
  ImGui::End();
  if (view) go_to(*view, now_s);
  carry_out(wish, now_s);
}

/// In the middle of the map's upper edge while one measures.
void Shell::show_measure(const Kit& kit, const Layout& layout) {
  const auto& state = session_.state();
  if (state.tool != app::Tool::measure) return;
  const float wide = kit.px(300);
  ImGui::SetNextWindowPos(
      {layout.map.x + (layout.map.width - wide) / 2, layout.map.y + kit.px(12)});
  ImGui::SetNextWindowSize({wide, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(12), kit.px(8)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::Begin("measure", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                   ImGuiWindowFlags_AlwaysAutoResize);
  ImGui::PopStyleVar(3);
  map_.measure().card(kit, state.project->info.epsg);
  ImGui::End();
}

void Shell::show_table(const Kit& kit, const Layout& layout) {
  const PanelWindow window(kit, "table", layout.table, {12, 10}, true);
  if (!session_.state().work.table.empty()) {
    if (sheet_.show(kit, session_.state()) == Wish::export_table) export_table();
    return;
  }
  table_.show(kit, session_.state(), session_.shared_catalogue(), table_jobs_, memory_);
}

void Shell::show_welcome(const Kit& kit, const Layout& layout, double now_s) {
  Wish wish = Wish::none;
  {
    const float across = layout.map.width / kit.scale;
    const float side = std::clamp(across / 18, 16.f, 72.f);
    const PanelWindow window(kit, "welcome", layout.map, {side, side * 0.5f}, true);
    wish = welcome_.show(kit, session_.state(), !session_.jobs().empty());
  }
  carry_out(wish, now_s);
  show_right_column(kit, layout, true, now_s);
}

void Shell::show_compare_list(const Kit& kit) {
  if (std::exchange(compare_asked_, false)) ImGui::OpenPopup("###compare");
  const auto& map = layout_.map;
  ImGui::SetNextWindowPos({map.x + map.width / 2, map.y + kit.px(8)}, 0, {0.5f, 0});
  const float wide = std::min(kit.px(440), map.width * 0.9f);
  ImGui::SetNextWindowSizeConstraints({wide, 0}, {wide, map.height * 0.9f});
  if (!ImGui::BeginPopup("###compare")) return;
  const auto& state = session_.state();
  if (compare_list(kit, compare_choices(state, session_.catalogue()), state.comparison.has_value()))
    ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

std::vector<Face> Shell::faces(const Theme& theme) const {
  const Layout& l = layout_;
  std::vector<Face> faces{{l.rail, theme.rail}, {l.strip, theme.rail}};
  if (presentation_.runs()) return {};
  if (!session_.state().project) {
    faces.push_back({l.map, theme.paper});
    faces.push_back({l.inspector, theme.paper});
    return faces;
  }
  for (const Rect& panel : {l.panel, l.toolbar, l.inspector, l.table})
    faces.push_back({panel, theme.paper});
  return faces;
}

bool Shell::ask_close() {
  const auto& state = session_.state();
  if (!state.project || !state.unsaved) return true;
  dialogs_.ask_close();
  return false;
}

}  // namespace nahraum::ui
