#pragma once

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "ui/kit.hpp"

namespace nahraum::testing {

/// ImGui without a window: input is set by hand, what is drawn goes nowhere.
class Windowless {
 public:
  Windowless() {
    base::set_language(base::Language::english);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {1200, 800};
    fonts = ui::load_fonts({}, 1);
    ui::apply_theme(theme, 1);
    unsigned char* pixels = nullptr;
    int columns = 0, rows = 0;
    ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &columns, &rows);
  }
  ~Windowless() { ImGui::DestroyContext(); }

  template <class Show>
  void frame(const Show& show) {
    ImGui::GetIO().DeltaTime = 1 / 60.f;
    ImGui::NewFrame();
    registry.clear();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width, 800});
    ImGui::Begin("panel", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    show(ui::Kit{theme, fonts, 1, registry, actions});
    ImGui::End();
    ImGui::Render();
  }

  /// Moves the mouse to the widget, presses and releases it, a frame each.
  template <class Show>
  void click(const std::string& label, const Show& show) {
    frame(show);
    const auto at = registry.middle(label);
    REQUIRE(at);
    ImGui::GetIO().MousePos = *at;
    frame(show);
    ImGui::GetIO().MouseDown[0] = true;
    frame(show);
    ImGui::GetIO().MouseDown[0] = false;
    frame(show);
  }

  template <class Action>
  const Action* find_action() const {
    for (const auto& action : actions) {
      if (const auto* found = std::get_if<Action>(&action)) return found;
    }
    return nullptr;
  }

  float width = 400;
  ui::Theme theme;
  ui::Fonts fonts;
  ui::Registry registry;
  std::vector<app::Action> actions;
};

}  // namespace nahraum::testing
