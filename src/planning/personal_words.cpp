// Named persons, addresses and birth dates: sequences of words.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "base/days.hpp"
#include "base/text.hpp"
#include "planning/personal_patterns.hpp"

namespace nahraum::planning {
namespace {

template <std::size_t n>
using Words = std::array<std::string_view, n>;

template <std::size_t n>
bool is_one_of(std::string_view folded, const Words<n>& words) {
  return std::find(words.begin(), words.end(), folded) != words.end();
}

std::string folded(const SearchedText& searched, std::size_t w) {
  return base::fold_case(searched.of(searched.words[w]));
}

bool is_blank(std::string_view gap) {
  return gap == " " || gap == "\u00A0" || gap == "  ";
}
/// A blank, also after an abbreviation's dot.
bool goes_on(std::string_view gap) {
  return is_blank(gap) || gap == "." ||
         (gap.size() > 1 && gap[0] == '.' && is_blank(gap.substr(1)));
}

constexpr Words<7> addresses{"frau", "herr", "herrn", "hr", "mr", "mrs", "ms"};
constexpr Words<6> titles{"dr", "prof", "dipl", "ing", "med", "phil"};
constexpr Words<9> particles{"von", "van", "de", "zu", "zur", "vom", "der", "den", "al"};
/// "jede Frau Angebote": a woman, not an address.
constexpr Words<12> articles{"eine",  "einer",  "einem", "jede", "jeder",  "jedem",
                             "keine", "keiner", "pro",   "jene", "manche", "welche"};
/// Offices are no names.
constexpr Words<14> offices{
    "bürgermeister", "bürgermeisterin", "oberbürgermeister", "oberbürgermeisterin",
    "landrat",       "landrätin",       "pfarrer",           "pfarrerin",
    "doktor",        "professor",       "präsident",         "präsidentin",
    "minister",      "ministerin"};

bool is_address(const SearchedText& searched, std::size_t w) {
  if (searched.words[w].number || !searched.words[w].capital) return false;
  if (!is_one_of(folded(searched, w), addresses)) return false;
  const bool directly_before = w > 0 && is_blank(searched.after(w - 1));
  return !directly_before || !is_one_of(folded(searched, w - 1), articles);
}

/// A blank after the word, or a dot and a blank after one that is abbreviated: "Frau. Herr" is no
/// name.
bool name_goes_on(const SearchedText& searched, std::size_t w) {
  const auto word = folded(searched, w);
  const bool abbreviated =
      is_one_of(word, titles) || word == "hr" || word == "mr" || word == "mrs" || word == "ms";
  return is_blank(searched.after(w)) || (abbreviated && goes_on(searched.after(w)));
}

/// The last word of the name after the form of address at `w`; `w` where there is none.
std::size_t name_end(const SearchedText& searched, std::size_t w) {
  auto last = w;
  for (auto next = w + 1; next < searched.words.size() && next < w + 8; ++next) {
    if (!name_goes_on(searched, next - 1) || searched.words[next].number) break;
    const auto word = folded(searched, next);
    if (is_one_of(word, titles) || is_one_of(word, particles)) continue;
    if (!searched.words[next].capital || is_one_of(word, offices)) break;
    if (last != w) break;  // one name is enough to say that there is one
    last = next;
  }
  return last;
}

constexpr Words<5> street_ends{"straße", "strasse", "str", "allee", "gasse"};
/// These are also things: they make an address only as the end of a longer, capitalised name.
constexpr Words<10> weak_ends{"weg",  "platz", "ring",  "damm", "ufer",
                              "pfad", "stieg", "markt", "hof",  "wall"};
constexpr Words<24> no_streets{"parkplatz",   "spielplatz",       "sitzplatz",  "arbeitsplatz",
                               "pflegeplatz", "stellplatz",       "stehplatz",  "bolzplatz",
                               "startplatz",  "tagespflegeplatz", "heimplatz",  "kitaplatz",
                               "gehweg",      "fußweg",           "radweg",     "umweg",
                               "hinweg",      "rückweg",          "heimweg",    "feldweg",
                               "schulweg",    "wanderweg",        "supermarkt", "wochenmarkt"};
constexpr Words<7> on_the{"am", "an", "im", "auf", "zum", "zur", "in"};
/// What follows a number that is a measure.
constexpr Words<26> units{
    "m",        "km",       "meter", "metern", "minuten", "min",    "minute", "uhr",  "prozent",
    "personen", "menschen", "jahre", "jahren", "jahr",    "plätze", "mal",    "euro", "cm",
    "stunden",  "stunde",   "leute", "people", "minutes", "metres", "tage",   "tagen"};

template <std::size_t n>
bool ends_with_one_of(std::string_view word, const Words<n>& ends, std::size_t more) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return word.size() >= end.size() + more && word.substr(word.size() - end.size()) == end;
  });
}

