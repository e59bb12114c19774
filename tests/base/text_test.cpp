#include "base/text.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum::base;
using Strings = std::vector<std::string>;

TEST_CASE("trim takes blanks off both ends and leaves those inside") {
  CHECK(trim(" \t Am Anger 3\r\n") == "Am Anger 3");
  CHECK(trim("") == "");
  CHECK(trim(" \f\v ") == "");
}

TEST_CASE("split keeps empty parts, so joining gives the text back") {
  CHECK(split("a;;b;", ';') == Strings{"a", "", "b", ""});
  CHECK(split("", ';') == Strings{""});
  CHECK(rc::check("split then join is the identity", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab;,")));
    std::string joined;
    const auto parts = split(text, ';');
    for (std::size_t i = 0; i < parts.size(); ++i)
      joined += (i ? ";" : "") + parts[i];
    RC_ASSERT(joined == text);
  }));
}

TEST_CASE("UTF-8 is told from what only looks like it") {
  CHECK(is_valid_utf8("Grünanlage – 10 €"));
  CHECK(is_valid_utf8("\xF0\x9F\x9A\xB6"));                          // U+1F6B6
  CHECK_FALSE(is_valid_utf8("Gr\xFCnanlage"));                       // Latin-1
  CHECK_FALSE(is_valid_utf8("\xC0\xAF"));                            // overlong slash, two bytes
  CHECK_FALSE(is_valid_utf8("\xE0\x80\xAF"));                        // … three
  CHECK_FALSE(is_valid_utf8("\xF0\x80\x80\xAF"));                    // … four
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));                        // a surrogate, U+D800
  CHECK_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));                    // U+110000
  CHECK_FALSE(is_valid_utf8("\xE2\x82"));                            // cut in the middle
  CHECK(is_valid_utf8("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));  // the neighbours are letters
}

TEST_CASE("Windows-1252 becomes UTF-8, every byte of it") {
  CHECK(utf8_from_windows1252("B\xE4"
                              "cker \x84Zur M\xFChle\x93 \x96 5 \x80") ==
        "Bäcker „Zur Mühle“ – 5 €");
  std::string all;
  for (int c = 1; c < 256; ++c)
    all += static_cast<char>(c);
  CHECK(is_valid_utf8(utf8_from_windows1252(all)));
}

TEST_CASE("folding makes names comparable and leaves sharp s, signs and other scripts") {
  CHECK(fold_case("ÄRZTEHAUS Große Straße") == "ärztehaus große straße");
  CHECK(fold_case("GROẞE STRAẞE") == "große straße");
  CHECK(fold_case("3×4 ÷ 2") == "3×4 ÷ 2");
  CHECK(fold_case("ŁÓDŹ ŽIŽKA ČESKÝ ŠÍP ĽUDOVÍT ŸVES İZMİR") ==
        "łódź žižka český šíp ľudovít ÿves izmir");
  CHECK(fold_case("łódź žižka český ı ĸ ŉ") == "łódź žižka český ı ĸ ŉ");
  CHECK(fold_case("ЛЕС") == "ЛЕС");
  CHECK(fold_case("\xC3") == "\xC3");
}

TEST_CASE("folding twice changes nothing more and valid text stays valid") {
  CHECK(rc::check("idempotent", [](const std::string& bytes) {
    const auto once = fold_case(utf8_from_windows1252(bytes));
    RC_ASSERT(fold_case(once) == once);
    RC_ASSERT(is_valid_utf8(once));
  }));
}

TEST_CASE("edit distances are the published ones") {
  CHECK(edit_distance("kitten", "sitting") == 3);  // Levenshtein's textbook pair
  CHECK(edit_distance("saturday", "sunday") == 3);
  CHECK(edit_distance("", "rollator") == 8);
  CHECK(edit_distance("Rollator", "ROLLATOR") == 0);
}

TEST_CASE("the edit distance is a metric") {
  const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc")));
  CHECK(rc::check("symmetric, triangle inequality", [&] {
    const auto a = *word;
    const auto b = *word;
    const auto c = *word;
    RC_ASSERT(edit_distance(a, b) == edit_distance(b, a));
    RC_ASSERT(edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c));
    RC_ASSERT((edit_distance(a, b) == 0) == (a == b));
  }));
}

TEST_CASE("a mistyped name finds the one that was meant, nonsense finds none") {
  const Strings names{"G04", "G05", "pharmacy", "rollator", "age_85"};
  CHECK(nearest_name("pharmcy", names) == "pharmacy");
  CHECK(nearest_name("Rolator", names) == "rollator");
  CHECK(nearest_name("age85", names) == "age_85");
  CHECK(nearest_name("G4", names) == "G04");
  CHECK(nearest_name("G94", names) == "G04");
  CHECK_FALSE(nearest_name("xy", names));
  CHECK_FALSE(nearest_name("", names));
  CHECK_FALSE(nearest_name("helicopter", names));
  CHECK_FALSE(nearest_name("pharmacy", {}));
}
