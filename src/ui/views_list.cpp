#include "ui/views_list.hpp"

#include <imgui_stdlib.h>

#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

/// A word as a small button at the end of the line.
bool small(const Kit& kit, const char* word, std::int32_t id) {
  const auto label = std::string(word) + "##view" + std::to_string(id);
  const float wide = ImGui::CalcTextSize(word).x + 2 * ImGui::GetStyle().FramePadding.x;
  kit.same_line_if_fits(wide, kit.px(2));
  return kit.quiet_button(label.c_str());
}

}  // namespace

std::optional<model::NamedView> ViewsList::show(const Kit& kit, const app::State& state,
                                                Wish& wish) {
  std::optional<model::NamedView> chosen;
  const auto& views = state.project->views;
  kit.strong(tr("Views"));
  if (views.empty())
    kit.caption(
        tr("A view keeps place, question and layers under a name. Views are the slides of "
           "the presentation (F5)."));
  for (std::size_t i = 0; i < views.size(); ++i) {
    const auto& view = views[i];
    if (renamed_ == view.id) {
      show_name(kit, view);
      continue;
    }
    const auto label = std::to_string(i + 1) + "  " + view.name + "##view";
    if (kit.quiet_button(label.c_str())) chosen = view;
    if (state.read_only) continue;
    if (small(kit, tr("Rename"), view.id)) renamed_ = view.id, name_ = view.name, begins_ = true;
    if (i > 0 && small(kit, "↑", view.id))
      kit.act(app::PerformEdit{model::SwapViews{views[i - 1].id, view.id}});
    if (small(kit, tr("Remove"), view.id)) kit.act(app::PerformEdit{model::RemoveView{view.id}});
  }
  kit.gap(4);
  if (!state.read_only && kit.button(tr("Remember this view"))) wish = Wish::keep_view;
  if (views.empty()) return chosen;
  kit.beside(tr("Present"));
  if (kit.button(tr("Present"))) wish = Wish::present;
  return chosen;
}

void ViewsList::show_name(const Kit& kit, const model::NamedView& view) {
  if (std::exchange(begins_, false)) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(kit.px(280));
  const bool entered =
      ImGui::InputText("##view name", &name_, ImGuiInputTextFlags_EnterReturnsTrue);
  kit.note_item("View name", true);
  const bool left = ImGui::IsItemDeactivated() && !entered;
  if (entered || left) renamed_ = 0;
  if (left && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) return;
  if ((entered || left) && !name_.empty() && name_ != view.name) {
    auto changed = view;
    changed.name = name_;
    kit.act(app::PerformEdit{model::ReplaceView{changed}});
  }
}

}  // namespace nahraum::ui
