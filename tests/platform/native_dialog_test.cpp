// The desktop's dialogs for files: a portal on a private bus, and programs of that name on a PATH
// of the test's own.

#include "platform/native_dialog.hpp"

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "base/translate.hpp"
#include "platform/file_program.hpp"
#include "tests/platform/private_bus.hpp"

using namespace nahraum;
using platform::DialogProgram;
using platform::NativeDialog;
using testing::FakePortal;
using Kind = ui::FileAnswer::Kind;
using Mode = ui::FileQuestion::Mode;
using Paths = std::vector<std::filesystem::path>;
namespace fs = std::filesystem;

namespace {

const std::string hostile = "/tmp/Größe \"x\" 'y' 100%\nneue Zeile $(id).gpkg";

/// Nothing of the desktop that the test runs on.
struct Desktop {
  Desktop() {
    base::set_language(base::Language::english);
    std::string pattern = (fs::temp_directory_path() / "nahraum-desktop-XXXXXX").string();
    folder = mkdtemp(pattern.data());
    path = std::getenv("PATH");
    setenv("PATH", folder.c_str(), 1);
    unsetenv("DBUS_SESSION_BUS_ADDRESS");
    setenv("XDG_RUNTIME_DIR", folder.c_str(), 1);
  }
  ~Desktop() {
    setenv("PATH", path.c_str(), 1);
    unsetenv("XDG_RUNTIME_DIR");
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }

  /// A program that notes how it was called, takes its time, prints and ends.
  void install(const std::string& name, const std::string& prints, int ends_with = 0,
               const std::string& takes_s = "0.3") const {
    std::ofstream(folder / (name + ".answer"), std::ios::binary) << prints;
    const auto file = (folder / name).string();
    std::ofstream(file) << "#!/bin/sh\nprintf '%s\\001' \"$@\" >" << file << ".called\n"
                        << "echo $$ >" << file << ".pid\n/bin/sleep " << takes_s << "\n/bin/cat "
                        << file << ".answer\nexit " << ends_with << "\n";
    chmod(file.c_str(), 0755);
  }
  std::vector<std::string> called(const std::string& name) const {
    std::ifstream in(folder / (name + ".called"), std::ios::binary);
    std::vector<std::string> words;
    for (std::string word; std::getline(in, word, '\001');)
      words.push_back(word);
    return words;
  }
  bool was_called(const std::string& name) const { return fs::exists(folder / (name + ".called")); }

  template <class Condition>
  static bool wait_for(NativeDialog& dialog, const Condition& done, double seconds = 8) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (std::chrono::steady_clock::now() < end) {
      dialog.take_in();
      if (done()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(3));
    }
    return false;
  }
  /// What comes of a question.
  ui::FileAnswer answer(NativeDialog& dialog, const ui::FileQuestion& question) const {
    dialog.ask(question);
    const auto answered = [&] { return dialog.answer().kind != Kind::waiting; };
    CHECK(wait_for(dialog, answered));
    return dialog.answer();
  }

  fs::path folder;
  std::string path;
};

struct WithBus : Desktop {
  WithBus() {
    setenv("PATH", path.c_str(), 1);
    bus = std::make_unique<testing::PrivateBus>(folder);
    setenv("PATH", folder.c_str(), 1);
    if (!bus->ready()) {
      WARN("skipped: there is no dbus-daemon to test the portal with");
      return;
    }
    portal = std::make_unique<FakePortal>(*bus);
  }
  std::unique_ptr<testing::PrivateBus> bus;
  std::unique_ptr<FakePortal> portal;
};

ui::FileQuestion open_question() {
  return {Mode::open, "Open a project", "/tmp", "", {".gpkg", ".osm"}, false};
}
ui::FileQuestion save_question() {
  return {Mode::save, "Save „it“", "/tmp/Grüße", "Süd-Ost.gpkg", {".gpkg"}, false};
}

std::string as_uri(const std::string& path) {
  return platform::Owned<char>(g_filename_to_uri(path.c_str(), nullptr, nullptr)).get();
}

}  // namespace

TEST_CASE_METHOD(WithBus, "the portal's answer arrives byte for byte") {
  if (!portal) return;
  install("zenity", "/tmp/wrong\n");
  portal->uris = {as_uri(hostile)};
  NativeDialog dialog;
  const auto got = answer(dialog, open_question());
  CHECK(got.kind == Kind::chosen);
  CHECK(got.files == Paths{hostile});
  CHECK(portal->method == "OpenFile");
  CHECK(portal->title == "Open a project");
  CHECK(portal->options.find("'current_folder': <b'/tmp'>") != std::string::npos);
  CHECK(portal->options.find("*.[gG][pP][kK][gG]") != std::string::npos);
  CHECK(portal->options.find("'multiple': <false>") != std::string::npos);
  CHECK_FALSE(was_called("zenity"));
}

