#include "ui/commands.hpp"

#include <algorithm>

#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/help_panel.hpp"
#include "ui/search_view.hpp"

using namespace nahraum;
using testing::Windowless;

TEST_CASE_METHOD(Windowless, "every command is found in the search, with its keys") {
  const auto state = testing::small_state();
  const auto rows = ui::make_search_rows(state, testing::small_catalogue(), nullptr, "", {});
  const auto all = ui::commands(state);
  CHECK(all.size() > 60);
  for (const auto& command : all) {
    INFO(command.name);
    CHECK(std::any_of(rows.begin(), rows.end(), [&](const ui::SearchRow& row) {
      return row.name == command.name && (row.right == command.keys || !row.right.empty());
    }));
  }
}

TEST_CASE_METHOD(Windowless, "every command is listed on the help's page of keys") {
  const auto all = ui::commands(testing::small_state());
  ui::HelpPanel help;
  help.open("keys", {app::parse_help("keys", "# Keyboard\n\nBy its sign.")});
  width = 700;
  frame([&](const ui::Kit& kit) { help.show(kit, all); });
  for (const auto& command : all) {
    INFO(command.name);
    CHECK(registry.middle("listed " + command.name));
  }
}

TEST_CASE("no two commands have the same keys") {
  std::vector<std::string> keys;
  for (const auto& command : ui::commands(testing::small_state())) {
    if (!command.keys.empty()) keys.push_back(command.keys);
  }
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  CHECK((twice == keys.end() ? "" : *twice) == "");
}
