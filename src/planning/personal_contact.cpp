// E-mail addresses, phone numbers and account numbers: strings of characters.
#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "planning/personal_patterns.hpp"

namespace nahraum::planning {
namespace {

constexpr std::size_t longest_local_part = 64, longest_domain = 255;

bool in_local_part(char c) {
  return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("._%+-").find(c) != std::string_view::npos;
}
bool in_domain(char c) {
  return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 || c == '.' ||
         c == '-';
}
bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

/// End of "c.de" from `at` on; `at` where there is none. The last part has two letters or more.
std::size_t domain_end(std::string_view text, std::size_t at) {
  auto end = at;
  while (end < text.size() && end - at < longest_domain && in_domain(text[end]))
    ++end;
  while (end > at && !is_ascii_letter(text[end - 1]))
    --end;
  const auto name = text.substr(at, end - at);
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot < 3 || name[0] == '.')
    return at;
  const auto top = name.substr(dot + 1);
  return std::all_of(top.begin(), top.end(), is_ascii_letter) ? end : at;
}

/// Begin of the part before the @, which ends at `end`; `end` where there is none.
std::size_t local_begin(std::string_view text, std::size_t end) {
  auto begin = end;
  while (begin > 0 && end - begin < longest_local_part && in_local_part(text[begin - 1]))
    --begin;
  while (begin < end && (text[begin] == '.' || text[begin] == '-' || is_continuation(text[begin])))
    ++begin;
  return begin;
}

std::size_t after_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ')
    ++at;
  return at;
}

/// A run of digits with what may part them in a phone number.
struct DigitRun {
  std::size_t from = 0, to = 0;
  std::string digits;
  std::size_t first_group = 0;  ///< digits before the first separator
};

/// Length of a separator at `at`: blanks, / - ( ) . and dashes, at most three characters.
std::size_t separator_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (int k = 0; k < 3 && end < text.size(); ++k) {
    const auto length = character_length(text, end);
    const auto character = text.substr(end, length);
    const bool separates = std::string_view(" /-().").find(character) != std::string_view::npos ||
                           character == "–" || character == "\u00A0";
    if (!separates) break;
    end += length;
  }
  return end - at;
}

DigitRun digit_run(std::string_view text, std::size_t at) {
  DigitRun run{at, at, {}, 0};
  while (at < text.size() && run.digits.size() < 20) {
    if (is_digit(text[at])) {
      run.digits += text[at++];
      run.to = at;
      continue;
    }
    if (run.first_group == 0) run.first_group = run.digits.size();
    const auto gap = separator_length(text, at);
    if (gap == 0 || at + gap >= text.size() || !is_digit(text[at + gap])) break;
    at += gap;
  }
  if (run.first_group == 0) run.first_group = run.digits.size();
  return run;
}

/// "0251 …": an area code of three digits or more, and enough after it.
bool is_national(const DigitRun& run) {
  const auto& digits = run.digits;
  return digits.size() >= 7 && digits.size() <= 15 && digits[0] == '0' && digits[1] != '0' &&
         run.first_group >= 3;
}
bool is_international(const DigitRun& run) {
  return run.digits.size() >= 8 && run.digits.size() <= 15 && run.digits[0] != '0';
}

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  const auto folded = base::fold_case(word);
  return std::find(words.begin(), words.end(), folded) != words.end();
}

/// Numbers that officials give to places.
constexpr std::array<std::string_view, 8> keys{"ags", "ars", "gemeindeschlüssel", "schlüssel",
                                               "plz", "id",  "aktenzeichen",      "az"};
constexpr std::array<std::string_view, 11> phone_words{
    "tel",         "telefon", "telefonnummer", "phone", "fon",      "handy",
    "handynummer", "mobil",   "mobile",        "fax",   "durchwahl"};

/// One group of four among others, as account numbers are written.
bool is_later_group(const SearchedText& searched, std::size_t w) {
  if (w == 0 || searched.after(w - 1) != " ") return false;
  const auto& before = searched.words[w - 1];
  return before.number && before.to - before.from == 4;
}