TEST_CASE_METHOD(WithBus, "the portal proposes the name under which is saved, and gives several") {
  if (!portal) return;
  NativeDialog dialog;
  portal->uris = {as_uri("/tmp/Süd.gpkg")};
  CHECK(answer(dialog, save_question()).files == Paths{"/tmp/Süd.gpkg"});
  CHECK(portal->method == "SaveFile");
  CHECK(portal->options.find("'current_name': <'Süd-Ost.gpkg'>") != std::string::npos);

  auto several = open_question();
  several.several = true;
  portal->uris = {as_uri("/tmp/a b"), as_uri(hostile)};
  CHECK(answer(dialog, several).files == Paths{"/tmp/a b", hostile});
  CHECK(portal->options.find("'multiple': <true>") != std::string::npos);
}

TEST_CASE_METHOD(WithBus, "who cancels in the portal is not asked by another dialog") {
  if (!portal) return;
  install("zenity", "/tmp/wrong\n");
  portal->response = 1;
  NativeDialog dialog;
  CHECK(answer(dialog, open_question()).kind == Kind::cancelled);
  CHECK_FALSE(was_called("zenity"));
}

TEST_CASE_METHOD(WithBus, "an old portal names its requests itself") {
  if (!portal) return;
  portal->manner = FakePortal::Manner::other_handle;
  portal->uris = {as_uri("/tmp/alt")};
  NativeDialog dialog;
  dialog.ask(open_question());
  REQUIRE(wait_for(dialog, [&] { return portal->asked == 1; }));
  wait_for(
      dialog, [] { return false; }, 0.2);
  portal->respond();
  REQUIRE(wait_for(dialog, [&] { return dialog.answer().kind != Kind::waiting; }));
  CHECK(dialog.answer().files == Paths{"/tmp/alt"});
}

TEST_CASE_METHOD(WithBus, "a portal that is no good makes room for the next dialog") {
  if (!portal) return;
  install("zenity", "/tmp/zenity\n");
  const auto trouble =
      GENERATE(FakePortal::Manner::silent, FakePortal::Manner::refuse, FakePortal::Manner::go_away);
  portal->manner = trouble;
  NativeDialog dialog;
  CHECK(answer(dialog, open_question()).files == Paths{"/tmp/zenity"});
  // It is not waited for again.
  const auto before = std::chrono::steady_clock::now();
  CHECK(answer(dialog, open_question()).files == Paths{"/tmp/zenity"});
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::milliseconds(1900));
  CHECK(portal->asked == 1);
}

TEST_CASE_METHOD(WithBus, "a dialog that ended otherwise than by a choice is followed by another") {
  if (!portal) return;
  install("zenity", "/tmp/zenity\n");
  portal->response = 2;
  NativeDialog dialog;
  CHECK(answer(dialog, open_question()).files == Paths{"/tmp/zenity"});
}

TEST_CASE_METHOD(WithBus, "a place that is not on this computer is told") {
  if (!portal) return;
  portal->uris = {"sftp://server/ein%20Ort.gpkg"};
  NativeDialog dialog;
  const auto got = answer(dialog, open_question());
  CHECK(got.kind == Kind::no_dialog);
  CHECK(got.problem.find("sftp://server/ein%20Ort.gpkg") != std::string::npos);
}

TEST_CASE_METHOD(WithBus, "an answer to what nobody wants to know any more is not taken") {
  if (!portal) return;
  portal->manner = FakePortal::Manner::other_handle;  // it answers later
  portal->uris = {as_uri("/tmp/late")};
  NativeDialog dialog;
  dialog.ask(open_question());
  REQUIRE(wait_for(dialog, [&] { return portal->asked == 1; }));
  dialog.withdraw();
  portal->respond();
  wait_for(
      dialog, [] { return false; }, 0.2);
  CHECK(dialog.answer().kind == Kind::cancelled);
}