/// The first word of the street's name that ends at `w`; nothing where `w` ends none.
std::optional<std::size_t> street_begin(const SearchedText& searched, std::size_t w) {
  const auto word = folded(searched, w);
  const bool before = w > 0 && is_blank(searched.after(w - 1)) && !searched.words[w - 1].number;
  if (!searched.words[w].capital || is_one_of(word, no_streets)) return std::nullopt;
  if (ends_with_one_of(word, street_ends, 2) || ends_with_one_of(word, weak_ends, 3)) return w;
  // "Lange Straße", "Am Alten Markt": the name is in the words before.
  const bool strong = is_one_of(word, street_ends);
  if ((!strong && !is_one_of(word, weak_ends)) || !before) return std::nullopt;
  if (strong && searched.words[w - 1].capital) return w - 1;
  const bool two = w > 1 && is_blank(searched.after(w - 2)) && searched.words[w - 1].capital;
  if (two && searched.words[w - 2].capital && is_one_of(folded(searched, w - 2), on_the))
    return w - 2;
  return std::nullopt;
}

/// End of "12", "12 a", "12a" at word `w`; nothing where it is no house number.
std::optional<std::size_t> house_number_end(const SearchedText& searched, std::size_t w) {
  if (w >= searched.words.size() || !searched.words[w].number) return std::nullopt;
  const auto& word = searched.words[w];
  if (word.to - word.from > 3 || searched.text[word.from] == '0') return std::nullopt;
  const auto gap = searched.after(w);
  const bool more = w + 1 < searched.words.size();
  if (more && searched.words[w + 1].number && (gap == "." || gap == "," || gap == ":"))
    return std::nullopt;
  if (!gap.empty() && (gap[0] == '%' || gap.substr(0, 2) == " %" || gap.substr(0, 4) == " €"))
    return std::nullopt;
  if (!more || searched.words[w + 1].number || !(gap.empty() || is_blank(gap))) return word.to;
  const auto next = folded(searched, w + 1);
  if (is_one_of(next, units)) return std::nullopt;
  const bool letter = next.size() == 1 && is_ascii_letter(next[0]);
  return letter ? searched.words[w + 1].to : word.to;
}

constexpr Words<9> birth_words{"geb",         "geboren", "geborene", "geburtsdatum", "geburtstag",
                               "geburtsjahr", "born",    "birth",    "birthday"};
constexpr Words<16> month_words{
    "januar",    "februar", "märz",     "april",    "mai",     "juni",     "juli",  "august",
    "september", "oktober", "november", "dezember", "january", "february", "march", "may"};
constexpr Words<4> more_month_words{"june", "july", "october", "december"};

struct WrittenDate {
  std::size_t last = 0;  ///< word
  int year = 0;
  bool of_numbers = false;
};

