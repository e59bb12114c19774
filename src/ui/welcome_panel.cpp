#include "ui/welcome_panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/paths.hpp"
#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

namespace fs = std::filesystem;
using base::tr;

constexpr float widest = 1180, two_columns_from = 760, column_gap = 40;

/// The language by one click, in the language that its readers look for.
void show_language(const Kit& kit) {
  const bool german = base::language() == base::Language::german;
  const int chosen = kit.segments("language", {"Deutsch", "English"}, german ? 0 : 1);
  if ((chosen == 0) == german) return;
  kit.act(app::ChooseLanguage{chosen == 0 ? base::Language::german : base::Language::english});
}

/// What is there besides, side by side.
constexpr std::array<std::pair<const char*, Wish>, 4> besides{{
    {base::tr_noop("Short tour …"), Wish::start_tour},
    {base::tr_noop("Help …"), Wish::show_help},
    {base::tr_noop("Settings …"), Wish::show_settings},
    {base::tr_noop("About Nahraum …"), Wish::show_about},
}};

float width_of_besides(const Kit& kit) {
  float width = 0;
  for (const auto& [label, wish] : besides)
    width += ImGui::CalcTextSize(tr(label)).x + kit.px(28);
  return width;
}

Wish show_besides(const Kit& kit) {
  Wish chosen = Wish::none;
  for (const auto& [label, wish] : besides) {
    if (label != besides[0].first)
      kit.same_line_if_fits(ImGui::CalcTextSize(tr(label)).x + kit.px(20));
    if (kit.quiet_button(tr(label))) chosen = wish;
  }
  return chosen;
}

/// Name and purpose; on the right the language and, where there is room, what is there besides.
Wish show_head(const Kit& kit, float width, bool all) {
  Wish wish = Wish::none;
  const ImVec2 at = ImGui::GetCursorPos();
  const float languages =
      ImGui::CalcTextSize("DeutschEnglish").x + 4 * ImGui::GetStyle().FramePadding.x + kit.px(8);
  const float right = languages + (all ? width_of_besides(kit) + kit.px(16) : 0);
  const bool beside = width > right + kit.px(150);  // the name
  if (beside) {
    ImGui::SetCursorPos({at.x + width - right, at.y + kit.px(2)});
    if (all) {
      wish = show_besides(kit);
      ImGui::SameLine(0, kit.px(16));
    }
    show_language(kit);
    ImGui::SetCursorPos(at);
  }
  kit.text("Nahraum", kit.fonts.sentence, kit.theme.ink);
  kit.text(tr("Who reaches which service on foot, at their own pace?"), kit.fonts.large,
           kit.theme.ink);
  kit.text(tr("Nahraum is for towns where people can grow old well: it works without the internet, "
              "with one file per project."),
           kit.fonts.body, kit.theme.ink_soft);
  if (!beside) show_language(kit);
  kit.gap(8);
  return wish;
}

/// What went wrong last stands where one looks, until something else is done.
void show_trouble(const Kit& kit, const app::State& state) {
  if (state.messages.empty()) return;
  const auto& last = state.messages.back();
  if (last.severity == app::Message::Severity::info) return;
  kit.text(last.text, kit.fonts.body, kit.theme.warning);
  kit.gap(8);
}

Wish show_own(const Kit& kit) {
  Wish wish = Wish::none;
  kit.heading(tr("Your own neighbourhood"));
  kit.gap(2);
  const float width = ImGui::GetContentRegionAvail().x;
  if (kit.button(tr("Open a project or map data …"), width)) wish = Wish::open_file;
  if (kit.button(tr("New project from files …"), width)) wish = Wish::new_project;
  kit.caption(
      tr("Or drop files on this window: a project, map data, tables of residents and "
         "services."));
  return wish;
}

/// The module that is clicked is the one that the demo opens with. Titles are told whole.
void show_module(const Kit& kit, int number) {
  const float room = ImGui::GetContentRegionAvail().x;
  const float beside = ImGui::CalcTextSize("8   ").x;
  auto title = broken_at_spaces(title_of(module_of(number)), room - beside - kit.px(20));
  for (auto at = title.find('\n'); at != std::string::npos; at = title.find('\n', at + 1))
    title.insert(at + 1, "     ");
  const auto label = fmt::format("{}   {}##module{}", number, title, number);
  ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0});
  if (kit.quiet_button(label.c_str(), false, room)) {
    kit.act(app::OpenDemo{});
    kit.act(app::ChooseModule{number});
  }
  ImGui::PopStyleVar();
  kit.registry.note(fmt::format("course {}", number), ImGui::GetItemRectMin(),
                    ImGui::GetItemRectMax());
}

void show_course(const Kit& kit, float width) {
  kit.heading(tr("The course: eight modules"));
  const char* how = tr("Each opens on the demo district, and works the same on your own.");
  ImGui::PushFont(kit.fonts.small);
  const float room = ImGui::CalcTextSize(how).x;
  ImGui::PopFont();
  if (width > room + kit.px(360)) {
    ImGui::SameLine(0, kit.px(16));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + kit.px(5));
  }
  kit.caption(how);
  const bool two = width >= kit.px(two_columns_from);
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {kit.px(4), 0});
  const bool begun = ImGui::BeginTable("course", two ? 2 : 1, ImGuiTableFlags_SizingStretchSame);
  ImGui::PopStyleVar();
  if (!begun) return;
  const auto count = two ? 4 : 8;
  for (int row = 0; row < count; ++row) {
    ImGui::TableNextRow();
    for (int number = row + 1; number <= 8; number += count) {
      ImGui::TableNextColumn();
      show_module(kit, number);
    }
  }
  ImGui::EndTable();
}

