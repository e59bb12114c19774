#include "ui/theme_choice.hpp"

#include <algorithm>

#include "tests/ui/windowless.hpp"
#include "ui/commands.hpp"

using namespace nahraum;

namespace {

std::vector<scene::Theme> offered(const app::State& state) {
  std::vector<scene::Theme> themes;
  for (const auto& command : ui::commands(state)) {
    if (!command.action) continue;
    if (const auto* chosen = std::get_if<app::ChooseTheme>(&*command.action))
      themes.push_back(chosen->theme);
  }
  return themes;
}

}  // namespace

TEST_CASE("text on every face of every theme can be read") {
  for (const auto theme : scene::all_themes) {
    INFO(scene::id_of(theme));
    const auto t = ui::theme_for(theme);
    for (const ImU32 face : {t.paper, t.rail, t.field, t.hover}) {
      for (const ImU32 text : {t.ink, t.ink_soft, t.accent, t.gap, t.warning})
        CHECK(ui::contrast(text, face) >= 4.5);
    }
    for (const ImU32 text : {t.ink, t.ink_soft, t.accent})
      CHECK(ui::contrast(text, t.accent_soft) >= 4.5);
    CHECK(ui::contrast(t.on_accent, t.accent) >= 4.5);
    CHECK(ui::contrast(t.on_accent, t.accent_hover) >= 4.5);
  }
}

TEST_CASE("black and white has no colour") {
  const auto t = ui::theme_for(scene::Theme::bw);
  for (const ImU32 c :
       {t.paper, t.rail, t.field, t.hairline, t.ink, t.ink_soft, t.accent, t.accent_hover,
        t.accent_soft, t.on_accent, t.hover, t.gap, t.warning, t.dim}) {
    const auto channel = [c](int shift) { return c >> shift & 0xFF; };
    CHECK(channel(IM_COL32_R_SHIFT) == channel(IM_COL32_G_SHIFT));
    CHECK(channel(IM_COL32_G_SHIFT) == channel(IM_COL32_B_SHIFT));
  }
}

TEST_CASE_METHOD(testing::Windowless,
                 "a theme's button chooses it, the chosen one's does nothing") {
  app::Settings settings;
  settings.theme = scene::Theme::dark;
  const auto show = [&](const ui::Kit& kit) { ui::theme_choice(kit, settings); };
  click("dark", show);
  CHECK_FALSE(find_action<app::ChooseTheme>());
  click("black and white", show);
  const auto* chosen = find_action<app::ChooseTheme>();
  REQUIRE(chosen);
  CHECK(chosen->theme == scene::Theme::bw);
}

TEST_CASE("the command search offers every theme but the present one") {
  app::State state;
  state.settings.theme = scene::Theme::contrast;
  CHECK(offered(state) == std::vector{scene::Theme::light, scene::Theme::dark, scene::Theme::bw});
}
