#pragma once
/// What a user chose for good: $XDG_CONFIG_HOME/nahraum/settings.json. A broken or missing file
/// gives the defaults: settings are never worth an error.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "scene/theme.hpp"

namespace nahraum::app {

struct Settings {
  base::Language language = base::Language::german;
  double text_scale = 1.0;  ///< 0.8 … 2.5
  scene::Theme theme = scene::Theme::light;
  std::vector<std::string> recent;     ///< project files, newest first, at most ten
  bool degrees = false;                ///< coordinates as longitude and latitude, else metres
  bool glides = false;                 ///< the map runs on after a swing
  int min_count = 0;                   ///< smaller counts are kept back; 0: as the catalogue says
  bool tour_seen = false;              ///< or declined
  std::vector<std::string> exercises;  ///< the trainer's own files, as they were added
  bool own_files = false;  ///< files are chosen in the window, not in the desktop's dialog
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// Within what the program can do; smaller than the catalogue's minimum no count is ever shown.
Settings within_bounds(Settings settings);
/// The least count that is shown.
int min_count(const Settings& settings, int of_catalogue);

std::filesystem::path settings_path();
Settings load_settings();
base::Result<void> store_settings(const Settings& settings);
/// Puts a file at the head of the list, once.
void remember_recent(Settings& settings, const std::filesystem::path& file);
/// Takes a file, as it stands there, off the list.
void forget_recent(Settings& settings, const std::string& file);

}  // namespace nahraum::app
