#include "ui/commands.hpp"

#include <fmt/format.h>

#include "app/agenda_run.hpp"
#include "base/translate.hpp"
#include "ui/map_tools.hpp"
#include "ui/theme_choice.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

std::string keys_of(const KeyPress& key) {
  if (key.function > 0) return fmt::format("F{}", key.function);
  std::string text = key.ctrl ? base::tr("Ctrl") + std::string("+") : "";
  if (key.alt) text += base::tr("Alt") + std::string("+");
  if (key.shift) text += base::tr("Shift") + std::string("+");
  if (key.special == KeyPress::Special::left) return text + "←";
  if (key.special == KeyPress::Special::right) return text + "→";
  return key.letter ? text + key.letter : text;
}

KeyPress special_with_alt(KeyPress::Special which) {
  KeyPress key;
  key.alt = true;
  key.special = which;
  return key;
}

struct Bound {
  Command command;
  KeyPress key;
};

std::vector<Bound> bound_commands(const app::State& state) {
  const double scale = state.settings.text_scale;
  const auto act = [](const char* name, app::Action action, KeyPress key) {
    return Bound{{name, keys_of(key), std::move(action), Wish::none}, key};
  };
  const auto wish = [](const char* name, Wish what, KeyPress key) {
    return Bound{{name, keys_of(key), std::nullopt, what}, key};
  };
  using Do = app::RunAgenda::Do;
  const auto clock = [now = base::wall_time()](Do what) { return app::run_agenda(what, now); };
  const bool rests = state.work.run.paused_since != 0;
  const bool german = base::language() == base::Language::german;
  const auto other = german ? base::Language::english : base::Language::german;
  return {
      wish(tr("Open …"), Wish::open_file, {'O', true, false, false, 0}),
      wish(tr("New project from files …"), Wish::new_project, {'N', true, false, false, 0}),
      wish(tr("Save"), Wish::save_file, {'S', true, false, false, 0}),
      wish(tr("Save as …"), Wish::save_as, {'S', true, true, false, 0}),
      wish(tr("Share a copy …"), Wish::share_copy, {}),
      wish(tr("Earlier versions …"), Wish::show_versions, {}),
      wish(tr("Print the sheet"), Wish::export_sheet, {'P', true, false, false, 0}),
      act(tr("Undo"), app::Undo{}, {'Z', true, false, false, 0}),
      act(tr("Redo"), app::Redo{}, {'Y', true, false, false, 0}),
      act(tr("Redo"), app::Redo{}, {'Z', true, true, false, 0}),
      wish(tr("History"), Wish::show_history, {'H', true, false, false, 0}),
      wish(tr("Search for unsaved work"), Wish::find_work, {}),
      wish(tr("Search"), Wish::show_commands, {'K', true, false, false, 0}),
      wish(tr("Settings"), Wish::show_settings, {',', true, false, false, 0}),
      wish(tr("Help"), Wish::show_help, {0, false, false, false, 1}),
      wish(tr("Keyboard shortcuts"), Wish::show_shortcuts, {}),
      wish(tr("Short tour"), Wish::start_tour, {}),
      act(tr("Larger text"), app::ChooseTextScale{scale + 0.1}, {'+', true, false, false, 0}),
      act(tr("Smaller text"), app::ChooseTextScale{scale - 0.1}, {'-', true, false, false, 0}),
      act(tr("Text at 100 %"), app::ChooseTextScale{1.0}, {'0', true, false, false, 0}),
      wish(tr("Zoom in"), Wish::zoom_in, {'+', false, false, false, 0}),
      wish(tr("Zoom out"), Wish::zoom_out, {'-', false, false, false, 0}),
      wish(tr("Show the whole district"), Wish::show_all, {}),
      wish(tr("View before"), Wish::view_back, special_with_alt(KeyPress::Special::left)),
      wish(tr("View after"), Wish::view_forth, special_with_alt(KeyPress::Special::right)),
      wish(tr("Remember this view"), Wish::keep_view, {'M', true, false, false, 0}),
      wish(tr("Compare with …"), Wish::compare, {}),
      wish(tr("Present"), Wish::present, {0, false, false, false, 5}),
      wish(tr("Method and sources"), Wish::show_method, {}),
      wish(tr("Import report"), Wish::show_report, {}),
      wish(tr("Own exercise from a file …"), Wish::add_exercise, {}),
      act(tr("Start the meeting’s clock"), clock(Do::begin), {}),
      act(tr("Clock of the meeting: next item"), clock(Do::next), {'N', false, false, false, 0}),
      act(tr("Clock of the meeting: pause or go on"), clock(rests ? Do::go_on : Do::pause),
          {'P', false, false, false, 0}),
      act(tr("Clock of the meeting: item before"), clock(Do::back), {}),
      act(tr("End the meeting’s clock"), clock(Do::end), {}),
      act(tr("Open the demo district Lindenhof"), app::OpenDemo{}, {}),
      act(tr("Note: point"), app::ChooseTool{app::Tool::note_point}, {}),
      act(tr("Note: text"), app::ChooseTool{app::Tool::note_text}, {}),
      act(tr("Note: callout"), app::ChooseTool{app::Tool::note_callout}, {}),
      act(tr("Note: arrow"), app::ChooseTool{app::Tool::note_arrow}, {}),
      act(tr("Draw: freehand"), app::ChooseTool{app::Tool::note_freehand}, {}),
      act(tr("Draw: polygon"), app::ChooseTool{app::Tool::note_polygon}, {}),
      act(tr("Draw: marker pen"), app::ChooseTool{app::Tool::note_highlight}, {}),
      act(tr("Note: number"), app::ChooseTool{app::Tool::note_number}, {}),
      wish(tr("Note: photo …"), Wish::add_photo, {}),
      act(tr("Correct the map: bench"), app::ChooseTool{app::Tool::correct_bench}, {}),
      act(tr("Correct the map: crossing"), app::ChooseTool{app::Tool::correct_crossing}, {}),
      act(tr("Correct the map: new path"), app::ChooseTool{app::Tool::correct_path}, {}),
      act(tr("Correct the map: closed way"), app::ChooseTool{app::Tool::correct_closure}, {}),
      act(tr("Correct the map: barrier"), app::ChooseTool{app::Tool::correct_barrier}, {}),
      act(tr("Correct the map: surface"), app::ChooseTool{app::Tool::correct_surface}, {}),
      act(tr("Correct the map: ramp at steps"), app::ChooseTool{app::Tool::correct_ramp}, {}),
      act(tr("Correct the map: lowered kerb"), app::ChooseTool{app::Tool::correct_kerb}, {}),
      act(tr("Add a home"), app::ChooseTool{app::Tool::add_home}, {}),
      act(tr("Change the outline of the district"), app::ChooseTool{app::Tool::edit_outline}, {}),
      act(tr("Change statistical areas"), app::ChooseTool{app::Tool::edit_areas}, {}),
      act(tr("Add a service"), app::ChooseTool{app::Tool::add_service}, {}),
      wish(tr("Table of services, homes, areas and notes"), Wish::show_table,
           {'T', false, false, 0}),
      act(tr("Measure a length or an area"), app::ChooseTool{app::Tool::measure},
          {'M', false, false, 0}),
      wish(tr("About Nahraum"), Wish::show_about, {}),
      act(state.details ? tr("Close the project's details") : tr("Show the project's details"),
          app::ShowDetails{!state.details}, {}),
      act(german ? "English" : "Deutsch", app::ChooseLanguage{other}, {}),
  };
}