TEST_CASE_METHOD(Desktop, "without a bus zenity asks, called word by word") {
  install("zenity", hostile + "\n");
  NativeDialog dialog;
  auto question = open_question();
  question.title = "A \"title\"; rm -rf $HOME";
  question.folder = "/tmp/ein Ort";
  CHECK(answer(dialog, question).files == Paths{hostile});
  const auto words = called("zenity");
  REQUIRE(words.size() == 5);
  CHECK(words[0] == "--file-selection");
  CHECK(words[1] == "--title=A \"title\"; rm -rf $HOME");
  CHECK(words[2] == "--filename=/tmp/ein Ort/");
  CHECK(words[3] == "--file-filter=*.gpkg *.osm | *.[gG][pP][kK][gG] *.[oO][sS][mM]");
}

TEST_CASE_METHOD(Desktop, "zenity asks before it replaces a file") {
  install("zenity", "/tmp/neu.gpkg\n");
  NativeDialog dialog;
  CHECK(answer(dialog, save_question()).files == Paths{"/tmp/neu.gpkg"});
  const auto words = called("zenity");
  CHECK(std::count(words.begin(), words.end(), "--confirm-overwrite") == 1);
  CHECK(std::count(words.begin(), words.end(), "--filename=/tmp/Grüße/Süd-Ost.gpkg") == 1);
}

TEST_CASE_METHOD(Desktop, "who cancels in zenity is done") {
  install("zenity", "", 1, "0.4");
  install("kdialog", "/tmp/wrong\n");
  NativeDialog dialog;
  CHECK(answer(dialog, open_question()).kind == Kind::cancelled);
  CHECK_FALSE(was_called("kdialog"));
}

TEST_CASE_METHOD(Desktop, "a zenity that cannot start, or breaks down, is followed by kdialog") {
  install("kdialog", hostile + "\n");
  SECTION("it ends at once: no display") {
    install("zenity", "", 1, "0");
  }
  SECTION("it fails") {
    install("zenity", "", 255);
  }
  SECTION("it prints nothing") {
    install("zenity", "\n", 0);
  }
  SECTION("it is killed") {
    install("zenity", "", 0);
    std::ofstream(folder / "zenity") << "#!/bin/sh\nkill -9 $$\n";
  }
  SECTION("it is no program") {
    std::ofstream(folder / "zenity") << "\x7f"
                                        "ELF";
  }
  NativeDialog dialog({0x1234});
  CHECK(answer(dialog, save_question()).files == Paths{hostile});
  const auto words = called("kdialog");
  REQUIRE(words.size() == 7);
  CHECK(words[3] == "4660");
  CHECK(words[4] == "--getsavefilename");
  CHECK(words[5] == "/tmp/Grüße/Süd-Ost.gpkg");
  CHECK(words[6] == "*.gpkg|*.gpkg\n*|All files");
}

TEST_CASE_METHOD(Desktop, "where the desktop has no dialog the window asks") {
  NativeDialog dialog;
  CHECK(answer(dialog, open_question()).kind == Kind::no_dialog);
}

TEST_CASE_METHOD(Desktop,
                 "a dialog that is withdrawn goes, and the next question gets its own answer") {
  install("zenity", "/tmp/old\n", 0, "30");
  NativeDialog dialog;
  dialog.ask(open_question());
  REQUIRE(wait_for(dialog, [&] { return fs::exists(folder / "zenity.pid"); }));
  wait_for(
      dialog, [] { return false; }, 0.1);
  pid_t pid = 0;
  std::ifstream(folder / "zenity.pid") >> pid;
  REQUIRE(pid > 0);
  dialog.withdraw();
  CHECK(dialog.answer().kind == Kind::cancelled);
  CHECK(wait_for(dialog, [&] { return kill(pid, 0) != 0; }));
  install("zenity", "/tmp/new\n");
  CHECK(answer(dialog, open_question()).files == Paths{"/tmp/new"});
}

TEST_CASE("several printed paths are told apart, whatever is in their names") {
  using platform::paths_in;
  CHECK(paths_in(DialogProgram::zenity, "/a/b///c/d\n", true) == Paths{"/a/b", "/c/d"});
  CHECK(paths_in(DialogProgram::zenity, "/a\n/b|c\n", true) == Paths{"/a\n/b|c"});
  CHECK(paths_in(DialogProgram::kdialog, "/a/ein\nzwei\n/c/d\n", true) ==
        Paths{"/a/ein\nzwei", "/c/d"});
  CHECK(paths_in(DialogProgram::kdialog, "/a\n/b\n", false) == Paths{"/a\n/b"});
  CHECK(paths_in(DialogProgram::zenity, "/a \n\n", false) == Paths{"/a \n"});
  CHECK(paths_in(DialogProgram::zenity, "", true).empty());
}
