#include "base/search_key.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace nahraum::base {
namespace {

constexpr std::size_t most_words = 16;
constexpr std::size_t longest_similar = 32;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Of letters and digits, and every byte of other scripts.
bool in_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// U+00E0 … U+00FF, lower case; "" where it is no letter.
constexpr std::array<const char*, 32> latin1{"a", "a", "a", "a", "a", "a", "a", "c", "e", "e", "e",
                                             "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o",
                                             "o", "",  "o", "u", "u", "u", "u", "y", "t", "y"};

/// U+0100 … U+017F by their base letter.
constexpr std::string_view latin_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrr"
    "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

void append_plain(std::string& out, std::string_view folded, std::size_t& i) {
  const auto lead = static_cast<unsigned char>(folded[i]);
  const bool two = lead >= 0xC3 && lead <= 0xC5 && i + 1 < folded.size();
  if (!two) {
    out += folded[i];
    return;
  }
  const unsigned code = ((lead & 0x1FU) << 6) | (static_cast<unsigned char>(folded[++i]) & 0x3FU);
  if (code == 0xDF) {
    out += "ss";
  } else if (code >= 0xE0 && code <= 0xFF) {
    out += latin1[code - 0xE0];
  } else if (code >= 0x100 && code - 0x100 < latin_a.size()) {
    out += latin_a[code - 0x100];
  }
}

bool is_number(std::string_view word) {
  return !word.empty() && is_digit(word[0]);
}

/// Least edits that turn `typed` into some prefix of `word`.
int prefix_distance(std::string_view word, std::string_view typed) {
  std::array<int, longest_similar + 1> row{};
  const auto length = std::min(word.size(), longest_similar);
  for (std::size_t k = 0; k <= length; ++k)
    row[k] = static_cast<int>(k);
  for (std::size_t i = 0; i < typed.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i) + 1;
    for (std::size_t k = 1; k <= length; ++k) {
      const int change = diagonal + (word[k - 1] == typed[i] ? 0 : 1);
      diagonal = row[k];
      row[k] = std::min({change, row[k] + 1, row[k - 1] + 1});
    }
  }
  return *std::min_element(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(length) + 1);
}

bool is_similar(std::string_view word, std::string_view typed) {
  if (typed.size() < 4 || typed.size() > longest_similar || word.size() + 2 < typed.size())
    return false;
  if (word[0] != typed[0]) return false;  // people get the first letter right
  return prefix_distance(word, typed) <= (typed.size() < 8 ? 1 : 2);
}

}  // namespace

std::string search_key(std::string_view text) {
  const std::string folded = fold_case(text);
  std::string plain;
  plain.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size(); ++i)
    append_plain(plain, folded, i);
  std::string key;
  for (const char c : plain) {
    const bool after_vowel =
        c == 'e' && !key.empty() && (key.back() == 'a' || key.back() == 'o' || key.back() == 'u');
    if (!after_vowel) key += c;
  }
  return key;
}

std::vector<std::string> search_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string key = search_key(text);
  for (std::size_t i = 0; i < key.size() && words.size() < most_words;) {
    if (!in_word(key[i])) {
      ++i;
      continue;
    }
    const auto end =
        std::find_if_not(key.begin() + static_cast<std::ptrdiff_t>(i), key.end(), in_word);
    const auto length = static_cast<std::size_t>(end - key.begin()) - i;
    const bool suffix = length == 1 && !is_digit(key[i]) && !words.empty() &&
                        is_digit(words.back().front()) && is_digit(words.back().back());
    if (suffix) {
      words.back() += key[i];
    } else {
      words.push_back(key.substr(i, length));
    }
    i += length;
  }
  return words;
}

WordMatch match_word(std::string_view word, std::string_view typed, bool also_similar) {
  if (word.empty() || typed.empty()) return WordMatch::none;
  if (word == typed) return WordMatch::whole;
  if (word.substr(0, typed.size()) == typed) return WordMatch::prefix;
  if (is_number(typed)) return WordMatch::none;
  if (typed.size() > 2 && word.find(typed) != std::string_view::npos) return WordMatch::inside;
  return also_similar && is_similar(word, typed) ? WordMatch::similar : WordMatch::none;
}

}  // namespace nahraum::base