/// "Show on the map: names", "Hide on the map: names".
void add_layers(std::vector<Command>& all, const app::State& state) {
  for (const auto& each : make_layer_switches(state, 0)) {
    const char* name = each.shown ? tr("Hide on the map: {0}") : tr("Show on the map: {0}");
    all.push_back({fmt::format(fmt::runtime(name), each.name), "",
                   app::ShowLayer{each.layer, !each.shown}, Wish::none});
  }
}

void add_themes(std::vector<Command>& all, const app::State& state) {
  for (const auto theme : scene::all_themes) {
    if (theme == state.settings.theme) continue;
    all.push_back({fmt::format(fmt::runtime(tr("Appearance: {0}")), theme_name(theme)), "",
                   app::ChooseTheme{theme}, Wish::none});
  }
}

void add_take_over(std::vector<Command>& all, const app::State& state) {
  if (!state.locked_by) return;
  all.push_back({tr("Edit all the same"), "", app::TakeOverLock{}, Wish::none});
}

void add_modules(std::vector<Command>& all) {
  for (int i = 1; i <= 8; ++i) {
    all.push_back(
        {fmt::format("{}  {}", i, title_of(module_of(i))), "", app::ChooseModule{i}, Wish::none});
  }
}

bool same(const KeyPress& a, const KeyPress& b) {
  return a.letter == b.letter && a.ctrl == b.ctrl && a.shift == b.shift && a.alt == b.alt &&
         a.function == b.function && a.special == b.special;
}

}  // namespace

std::vector<Command> commands(const app::State& state) {
  std::vector<Command> all;
  for (auto& bound : bound_commands(state))
    all.push_back(std::move(bound.command));
  add_take_over(all, state);
  add_layers(all, state);
  add_themes(all, state);
  add_modules(all);
  return all;
}

std::optional<Command> command_for(const KeyPress& key, const app::State& state) {
  if (same(key, {})) return std::nullopt;
  for (auto& bound : bound_commands(state)) {
    if (same(bound.key, key)) return std::move(bound.command);
  }
  return std::nullopt;
}

}  // namespace nahraum::ui
