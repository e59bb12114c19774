// Whether everything fits: each state of states.txt in the test language and in German, in small
// and large windows, with small and large text. What is found is told with window, text and
// rectangles.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "app/about.hpp"
#include "base/pseudo_locale.hpp"
#include "base/translate.hpp"
#include "platform/script.hpp"
#include "tests/layout/findings.hpp"
#include "tests/platform/screen.hpp"
#include "ui/modules.hpp"

using namespace nahraum;
namespace fs = std::filesystem;
using platform::Window;

namespace {

struct Config {
  const char* name;
  bool pseudo;
  int width, height;
  double text;
};
/// By text size: fonts are made anew for each. At 150 % and 200 % in turn.
constexpr Config configs[] = {
    {"xx 1280x800 100 %", true, 1280, 800, 1},      {"xx 1920x1080 100 %", true, 1920, 1080, 1},
    {"de 640x480 100 %", false, 640, 480, 1},       {"de 1280x800 150 %", false, 1280, 800, 1.5},
    {"de 1280x800 200 %", false, 1280, 800, 2},     {"de 1280x800 250 %", false, 1280, 800, 2.5},
    {"de 1920x1080 250 %", false, 1920, 1080, 2.5}, {"xx 1280x800 250 %", true, 1280, 800, 2.5},
    {"xx 1920x1080 250 %", true, 1920, 1080, 2.5},
};

/// Own settings and unsaved work, so that no test reads or writes the user's.
struct OwnFolder {
  OwnFolder() {
    path = fs::temp_directory_path() / ("nahraum-layout-" + std::to_string(getpid()));
    fs::remove_all(path);
    fs::create_directories(path);
    setenv("XDG_CONFIG_HOME", path.c_str(), 1);
    setenv("XDG_STATE_HOME", path.c_str(), 1);
    setenv("SOURCE_DATE_EPOCH", "1795348800", 1);  // 22 November 2026: pages tell what is over
    setenv("HOME", path.c_str(), 1);               // where the window asks for files first
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  fs::path path;
};

void use(Window& window, bool pseudo, double text) {
  base::set_pseudo_locale(pseudo);
  const auto language = pseudo ? base::Language::english : base::Language::german;
  window.session().dispatch(app::ChooseTextScale{text});
  window.session().dispatch(app::ChooseLanguage{language});
  base::set_language(language);
}

/// Once all jobs are done (a page is made anew in each language), the third frame: what follows
/// from the second's sizes has been followed.
testing::Drawn drawn_frame(Window& window) {
  window.settle(120);
  window.frame(0);
  window.frame(0);
  testing::Drawn drawn;
  const testing::Recording recording(drawn);
  window.frame(0);
  return drawn;
}

/// An exercise is translated as a whole; its texts are drawn word by word.
void add_words(std::set<std::string>& names, const std::string& text) {
  names.insert(text);
  for (const auto& line : base::split(text, '\n')) {
    for (const auto& word : base::split(line, ' '))
      names.insert(word);
  }
}

void add_exercise(std::set<std::string>& names, const app::State& state) {
  if (!state.exercise.all) return;
  for (const auto& each : *state.exercise.all) {
    names.insert({each.title.en, each.goal.en, each.material.en});
    for (const auto& step : each.steps) {
      names.insert(step.title.en);
      for (const auto& text : {step.text.en, step.hint.en, step.solution.en})
        add_words(names, text);
      if (!step.task) continue;
      if (const auto* ask = std::get_if<course::AskNumber>(&*step.task))
        names.insert({course::counted(ask->unit.en, true), course::counted(ask->unit.en, false)});
      if (const auto* ask = std::get_if<course::AskChoice>(&*step.task)) {
        for (const auto& option : ask->options)
          names.insert(option.text.en);
      }
    }
  }
  if (!state.exercise.told) return;
  for (const auto& step : state.exercise.told->steps) {
    for (const auto& text : {step.text, step.hint, step.solution, step.result.answer})
      add_words(names, text);
  }
}

/// What may be seen untranslated: names in the catalogue and in the project, names of languages,
/// formats and the program, and what a file's list shows.
std::set<std::string> names_of(Window& window) {
  std::set<std::string> names{"Q1",      "Q2",  "Q3",  "Q4",  "Nahraum", "Deutsch",
                              "English", "PDF", "SVG", "PNG", "N"};
  // What states.txt types as an answer.
  names.insert("This is what we found, in the words of the group that looked for it.");
  for (int i = 1; i <= 8; ++i)  // the course's own titles
    names.insert(ui::title_of(ui::module_of(i)));
  for (const auto& library : app::libraries_used())
    names.insert({library.package, library.version, library.licence});
  const char* own = std::getenv("HOME");
  for (const fs::path& folder : {fs::current_path(), fs::path(own ? own : "/")}) {
    names.insert(folder.string());
    for (const auto& entry : fs::directory_iterator(folder))  // the file dialog's list
      names.insert(entry.path().filename().string());
  }
  const auto& catalogue = window.session().catalogue();
  for (const auto& type : catalogue.types)
    names.insert({type.label.en, type.note_en, type.id, type.thresholds.source});
  for (const auto& profile : catalogue.profiles)
    names.insert(profile.label.en);
  for (const auto& standard : catalogue.standards)
    names.insert(standard.label.en);
  for (const auto& group : catalogue.groups)
    names.insert(group.label.en);
  if (window.shell().registry().rect("exercises") ||
      window.shell().registry().rect("presented agenda") ||
      window.shell().registry().rect("exercise head"))
    add_exercise(names, window.session().state());
  const auto& project = window.session().state().project;
  if (!project) return names;
  names.insert(project->info.title);
  for (const auto& entry : project->report)
    names.insert(entry.examples);
  for (const auto& area : project->population)
    names.insert(area.statistics.name);
  for (const auto& area : project->areas)
    names.insert(area.name);
  for (const auto& line : project->lines)
    names.insert(line.name);
  for (const auto& view : project->views)
    names.insert(view.name);
  for (const auto& scenario : project->scenarios)
    names.insert(scenario.name);
  for (const auto& service : project->services)
    names.insert({service.name, service.provider, service.note,
                  std::string(service.tags.get("opening_hours"))});
  for (const auto& way : project->streets.ways)
    names.insert(std::string(way.tags.get("name")));
  // Names that were cut; of cut texts the opening ‹ is left.
  names.insert(window.shell().registry().cuts().begin(), window.shell().registry().cuts().end());
  for (const auto& home : project->homes)
    names.insert(home.address);
  for (const auto& source : project->sources)
    names.insert({source.file, source.attribution, source.licence});
  return names;
}

/// Windows whose items have keys of their own: the map (arrows, + and −), and tables' rows and
/// headings, through which ImGui's arrows go.
const std::set<std::string> own_keys{"map"};

using Found = std::map<std::string, std::vector<std::string>>;

void add(Found& found, const Config& config, const std::string& state, const char* kind,
         const std::vector<std::string>& lines) {
  for (const auto& line : lines)
    found[fmt::format("{}: {}", kind, config.name)].push_back(state + ": " + line);
}

void use(Window& window, const Config& config) {
  use(window, config.pseudo, config.text);
  const ImVec2 now = window.size();
  if (static_cast<int>(now.x) != config.width || static_cast<int>(now.y) != config.height)
    window.resize(config.width, config.height);
}

void look(Window& window, const Config& config, const std::string& state, Found& found) {
  use(window, config);
  const auto drawn = drawn_frame(window);
  add(found, config, state, "clipped", testing::clipped(drawn));
  add(found, config, state, "overlapping", testing::overlapping(drawn));
  add(found, config, state, "out of reach", testing::out_of_reach(drawn));
  add(found, config, state, "not by keyboard", testing::not_by_keyboard(drawn, own_keys));
  add(found, config, state, "missing letters", testing::missing_letters(drawn));
  if (!config.pseudo) return;
  const bool document = window.shell().registry().rect("help title").has_value();  // translated
  if (!document)                                                                   // as a whole
    add(found, config, state, "untranslated", testing::untranslated(drawn, names_of(window)));
  const auto& announced = window.shell().registry().cuts();
  add(found, config, state, "cut in silence", testing::cut_in_silence(drawn, announced));
}

fs::path script(const char* name) {
  return fs::path(NAHRAUM_SOURCE_DIR) / "tests" / "layout" / name;
}

/// menus.txt once in each window and size: a menu closes when its button moves.
base::Result<void> play_in_each(Window& window, Found& found) {
  for (const auto& config : configs) {
    use(window, config);
    drawn_frame(window);
    const auto look_at = [&](const std::string& state,
                             const Window::Pixels&) -> base::Result<void> {
      look(window, config, state, found);
      return {};
    };
    if (auto played = platform::play_script(window, script("menus.txt"), look_at); !played)
      return played;
  }
  return {};
}

/// All of it goes into a file beside the tests, where no line is broken.
void tell(const Found& found) {
  const auto file = fs::path(NAHRAUM_BINARY_DIR) / "layout.txt";
  std::ofstream out(file);
  for (const auto& [kind, lines] : found) {
    out << kind << '\n';
    for (const auto& line : lines)
      out << "  " << line << '\n';
    FAIL_CHECK(kind << ": " << lines.size() << ", all in " << file.string()
                    << "; the first: " << lines.front());
  }
}

}  // namespace

TEST_CASE("every text fits, is translated and has its letters, in every state and size") {
  const nahraum::testing::Screen screen;
  if (!screen.ready()) {
    WARN("neither a display nor Xvfb: the layout is not checked");
    return;
  }
  const OwnFolder own;
  base::set_pseudo_locale(true);
  base::set_language(base::Language::english);
  auto opened = Window::open({1280, 800, 1});
  REQUIRE(opened);
  Window& window = **opened;
  use(window, true, 1);
  Found found;
  int states = 0;
  const auto look_at = [&](const std::string& state, const Window::Pixels&) -> base::Result<void> {
    const double left_out = ++states % 2 == 0 ? 1.5 : 2;
    for (const auto& config : configs) {
      if (config.text != left_out) look(window, config, state, found);
    }
    use(window, true, 1);
    window.resize(1280, 800);
    drawn_frame(window);  // so that the script finds its labels where they are now
    return {};
  };
  const auto played = platform::play_script(window, script("states.txt"), look_at);
  const auto menus = play_in_each(window, found);
  base::set_pseudo_locale(false);
  tell(found);
  if (!menus) FAIL(base::one_line(menus.error()));
  if (!played) FAIL(base::one_line(played.error()));
}

TEST_CASE("every font has the letters of German, Polish and Turkish, and the signs that are used") {
  const nahraum::testing::Screen screen;
  if (!screen.ready()) {
    WARN("neither a display nor Xvfb: the fonts are not checked");
    return;
  }
  const OwnFolder own;
  auto opened = Window::open({640, 480, 1});
  REQUIRE(opened);
  (*opened)->frame(0);
  const std::string letters = "äöüÄÖÜßẞ„“‚‘–—…€«»‹›ąćęłńóśźżĄĆĘŁŃÓŚŹŻçğıİşÇĞŞ²°·×←→↑↓−≤≥";
  const auto& fonts = ImGui::GetIO().Fonts->Fonts;
  CHECK(fonts.Size == 6);
  for (const ImFont* font : fonts) {
    if (font == fonts.back()) continue;  // the clock's digits
    for (const char* at = letters.c_str(); *at != '\0';) {
      unsigned int letter = 0;
      const char* from = at;
      at += ImTextCharFromUtf8(&letter, at, nullptr);
      INFO(std::string(from, at) << " at " << font->FontSize);
      CHECK(font->FindGlyphNoFallback(static_cast<ImWchar>(letter)));
    }
  }
}

TEST_CASE("the checks find what is wrong") {
  using nahraum::testing::DrawnItem;
  using nahraum::testing::DrawnText;
  nahraum::testing::Drawn drawn;
  DrawnText text;
  text.text = "‹Šåvé~~›", text.window = "panel", text.line = 20;
  text.at = {10, 10, 110, 30}, text.clip = {0, 0, 200, 100};
  drawn.texts = {text};
  CHECK(testing::clipped(drawn).empty());
  CHECK(testing::untranslated(drawn, {}).empty());
  CHECK(testing::overlapping(drawn).empty());

  SECTION("a text wider than what is seen of it") {
    drawn.texts[0].clip.Max.x = 100;
    CHECK(testing::clipped(drawn).size() == 1);
  }
  SECTION("a text that is cut below where nothing scrolls") {
    drawn.texts[0].clip.Max.y = 22;
    CHECK(testing::clipped(drawn).size() == 1);
    drawn.texts[0].scrolls = true;
    CHECK(testing::clipped(drawn).empty());
  }
  SECTION("words outside the brackets, but not names, numbers and units") {
    drawn.texts[0].text = "‹Šåvé~~›: 12,5 km · Löwen-Apotheke";
    CHECK(testing::untranslated(drawn, {}).size() == 1);
    CHECK(testing::untranslated(drawn, {"Löwen-Apotheke"}).empty());
  }
  SECTION("two texts at one place") {
    drawn.texts.push_back(text);
    drawn.texts[1].at.Translate({30, 4});
    CHECK(testing::overlapping(drawn).size() == 1);
    drawn.texts[1].at.Translate({0, 30});
    CHECK(testing::overlapping(drawn).empty());
  }
  SECTION("a cut text without a tip") {
    drawn.texts[0].text = "‹Šå…";
    CHECK(testing::cut_in_silence(drawn, {}).size() == 1);
    CHECK(testing::cut_in_silence(drawn, {"‹Šå…"}).empty());
  }
  SECTION("an item beyond the window's edge, and one that Tab leaves out") {
    DrawnItem item;
    item.id = 7, item.at = {150, 10, 240, 40}, item.clip = {0, 0, 200, 100};
    drawn.items = {item};
    CHECK(testing::out_of_reach(drawn).size() == 1);
    CHECK(testing::not_by_keyboard(drawn, {}).size() == 1);
    drawn.in_tab_order = {7};
    CHECK(testing::not_by_keyboard(drawn, {}).empty());
  }
}
