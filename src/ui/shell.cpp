#include "ui/shell.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "app/arguments.hpp"
#include "app/named_views.hpp"
#include "app/print_sheet.hpp"
#include "base/translate.hpp"
#include "ui/about_view.hpp"
#include "ui/map_tools.hpp"
#include "ui/toolbar.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

constexpr ImGuiWindowFlags still = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_NoBringToFrontOnFocus;

constexpr ImGuiWindowFlags still_above =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;

/// A panel's window, see-through (Shell::faces), with a hairline on the side that meets the next
/// panel.
class PanelWindow {
 public:
  PanelWindow(const Kit& kit, const char* name, const Rect& rect, ImVec2 padding, bool scrolls) {
    ImGui::SetNextWindowPos({rect.x, rect.y});
    ImGui::SetNextWindowSize({rect.width, rect.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(padding.x), kit.px(padding.y)});
    const ImGuiWindowFlags flags = scrolls ? still & ~ImGuiWindowFlags_NoScrollbar
                                           : still | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin(name, nullptr, flags);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    const ImVec2 high{rect.x + rect.width - 1, rect.y + rect.height - 1};
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PushClipRect({rect.x, rect.y}, {high.x + 1, high.y + 1});
    list->AddLine({high.x, rect.y}, high, kit.theme.hairline);
    list->AddLine({rect.x, high.y}, high, kit.theme.hairline);
    list->PopClipRect();
  }
  ~PanelWindow() { ImGui::End(); }
  PanelWindow(const PanelWindow&) = delete;
  PanelWindow& operator=(const PanelWindow&) = delete;
};

std::vector<std::string> data_endings() {
  return {".gpkg", ".osm.pbf", ".osm", ".osm.gz", ".osm.bz2"};
}

}  // namespace

/// At 100 %; a narrower column beside the map would break every line.
constexpr float least_column = 230;

Layout layout_for(float width, float height, float scale, bool with_project, RightColumn right) {
  const float rail = 64 * scale, strip = 36 * scale, bar = 52 * scale;
  Layout layout;
  layout.rail = {0, 0, rail, height - strip};
  layout.strip = {0, height - strip, width, strip};
  const float panel = with_project ? std::min(404 * scale, width * 0.36f) : 0;
  const bool shown =
      right == RightColumn::help ||
      (with_project && (right == RightColumn::inspector || width >= inspector_stays_from * scale));
  const float wanted = right == RightColumn::help ? 400 : 296;
  const float column = shown ? std::min(wanted * scale, (width - rail - panel) * 0.5f) : 0;
  const bool crowded = with_project && shown && column < least_column * scale;
  if (!with_project) {
    layout.map = {rail, 0, width - rail - column, height - strip};
    layout.inspector = {width - column, 0, column, height - strip};
    return layout;
  }
  if (crowded) {
    // No room for both: what is chosen takes the question's place until it is closed.
    const float instead = std::min(wanted * scale, width * 0.42f);
    layout.inspector = {rail, 0, instead, height - strip};
    layout.toolbar = {rail + instead, 0, width - rail - instead, bar};
    layout.map = {rail + instead, bar, width - rail - instead, height - strip - bar};
    return layout;
  }
  layout.panel = {rail, 0, panel, height - strip};
  layout.toolbar = {rail + panel, 0, width - rail - panel, bar};
  layout.map = {rail + panel, bar, width - rail - panel - column, height - strip - bar};
  layout.inspector = {width - column, bar, column, height - strip - bar};
  return layout;
}

void make_room_for_table(Layout& layout, float scale) {
  const float wanted = std::max(layout.map.height * 0.42f, 220 * scale);
  const float high = std::min(wanted, layout.map.height * 0.7f);
  layout.map.height -= high;
  layout.table = {layout.map.x, layout.map.y + layout.map.height, layout.map.width, high};
}

