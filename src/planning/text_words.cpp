#include "planning/text_words.hpp"

#include <algorithm>

namespace nahraum::planning {
namespace {

/// Of the first character; 0 where it is none.
unsigned code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  switch (character_length(text, at)) {
    case 2:
      return ((byte(at) & 0x1FU) << 6) | (byte(at + 1) & 0x3FU);
    case 3:
      return ((byte(at) & 0x0FU) << 12) | ((byte(at + 1) & 0x3FU) << 6) | (byte(at + 2) & 0x3FU);
    case 4:
      return 0x10000;
    default:
      return byte(at) < 0x80 ? byte(at) : 0;
  }
}

bool is_letter(unsigned code) {
  if (code < 0x80) return is_ascii_letter(static_cast<char>(code));
  return code >= 0xC0 && code != 0xD7 && code != 0xF7 && (code < 0x2000 || code >= 0x2C00) &&
         code < 0x10000;
}

/// Latin Extended-A pairs capitals and small letters by even and odd, with a shift in between.
bool is_capital(unsigned code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  if (code >= 0xC0 && code <= 0xDE) return true;
  const bool shifted = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  if (code >= 0x100 && code <= 0x17F) return code == 0x178 || (code % 2 == 1) == shifted;
  return (code >= 0x386 && code <= 0x3AB) || (code >= 0x400 && code <= 0x42F) || code == 0x1E9E;
}

/// End of the word that begins at `at`.
std::size_t letters_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_letter(code_point(text, at))) {
      at += character_length(text, at);
      continue;
    }
    const bool joins = text[at] == '-' || text[at] == '\'';
    if (!joins || at + 1 >= text.size() || !is_letter(code_point(text, at + 1))) break;
    ++at;
  }
  return at;
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0xC2   ? 1
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 1;
  if (at + length > text.size()) return 1;
  for (std::size_t k = 1; k < length; ++k) {
    if ((static_cast<unsigned char>(text[at + k]) & 0xC0U) != 0x80) return 1;
  }
  return length;
}

std::vector<TextWord> words_of(std::string_view text) {
  std::vector<TextWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto code = code_point(text, at);
    auto end = at;
    if (is_digit(text[at])) {
      while (end < text.size() && is_digit(text[end]))
        ++end;
      words.push_back({at, end, true, false});
    } else if (is_letter(code)) {
      end = letters_end(text, at);
      words.push_back({at, end, false, is_capital(code)});
    } else {
      end = at + character_length(text, at);
    }
    at = end;
  }
  return words;
}

bool begins_inside_word(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t before = at - 1;
  for (int k = 0; k < 3 && before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80;
       ++k)
    --before;
  if (before + character_length(text, before) != at) before = at - 1;
  return is_digit(text[before]) || is_letter(code_point(text, before));
}

}  // namespace nahraum::planning
