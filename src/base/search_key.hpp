#pragma once
/// Text as people search for it: "Müllerstraße", "Muellerstrasse" and "mullerstr" are one.

#include <string>
#include <string_view>
#include <vector>

namespace nahraum::base {

/// Lower case without accents: ä, ae and a become a (so o and u), ß ss, é e. What was typed so far
/// is always a prefix of the whole word's key. Bytes of other scripts stay as they are.
std::string search_key(std::string_view text);

/// The words of the key; a letter after a house number belongs to it ("12 a" → "12a"). At most 16.
std::vector<std::string> search_words(std::string_view text);

/// How well a typed word fits a word, best first.
enum class WordMatch : unsigned char { whole, prefix, inside, similar, none };
/// Both are words of search_words. `similar`: up to a letter wrong in four, two in eight; numbers
/// are never similar and never match inside. Cost: O(|typed|²) where similarity is asked for.
WordMatch match_word(std::string_view word, std::string_view typed, bool also_similar);

}  // namespace nahraum::base