int number_of(const SearchedText& searched, std::size_t w) {
  const auto word = searched.of(searched.words[w]);
  int value = -1;
  if (word.size() <= 4) std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

/// "3.5.1941", "03.05.41", "3/5/1941", "1941-05-03".
std::optional<WrittenDate> numbers_date(const SearchedText& searched, std::size_t w) {
  for (std::size_t k = w; k < w + 3; ++k) {
    if (!searched.words[k].number) return std::nullopt;
  }
  const auto first = searched.after(w), second = searched.after(w + 1);
  const bool dots = (first == "." || first == ". ") && (second == "." || second == ". ");
  const bool same = first == second && (first == "/" || first == "-");
  if (!dots && !same) return std::nullopt;
  const bool iso = first == "-" && searched.words[w].to - searched.words[w].from == 4;
  const auto& last = searched.words[w + 2];
  int year = number_of(searched, iso ? w : w + 2);
  if (!iso && last.to - last.from == 2) year += 1900;
  const int day = number_of(searched, iso ? w + 2 : w), month = number_of(searched, w + 1);
  if (year < 1000 || !base::day_of(year, month, day)) return std::nullopt;
  return WrittenDate{w + 2, year, true};
}

/// "3. Mai 1941", "3 May 1941".
std::optional<WrittenDate> words_date(const SearchedText& searched, std::size_t w) {
  const auto month = folded(searched, w + 1);
  const bool named = is_one_of(month, month_words) || is_one_of(month, more_month_words);
  if (!searched.words[w].number || !named || !searched.words[w + 2].number) return std::nullopt;
  if (!goes_on(searched.after(w)) || !is_blank(searched.after(w + 1))) return std::nullopt;
  const int year = number_of(searched, w + 2), day = number_of(searched, w);
  if (year < 1000 || day < 1 || day > 31) return std::nullopt;
  return WrittenDate{w + 2, year, false};
}

/// A word of birth up to two words before, or a star.
bool tells_of_birth(const SearchedText& searched, std::size_t w) {
  const auto from = searched.words[w].from;
  if (from > 0 && searched.text[from - 1] == '*') return true;
  if (from > 1 && searched.text[from - 1] == ' ' && searched.text[from - 2] == '*') return true;
  for (std::size_t k = 1; k <= std::min<std::size_t>(w, 3); ++k) {
    if (searched.after(w - k).find_first_of(";!?\n") != std::string_view::npos) return false;
    if (is_one_of(folded(searched, w - k), birth_words)) return true;
  }
  return false;
}

}  // namespace

PersonalFindings persons_in(const SearchedText& searched) {
  PersonalFindings found;
  for (std::size_t w = 0; w < searched.words.size(); ++w) {
    if (!is_address(searched, w)) continue;
    const auto last = name_end(searched, w);
    const auto& name = searched.words[last];
    if (last != w && name.to - name.from > 1)
      found.push_back({PersonalData::named_person, searched.words[w].from, name.to});
  }
  return found;
}

PersonalFindings addresses_in(const SearchedText& searched) {
  PersonalFindings found;
  for (std::size_t w = 0; w + 1 < searched.words.size(); ++w) {
    const auto begin = street_begin(searched, w);
    if (!begin || !goes_on(searched.after(w))) continue;
    const bool worded = folded(searched, w + 1) == "nr" || folded(searched, w + 1) == "hausnummer";
    if (worded && !goes_on(searched.after(w + 1))) continue;
    const auto end = house_number_end(searched, worded ? w + 2 : w + 1);
    if (end) found.push_back({PersonalData::street_address, searched.words[*begin].from, *end});
  }
  return found;
}

PersonalFindings birth_dates_in(const SearchedText& searched) {
  PersonalFindings found;
  for (std::size_t w = 0; w + 2 < searched.words.size(); ++w) {
    auto date = numbers_date(searched, w);
    if (!date) date = words_date(searched, w);
    if (!date || date->year < 1900) continue;
    const bool old = date->of_numbers && date->year >= 1900 && date->year <= 1950;
    if (!old && !tells_of_birth(searched, w)) continue;
    found.push_back(
        {PersonalData::birth_date, searched.words[w].from, searched.words[date->last].to});
  }
  return found;
}

}  // namespace nahraum::planning
