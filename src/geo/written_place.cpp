#include "geo/written_place.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "base/text.hpp"

namespace nahraum::geo {
namespace {

constexpr std::size_t longest = 200;
constexpr double least_metres = 1000;  ///< smaller numbers are no easting and no northing

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

/// Signs that are typed in many ways, as one byte each.
std::string plain_signs(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> signs{{
      {"°", "d"},
      {"º", "d"},
      {"′", "'"},
      {"’", "'"},
      {"‘", "'"},
      {"´", "'"},
      {"″", "\""},
      {"“", "\""},
      {"”", "\""},
      {"„", "\""},
      {"''", "\""},
      {"−", "-"},
      {"\xC2\xA0", " "},
      {"\xE2\x80\xAF", " "},
      {"\xE2\x80\x89", " "},
      {"\t", " "},
  }};
  std::string plain = base::fold_case(text);
  // What stands for degrees is an upper-case letter, so that no word is mistaken for it.
  for (const auto& [from, to] : signs) {
    for (auto at = plain.find(from); at != std::string::npos; at = plain.find(from, at + 1))
      plain.replace(at, from.size(), to == "d" ? "D" : to);
  }
  return plain;
}

/// The place in "geo:50.77,6.11?z=17", "…#map=17/50.77/6.11", "…/@50.77,6.11,17z"; else the text.
std::string without_link(const std::string& text) {
  if (text.rfind("geo:", 0) == 0) return text.substr(4, text.find_first_of(";?") - 4);
  if (const auto map = text.find("#map="); map != std::string::npos) {
    const auto parts = base::split(text.substr(map + 5, text.find('&', map) - map - 5), '/');
    return parts.size() == 3 ? parts[1] + " " + parts[2] : "";
  }
  if (const auto at = text.find("/@"); at != std::string::npos) {
    const auto parts = base::split(text.substr(at + 2), ',');
    return parts.size() >= 2 ? parts[0] + " " + parts[1] : "";
  }
  return text;
}

struct Token {
  enum class Kind { number, letter, degrees, minutes, seconds, epsg } kind = Kind::number;
  double value = 0;
  bool whole = true;     ///< of a number: has no decimals
  bool signed_ = false;  ///< … but a sign
  char letter = 0;       ///< n, e, s, w; of a zone: any
};
using Tokens = std::vector<Token>;

/// How commas and dots are meant.
struct Marks {
  bool comma_is_decimal = true;
  bool dots_are_thousands = false;
};

/// "5.628.765": groups of three behind the first.
bool in_groups(std::string_view digits) {
  const auto groups = base::split(digits, '.');
  if (groups.size() < 2 || groups[0].empty() || groups[0].size() > 3) return false;
  return std::all_of(groups.begin() + 1, groups.end(),
                     [](const std::string& group) { return group.size() == 3; });
}

/// Digits, dots and commas as one number.
std::optional<Token> number_of(std::string_view run, const Marks& marks) {
  std::string digits(run);
  if (marks.dots_are_thousands) {
    const auto comma = digits.find(',');
    const auto whole = digits.substr(0, comma);
    if (whole.find('.') != std::string::npos && !in_groups(whole)) return std::nullopt;
    std::erase(digits, '.');
  }
  std::replace(digits.begin(), digits.end(), ',', '.');
  const auto dot = digits.find('.');
  const bool one_dot = dot == std::string::npos || digits.find('.', dot + 1) == std::string::npos;
  if (!one_dot || digits.size() > 24 || digits.front() == '.' || digits.back() == '.')
    return std::nullopt;
  double value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, std::chars_format::fixed);
  if (error != std::errc() || stop != end) return std::nullopt;
  Token token;
  token.value = value;
  token.whole = dot == std::string::npos;
  return token;
}

std::optional<Token> word_token(const std::string& word) {
  static const std::array<std::pair<std::string_view, char>, 14> words{{{"nord", 'n'},
                                                                        {"north", 'n'},
                                                                        {"lat", 'n'},
                                                                        {"ost", 'e'},
                                                                        {"east", 'e'},
                                                                        {"o", 'e'},
                                                                        {"lon", 'e'},
                                                                        {"lng", 'e'},
                                                                        {"süd", 's'},
                                                                        {"south", 's'},
                                                                        {"west", 'w'},
                                                                        {"breite", 'n'},
                                                                        {"länge", 'e'},
                                                                        {"long", 'e'}}};
  Token token;
  token.kind = Token::Kind::letter;
  for (const auto& [name, letter] : words) {
    if (word == name) token.letter = letter;
  }
  if (token.letter == 0 && word.size() == 1) token.letter = word[0];
  return token.letter != 0 ? std::optional(token) : std::nullopt;
}

/// Cuts the text into numbers, letters and signs; nothing where anything else stands in it.
class Scanner {
 public:
  Scanner(std::string_view text, Marks marks) : text_(text), marks_(marks) {}

  std::optional<Tokens> tokens() {
    while (at_ < text_.size()) {
      if (!next()) return std::nullopt;
    }
    return tokens_;
  }

