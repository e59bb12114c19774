#include "model/opening_words.hpp"

#include <array>
#include <cctype>
#include <map>

#include "base/text.hpp"

namespace nahraum::model {
namespace {

using Kind = OpeningWord::Kind;
using Words = std::vector<OpeningWord>;

struct Meaning {
  Kind kind = Kind::end;
  int value = 0;
};

constexpr int reason(Unreadable why) {
  return static_cast<int>(why);
}

const std::vector<std::pair<Meaning, std::vector<std::string>>>& meanings() {
  static const std::vector<std::pair<Meaning, std::vector<std::string>>> all = {
      {{Kind::day, 0}, {"mo", "mon", "monday", "mondays", "montag", "montags"}},
      {{Kind::day, 1},
       {"tu", "tue", "tues", "tuesday", "tuesdays", "di", "die", "dienstag", "dienstags"}},
      {{Kind::day, 2}, {"we", "wed", "wednesday", "wednesdays", "mi", "mittwoch", "mittwochs"}},
      {{Kind::day, 3},
       {"th", "thu", "thur", "thurs", "thursday", "thursdays", "do", "don", "donnerstag",
        "donnerstags"}},
      {{Kind::day, 4}, {"fr", "fri", "friday", "fridays", "fre", "freitag", "freitags"}},
      {{Kind::day, 5},
       {"sa", "sat", "saturday", "saturdays", "sam", "samstag", "samstags", "sonnabend",
        "sonnabends"}},
      {{Kind::day, 6}, {"su", "sun", "sunday", "sundays", "so", "son", "sonntag", "sonntags"}},
      {{Kind::daily}, {"daily", "täglich", "everyday"}},
      {{Kind::weekend}, {"weekend", "weekends", "wochenende", "wochenends"}},
      {{Kind::holiday},
       {"ph", "sh", "feiertag", "feiertage", "feiertags", "feiertagen", "schulferien", "ferien"}},
      {{Kind::except}, {"außer", "ausser", "except"}},
      {{Kind::off}, {"off", "closed", "geschlossen", "zu", "ruhetag"}},
      {{Kind::open}, {"open"}},
      {{Kind::comment}, {"unknown"}},
      {{Kind::onwards}, {"ab", "from"}},
      {{Kind::dash}, {"bis", "to", "till", "until"}},
      {{Kind::comma}, {"und", "u", "sowie", "and"}},
      {{Kind::unreadable, reason(Unreadable::ambiguous)},
       {"werktags", "werktäglich", "wochentags", "weekdays", "am", "pm"}},
      {{Kind::unreadable, reason(Unreadable::not_weekly)},
       {"monat", "month", "monatlich", "woche", "wochen", "letzter", "letzten", "jeden", "erster",
        "ersten", "zweiten", "dritten", "vierten", "alle", "14-tägig"}},
      {{Kind::unreadable, reason(Unreadable::season)},
       {"jan",      "feb",    "mar",       "apr",     "may",      "jun",      "jul",
        "aug",      "sep",    "oct",       "nov",     "dec",      "mai",      "okt",
        "dez",      "mär",    "januar",    "februar", "märz",     "april",    "juni",
        "juli",     "august", "september", "oktober", "november", "dezember", "january",
        "february", "march",  "june",      "july",    "october",  "december", "easter",
        "week",     "kw",     "sommer",    "winter",  "summer",   "sept"}},
      {{Kind::unreadable, reason(Unreadable::sun)},
       {"sunrise", "sunset", "dawn", "dusk", "sonnenaufgang", "sonnenuntergang", "dämmerung",
        "einbruch", "tageslicht"}}};
  return all;
}

const std::map<std::string, Meaning, std::less<>>& dictionary() {
  static const auto all = [] {
    std::map<std::string, Meaning, std::less<>> words;
    for (const auto& [meaning, names] : meanings()) {
      for (const auto& name : names)
        words[name] = meaning;
    }
    return words;
  }();
  return all;
}

struct Phrase {
  std::string_view text;
  Kind kind;
};

/// Longer ones first where one begins with another.
constexpr auto phrases = std::to_array<Phrase>({
    {"24/7", Kind::always},
    {"24 stunden", Kind::always},
    {"24 h ", Kind::always},
    {"rund um die uhr", Kind::always},
    {"nur nach telefonischer vereinbarung", Kind::comment},
    {"nach telefonischer vereinbarung", Kind::comment},
    {"nach telefonischer absprache", Kind::comment},
    {"nach telefonischer anmeldung", Kind::comment},
    {"nach tel. vereinbarung", Kind::comment},
    {"termine nach vereinbarung", Kind::comment},
    {"termin nach vereinbarung", Kind::comment},
    {"nur nach vereinbarung", Kind::comment},
    {"nach vereinbarung", Kind::comment},
    {"nach terminvereinbarung", Kind::comment},
    {"nach terminabsprache", Kind::comment},
    {"nach absprache", Kind::comment},
    {"nach anmeldung", Kind::comment},
    {"auf anfrage", Kind::comment},
    {"auf vereinbarung", Kind::comment},
    {"mit termin", Kind::comment},
    {"n. v.", Kind::comment},
    {"n.v.", Kind::comment},
    {"by appointment only", Kind::comment},
    {"by appointment", Kind::comment},
    {"on appointment", Kind::comment},
    {"on request", Kind::comment},
});

/// Say nothing about when.
bool is_filler(std::string_view word) {
  for (const auto* filler : {"uhr", "h", "von", "hrs", "um", "at", "geöffnet", "am"}) {
    if (word == filler) return true;
  }
  return false;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80);
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(base::fold_case(text)) {}

