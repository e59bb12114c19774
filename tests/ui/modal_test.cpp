#include "ui/modal.hpp"

#include <imgui_internal.h>

#include "tests/ui/windowless.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

/// Where the window lies in the pile, the lowest is 0.
std::ptrdiff_t height_of(const char* name) {
  const auto& all = ImGui::GetCurrentContext()->Windows;
  const auto* window = ImGui::FindWindowByName(name);
  REQUIRE(window);
  return std::find(all.begin(), all.end(), window) - all.begin();
}

}  // namespace

TEST_CASE_METHOD(Windowless, "what appears while a dialog is open lies below it") {
  bool asked = true, late = false;
  const ImGuiWindow* dialog = nullptr;
  const auto show = [&](const ui::Kit& kit) {
    if (ui::begin_modal(kit, "###asks", std::exchange(asked, false), 300)) {
      dialog = ImGui::GetCurrentWindow();
      kit.button("Yes");
      ImGui::EndPopup();
    }
    if (std::exchange(late, true)) {
      ImGui::Begin("map tools", nullptr, ImGuiWindowFlags_NoDecoration);
      ImGui::End();
    }
    ui::keep_dialogs_in_front();
  };
  for (int i = 0; i < 4; ++i)
    frame(show);
  REQUIRE(dialog);
  CHECK(height_of(dialog->Name) > height_of("map tools"));
}