 private:
  bool next() {
    const char c = text_[at_];
    if (is_digit(c)) return take_number(1);
    const bool minus = c == '-' || c == '+';
    if (minus && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) {
      ++at_;
      return take_number(c == '-' ? -1 : 1, true);
    }
    if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80) return take_word();
    ++at_;
    if (c == 'D') return take_sign(Token::Kind::degrees);
    if (c == '\'') return take_sign(Token::Kind::minutes);
    if (c == '"') return take_sign(Token::Kind::seconds);
    return std::string_view(" ,;/()[]:=|").find(c) != std::string_view::npos;
  }
  bool take_sign(Token::Kind kind) {
    Token token;
    token.kind = kind;
    tokens_.push_back(token);
    return true;
  }
  bool take_number(double sign, bool is_signed = false) {
    const auto begin = at_;
    const auto goes_on = [&](std::size_t i) {
      if (is_digit(text_[i])) return true;
      const bool mark = text_[i] == '.' || (text_[i] == ',' && marks_.comma_is_decimal);
      return mark && i + 1 < text_.size() && is_digit(text_[i + 1]);
    };
    while (at_ < text_.size() && goes_on(at_))
      ++at_;
    auto token = number_of(text_.substr(begin, at_ - begin), marks_);
    if (!token) return false;
    token->value *= sign;
    token->signed_ = is_signed;
    tokens_.push_back(*token);
    return true;
  }
  bool take_word() {
    const auto begin = at_;
    while (at_ < text_.size() &&
           (is_letter(text_[at_]) || static_cast<unsigned char>(text_[at_]) >= 0x80))
      ++at_;
    const std::string word(text_.substr(begin, at_ - begin));
    if (word == "epsg") return take_sign(Token::Kind::epsg);
    if (word == "utm" || word == "zone") return true;
    const auto token = word_token(word);
    if (token) tokens_.push_back(*token);
    return token.has_value();
  }

  std::string_view text_;
  Marks marks_;
  std::size_t at_ = 0;
  Tokens tokens_;
};

/// The numbers, and which letter stands before how many of them.
struct Parts {
  std::vector<Token> numbers;
  std::vector<std::pair<std::size_t, char>> letters;
  std::vector<std::pair<std::size_t, Token::Kind>> signs;
  int epsg = 0;
};

std::optional<Parts> parts_of(const Tokens& tokens) {
  Parts parts;
  bool epsg = false;
  for (const auto& token : tokens) {
    if (epsg) {
      if (token.kind != Token::Kind::number || !token.whole || token.value > 99999 ||
          token.value < 1000)
        return std::nullopt;
      parts.epsg = static_cast<int>(token.value);
      epsg = false;
    } else if (token.kind == Token::Kind::number) {
      parts.numbers.push_back(token);
    } else if (token.kind == Token::Kind::letter) {
      parts.letters.emplace_back(parts.numbers.size(), token.letter);
    } else if (token.kind == Token::Kind::epsg) {
      epsg = true;
    } else {
      parts.signs.emplace_back(parts.numbers.size(), token.kind);
    }
  }
  return epsg ? std::nullopt : std::optional(parts);
}

bool is_north(char letter) {
  return letter == 'n' || letter == 's';
}
bool is_east(char letter) {
  return letter == 'e' || letter == 'w';
}

/// Degree, minute and second signs stand behind the first, second and third number of each half.
bool signs_fit(const Parts& parts, std::size_t half) {
  for (const auto& [before, kind] : parts.signs) {
    if (before == 0) return false;
    const auto order = (before - 1) % half;
    const auto wanted = order == 0   ? Token::Kind::degrees
                        : order == 1 ? Token::Kind::minutes
                                     : Token::Kind::seconds;
    if (kind != wanted) return false;
  }
  return true;
}

std::optional<double> angle(const std::vector<Token>& numbers, std::size_t from, std::size_t half) {
  double degrees = std::abs(numbers[from].value), unit = 1;
  for (std::size_t i = 1; i < half; ++i) {
    const auto& part = numbers[from + i];
    if (!numbers[from + i - 1].whole || part.signed_ || part.value >= 60) return std::nullopt;
    unit /= 60;
    degrees += part.value * unit;
  }
  return std::signbit(numbers[from].value) ? -degrees : degrees;
}

/// Letters of the two angles, 0 where none is written. Nothing where they make no sense.
std::optional<std::pair<char, char>> letters_of(const Parts& parts, std::size_t half) {
  const auto& letters = parts.letters;
  if (letters.empty()) return std::pair{char{0}, char{0}};
  const auto at = [&](std::size_t i) { return letters[i].first; };
  char first = 0, second = 0;
  if (letters.size() == 1 && at(0) != half) {
    (at(0) == 0 ? first : second) = letters[0].second;
    if (at(0) != 0 && at(0) != 2 * half) return std::nullopt;
  } else if (letters.size() == 2 &&
             ((at(0) == 0 && at(1) == half) || (at(0) == half && at(1) == 2 * half))) {
    first = letters[0].second, second = letters[1].second;
  } else {
    return std::nullopt;
  }
  const auto fits = [](char letter) { return letter == 0 || is_north(letter) || is_east(letter); };
  if (!fits(first) || !fits(second)) return std::nullopt;
  if (first == 0) first = is_north(second) ? 'e' : 'n';
  if (second == 0) second = is_north(first) ? 'e' : 'n';
  return is_north(first) == is_north(second) ? std::nullopt
                                             : std::optional(std::pair{first, second});
}

