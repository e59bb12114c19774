#include "planning/personal_data.hpp"

#include <algorithm>

#include "planning/personal_patterns.hpp"

namespace nahraum::planning {

std::vector<PersonalFinding> personal_data(std::string_view text) {
  const SearchedText searched{text, words_of(text)};
  PersonalFindings all;
  for (const auto find :
       {emails_in, phones_in, persons_in, addresses_in, birth_dates_in, accounts_in}) {
    const auto found = find(searched);
    all.insert(all.end(), found.begin(), found.end());
  }
  // A stretch that is two things is the rarer one: an IBAN also holds what looks like a number.
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.from != b.from ? a.from < b.from : a.to > b.to;
  });
  PersonalFindings kept;
  for (const auto& finding : all) {
    if (kept.empty() || finding.from >= kept.back().to) kept.push_back(finding);
  }
  return kept;
}

}  // namespace nahraum::planning
