#include "ui/file_dialog.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "tests/ui/windowless.hpp"

using namespace nahraum;
using testing::Windowless;
using Kind = ui::FileAnswer::Kind;
using Mode = ui::FileQuestion::Mode;
namespace fs = std::filesystem;

namespace {

/// A desktop that answers when it is told to.
struct Desktop : ui::DesktopFiles {
  void ask(const ui::FileQuestion& question) override {
    ++asked;
    last = question;
    given = {};
  }
  const ui::FileAnswer& answer() const override { return given; }
  void withdraw() override { ++withdrawn; }

  int asked = 0, withdrawn = 0;
  ui::FileQuestion last;
  ui::FileAnswer given;
};

struct Asked : Windowless {
  Asked() {
    folder = fs::temp_directory_path() / ("nahraum-files-" + std::to_string(getpid()));
    fs::create_directories(folder / "Unterlagen");
    for (const char* name : {"a.gpkg", "b.gpkg", "c.gpkg", "brief.txt"})
      std::ofstream(folder / name) << "x";
  }
  ~Asked() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  void open(bool several = false) {
    dialog.open({Mode::open, "Open it", folder, "", {".gpkg"}, several}, to_open);
    frames(2);
  }
  void save(const std::string& name) {
    dialog.open({Mode::save, "Save it", folder, name, {".gpkg"}, false}, to_open);
    frames(2);
  }
  auto shown() {
    return [this](const ui::Kit& kit) { dialog.show(kit); };
  }
  void frames(int count) {
    for (int i = 0; i < count; ++i)
      frame(shown());
  }
  void press(const std::string& label) {
    click(label, shown());
    frames(2);
  }
  std::vector<fs::path> chosen() const {
    std::vector<fs::path> paths;
    for (const auto& action : actions)
      paths.push_back(std::get<app::OpenFile>(action).path);
    return paths;
  }

  ui::FileDialog::Chosen to_open = [](const fs::path& path) { return app::OpenFile{path}; };
  fs::path folder;
  ui::FileDialog dialog;
  Desktop desktop;
};

using Paths = std::vector<fs::path>;

}  // namespace

TEST_CASE_METHOD(Asked, "the window's own browser shows what can be opened, and opens it") {
  open();
  CHECK(registry.middle("Unterlagen/"));
  CHECK_FALSE(registry.middle("brief.txt"));
  press("b.gpkg");
  press("Open file");
  CHECK(chosen() == Paths{folder / "b.gpkg"});
  CHECK_FALSE(dialog.is_open());
}

TEST_CASE_METHOD(Asked, "where the folder is gone the browser begins in the nearest one above it") {
  for (const auto language : {base::Language::english, base::Language::german}) {
    base::set_language(language);
    const auto gone = folder / "Alt" / "Nochmal";
    dialog.open({Mode::open, "Open it", gone, "", {".gpkg"}, false}, to_open);
    frames(2);
    CHECK(dialog.folder() == folder);
    CHECK(dialog.problem() ==
          (language == base::Language::english
               ? "There is no folder " + gone.string() + ". This is the nearest one above it."
               : "Den Ordner " + gone.string() + " gibt es nicht. Dies ist der nächste darüber."));
    press("b.gpkg");
    press(base::tr("Open file"));
    CHECK(chosen().back() == folder / "b.gpkg");
  }
}

TEST_CASE_METHOD(Asked, "a folder that cannot be read is told in the user's words") {
  fs::permissions(folder / "Unterlagen", fs::perms::none);
  std::error_code error;
  fs::directory_iterator(folder / "Unterlagen", error);
  open();
  press("Unterlagen/");
  if (error) {  // root reads everything
    CHECK(dialog.folder() == folder);
    CHECK(dialog.problem().find("cannot be read") != std::string::npos);
  }
  fs::permissions(folder / "Unterlagen", fs::perms::owner_all);
}