bool open_button(const Kit& kit, float width) {
  return kit.primary_button(tr("Open the demo district Lindenhof"), width);
}

}  // namespace

Wish WelcomePanel::show(const Kit& kit, const app::State& state, bool opening) {
  if (!vignette_) vignette_ = load_vignette(base::share_dir() / "welcome" / "lindenhof.txt");
  const float all = ImGui::GetContentRegionAvail().x;
  const float width = std::min(all, kit.px(widest));
  ImGui::Indent((all - width) / 2 + 1);  // 0 would be the style's own
  // A table is what keeps texts within the width.
  if (!ImGui::BeginTable("welcome", 1, ImGuiTableFlags_None, {width, 0})) return Wish::none;
  ImGui::TableNextColumn();
  const bool beside = width > width_of_besides(kit) + kit.px(360);
  Wish wish = show_head(kit, width, beside);
  show_trouble(kit, state);
  if (opening) {
    kit.body(tr("Opening … The strip below shows how far it is."));
  } else {
    wish = std::max(wish, show_choices(kit, state, width));
    kit.gap(8);
    show_course(kit, width);
    kit.gap(8);
    if (!beside) wish = std::max(wish, show_besides(kit));
  }
  ImGui::EndTable();
  return wish;
}

/// The demo first and large; beside it, or below, what one has oneself.
Wish WelcomePanel::show_choices(const Kit& kit, const app::State& state, float width) {
  const bool two = width >= kit.px(two_columns_from);
  const float left = two ? std::floor((width - kit.px(column_gap)) * 0.58f) : width;
  if (!ImGui::BeginTable("choices", two ? 3 : 1)) return Wish::none;
  ImGui::TableSetupColumn("demo", ImGuiTableColumnFlags_WidthFixed, left);
  if (two) {
    ImGui::TableSetupColumn("gap", ImGuiTableColumnFlags_WidthFixed, kit.px(column_gap));
    ImGui::TableSetupColumn("own", ImGuiTableColumnFlags_WidthStretch);
  }
  ImGui::TableNextColumn();
  Wish wish = show_demo(kit, state, left);
  if (two) {
    ImGui::TableNextColumn();
  } else {
    kit.gap(8);
  }
  if (two) ImGui::TableNextColumn();
  wish = std::max(wish, show_own(kit));
  show_recent(kit, state);
  ImGui::EndTable();
  return wish;
}

/// A click on the picture is a click on what it shows.
void WelcomePanel::show_picture(const Kit& kit, const app::State& state, float width) {
  const ImVec2 low = ImGui::GetCursorScreenPos();
  // In a low window the button below it stays in sight.
  const float room = std::max(ImGui::GetIO().DisplaySize.y * 0.27f, kit.px(120));
  const ImVec2 size{width, std::min(width * vignette_height, room)};
  const ImVec2 high{low.x + size.x, low.y + size.y};
  ImGui::Dummy(size);
  draw_vignette(kit, *vignette_, state.settings.theme, low, high);
}

/// The picture first, but where it would push the button out of sight.
Wish WelcomePanel::show_demo(const Kit& kit, const app::State& state, float width) {
  const bool low = ImGui::GetIO().DisplaySize.y < kit.px(620);
  bool wanted = low && open_button(kit, width);
  if (!vignette_->lines.empty()) {
    show_picture(kit, state, width);
    wanted |= ImGui::IsItemClicked();
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    vignette_key(kit, state.settings.theme);
  }
  wanted |= !low && open_button(kit, width);
  if (!wanted) return Wish::none;
  if (!state.settings.tour_seen) return Wish::start_tour;  // it opens the demo
  kit.act(app::OpenDemo{});
  return Wish::none;
}

void WelcomePanel::look_for(const std::vector<std::string>& files) {
  if (files == looked_for_) return;
  looked_for_ = files;
  there_.clear();
  std::error_code error;
  for (const auto& file : files)
    there_.push_back(fs::exists(file, error));
}

void WelcomePanel::show_recent(const Kit& kit, const app::State& state) {
  const auto& recent = state.settings.recent;
  look_for(recent);
  if (recent.empty()) return;
  kit.gap(8);
  kit.heading(tr("Opened last"));
  const float side = ImGui::GetFrameHeight();
  const float width = ImGui::GetContentRegionAvail().x - side - ImGui::GetStyle().ItemSpacing.x;
  ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5f});
  ImGui::PushStyleVar(ImGuiStyleVar_DisabledAlpha, 0.75f);  // paler, and still read with ease
  for (std::size_t i = 0; i < recent.size(); ++i) {
    const fs::path path(recent[i]);
    const auto name = path.filename().string() + (there_[i] ? "" : tr(" (missing)"));
    const auto label = cut_to_width(name, width - kit.px(20)) + "##" + recent[i];
    ImGui::BeginDisabled(!there_[i]);
    if (kit.quiet_button(label.c_str(), false, width)) kit.act(app::OpenFile{path});
    ImGui::EndDisabled();
    kit.tip(recent[i]);
    ImGui::SameLine();
    if (kit.quiet_button(("×##forget " + recent[i]).c_str(), false, side))
      kit.act(app::ForgetRecent{recent[i]});
    kit.tip(tr("Take it off this list; the file stays where it is."));
  }
  ImGui::PopStyleVar(2);
}

}  // namespace nahraum::ui
