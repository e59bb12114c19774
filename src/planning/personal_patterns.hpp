#pragma once
/// The single patterns of personal_data: each returns what it finds, in any order.

#include <string_view>
#include <vector>

#include "planning/personal_data.hpp"
#include "planning/text_words.hpp"

namespace nahraum::planning {

struct SearchedText {
  std::string_view text;
  std::vector<TextWord> words;

  std::string_view of(const TextWord& word) const {
    return text.substr(word.from, word.to - word.from);
  }
  /// What stands between a word and the next.
  std::string_view after(std::size_t word) const {
    const auto end = word + 1 < words.size() ? words[word + 1].from : text.size();
    return text.substr(words[word].to, end - words[word].to);
  }
};
using PersonalFindings = std::vector<PersonalFinding>;

PersonalFindings emails_in(const SearchedText& searched);
PersonalFindings phones_in(const SearchedText& searched);
PersonalFindings persons_in(const SearchedText& searched);
PersonalFindings addresses_in(const SearchedText& searched);
PersonalFindings birth_dates_in(const SearchedText& searched);
PersonalFindings accounts_in(const SearchedText& searched);

}  // namespace nahraum::planning