TEST_CASE_METHOD(Asked, "several files are chosen with Ctrl held") {
  open(true);
  press("a.gpkg");
  ImGui::GetIO().KeyCtrl = true;
  ImGui::GetIO().KeyMods = ImGuiKeyModFlags_Ctrl;
  press("c.gpkg");
  ImGui::GetIO().KeyCtrl = false;
  ImGui::GetIO().KeyMods = 0;
  press("Open file");
  CHECK(chosen() == Paths{folder / "a.gpkg", folder / "c.gpkg"});
}

TEST_CASE_METHOD(Asked, "the browser replaces a file only when it is told to") {
  save("a");  // the ending is added: that file is there
  press("Save file");
  CHECK(chosen().empty());
  SECTION("yes") {
    press("Replace");
    CHECK(chosen() == Paths{folder / "a.gpkg"});
  }
  SECTION("under another name") {
    press("Another name");
    CHECK(registry.middle("Save file"));
    CHECK(chosen().empty());
  }
  SECTION("not at all") {
    press("Cancel##replace");
    CHECK(chosen().empty());
    CHECK_FALSE(dialog.is_open());
  }
}

TEST_CASE_METHOD(Asked, "a new name is saved at once, with its ending") {
  save("Süd-Ost");
  press("Save file");
  CHECK(chosen() == Paths{folder / "Süd-Ost.gpkg"});
  CHECK(ui::with_ending("/x/KARTE.GPKG", ".gpkg") == "/x/KARTE.GPKG");
}

TEST_CASE_METHOD(Asked, "the desktop's dialog is asked first, and its answer is taken") {
  dialog.use(&desktop);
  open();
  CHECK(desktop.asked == 1);
  CHECK(desktop.last.folder == folder);
  CHECK(dialog.waits_for_desktop());
  CHECK_FALSE(registry.middle("Open file"));
  desktop.given = {Kind::chosen, {folder / "a.gpkg", folder / "b.gpkg"}, ""};
  frames(2);
  CHECK(chosen() == Paths{folder / "a.gpkg", folder / "b.gpkg"});
  CHECK_FALSE(dialog.is_open());
}

TEST_CASE_METHOD(Asked, "who cancels the desktop's dialog has done nothing wrong") {
  dialog.use(&desktop);
  open();
  desktop.given.kind = Kind::cancelled;
  frames(2);
  CHECK(actions.empty());
  CHECK_FALSE(dialog.is_open());
}

TEST_CASE_METHOD(Asked, "without an answer of the desktop the window's own browser comes") {
  dialog.use(&desktop);
  open();
  SECTION("there is no dialog") {
    desktop.given = {Kind::no_dialog, {}, ""};
  }
  SECTION("what was chosen is gone") {
    desktop.given = {Kind::chosen, {folder / "weg.gpkg"}, ""};
  }
  SECTION("one does not want to wait for it") {
    press("Choose here instead");
    CHECK(desktop.withdrawn == 1);
  }
  frames(2);
  press("c.gpkg");
  press("Open file");
  CHECK(chosen() == Paths{folder / "c.gpkg"});
}

TEST_CASE_METHOD(Asked, "who wants files in the window is not asked by the desktop") {
  dialog.use(&desktop);
  dialog.stay_inside(true);
  open();
  CHECK(desktop.asked == 0);
  CHECK(registry.middle("Open file"));
}

TEST_CASE_METHOD(Asked, "the desktop asked about a name; with its ending another may be there") {
  dialog.use(&desktop);
  save("neu");
  SECTION("it had the ending") {
    desktop.given = {Kind::chosen, {folder / "a.gpkg"}, ""};
    frames(2);
    CHECK(chosen() == Paths{folder / "a.gpkg"});
  }
  SECTION("it had none") {
    desktop.given = {Kind::chosen, {folder / "a"}, ""};
    frames(3);
    CHECK(chosen().empty());
    press("Replace");
    CHECK(chosen() == Paths{folder / "a.gpkg"});
  }
}
