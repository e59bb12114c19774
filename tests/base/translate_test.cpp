#include "base/translate.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "base/paths.hpp"
#include "base/pseudo_locale.hpp"

using namespace nahraum::base;
namespace fs = std::filesystem;

namespace {

void put(std::ofstream& file, std::uint32_t number) {
  file.write(reinterpret_cast<const char*>(&number), sizeof number);
}

/// A catalogue of two messages in the binary form of the GNU gettext manual, §10.3.
void write_catalogue(const fs::path& path) {
  const std::string ids[] = {"", std::string("one home\0%d homes", 17), "reach"};
  const std::string texts[] = {
      "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
      std::string("ein Haus\0%d Häuser", 19), "Reichweite"};
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  for (const std::uint32_t word : {0x950412deU, 0U, 3U, 28U, 52U, 0U, 0U})
    put(file, word);
  std::uint32_t at = 76;
  for (const auto* column : {ids, texts}) {
    for (int i = 0; i < 3; ++i) {
      put(file, static_cast<std::uint32_t>(column[i].size()));
      put(file, at);
      at += static_cast<std::uint32_t>(column[i].size()) + 1;
    }
  }
  for (const auto* column : {ids, texts}) {
    for (int i = 0; i < 3; ++i)
      file << column[i] << '\0';
  }
}

struct GermanCatalogue {
  fs::path share = fs::temp_directory_path() / ("nahraum-translate-" + std::to_string(getpid()));
  GermanCatalogue() {
    write_catalogue(share / "locale" / "de" / "LC_MESSAGES" / "nahraum.mo");
    setenv("NAHRAUM_SHARE", share.c_str(), 1);
  }
  ~GermanCatalogue() {
    unsetenv("NAHRAUM_SHARE");
    set_language(Language::english);
    fs::remove_all(share);
  }
};

}  // namespace

TEST_CASE("the language can be changed back and forth while the program runs") {
  const GermanCatalogue catalogue;
  for (int round = 0; round < 2; ++round) {
    set_language(Language::german);
    CHECK(language() == Language::german);
    CHECK(std::string(tr("reach")) == "Reichweite");
    CHECK(std::string(tr_n("one home", "%d homes", 1)) == "ein Haus");
    CHECK(std::string(tr_n("one home", "%d homes", 7)) == "%d Häuser");
    set_language(Language::english);
    CHECK(language() == Language::english);
    CHECK(std::string(tr("reach")) == "reach");
    CHECK(std::string(tr_n("one home", "%d homes", 7)) == "%d homes");
  }
}

TEST_CASE("unknown and empty texts are returned as they are") {
  const GermanCatalogue catalogue;
  set_language(Language::german);
  CHECK(std::string(tr("not in the catalogue")) == "not in the catalogue");
  CHECK(std::string(tr("")) == "");
}

TEST_CASE("numbers stay in the C locale whatever the language") {
  const GermanCatalogue catalogue;
  set_language(Language::german);
  CHECK(std::stod("3.5") == 3.5);
  CHECK(std::to_string(2.5) == "2.500000");
}

TEST_CASE("the share folder is the chosen one, else the one beside the program") {
  setenv("NAHRAUM_SHARE", "/somewhere/else", 1);
  CHECK(share_dir() == "/somewhere/else");
  unsetenv("NAHRAUM_SHARE");
  CHECK(share_dir() == fs::path(NAHRAUM_BINARY_DIR) / "share" / "nahraum");
  CHECK(fs::is_directory(share_dir() / "catalogue"));
}

TEST_CASE("the test language is told by its brackets, whatever language is set, until it is off") {
  set_pseudo_locale(true);
  for (const auto language : {Language::german, Language::english}) {
    set_language(language);
    CHECK(std::string(tr("Save")) == "‹Šåvé~~›");
    CHECK(std::string(tr("Save##close")) == "‹Šåvé~~›##close");
    CHECK(std::string(tr("Saved: {0}")) == "‹Šåvéđ: {0} ~~~›");
    CHECK(std::string(tr("Zoom in   +")) == "‹Žööm íñ   + ~~~~~›");
    CHECK(std::string(tr(" (missing)")) == " ‹(míššíñğ)~~~~›");
    CHECK(std::string(tr_n("{0} thing here", "{0} things here", 2)) == "‹{0} ţħíñğš ħéřé ~~~~~›");
  }
  set_pseudo_locale(false);
  set_language(Language::german);
  CHECK(std::string(tr("Save")) == "Speichern");
  set_language(Language::english);
}
