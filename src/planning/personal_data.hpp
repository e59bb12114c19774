#pragma once
/// Personal data in free text, to be looked at before it leaves the house.

#include <cstddef>
#include <string_view>
#include <vector>

namespace nahraum::planning {

enum class PersonalData : unsigned char {
  email,           ///< "a.b@c.de", "a.b (at) c.de"
  phone,           ///< "0251 / 12 34 56", "+49 170 1234567", "Tel. 12345"
  named_person,    ///< "Frau Dr. Yılmaz", "Herrn Müller-Lüdenscheidt", "Mrs Smith"
  street_address,  ///< "Schulstraße 12 a", "Am Alten Markt 3", "Kölner Str. 5"
  birth_date,      ///< "geb. 3. Mai 1941", "*1941-05-03"; 3.5.1941 without a word up to 1950
  account_number,  ///< IBAN with a right checksum
};

/// Bytes `from` … `to` − 1 of the text: whole characters where it is valid UTF-8.
struct PersonalFinding {
  PersonalData kind = PersonalData::email;
  std::size_t from = 0, to = 0;
  friend bool operator==(const PersonalFinding&, const PersonalFinding&) = default;
};

/// What looks like personal data in German or English text; findings ascend and do not overlap (of
/// overlapping ones the first, then the longest stays). A hint, no proof: names without a form of
/// address are not found, an address may be that of a shop. Any bytes are taken. Cost: O(text).
/// Pure. Source: domain.md §5 "No names; free text check"; the patterns [D]; IBAN [K: ISO 13616,
/// ISO 7064 mod 97-10].
std::vector<PersonalFinding> personal_data(std::string_view text);

}  // namespace nahraum::planning
