#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;

/// One text of a .po file: the English and its translations, as written there (escaped).
struct Text {
  std::vector<std::string> english, translated;
};

std::vector<Text> texts_of(const fs::path& po) {
  std::vector<Text> texts;
  std::ifstream file(po);
  static const std::regex entry(R"re(^(msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$)re");
  for (std::string line; std::getline(file, line);) {
    std::smatch found;
    if (!std::regex_match(line, found, entry)) continue;
    if (found[1] == "msgid") texts.emplace_back();
    auto& side =
        found[1].str().starts_with("msgid") ? texts.back().english : texts.back().translated;
    side.push_back(found[2]);
  }
  return texts;
}

std::multiset<std::string> placeholders(const std::string& text) {
  static const std::regex placeholder(R"(\{[^}]*\})");
  return {std::sregex_token_iterator(text.begin(), text.end(), placeholder), {}};
}

/// Blanks and escaped line ends before and after the words.
std::pair<std::string, std::string> margins(const std::string& text) {
  static const std::regex form(R"(^((?: |\\n)*)[^]*?((?: |\\n)*)$)");
  std::smatch found;
  std::regex_match(text, found, form);
  return {found[1], found[2]};
}

}  // namespace

TEST_CASE("every translation keeps the placeholders, margins and widget ids of its text") {
  for (const auto& po :
       fs::directory_iterator(fs::path(NAHRAUM_SOURCE_DIR) / "assets" / "locale")) {
    if (po.path().extension() != ".po") continue;
    const auto texts = texts_of(po.path());
    CHECK(texts.size() > 500);
    for (const auto& text : texts) {
      const auto& english = text.english.front();
      if (english.empty()) continue;  // the header
      INFO(english);
      for (const auto& translated : text.translated) {
        CHECK(placeholders(translated) == placeholders(english));
        CHECK(margins(translated) == margins(english));
        const auto id = english.find("##");
        if (id != std::string::npos) CHECK(translated.ends_with(english.substr(id)));
      }
    }
  }
}
