#include "ui/hover.hpp"

#include <algorithm>

namespace nahraum::ui {
namespace {

constexpr double delay_s = 0.35;
constexpr std::size_t most_facts = 3;

}  // namespace

void Hover::rest_on(const std::optional<app::Selection>& thing, ImVec2 mouse, double now_s) {
  const bool moved = mouse.x != mouse_.x || mouse.y != mouse_.y;
  mouse_ = mouse;
  if (thing != thing_ || moved) since_s_ = now_s;
  thing_ = thing;
  if (!thing_) shown_ = false;
}

bool Hover::waits(double now_s) const {
  return thing_ && !shown_ && now_s - since_s_ < delay_s;
}

const std::optional<app::Selection>& Hover::named(double now_s) {
  shown_ = shown_ || (thing_ && now_s - since_s_ >= delay_s);
  return shown_ ? thing_ : none_;
}

void show_hover(const Kit& kit, const Thing& thing) {
  kit.begin_tip();
  ImGui::PushFont(kit.fonts.strong);
  ImGui::PushTextWrapPos(kit.px(320));
  ImGui::TextUnformatted(thing.title.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopFont();
  if (!thing.kind.empty()) kit.detail(thing.kind);
  for (std::size_t i = 0; i < std::min(most_facts, thing.facts.size()); ++i)
    kit.detail(thing.facts[i].first + ": " + thing.facts[i].second);
  kit.end_tip();
}

}  // namespace nahraum::ui