PersonalFinding phone_at(const SearchedText& searched, std::size_t w) {
  const auto& text = searched.text;
  const auto& word = searched.words[w];
  const bool keyed = w > 0 && searched.after(w - 1).size() <= 3 && !searched.words[w - 1].number;
  const auto before = keyed ? searched.of(searched.words[w - 1]) : std::string_view();
  const PersonalFinding none;
  if (begins_inside_word(text, word.from) || is_later_group(searched, w) || is_one_of(before, keys))
    return none;
  auto run = digit_run(text, word.from);
  const bool plus = word.from > 0 && text[word.from - 1] == '+';
  const bool zeros = run.digits.rfind("00", 0) == 0 && run.digits.size() > 2;
  if (plus && is_international(run)) return {PersonalData::phone, run.from - 1, run.to};
  if (zeros) {
    run.digits.erase(0, 2);
    if (is_international(run)) return {PersonalData::phone, run.from, run.to};
  }
  const bool named = is_one_of(before, phone_words) && run.digits.size() >= 4;
  const bool bracket = word.from > 0 && text[word.from - 1] == '(' &&
                       text.substr(run.from, run.to - run.from).find(')') != std::string_view::npos;
  if (named || is_national(run)) return {PersonalData::phone, run.from - (bracket ? 1 : 0), run.to};
  return none;
}

/// Letters as 10 … 35; the number's remainder by 97, with the first four characters last, is 1.
bool has_right_checksum(std::string_view iban) {
  int remainder = 0;
  const auto add = [&](char c) {
    const int value = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  };
  for (const char c : iban.substr(4))
    add(c);
  for (const char c : iban.substr(0, 4))
    add(c);
  return remainder == 1;
}

struct IbanLength {
  std::string_view country;
  std::size_t length;
};
constexpr std::array<IbanLength, 17> iban_lengths{{{"de", 22},
                                                   {"at", 20},
                                                   {"ch", 21},
                                                   {"nl", 18},
                                                   {"be", 16},
                                                   {"fr", 27},
                                                   {"lu", 20},
                                                   {"pl", 28},
                                                   {"it", 27},
                                                   {"es", 24},
                                                   {"gb", 22},
                                                   {"dk", 18},
                                                   {"tr", 26},
                                                   {"gr", 27},
                                                   {"pt", 25},
                                                   {"ro", 24},
                                                   {"hr", 21}}};

std::size_t iban_length(std::string_view country) {
  const auto folded = base::fold_case(country);
  const auto found = std::find_if(iban_lengths.begin(), iban_lengths.end(),
                                  [&](const IbanLength& some) { return some.country == folded; });
  return found == iban_lengths.end() ? 0 : found->length;
}

/// From a country's letters on, as many letters and digits as its numbers have; single blanks
/// between.
PersonalFinding account_at(std::string_view text, std::size_t at) {
  const PersonalFinding none;
  if (at + 2 > text.size() || begins_inside_word(text, at)) return none;
  const auto length = iban_length(text.substr(at, 2));
  if (length == 0) return none;
  std::string iban;
  auto end = at;
  while (end < text.size() && iban.size() < length) {
    const bool blank = text[end] == ' ' && end > at && text[end - 1] != ' ';
    if (!blank && !is_digit(text[end]) && !is_ascii_letter(text[end])) return none;
    if (!blank) iban += text[end];
    ++end;
  }
  const bool whole = iban.size() == length && is_digit(iban[2]) && is_digit(iban[3]);
  const bool goes_on = end < text.size() && (is_digit(text[end]) || is_ascii_letter(text[end]));
  if (!whole || goes_on || !has_right_checksum(iban)) return none;
  return {PersonalData::account_number, at, end};
}

void keep(const PersonalFinding& finding, PersonalFindings& found) {
  if (finding.to > finding.from) found.push_back(finding);
}

}  // namespace

PersonalFindings emails_in(const SearchedText& searched) {
  const auto text = searched.text;
  PersonalFindings found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t local_end = at, domain = 0;
    const auto sign = base::fold_case(text.substr(at, 4));
    if (text[at] == '@') {
      domain = at + 1;
    } else if (sign == "(at)" || sign == "[at]" || text.substr(at, 3) == "(@)") {
      const auto length = sign[1] == '@' ? 3U : 4U;
      domain = after_blanks(text, at + length);
      while (local_end > 0 && at - local_end < 3 && text[local_end - 1] == ' ')
        --local_end;
    } else {
      continue;
    }
    const auto begin = local_begin(text, local_end);
    const auto end = domain_end(text, domain);
    if (begin < local_end && end > domain) keep({PersonalData::email, begin, end}, found);
  }
  return found;
}

PersonalFindings phones_in(const SearchedText& searched) {
  PersonalFindings found;
  std::size_t done = 0;
  for (std::size_t w = 0; w < searched.words.size(); ++w) {
    if (!searched.words[w].number || searched.words[w].from < done) continue;
    const auto finding = phone_at(searched, w);
    keep(finding, found);
    done = std::max(done, finding.to);
  }
  return found;
}

PersonalFindings accounts_in(const SearchedText& searched) {
  PersonalFindings found;
  for (const auto& word : searched.words) {
    if (!word.number) keep(account_at(searched.text, word.from), found);
  }
  return found;
}

}  // namespace nahraum::planning
