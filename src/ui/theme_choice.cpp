#include "ui/theme_choice.hpp"

#include "base/translate.hpp"

namespace nahraum::ui {

using base::tr;

std::string theme_name(scene::Theme theme) {
  switch (theme) {
    case scene::Theme::light:
      break;
    case scene::Theme::dark:
      return tr("dark");
    case scene::Theme::contrast:
      return tr("high contrast");
    case scene::Theme::bw:
      return tr("black and white");
  }
  return tr("light");
}

void theme_choice(const Kit& kit, const app::Settings& settings) {
  std::vector<std::string> names;
  names.reserve(scene::all_themes.size());
  for (const auto theme : scene::all_themes)
    names.push_back(theme_name(theme));
  const int now = static_cast<int>(settings.theme);
  const int chosen = kit.segments("theme", names, now);
  if (chosen != now) kit.act(app::ChooseTheme{scene::all_themes[static_cast<std::size_t>(chosen)]});
}

}  // namespace nahraum::ui
