#include "app/settings.hpp"

#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "app/state.hpp"

using namespace nahraum;

namespace {

/// A folder of its own for the settings' file.
struct OwnFolder {
  OwnFolder() {
    path =
        std::filesystem::temp_directory_path() / ("nahraum-settings-" + std::to_string(getpid()));
    std::filesystem::create_directories(path / "nahraum");
    if (const char* before = std::getenv("XDG_CONFIG_HOME")) before_ = before;
    setenv("XDG_CONFIG_HOME", path.c_str(), 1);
  }
  ~OwnFolder() {
    before_.empty() ? unsetenv("XDG_CONFIG_HOME") : setenv("XDG_CONFIG_HOME", before_.c_str(), 1);
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  std::filesystem::path path;

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("a chosen theme is stored and there at the next start") {
  const OwnFolder folder;
  app::State state;
  const auto effects = app::apply(state, app::ChooseTheme{scene::Theme::dark});
  REQUIRE(effects.size() == 1);
  CHECK(std::holds_alternative<app::StoreSettings>(effects.front()));
  REQUIRE(app::store_settings(state.settings));
  CHECK(app::load_settings().theme == scene::Theme::dark);
}

TEST_CASE("settings without a theme, or with one that nobody knows, are light") {
  const OwnFolder folder;
  CHECK(app::load_settings().theme == scene::Theme::light);
  std::ofstream(app::settings_path()) << R"({"theme": "sepia", "text_scale": 1.5})";
  CHECK(app::load_settings().theme == scene::Theme::light);
  CHECK(app::load_settings().text_scale == 1.5);
}
