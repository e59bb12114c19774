#include "base/search_key.hpp"

#include <catch2/catch.hpp>

using namespace nahraum;
using base::match_word;
using base::search_key;
using base::search_words;
using base::WordMatch;

TEST_CASE("umlauts, their spellings and their missing dots are one") {
  CHECK(search_key("Müllerstraße") == search_key("Muellerstrasse"));
  CHECK(search_key("MÜLLERSTRASSE") == search_key("mullerstraße"));
  CHECK(search_key("Café Rosé") == "cafe rose");
  CHECK(search_key("Łódź") == "lodz");
  CHECK(search_key("Şişli") == "sisli");
  CHECK(search_key("Œuvre") == "ouvre");
}

TEST_CASE("what was typed so far is a prefix of the whole word's key") {
  const std::string whole = "Große Bäuerinnengasse Poëtenweg";
  const std::string key = search_key(whole);
  for (std::size_t n = 0; n <= whole.size(); ++n) {
    const auto lead = n < whole.size() ? static_cast<unsigned char>(whole[n]) : 0U;
    if ((lead & 0xC0U) == 0x80U) continue;  // half a letter
    CHECK(key.rfind(search_key(whole.substr(0, n)), 0) == 0);
  }
}

TEST_CASE("a letter behind a house number belongs to it") {
  CHECK(search_words("Am Markt 12 a") == std::vector<std::string>{"am", "markt", "12a"});
  CHECK(search_words("Am Markt 12A") == std::vector<std::string>{"am", "markt", "12a"});
  CHECK(search_words("Platz 7, b c") == std::vector<std::string>{"platz", "7b", "c"});
  CHECK(search_words(" –;. ").size() == 1);  // a dash is a letter of another script
}

TEST_CASE("a word fits whole, begun, inside, or with a letter wrong") {
  CHECK(match_word("lindenstrasse", "lindenstrasse", false) == WordMatch::whole);
  CHECK(match_word("lindenstrasse", "linden", false) == WordMatch::prefix);
  CHECK(match_word("lindenstrasse", "strasse", false) == WordMatch::inside);
  CHECK(match_word("lindenstrasse", "lidnenst", false) == WordMatch::none);
  CHECK(match_word("lindenstrasse", "lidnenst", true) == WordMatch::similar);
  CHECK(match_word("apotheke", "apoteke", true) == WordMatch::similar);
  CHECK(match_word("apotheke", "apfelbaum", true) == WordMatch::none);
}

TEST_CASE("a number is itself or the beginning of a longer one, never similar") {
  CHECK(match_word("13", "13", true) == WordMatch::whole);
  CHECK(match_word("13a", "13", true) == WordMatch::prefix);
  CHECK(match_word("113", "13", true) == WordMatch::none);
  CHECK(match_word("1235", "1234", true) == WordMatch::none);
}

TEST_CASE("any bytes have a key") {
  using namespace std::string_literals;
  for (const std::string& text : {"\xC3"s, "\xE1\xBA"s, "\xFF\xFE"s, "a\0b"s})
    CHECK(search_key(text).size() <= 2 * text.size());
}
