#pragma once
/// The words and signs of opening hours.

#include <string>
#include <string_view>
#include <vector>

#include "model/opening_hours.hpp"

namespace nahraum::model {

struct OpeningWord {
  enum class Kind {
    day,         ///< value: 0 Monday … 6 Sunday
    daily,       ///< every day
    weekend,     ///< Saturday and Sunday
    holiday,     ///< public or school holidays
    except,      ///< "außer"
    time,        ///< value: minutes since midnight, up to 48 hours
    always,      ///< around the clock
    off,         ///< closed
    open,        ///< "open", where only a comment tells when
    comment,     ///< in quotation marks, or "by appointment"
    onwards,     ///< "ab"
    plus,        ///< "+"
    dash,        ///< "-", "bis"
    comma,       ///< "," "/" "und"
    colon,       ///< ":" between days and times
    semicolon,   ///< ";" or a new line
    fallback,    ///< "||"
    unreadable,  ///< value: the reason
    end
  };
  Kind kind = Kind::end;
  int value = 0;
  std::size_t at = 0;
  bool quoted = false;  ///< of a comment
};

/// Ends with `end`, after `unreadable` at the latest. Words without meaning ("Uhr", "von") are left
/// out.
std::vector<OpeningWord> opening_words(std::string_view text);

}  // namespace nahraum::model