  Words run() && {
    while (at_ < text_.size() && !failed_)
      next();
    words_.push_back({Kind::end, 0, failed_ ? words_.back().at : text_.size()});
    return std::move(words_);
  }

 private:
  std::string_view rest() const { return std::string_view(text_).substr(at_); }

  void add(Kind kind, std::size_t length, int value = 0, bool quoted = false) {
    words_.push_back({kind, value, at_, quoted});
    failed_ = kind == Kind::unreadable;
    at_ += length;
  }
  void fail(Unreadable why) { add(Kind::unreadable, 0, reason(why)); }

  void next() {
    const char c = text_[at_];
    if (c == ' ' || c == '\t' || c == '\r' || rest().starts_with("\u00a0")) {
      at_ += rest().starts_with("\u00a0") ? 2 : 1;
      return;
    }
    for (const auto& phrase : phrases) {
      if (rest().starts_with(phrase.text)) return add(phrase.kind, phrase.text.size());
    }
    for (const auto* dash : {"\u2013", "\u2014", "\u2010", "\u2011", "\u2212"}) {
      if (rest().starts_with(dash)) return add(Kind::dash, 3);
    }
    if (is_digit(c)) return read_time();
    if (c == '"') return read_comment("\"");
    if (rest().starts_with("\u201e")) return read_comment("\u201c");
    if (is_letter(c)) return read_word();
    read_sign(c);
  }

  void read_sign(char c) {
    if (rest().starts_with("||")) return add(Kind::fallback, 2);
    switch (c) {
      case '-':
        return add(Kind::dash, 1);
      case ',':
      case '/':
      case '&':
        return add(Kind::comma, 1);
      case ';':
      case '\n':
      case '|':
        return add(Kind::semicolon, 1);
      case '+':
        return add(Kind::plus, 1);
      case ':':
        return add(Kind::colon, 1);
      case '.':  // "Mo.-Fr.", "u."
        if (!words_.empty() && at_ > 0 && is_letter(text_[at_ - 1])) {
          ++at_;
          return;
        }
        return fail(Unreadable::not_understood);
      case '[':
        return fail(Unreadable::not_weekly);
      default:
        return fail(Unreadable::not_understood);
    }
  }

  void read_comment(std::string_view closing) {
    const auto opening = closing.size();
    const auto end = text_.find(closing, at_ + opening);
    if (end == std::string::npos) return fail(Unreadable::not_understood);
    add(Kind::comment, end + closing.size() - at_, 0, true);
  }

  void read_word() {
    std::size_t length = 1;
    while (length < rest().size() && is_letter(rest()[length]) &&
           !rest().substr(length).starts_with("\u2013") &&
           !rest().substr(length).starts_with("\u00a0"))
      ++length;
    const auto word = rest().substr(0, length);
    const auto found = dictionary().find(word);
    const bool after_time = !words_.empty() && words_.back().kind == Kind::time;
    if (is_filler(word) && !(word == "am" && after_time)) {
      at_ += length;
      return;
    }
    if (found == dictionary().end()) return fail(Unreadable::not_understood);
    add(found->second.kind, length, found->second.value);
  }

  std::size_t digits_from(std::size_t from) const {
    std::size_t count = 0;
    while (from + count < text_.size() && is_digit(text_[from + count]))
      ++count;
    return count;
  }

  int number(std::size_t from, std::size_t digits) const {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i)
      value = value * 10 + (text_[from + i] - '0');
    return value;
  }

  /// "8", "08:00", "8.30", "8 Uhr", "8h"; not "2." (an ordinal) and not "2021".
  void read_time() {
    const auto hour_digits = digits_from(at_);
    if (hour_digits > 2) {
      return fail(hour_digits == 4 ? Unreadable::season : Unreadable::not_understood);
    }
    const int hour = number(at_, hour_digits);
    const auto mark = at_ + hour_digits;
    const bool marked = mark < text_.size() && (text_[mark] == ':' || text_[mark] == '.');
    const auto minute_digits = marked ? digits_from(mark + 1) : 0;
    if (marked && minute_digits == 0 && text_[mark] == '.') return fail(Unreadable::not_weekly);
    if (marked && text_[mark] == ':' && minute_digits != 2) return fail(Unreadable::bad_time);
    if (marked && minute_digits != 2) return fail(Unreadable::bad_time);
    const int minute = marked ? number(mark + 1, 2) : 0;
    if (hour > 48 || minute > 59 || hour * 60 + minute > 2 * minutes_of_day) {
      return fail(Unreadable::bad_time);
    }
    add(Kind::time, hour_digits + (marked ? 3 : 0), hour * 60 + minute);
  }

  std::string text_;
  std::size_t at_ = 0;
  bool failed_ = false;
  Words words_;
};

}  // namespace

std::vector<OpeningWord> opening_words(std::string_view text) {
  return Lexer(text).run();
}

}  // namespace nahraum::model
