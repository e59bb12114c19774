#pragma once
/// Text as words for the search of personal data: ASCII and letters of other alphabets alike.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nahraum::planning {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A run of letters (with hyphens and apostrophes inside) or of digits.
struct TextWord {
  std::size_t from = 0, to = 0;
  bool number = false;   ///< of digits
  bool capital = false;  ///< begins with a capital letter (Latin, Greek, Cyrillic)
};

/// Ascending. Punctuation beyond ASCII (dashes, quotes, €, no-break space) parts words as well.
std::vector<TextWord> words_of(std::string_view text);

/// Where letters or digits go on before `at`: no word begins there.
bool begins_inside_word(std::string_view text, std::size_t at);

/// Bytes of the character at `at`, 1 where it is none.
std::size_t character_length(std::string_view text, std::size_t at);

}  // namespace nahraum::planning
