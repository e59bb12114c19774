#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.hpp"

namespace nahraum::base {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// Blanks inside a number (plain, no-break, narrow no-break) and the typographic minus as ASCII.
std::string plain_number(std::string_view raw) {
  std::string text(raw);
  for (const auto& [from, to] : {std::pair{"\xC2\xA0", " "}, std::pair{"\xE2\x80\xAF", " "},
                                 std::pair{"\xE2\x88\x92", "-"}}) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from)) {
      text.replace(at, std::string_view(from).size(), to);
    }
  }
  return trim(text);
}

/// "1 234 567" → "1234567"; nothing where the groups between separators are not of three digits.
std::optional<std::string> without_thousands(std::string_view whole, char separator) {
  auto groups = split(whole, separator);
  std::string digits = groups.front();
  if (groups.size() > 1 && (digits.empty() || digits.size() > 3)) return std::nullopt;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].size() != 3) return std::nullopt;
    digits += groups[i];
  }
  if (!all_digits(digits)) return std::nullopt;
  return digits;
}

/// Where the decimal sign stands, npos for a whole number: the last of two different signs, a
/// single sign that cannot separate thousands, else what the file's habit says.
std::size_t decimal_sign(std::string_view digits, bool decimal_comma) {
  const auto last = digits.find_last_of(".,");
  if (last == std::string_view::npos) return last;
  const char sign = digits[last];
  const bool other_too = digits.find(sign == '.' ? ',' : '.') != std::string_view::npos;
  const bool repeated = digits.find(sign) != last;
  if (repeated) return std::string_view::npos;
  const bool by_habit = (sign == ',') == decimal_comma;
  const bool like_thousands =
      digits.size() - last == 4 && last >= 1 && last <= 3 && digits[0] != '0';
  return other_too || by_habit || !like_thousands ? last : std::string_view::npos;
}

std::optional<std::string> c_number(std::string_view digits, bool decimal_comma) {
  const auto sign_at = decimal_sign(digits, decimal_comma);
  const auto whole_part = digits.substr(0, sign_at);
  const auto fraction = sign_at == std::string_view::npos ? "" : digits.substr(sign_at + 1);
  const auto separator = whole_part.find_first_of(" '.,");
  const auto whole = without_thousands(
      whole_part, separator == std::string_view::npos ? ' ' : whole_part[separator]);
  if (!whole || !all_digits(fraction) || (whole->empty() && fraction.empty())) {
    return std::nullopt;
  }
  return "0" + *whole + "." + std::string(fraction) + "0";
}

}  // namespace

std::optional<double> parse_number(std::string_view text, bool decimal_comma) {
  std::string rest = plain_number(text);
  const bool negative = !rest.empty() && rest[0] == '-';
  if (!rest.empty() && (rest[0] == '-' || rest[0] == '+')) rest.erase(0, 1);
  std::string exponent;
  if (const auto e = rest.find_first_of("eE"); e != std::string::npos) {
    exponent = rest.substr(e);
    rest.erase(e);
  }
  const auto digits = c_number(rest, decimal_comma);
  if (!digits) return std::nullopt;
  const std::string number = *digits + exponent;
  double value = 0;
  const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || stop != number.data() + number.size()) return std::nullopt;
  return negative ? -value : value;
}

}  // namespace nahraum::base