void Shell::frame(const Theme& theme, const Fonts& fonts, float scale, double now_s) {
  session_.deliver();
  pictures_.deliver();
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
  {
    const PanelWindow window(kit, "strip", layout.strip, {12, 9}, false);
    asked =
        strip_panel(kit, make_strip_view(state, session_.jobs(), pictures_.views(), mouse_place()));
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
    } else {
      show_page(kit);
    }
    exercise_.bring(kit, state);
    registry_.note("module panel", {panel.x, panel.y},
                   {panel.x + panel.width, panel.y + panel.height});
  }
  {
    const PanelWindow window(kit, "exercise", dock, {16, 8}, true);
    exercise_.show(kit, state, session_.catalogue(), now_s);
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
  table_.show(kit, session_.state(), session_.shared_catalogue(), pictures_, memory_);
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

/// Tab goes through the widgets; arrows move the map unless they belong to a widget.
bool Shell::special_key(const KeyPress& press) {
  using Special = KeyPress::Special;
  if (press.special == Special::tab) {
    registry_.order().move(press.shift ? -1 : 1);
    return true;
  }
  if (!session_.state().project || anything_is_open()) return false;
  if (ImGui::GetIO().WantTextInput || focus_is_visible()) return false;
  switch (press.special) {
    case Special::left:
      map_.step(1, 0);
      return true;
    case Special::right:
      map_.step(-1, 0);
      return true;
    case Special::up:
      map_.step(0, 1);
      return true;
    case Special::down:
      map_.step(0, -1);
      return true;
    case Special::home:
      map_.show_all();
      return true;
    default:
      return false;
  }
}

bool Shell::key(const KeyPress& press, double now_s) {
  if (presentation_.runs()) return slide_key(press, now_s);
  if (press.special != KeyPress::Special::none && !press.alt) return special_key(press);
  const bool typing = ImGui::GetIO().WantTextInput;
  if (typing && !press.ctrl && press.function == 0) return false;
  // Ctrl+Z while typing belongs to the text field.
  if (typing && (press.letter == 'Z' || press.letter == 'Y')) return false;
  const auto command = command_for(press, session_.state());
  if (!command) return false;
  if (command->action) actions_.push_back(*command->action);
  carry_out(command->wish, now_s);
  return true;
}

namespace {

bool is_photo(const std::filesystem::path& file) {
  const auto ending = app::extension_of(file.string());
  return ending == ".jpg" || ending == ".jpeg" || ending == ".png";
}

}  // namespace

bool Shell::carry_out_command(const std::string& name, double now_s) {
  for (const auto& command : commands(session_.state())) {
    if (command.name != name) continue;
    if (command.action) actions_.push_back(*command.action);
    carry_out(command.wish, now_s);
    return true;
  }
  return false;
}

/// One file is opened; several, or one that is no whole project, are what a new one is made of.
/// Photos become notes of the open project.
void Shell::drop(const std::vector<std::filesystem::path>& dropped) {
  auto files = dropped;
  const auto middle = map_.mouse_at().value_or(map_.camera().centre());
  if (session_.state().project) {
    for (const auto& file : files) {
      if (is_photo(file)) actions_.emplace_back(app::AddPhoto{file, middle});
    }
    std::erase_if(files, is_photo);
  }
  const auto given = app::sort_files(files);
  if (given.empty()) return say_nothing_in(files);
  if (dialogs_.new_project().is_open()) return dialogs_.new_project().add(given);
  const bool opens = given.size() == 1 && (given[0].role == app::FileRole::project ||
                                           given[0].role == app::FileRole::streets ||
                                           given[0].role == app::FileRole::unused);
  if (opens) {
    actions_.emplace_back(app::OpenFile{given[0].path});
  } else {
    dialogs_.new_project().open(given);
  }
}

/// Folders without a file; nothing at all was said by those who took it.
void Shell::say_nothing_in(const std::vector<std::filesystem::path>& folders) {
  if (folders.empty()) return;
  actions_.emplace_back(
      app::Tell{fmt::format(fmt::runtime(tr("There is no file in the folder {0}.")),
                            folders[0].filename().string()),
                app::Message::Severity::warning});
}

/// Where the last file was; at first the user's own folder.
std::filesystem::path Shell::usual_folder() const {
  const auto& recent = session_.state().settings.recent;
  if (!recent.empty()) return std::filesystem::path(recent[0]).parent_path();
  const char* home = std::getenv("HOME");
  return home ? home : "";
}

/// Chosen in the file dialog: the dialog of the new project comes back with it.
void Shell::add_file() {
  auto& dialog = dialogs_.new_project();
  dialogs_.files().open({FileDialog::Mode::open, tr("Add a file"), usual_folder(), "", {}, true},
                        [&dialog](const std::filesystem::path& path) -> app::Action {
                          dialog.add(app::sort_files({path}));
                          return app::Tell{};
                        });
}

void Shell::carry_out(Wish wish, double now_s) {
  const auto& state = session_.state();
  switch (wish) {
    case Wish::none:
      return;
    case Wish::open_file:
      return open_file();
    case Wish::new_project:
      return dialogs_.new_project().open({});
    case Wish::add_file:
      return add_file();
    case Wish::save_file:
      return save_file(false);
    case Wish::save_as:
      return save_file(true);
    case Wish::share_copy:
      return share_copy();
    case Wish::show_versions:
      return dialogs_.show_versions(session_.versions());
    case Wish::export_sheet:
      return dialogs_.print(state);
    case Wish::show_method:
      return show_method();
    case Wish::show_study_method:
      return show_study_method();
    case Wish::show_report:
      return show_report();
    case Wish::show_about:
      return dialogs_.read(make_about_card(state, app::libraries_used()));
    case Wish::show_shortcuts:
      return help_.open("keys");
    case Wish::show_help:
      return help_.is_open() ? help_.close() : help_.open(app::help_page_for(state));
    case Wish::show_settings:
      return dialogs_.show_settings(session_.least_count_of_catalogue());
    case Wish::start_tour:
      return start_tour();
    case Wish::show_table:
      return table_.toggle();
    case Wish::export_table:
      return export_table();
    case Wish::show_commands:
      return search_.open();
    case Wish::show_history:
      return dialogs_.show_history();
    case Wish::find_work:
      actions_.push_back(app::FindWork{});
      return dialogs_.offer_work();
    case Wish::add_photo:
      return add_photo();
    case Wish::show_all:
      return map_.show_all();
    case Wish::zoom_in:
      return map_.zoom_at_middle(1, now_s);
    case Wish::close_unsaved:
      close_ = true;
      return;
    case Wish::zoom_out:
      return map_.zoom_at_middle(-1, now_s);
    case Wish::view_back:
      return map_.travel(-1, now_s);
    case Wish::view_forth:
      return map_.travel(1, now_s);
    case Wish::compare:
      compare_asked_ = true;
      return;
    case Wish::keep_view:
      return keep_view();
    case Wish::present:
      if (presentation_.runs()) return presentation_.end();
      presentation_.start();
      return show_slide(1, now_s);
  }
}

/// While presenting: slides, nearer and farther, back and forth in time; no dialogs.
bool Shell::slide_key(const KeyPress& press, double now_s) {
  if (const auto turned = presented_key(press, session_.state(), app::today())) {
    actions_.push_back(*turned);
    return true;
  }
  switch (Presentation::asked(press)) {
    case Presentation::Asked::next:
      show_slide(1, now_s);
      return true;
    case Presentation::Asked::previous:
      show_slide(-1, now_s);
      return true;
    case Presentation::Asked::end:
      presentation_.end();
      return true;
    case Presentation::Asked::nothing:
      break;
  }
  if (press.special == KeyPress::Special::home) map_.show_all();
  const auto command = command_for(press, session_.state());
  if (!command) return false;
  const bool quiet = command->wish == Wish::zoom_in || command->wish == Wish::zoom_out ||
                     command->wish == Wish::view_back || command->wish == Wish::view_forth;
  if (command->action) actions_.push_back(*command->action);
  if (quiet) carry_out(command->wish, now_s);
  return true;
}

void Shell::show_slide(int by, double now_s) {
  const auto& project = session_.state().project;
  if (!project) return;
  if (const auto slide = presentation_.step(by, project->views.size()))
    go_to(project->views[*slide], now_s);
}

void Shell::go_to(const model::NamedView& view, double now_s) {
  map_.camera().fly(view.centre, view.denominator, now_s);
  for (auto& action : app::actions_to(session_.state(), session_.catalogue(), view))
    actions_.push_back(std::move(action));
}

void Shell::keep_view() {
  const auto& state = session_.state();
  if (!state.project || state.read_only) return;
  actions_.emplace_back(app::PerformEdit{model::AddView{app::named_view(
      state, session_.catalogue(), map_.camera().centre(), map_.camera().denominator())}});
  actions_.emplace_back(
      app::Tell{tr("This view is remembered: it is in the list of views on the map's left edge.")});
}

void Shell::show_compare_list(const Kit& kit) {
  if (std::exchange(compare_asked_, false)) ImGui::OpenPopup("###compare");
  const auto& map = layout_.map;
  ImGui::SetNextWindowPos({map.x + map.width / 2, map.y + kit.px(8)}, 0, {0.5f, 0});
  ImGui::SetNextWindowSizeConstraints({kit.px(280), 0}, {kit.px(520), map.height * 0.9f});
  if (!ImGui::BeginPopup("###compare")) return;
  const auto& state = session_.state();
  if (compare_list(kit, compare_choices(state, session_.catalogue()), state.comparison.has_value()))
    ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void Shell::show_presentation(const Kit& kit, double now_s) {
  const auto& state = session_.state();
  {
    ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
    const PanelWindow window(kit, "map", layout_.map, {0, 0}, false);
    ImGui::PopStyleColor();
    map_.show(kit, state, layout_.map, now_s);
  }
  PresentationView view;
  const auto& views = state.project->views;
  const auto slide = static_cast<std::size_t>(presentation_.slide());
  if (presentation_.slide() >= 0 && slide < views.size())
    view.slide = fmt::format("{} / {}   {}", slide + 1, views.size(), views[slide].name);
  view.sentence = make_question_view(state, session_.catalogue()).sentence;
  view.step = make_presented_step(state, now_s);
  if (state.selection.kind != app::Selection::Kind::none) {
    const auto chosen = make_inspector_view(state, session_.catalogue());
    view.chosen = chosen.title + (chosen.headline.empty() ? "" : ": " + chosen.headline);
  }
  presentation_.show(kit, view, ImGui::IsKeyDown('L'));
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

/// In the middle of the map, from where it can be dragged.
void Shell::add_photo() {
  const auto& state = session_.state();
  if (!state.project || state.read_only) return;
  const auto middle = map_.camera().centre();
  dialogs_.files().open({FileDialog::Mode::open,
                         tr("Put a photo on the map"),
                         state.path.parent_path(),
                         "",
                         {".jpg", ".jpeg", ".png"},
                         true},
                        [middle](const std::filesystem::path& path) {
                          return app::AddPhoto{path, middle};
                        });
}

void Shell::open_file() {
  dialogs_.files().open(
      {FileDialog::Mode::open, tr("Open a project or data"), usual_folder(), "", data_endings()},
      [](const std::filesystem::path& path) { return app::OpenFile{path}; });
}

void Shell::save_file(bool ask) {
  const auto& state = session_.state();
  if (!state.project) return;
  if (!ask && !state.path.empty()) {
    actions_.push_back(app::SaveProject{});
    return;
  }
  const auto folder = state.path.empty() ? usual_folder() : state.path.parent_path();
  const auto name = state.path.empty() ? file_name_of(state.project->info.title) + ".gpkg"
                                       : state.path.filename().string();
  dialogs_.files().open({FileDialog::Mode::save, tr("Save the project"), folder, name, {".gpkg"}},
                        [](const std::filesystem::path& path) { return app::SaveProject{path}; });
}

void Shell::share_copy() {
  const auto& state = session_.state();
  if (!state.project) return;
  dialogs_.files().open({FileDialog::Mode::save,
                         tr("Share a copy"),
                         state.path.parent_path(),
                         file_name_of(state.project->info.title) + tr("-copy") + ".gpkg",
                         {".gpkg"}},
                        [](const std::filesystem::path& path) { return app::ShareCopy{path}; });
}

void Shell::show_method() {
  if (!session_.state().project) return;
  auto lines = make_question_view(session_.state(), session_.catalogue()).method;
  for (auto& line : home_method(session_.state()))
    lines.push_back(std::move(line));
  dialogs_.read({tr("Method and sources"), std::move(lines), "", {}});
}

void Shell::show_study_method() {
  const auto view = make_study_view(session_.state(), session_.catalogue());
  dialogs_.read({tr("Method and sources"), view.method, "", {}});
}

void Shell::show_report() {
  if (!session_.state().project) return;
  auto state = session_.state();
  state.selection = {};
  dialogs_.read(
      {tr("Import report"), make_inspector_view(state, session_.catalogue()).report, "", {}});
}

void Shell::show_messages() {
  ReadingCard card{tr("Messages"), {}, "", {}};
  for (const auto& message : session_.state().messages)
    card.lines.push_back(message.text);
  dialogs_.read(std::move(card));
}

/// On the open district, or on the demo.
void Shell::start_tour() {
  if (!session_.state().project) actions_.push_back(app::OpenDemo{});
  actions_.push_back(app::ChooseModule{2});
  tour_.start();
}

}  // namespace nahraum::ui
