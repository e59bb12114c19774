#include "app/settings.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <nlohmann/json.hpp>

#include "base/replace_file.hpp"

namespace nahraum::app {
namespace {
constexpr std::size_t recent_count = 10;

bool flag(const nlohmann::json& json, const char* name) {
  const auto at = json.find(name);
  return at != json.end() && at->is_boolean() && at->get<bool>();
}

std::vector<std::string> texts(const nlohmann::json& json, const char* name) {
  std::vector<std::string> all;
  const auto at = json.find(name);
  if (at == json.end() || !at->is_array()) return all;
  for (const auto& item : *at) {
    if (item.is_string()) all.push_back(item.get<std::string>());
  }
  return all;
}

}  // namespace

std::filesystem::path settings_path() {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  const std::filesystem::path base =
      config && *config ? std::filesystem::path(config)
                        : std::filesystem::path(home ? home : "/nonexistent") / ".config";
  return base / "nahraum" / "settings.json";
}

Settings load_settings() {
  Settings settings;
  std::ifstream file(settings_path());
  const auto json = nlohmann::json::parse(file, nullptr, false);
  if (!json.is_object()) return settings;
  if (const auto at = json.find("language"); at != json.end() && *at == "en") {
    settings.language = base::Language::english;
  }
  if (const auto at = json.find("text_scale"); at != json.end() && at->is_number()) {
    settings.text_scale = at->get<double>();
  }
  if (const auto at = json.find("min_count"); at != json.end() && at->is_number_integer()) {
    settings.min_count = std::clamp<int>(at->get<int>(), 0, 1000);
  }
  settings.degrees = flag(json, "degrees");
  settings.glides = flag(json, "glides");
  settings.tour_seen = flag(json, "tour_seen");
  settings.own_files = flag(json, "own_files");
  if (const auto at = json.find("theme"); at != json.end() && at->is_string()) {
    settings.theme = scene::theme_named(at->get<std::string>()).value_or(settings.theme);
  }
  settings.recent = texts(json, "recent");
  settings.exercises = texts(json, "exercises");
  return within_bounds(std::move(settings));
}

Settings within_bounds(Settings settings) {
  if (!(settings.text_scale >= 0.8)) settings.text_scale = 0.8;
  settings.text_scale = std::min(settings.text_scale, 2.5);
  settings.min_count = std::clamp(settings.min_count, 0, 100);
  return settings;
}

int min_count(const Settings& settings, int of_catalogue) {
  return std::max(settings.min_count, of_catalogue);
}

base::Result<void> store_settings(const Settings& settings) {
  const auto path = settings_path();
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  const nlohmann::json json = {
      {"language", settings.language == base::Language::english ? "en" : "de"},
      {"text_scale", settings.text_scale},
      {"degrees", settings.degrees},
      {"glides", settings.glides},
      {"min_count", settings.min_count},
      {"tour_seen", settings.tour_seen},
      {"own_files", settings.own_files},
      {"theme", std::string(scene::id_of(settings.theme))},
      {"recent", settings.recent},
      {"exercises", settings.exercises}};
  return base::replace_file(
      path, json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

void remember_recent(Settings& settings, const std::filesystem::path& file) {
  const std::string name = std::filesystem::absolute(file).string();
  std::erase(settings.recent, name);
  settings.recent.insert(settings.recent.begin(), name);
  if (settings.recent.size() > recent_count) settings.recent.resize(recent_count);
}

void forget_recent(Settings& settings, const std::string& file) {
  std::erase(settings.recent, file);
}

}  // namespace nahraum::app
