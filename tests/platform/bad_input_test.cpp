// What people drop on the window by mistake, and the smallest windows: it says in a sentence what
// is wrong, and work goes on.

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "app/project_lock.hpp"
#include "base/translate.hpp"
#include "platform/window.hpp"
#include "tests/io/real_data.hpp"
#include "tests/platform/screen.hpp"

using namespace nahraum;
using platform::Window;
namespace fs = std::filesystem;

namespace {

const fs::path demo = fs::path(NAHRAUM_SOURCE_DIR) / "geodata" / "lindenhof";

/// A folder of its own, also for settings and unsaved work.
struct Folder {
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "nahraum-bad-XXXXXX").string();
    path = mkdtemp(pattern.data());
    setenv("XDG_CONFIG_HOME", path.c_str(), 1);
    setenv("XDG_STATE_HOME", path.c_str(), 1);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  fs::path path;
};

struct Opened {
  bool open(const platform::WindowSize& size) {
    if (!screen.ready()) {
      WARN("skipped: there is neither a display nor Xvfb");
      return false;
    }
    base::set_language(base::Language::english);
    auto opened = Window::open(size);
    REQUIRE(opened);
    window = std::move(*opened);
    window->settle(30);
    return true;
  }
  void open_demo() {
    window->session().dispatch(app::OpenDemo{});
    window->settle(120);
    REQUIRE(state().project);
  }
  /// What the window says to it, newest last.
  std::vector<std::string> said_to(const std::vector<fs::path>& files) {
    const auto before = state().messages.size();
    window->shell().drop(files);
    window->settle(60);
    std::vector<std::string> said;
    for (auto i = before; i < state().messages.size(); ++i)
      said.push_back(state().messages[i].text);
    return said;
  }
  const app::State& state() const { return window->session().state(); }
  bool shows(const std::string& label) const {
    return window->shell().registry().middle(label).has_value();
  }
  fs::path file(const std::string& name, const std::string& bytes) {
    std::ofstream(folder.path / name, std::ios::binary) << bytes;
    return folder.path / name;
  }
  std::vector<fs::path> demo_files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(demo))
      files.push_back(entry.path());
    return files;
  }

  Folder folder;
  testing::Screen screen;
  std::unique_ptr<Window> window;
};

/// One sentence: something, on one line, without what only a programmer reads.
void check_sentence(const std::string& text) {
  INFO(text);
  CHECK(text.size() > 10);
  CHECK(text.size() < 600);
  CHECK(text.find('\n') == std::string::npos);
}

}  // namespace

TEST_CASE_METHOD(Opened, "a dropped file that is none of ours is told, and the project stays") {
  if (!open({1000, 700, 1.0})) return;
  open_demo();
  const auto project = state().project;
  for (const auto& dropped :
       {file("brief.docx", "PK\x03\x04 nothing"), file("leer.gpkg", ""),
        file("kaputt.gpkg", "SQLite format 3" + std::string(5000, '\x7f')),
        file("kaputt.osm.pbf", std::string(300, '\xff')), file("kaputt.osm", "<osm><node id='"),
        folder.path / "gibt es nicht.gpkg", folder.path / "zeile\n\"neu\".gpkg"}) {
    INFO(dropped);
    const auto said = said_to({dropped});
    REQUIRE(said.size() == 1);
    check_sentence(said[0]);
    CHECK(state().project == project);
  }
}

TEST_CASE_METHOD(Opened, "hostile files are told or asked about, whatever is in them") {
  const auto index = io::test::shared_data("hostile/INDEX.tsv");
  if (index.empty() || !open({1000, 700, 1.0})) return;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(index.parent_path())) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (std::size_t i = 0; i < files.size(); i += 7) {
    INFO(files[i]);
    const auto said = said_to({files[i]});
    const bool asks = shows("Make the project");
    CHECK((!said.empty() || asks || state().project));
    for (const auto& text : said)
      check_sentence(text);
    if (!asks) continue;
    window->set_injector([](ImGuiIO& io) { io.KeysDown[io.KeyMap[ImGuiKey_Escape]] = true; });
    window->frame(5);
    window->set_injector([](ImGuiIO& io) { io.KeysDown[io.KeyMap[ImGuiKey_Escape]] = false; });
    window->frame(5);
    window->frame(5);
    CHECK_FALSE(shows("Make the project"));
  }
}

TEST_CASE_METHOD(Opened, "a dropped folder stands for what is in it; an empty one is told") {
  if (!open({1000, 700, 1.0})) return;
  fs::create_directory(folder.path / "leer");
  const auto said = said_to({folder.path / "leer"});
  REQUIRE(said.size() == 1);
  check_sentence(said[0]);
  CHECK(said[0].find("leer") != std::string::npos);
  CHECK(said_to({demo}).empty());
  CHECK(shows("Make the project"));
  CHECK(shows("role lindenhof.osm"));
}

TEST_CASE_METHOD(Opened, "twenty files at once are sorted, and the dialog can be reached whole") {
  if (!open({640, 480, 1.0})) return;
  std::vector<fs::path> files;
  for (int i = 0; i < 20; ++i)
    files.push_back(file("tabelle" + std::to_string(i) + ".csv", "Name;Art;Rechtswert;Hochwert\n"));
  CHECK(said_to(files).empty());
  CHECK(shows("role tabelle19.csv"));
  for (const char* label : {"Make the project", "Cancel##new project"}) {
    INFO(label);
    REQUIRE(shows(label));
    CHECK(window->shell().registry().middle(label)->y < 480);
  }
}

TEST_CASE_METHOD(Opened, "a dropped project that somebody has open can be read, and says by whom") {
  if (!open({1000, 700, 1.0})) return;
  open_demo();
  const auto path = folder.path / "stadt.gpkg";
  window->session().dispatch(app::ShareCopy{path});
  window->settle(60);
  const app::ProjectLock other(path);
  const auto said = said_to({path});
  CHECK(state().path == path);
  CHECK(state().read_only);
  REQUIRE_FALSE(said.empty());
  CHECK(std::any_of(said.begin(), said.end(), [](const std::string& text) {
    return text.find("stadt.gpkg has been open since") != std::string::npos;
  }));
}

TEST_CASE_METHOD(Opened, "the smallest window and the largest text show what there is to do") {
  const double scale = GENERATE(1.0, 2.0);
  if (!open({640, 480, scale})) return;
  CHECK(shows("Open the demo district Lindenhof"));
  open_demo();
  const auto& rect = window->map().rect();
  CHECK(rect.width > 100);
  CHECK(rect.height > 100);
  for (int module = 1; module <= 8; ++module) {
    window->session().dispatch(app::ChooseModule{module});
    window->settle(10);
    CHECK(window->map().rect().width > 100);
  }
  for (const char* command : {"Print the sheet", "Settings", "History", "Search", "Help",
                              "Table of services, homes, areas and notes"}) {
    INFO(command);
    CHECK(window->shell().carry_out_command(command, window->now_s()));
    window->settle(5);
  }
}
