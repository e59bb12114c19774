#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace nahraum::base {
namespace {

constexpr std::array<std::uint16_t, 32> windows1252_high = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_utf8(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// Bytes of the sequence that `lead` begins, 0 for a byte that begins none.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

/// The second byte's range excludes overlong forms, surrogates and what lies beyond U+10FFFF.
bool second_fits(unsigned char lead, unsigned char second) {
  if (lead == 0xE0) return second >= 0xA0 && second < 0xC0;
  if (lead == 0xED) return second >= 0x80 && second < 0xA0;
  if (lead == 0xF0) return second >= 0x90 && second < 0xC0;
  if (lead == 0xF4) return second >= 0x80 && second < 0x90;
  return (second & 0xC0) == 0x80;
}

/// Lower case of the two-byte letters U+00C0…U+017F, simple mappings of Unicode's CaseFolding.txt.
std::uint32_t fold_letter(std::uint32_t c) {
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c == 0x130) return 'i';   // İ
  if (c == 0x178) return 0xFF;  // Ÿ
  if (c == 0x17F) return 's';   // ſ
  const bool upper_is_even = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  const bool upper_is_odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (upper_is_even && c != 0x131) return c | 1U;
  return upper_is_odd && c % 2 == 1 ? c + 1 : c;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

std::string group_thousands(std::string digits, char separator) {
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), 1, separator);
  }
  return digits;
}

}  // namespace

std::string trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\f\v";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (;;) {
    const auto end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

bool is_valid_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(byte(i));
    if (length == 0 || i + length > text.size()) return false;
    if (length > 1 && !second_fits(byte(i), byte(i + 1))) return false;
    for (std::size_t k = 2; k < length; ++k) {
      if ((byte(i + k) & 0xC0) != 0x80) return false;
    }
    i += length;
  }
  return true;
}

std::string utf8_from_windows1252(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    append_utf8(out, c >= 0x80 && c < 0xA0 ? windows1252_high[c - 0x80] : c);
  }
  return out;
}

std::string fold_case(std::string_view text) {
  constexpr std::string_view capital_sharp_s = "\xE1\xBA\x9E";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c + 32);
    } else if (c >= 0xC3 && c <= 0xC5 && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[++i]);
      append_utf8(out, fold_letter(((c & 0x1FU) << 6) | (next & 0x3FU)));
    } else if (text.substr(i, 3) == capital_sharp_s) {
      out += "ß";
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

int edit_distance(std::string_view a_raw, std::string_view b_raw) {
  const std::string a = fold_case(a_raw);
  const std::string b = fold_case(b_raw);
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

std::optional<std::string> nearest_name(std::string_view wrong,
                                        const std::vector<std::string>& candidates) {
  // Short ids such as "G04" may differ in one letter; otherwise everything would be near.
  const int length = static_cast<int>(wrong.size());
  const int tolerance = length < 4 ? length / 2 : std::max(2, length / 3);
  std::optional<std::string> best;
  int best_distance = tolerance + 1;
  for (const auto& candidate : candidates) {
    const int distance = edit_distance(wrong, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string format_number(double value, int decimals, Language language) {
  if (!std::isfinite(value)) return "–";
  std::string digits = fmt::format("{:.{}f}", std::fabs(value), decimals);
  const bool german = language == Language::german;
  const auto point = digits.find('.');
  std::string whole = group_thousands(digits.substr(0, point), german ? '.' : ',');
  if (point != std::string::npos) whole += (german ? "," : ".") + digits.substr(point + 1);
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  return value < 0 && !is_zero ? "−" + whole : whole;
}

std::string format_minutes(double seconds, Language language) {
  if (!std::isfinite(seconds)) return "–";
  const double minutes = std::floor(seconds / 60.0 + 0.5);
  if (minutes < 60) return fmt::format("{:.0f} min", minutes);
  return fmt::format("{} h {:.0f} min", format_number(std::floor(minutes / 60), 0, language),
                     std::fmod(minutes, 60));
}

std::string format_distance(double metres, Language language) {
  if (!std::isfinite(metres)) return "–";
  if (metres < 999.5) return format_number(metres, 0, language) + " m";
  return format_number(metres / 1000.0, 1, language) + " km";
}

std::string format_date(std::string_view iso, Language language) {
  const bool is_date = iso.size() >= 10 && iso[4] == '-' && iso[7] == '-' &&
                       all_digits(iso.substr(0, 4)) && all_digits(iso.substr(5, 2)) &&
                       all_digits(iso.substr(8, 2));
  if (!is_date || language == Language::english) {
    return std::string(is_date ? iso.substr(0, 10) : iso);
  }
  return fmt::format("{}.{}.{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

}  // namespace nahraum::base
