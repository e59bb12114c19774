#include "ui/agenda_panel.hpp"

#include <initializer_list>
#include <utility>

#include "app/agenda_run.hpp"
#include "base/translate.hpp"
#include "ui/question_view.hpp"

namespace nahraum::ui {
namespace {

using base::tr;
using Do = app::RunAgenda::Do;

void show_share(const Kit& kit, const AgendaView& view) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float wide = ImGui::GetContentRegionAvail().x, high = kit.px(4);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, {at.x + wide, at.y + high}, kit.theme.hover, high / 2);
  const ImU32 color = view.over ? kit.theme.warning : kit.theme.accent;
  list->AddRectFilled(at, {at.x + wide * view.share, at.y + high}, color, high / 2);
  kit.gap(5);
}

/// "12:34 left of it", the digits large.
void show_time(const Kit& kit, const AgendaView& view) {
  const ImU32 color = view.over ? kit.theme.warning : kit.theme.ink;
  const float top = ImGui::GetCursorPosY();
  kit.text(view.time, kit.fonts.clock, color);
  kit.note_item("agenda time");
  ImGui::SameLine(0, kit.px(8));
  const float lower = kit.fonts.clock->FontSize * 0.8f - kit.fonts.body->FontSize;
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + lower);
  kit.text(view.of_time, kit.fonts.body, color);
  ImGui::SetCursorPosY(top + kit.fonts.clock->FontSize + kit.px(4));
}

void show_buttons(const Kit& kit, const AgendaView& view, const base::WallTime& now) {
  bool beside = false;
  const auto button = [&](const char* label, Do what, bool primary = false) {
    if (std::exchange(beside, true)) kit.beside(label);
    if (primary ? kit.primary_button(label) : kit.button(label))
      kit.act(app::run_agenda(what, now));
  };
  if (!view.ended) button(view.last ? tr("End the meeting") : tr("Next item"), Do::next, view.over);
  if (view.ended)
    button(tr("Start again##agenda"), Do::begin);
  else
    button(view.rests ? tr("Go on##agenda") : tr("Pause##agenda"),
           view.rests ? Do::go_on : Do::pause);
  if (!view.first) button(tr("Item before"), Do::back);
  button(tr("End the meeting’s clock"), Do::end);
}

void show_running(const Kit& kit, const AgendaView& view, const base::WallTime& now) {
  kit.caption(view.meeting.empty() ? view.wall : view.wall + "   " + view.meeting);
  kit.text(view.title, kit.fonts.large, kit.theme.ink);
  kit.note_item("agenda item");
  if (!view.time.empty()) show_time(kit, view);
  show_share(kit, view);
  if (!view.next.empty()) kit.body(with_figures_kept(view.next));
  kit.text(view.plan, kit.fonts.strong, view.behind ? kit.theme.warning : kit.theme.ink);
  kit.note_item("agenda plan");
  kit.caption(view.end);
  if (!view.exercise.empty()) {
    if (kit.primary_button(tr("Open its exercise"))) {
      for (const auto& action : view.exercise)
        kit.act(action);
    }
    kit.tip(view.exercise_title);
  }
  show_buttons(kit, view, now);
}

}  // namespace

void agenda_panel(const Kit& kit, const app::State& state, const base::WallTime& now) {
  const ImVec2 top = ImGui::GetCursorScreenPos();
  if (const auto view = make_agenda_view(state, now)) {
    show_running(kit, *view, now);
  } else if (!state.project->work->agenda.empty()) {
    if (kit.primary_button(tr("Start the meeting’s clock")))
      kit.act(app::run_agenda(Do::begin, now));
  } else {
    return;
  }
  kit.registry.note("agenda clock", top, ImGui::GetItemRectMax());
  kit.gap(4);
}

float agenda_bar_height(const Kit& kit) {
  return kit.fonts.clock->FontSize + kit.px(16);
}

namespace {

float width_of(ImFont* font, const std::string& text) {
  return font->CalcTextSizeA(font->FontSize, 1e9f, 0, text.c_str()).x;
}

/// In the largest of them in which it fits.
void show_line(const Kit& kit, const std::string& text, ImVec2 at, float wide,
               std::initializer_list<ImFont*> fonts, ImU32 color) {
  ImFont* chosen = *(fonts.end() - 1);
  for (ImFont* font : fonts) {
    if (width_of(font, text) > wide) continue;
    chosen = font;
    break;
  }
  ImGui::SetCursorPos(at);
  ImGui::PushFont(chosen);
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::TextUnformatted(kit.fitted(text, wide).c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

/// What is read at a second look: the item, and below it what comes and how late it is.
void show_middle(const Kit& kit, const AgendaView& view, float left, float wide, float high) {
  const auto& fonts = kit.fonts;
  const float gap = kit.px(2),
              top = (high - fonts.large->FontSize - fonts.body->FontSize - gap) / 2;
  show_line(kit, view.title, {left, top}, wide, {fonts.large, fonts.body, fonts.small},
            kit.theme.ink);
  kit.note_item("presented agenda");
  const std::string both = view.next.empty() ? view.end : view.next + "   " + view.plan;
  const bool fits = width_of(fonts.small, both) <= wide;
  const std::string& one = view.behind || view.next.empty() ? view.plan : view.next;
  show_line(kit, fits ? both : one, {left, top + fonts.large->FontSize + gap}, wide,
            {fonts.body, fonts.small}, view.behind ? kit.theme.warning : kit.theme.ink_soft);
}

}  // namespace

void agenda_bar(const Kit& kit, const AgendaView& view, const Rect& place) {
  ImGui::SetNextWindowPos({place.x, place.y});
  ImGui::SetNextWindowSize({place.width, place.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin("agenda bar", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar();
  const float gap = kit.px(16), y = (place.height - kit.fonts.clock->FontSize) / 2;
  const float word_y = (place.height - kit.fonts.body->FontSize) / 2;
  const ImU32 color = view.over ? kit.theme.warning : kit.theme.ink;
  const float item = kit.px(150);  // what the item wants; in very large type the rest steps back
  const float wall = width_of(kit.fonts.clock, view.wall) + 2 * gap;
  float left = gap, right = place.width - gap;
  if (!view.time.empty()) {
    ImGui::SetCursorPos({left, y});
    kit.text(view.time, kit.fonts.clock, color);
    left += width_of(kit.fonts.clock, view.time) + gap;
  }
  if (right - left - wall >= item) {
    ImGui::SetCursorPos({right - wall + 2 * gap, y});
    kit.text(view.wall, kit.fonts.clock, kit.theme.ink_soft);
    right -= wall;
  }
  const float words = width_of(kit.fonts.body, view.of_time) + 1.5f * gap;
  if (!view.time.empty() && right - left - words >= item) {
    ImGui::SetCursorPos({left - gap + kit.px(8), word_y});
    kit.text(view.of_time, kit.fonts.body, color);
    left += words;
  }
  show_middle(kit, view, left, right - left, place.height);
  const ImVec2 line{place.x, place.y + place.height - kit.px(3)};
  ImGui::GetWindowDrawList()->AddRectFilled(line,
                                            {line.x + place.width * view.share, line.y + kit.px(3)},
                                            view.over ? kit.theme.warning : kit.theme.accent);
  ImGui::End();
}

}  // namespace nahraum::ui
