#include "ui/settings_dialog.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "ui/theme_choice.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

void change(const Kit& kit, app::Settings settings) {
  kit.act(app::ChangeSettings{std::move(settings)});
}

void show_language(const Kit& kit, const app::Settings& settings) {
  kit.caption(tr("Language"));
  const int now = settings.language == base::Language::german ? 0 : 1;
  const int chosen = kit.segments("language", {"Deutsch", "English"}, now);
  if (chosen == now) return;
  kit.act(app::ChooseLanguage{chosen == 0 ? base::Language::german : base::Language::english});
}

void show_text_size(const Kit& kit, const app::Settings& settings) {
  kit.caption(tr("Size of text and controls"));
  std::vector<std::string> names;
  int now = -1;
  for (std::size_t i = 0; i < text_scales.size(); ++i) {
    names.push_back(fmt::format("{:.0f} %", text_scales[i] * 100));
    if (std::abs(text_scales[i] - settings.text_scale) < 0.005) now = static_cast<int>(i);
  }
  const int chosen = kit.segments("text size", names, now);
  if (chosen != now) kit.act(app::ChooseTextScale{text_scales[static_cast<std::size_t>(chosen)]});
}

void show_coordinates(const Kit& kit, const app::Settings& settings) {
  kit.caption(tr("Coordinates"));
  const int now = settings.degrees ? 1 : 0;
  const int chosen = kit.segments("coordinates", {tr("Metres (UTM)"), tr("Degrees")}, now);
  if (chosen == now) return;
  auto changed = settings;
  changed.degrees = chosen == 1;
  change(kit, std::move(changed));
}

void show_min_count(const Kit& kit, const app::Settings& settings, int of_catalogue) {
  kit.caption(tr("Smallest number of people that is shown"));
  const auto counts = offered_counts(of_catalogue);
  const auto in_force = std::find(counts.begin(), counts.end(), min_count(settings, of_catalogue));
  const int now = in_force == counts.end() ? -1 : static_cast<int>(in_force - counts.begin());
  std::vector<std::string> names;
  for (const int count : counts)
    names.push_back(std::to_string(count));
  const int chosen = kit.segments("least count", names, now);
  kit.caption(
      tr("Smaller groups are kept back in the window and on printed sheets, so that nobody "
         "can be recognised."));
  if (chosen == now) return;
  auto changed = settings;
  changed.min_count = chosen == 0 ? 0 : counts[static_cast<std::size_t>(chosen)];
  change(kit, std::move(changed));
}

void show_file_dialogs(const Kit& kit, const app::Settings& settings) {
  kit.caption(tr("Files are chosen"));
  const int now = settings.own_files ? 1 : 0;
  const int chosen =
      kit.segments("file dialogs", {tr("in the desktop's dialog"), tr("in this window")}, now);
  if (chosen == now) return;
  auto changed = settings;
  changed.own_files = chosen == 1;
  change(kit, std::move(changed));
}

}  // namespace

std::vector<int> offered_counts(int of_catalogue) {
  std::vector<int> counts{of_catalogue};
  for (const int count : {5, 7, 10, 20}) {
    if (count > of_catalogue) counts.push_back(count);
  }
  return counts;
}

void settings_panel(const Kit& kit, const app::Settings& settings, int of_catalogue) {
  show_language(kit, settings);
  kit.gap(4);
  show_text_size(kit, settings);
  kit.gap(4);
  kit.caption(tr("Appearance of map and window"));
  theme_choice(kit, settings);
  kit.gap(4);
  show_coordinates(kit, settings);
  kit.gap(4);
  show_file_dialogs(kit, settings);
  kit.gap(4);
  show_min_count(kit, settings, of_catalogue);
  kit.gap(4);
  bool glides = settings.glides;
  if (!kit.check(tr("The map runs on after a swing"), glides)) return;
  auto changed = settings;
  changed.glides = glides;
  change(kit, std::move(changed));
}

}  // namespace nahraum::ui
