#include "ui/dialogs.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/days.hpp"
#include "base/translate.hpp"
#include "ui/modal.hpp"
#include "ui/settings_dialog.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

constexpr std::array<const char*, 3> endings{".pdf", ".svg", ".png"};
constexpr std::array<const char*, 5> papers{"A4", "A3", "A2", "A1", "A0"};
constexpr std::array<double, 6> scales{0, 2500, 5000, 7500, 10000, 20000};

template <class List, class Value>
int index_in(const List& list, const Value& value, int otherwise) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == value) return static_cast<int>(i);
  }
  return otherwise;
}

}  // namespace

std::string file_name_of(const std::string& title) {
  std::string name;
  for (const char c : title) {
    const bool bad = std::string_view("/\\:*?\"<>| ").find(c) != std::string_view::npos ||
                     static_cast<unsigned char>(c) < 32;
    if (!bad) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  return name.empty() ? "nahraum" : name;
}

void Dialogs::print(const app::State& state) {
  if (!state.project) return;
  if (titled_for_ != state.project->info.title) {
    titled_for_ = state.project->info.title;
    spec_.title = *titled_for_;
    spec_.denominator = 0;
  }
  spec_.print_date = base::today();
  sheet_asked_ = true;
}

Wish Dialogs::show(const Kit& kit, const app::State& state) {
  show_work(kit, state);
  show_steps(kit, state);
  show_settings(kit, state);
  show_version_list(kit);
  show_card(kit);
  show_sheet(kit, state);
  if (new_project_.show(kit, files_.is_open())) return Wish::add_file;
  files_.show(kit);
  return show_close(kit);
}

Wish Dialogs::show_close(const Kit& kit) {
  Wish wish = Wish::none;
  const bool asked = std::exchange(close_asked_, false);
  if (!begin_modal(kit, "###close", asked, 480)) return wish;
  kit.heading(tr("Save the project before closing?"));
  kit.body(tr("It has changes that are in no file yet."));
  kit.gap(8);
  if (kit.primary_button(tr("Save##close"))) wish = Wish::save_file;
  kit.beside(tr("Close without saving"));
  if (kit.button(tr("Close without saving"))) wish = Wish::close_unsaved;
  kit.beside(tr("Stay"));
  const bool stay = kit.button(tr("Stay")) || escape_pressed();
  if (stay || wish != Wish::none) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  return wish;
}

namespace {

std::string told_of(const app::UnsavedWork& work) {
  const auto language = base::language();
  const auto day = base::format_date(work.changed.substr(0, 10), language);
  const auto at = work.changed.size() > 11 ? day + ", " + work.changed.substr(11) : day;
  return fmt::format(fmt::runtime(tr("{0} · steps: {1}")), at, work.steps) + " · " +
         (work.file.empty() ? tr("in no file yet") : work.file.string());
}

}  // namespace

/// Comes before everything else; whoever leaves it alone finds it again at the next start.
void Dialogs::show_work(const Kit& kit, const app::State& state) {
  const bool asked = std::exchange(work_asked_, false);
  if (!begin_modal(kit, "###work", asked, 620)) return;
  kit.heading(state.unsaved_work.empty() ? tr("There is no unsaved work.")
                                         : tr("There is work that was not saved"));
  kit.hairline();
  bool done = false;
  for (std::size_t i = 0; i < state.unsaved_work.size(); ++i) {
    const auto& work = state.unsaved_work[i];
    const auto label = [i](const char* word) {
      return word + std::string("##") + std::to_string(i);
    };
    kit.strong(work.title);
    kit.caption(told_of(work));
    if (work.file_differs) kit.caption(tr("The project's file is not as it was then."));
    if (kit.primary_button(label(tr("Recover")).c_str())) {
      kit.act(app::RecoverWork{work});
      done = true;
    }
    kit.beside(tr("Put aside"));
    if (!work.declined && kit.button(label(tr("Put aside")).c_str())) {
      kit.act(app::DeclineWork{work});
      done = state.unsaved_work.size() == 1;
    }
    if (work.declined) kit.caption(tr("put aside"));
    kit.gap(6);
  }
  kit.caption(
      fmt::format(fmt::runtime(tr("What is put aside is kept for {0} days: Search commands, "
                                  "“Search for unsaved work”.")),
                  app::declined_days));
  if (kit.button(tr("Later")) || escape_pressed() || done) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

/// The steps in order; a click goes to where the map was after that step.
void Dialogs::show_steps(const Kit& kit, const app::State& state) {
  const bool asked = std::exchange(history_asked_, false);
  if (!begin_modal(kit, "###history", asked, 480)) return;
  kit.heading(tr("History"));
  kit.hairline();
  const auto names = state.history.names();
  const std::size_t done = state.history.done();
  const float line = ImGui::GetTextLineHeightWithSpacing();
  const float room = ImGui::GetIO().DisplaySize.y * 0.6f;
  ImGui::BeginChild("steps", {0, std::min(line * static_cast<float>(names.size() + 2), room)});
  const auto row = [&](std::size_t step, const std::string& name) {
    if (step > done) ImGui::PushStyleColor(ImGuiCol_Text, kit.theme.ink_soft);
    const auto label = fmt::format("{}  {}", step, name);
    if (ImGui::Selectable(label.c_str(), step == done)) kit.act(app::GoToStep{step});
    kit.note_item("step " + std::to_string(step));
    if (step > done) ImGui::PopStyleColor();
    if (asked && step == done) ImGui::SetScrollHereY();
  };
  row(0, tr("as opened"));
  for (std::size_t i = 0; i < names.size(); ++i)
    row(i + 1, base::tr(names[i]));
  ImGui::EndChild();
  kit.caption(
      tr("A click goes to where the project was after that step; grey: can be done again."));
  kit.gap(4);
  if (kit.primary_button(tr("Close##history")) || escape_pressed()) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void Dialogs::show_settings(const Kit& kit, const app::State& state) {
  const bool asked = std::exchange(settings_asked_, false);
  if (!begin_modal(kit, "###settings", asked, 560)) return;
  kit.heading(tr("Settings"));
  kit.hairline();
  // They scroll, so that the way out stays in sight.
  float* high = ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("high"), 1);
  const float room = ImGui::GetIO().DisplaySize.y * 0.94f - kit.px(150);
  ImGui::BeginChild("settings", {0, std::min(*high, room)});
  settings_panel(kit, state.settings, least_count_);
  *high = ImGui::GetCursorPosY();
  ImGui::EndChild();
  kit.gap(4);
  if (kit.primary_button(tr("Close##settings")) || escape_pressed()) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

/// The project's file as it was before each save.
void Dialogs::show_version_list(const Kit& kit) {
  const bool asked = std::exchange(versions_asked_, false);
  if (!begin_modal(kit, "###versions", asked, 520)) return;
  kit.heading(tr("Earlier versions"));
  kit.hairline();
  bool done = false;
  if (versions_.empty())
    kit.body(tr("There is none yet: with every save the file before is kept as a version."));
  for (const auto& version : versions_) {
    const auto day = base::format_date(version.saved.substr(0, 10), base::language());
    const auto time = version.saved.size() > 11 ? version.saved.substr(11) : "";
    kit.body(fmt::format("{}   {}, {}", version.number, day, time));
    const auto label = std::string(tr("Open")) + "##version" + std::to_string(version.number);
    kit.beside(label.c_str());
    if (kit.button(label.c_str())) {
      kit.act(app::OpenVersion{version});
      done = true;
    }
  }
  kit.caption(fmt::format(fmt::runtime(tr("The last {0} are kept. Opening one changes no file: it "
                                          "is yours to save or to leave.")),
                          app::kept_versions));
  kit.gap(4);
  if (kit.primary_button(tr("Close##versions")) || escape_pressed() || done)
    ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void Dialogs::show_card(const Kit& kit) {
  const bool asked = std::exchange(card_asked_, false);
  if (!begin_modal(kit, "###card", asked, 620)) return;
  if (asked) card_height_ = 0;
  kit.heading(card_.title);
  kit.hairline();
  // The text scrolls, so that the way out stays in sight.
  const float room = ImGui::GetIO().DisplaySize.y * 0.94f - kit.px(150);
  ImGui::BeginChild("text", {0, std::min(std::max(card_height_, 1.f), room)});
  show_card_text(kit);
  card_height_ = ImGui::GetCursorPosY();
  ImGui::EndChild();
  kit.gap(4);
  if (kit.primary_button(tr("Close")) || escape_pressed()) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void Dialogs::show_card_text(const Kit& kit) {
  for (const auto& line : card_.lines)
    kit.body(line);
  if (card_.table.empty()) return;
  kit.gap(4);
  kit.strong(card_.table_title);
  if (!ImGui::BeginTable("table", 3, ImGuiTableFlags_SizingStretchProp)) return;
  for (const auto& row : card_.table) {
    ImGui::TableNextRow();
    for (const auto& text : row) {
      ImGui::TableNextColumn();
      kit.caption(text);
    }
  }
  ImGui::EndTable();
}

void Dialogs::show_sheet(const Kit& kit, const app::State& state) {
  const bool asked = std::exchange(sheet_asked_, false);
  if (!begin_modal(kit, "###sheet", asked, 576)) return;
  if (asked) sheet_height_ = 0;
  kit.heading(tr("Print the sheet"));
  kit.hairline();
  // In low windows the choices scroll, and the verb below them stays in sight.
  const float room = ImGui::GetIO().DisplaySize.y * 0.94f - kit.px(150);
  ImGui::BeginChild("choices", {0, std::min(std::max(sheet_height_, 1.f), room)});
  show_sheet_choices(kit);
  sheet_height_ = ImGui::GetCursorPosY();
  ImGui::EndChild();
  kit.gap(8);
  const bool go = kit.primary_button(tr("Choose the file …"));
  kit.beside(tr("Cancel##sheet"));
  if (kit.button(tr("Cancel##sheet")) || escape_pressed() || go) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  if (go) ask_where_to_print(state);
}

void Dialogs::show_sheet_choices(const Kit& kit) {
  kit.caption(tr("Title"));
  kit.input("Sheet title", spec_.title);
  kit.caption(tr("Author"));
  kit.input("Sheet author", spec_.author, tr("Person or office"));
  kit.caption(tr("Paper"));
  const int paper =
      kit.segments("paper", {papers.begin(), papers.end()}, index_in(papers, spec_.paper, 1));
  spec_.paper = papers[static_cast<std::size_t>(paper)];
  spec_.landscape =
      kit.segments("orientation", {tr("Portrait"), tr("Landscape")}, spec_.landscape) == 1;
  kit.caption(tr("Scale"));
  std::vector<std::string> names;
  names.reserve(std::size(scales));
  for (const double scale : scales) {
    names.push_back(scale == 0 ? tr("Fit")
                               : "1:" + base::format_number(scale, 0, base::language()));
  }
  const int scale = kit.segments("scale", names, index_in(scales, spec_.denominator, 0));
  spec_.denominator = scales[static_cast<std::size_t>(scale)];
  kit.caption(tr("Colours"));
  const bool grey = kit.segments("sheet colours", {tr("Coloured"), tr("Black and white")},
                                 spec_.theme == scene::Theme::bw) == 1;
  spec_.theme = grey ? scene::Theme::bw : scene::Theme::light;
  kit.caption(tr("File"));
  format_ = kit.segments("format", {"PDF", "SVG", "PNG"}, format_);
}

void Dialogs::ask_where_to_print(const app::State& state) {
  const std::string ending = endings[static_cast<std::size_t>(format_)];
  files_.open({FileDialog::Mode::save,
               tr("Print the sheet"),
               state.path.parent_path(),
               file_name_of(spec_.title) + ending,
               {ending}},
              [spec = spec_](const std::filesystem::path& path) {
                return app::ExportSheet{path, spec};
              });
}

}  // namespace nahraum::ui