void add_degrees(std::vector<WrittenPlace>& found, double lat, double lon) {
  if (std::abs(lat) <= 90 && std::abs(lon) <= 180) found.push_back({{lon, lat}, 0});
}

std::vector<WrittenPlace> as_degrees(const Parts& parts) {
  const auto count = parts.numbers.size();
  if ((count != 2 && count != 4 && count != 6) || (parts.epsg != 0 && parts.epsg != 4326))
    return {};
  const auto half = count / 2;
  const auto letters = letters_of(parts, half);
  const auto a = angle(parts.numbers, 0, half), b = angle(parts.numbers, half, half);
  if (!letters || !a || !b || !signs_fit(parts, half)) return {};
  std::vector<WrittenPlace> found;
  const auto [first, second] = *letters;
  if (first == 0) {
    add_degrees(found, *a, *b);
    if (*a != *b) add_degrees(found, *b, *a);
    return found;
  }
  const auto turned = [](double value, char letter) {
    return letter == 's' || letter == 'w' ? -value : value;
  };
  const double north = is_north(first) ? turned(*a, first) : turned(*b, second);
  const double east = is_north(first) ? turned(*b, second) : turned(*a, first);
  add_degrees(found, north, east);
  return found;
}

bool is_easting(double v) {
  return v >= 100'000 && v < 1'000'000;
}
bool is_northing(double v) {
  return v >= 0 && v <= 10'000'000;
}

/// ETRS89 in Europe's zones, else WGS 84.
int utm_epsg(int zone, bool south) {
  if (south) return 32700 + zone;
  return zone >= 28 && zone <= 38 ? 25800 + zone : 32600 + zone;
}

/// "32U 294123 5628765", "32 294123 5628765".
std::vector<WrittenPlace> as_utm(const Parts& parts) {
  const auto& n = parts.numbers;
  if (n.size() != 3 || !parts.signs.empty() || parts.epsg != 0) return {};
  if (!n[0].whole || n[0].value < 1 || n[0].value > 60) return {};
  bool south = false;
  for (const auto& [before, letter] : parts.letters) {
    if (before == 1) south = south || letter < 'n' || letter == 's';
    if (before == 0 || (before > 1 && letter != 'e' && letter != 'n')) return {};
  }
  if (!is_easting(n[1].value) || !is_northing(n[2].value)) return {};
  return {{{n[1].value, n[2].value}, utm_epsg(static_cast<int>(n[0].value), south)}};
}

/// Two numbers too large for degrees, in the project's CRS unless their zone is written before
/// them.
std::vector<WrittenPlace> as_metres(const Parts& parts, int project_epsg) {
  if (parts.numbers.size() != 2 || !parts.signs.empty()) return {};
  double east = parts.numbers[0].value, north = parts.numbers[1].value;
  const auto letters = letters_of(parts, 1);
  if (!letters || std::abs(east) < least_metres || std::abs(north) < least_metres) return {};
  const bool north_first =
      letters->first == 0 ? east > 1'000'000 && is_easting(north) : is_north(letters->first);
  if (north_first) std::swap(east, north);
  const double zone = std::floor(east / 1'000'000);
  if (parts.epsg == 0 && zone >= 28 && zone <= 38 && is_easting(east - zone * 1'000'000))
    return {{{east - zone * 1'000'000, north}, utm_epsg(static_cast<int>(zone), false)}};
  return {{{east, north}, parts.epsg != 0 ? parts.epsg : project_epsg}};
}

std::vector<WrittenPlace> read_with(std::string_view text, const Marks& marks, int project_epsg) {
  const auto tokens = Scanner(text, marks).tokens();
  const auto parts = tokens ? parts_of(*tokens) : std::nullopt;
  if (!parts) return {};
  for (auto found : {as_degrees(*parts), as_utm(*parts), as_metres(*parts, project_epsg)}) {
    if (!found.empty()) return found;
  }
  return {};
}

/// "48,13743,11,57549": every second comma stands between the numbers.
std::string with_middle_comma(const std::string& text) {
  if (std::count(text.begin(), text.end(), ',') != 3) return {};
  auto at = text.find(',', text.find(',') + 1);
  std::string spaced = text;
  spaced[at] = ' ';
  return spaced;
}

}  // namespace

std::vector<WrittenPlace> read_place(std::string_view text, int project_epsg) {
  if (text.size() > longest || !base::is_valid_utf8(text)) return {};
  const std::string plain = without_link(plain_signs(base::trim(text)));
  for (const Marks marks : {Marks{true, false}, Marks{true, true}, Marks{false, false}}) {
    auto found = read_with(plain, marks, project_epsg);
    if (!found.empty()) return found;
  }
  return read_with(with_middle_comma(plain), {true, false}, project_epsg);
}

}  // namespace nahraum::geo
