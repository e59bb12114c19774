#pragma once
/// Text: UTF-8, matching, numbers as people write them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nahraum::base {

std::string trim(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
bool is_valid_utf8(std::string_view text);
/// Windows-1252 (a superset of Latin-1 for printable characters) to UTF-8; never fails.
std::string utf8_from_windows1252(std::string_view bytes);
/// Lower case for comparing: ASCII, Latin-1 and Latin Extended-A letters; ß stays ß.
std::string fold_case(std::string_view text);

/// Levenshtein distance in bytes of the case-folded texts. Cost: O(|a|·|b|).
int edit_distance(std::string_view a, std::string_view b);
/// The candidate nearest to `wrong`, or nothing when none is near enough to be meant.
std::optional<std::string> nearest_name(std::string_view wrong,
                                        const std::vector<std::string>& candidates);

enum class Language { german, english };

/// "1.234" / "1,234"; `decimals` ≥ 0 with the language's decimal sign.
std::string format_number(double value, int decimals, Language language);
/// "7 min" / "1 h 5 min"; rounded half up to whole minutes.
std::string format_minutes(double seconds, Language language);
/// "350 m" below 1 000 m, "1,2 km" from there on.
std::string format_distance(double metres, Language language);
/// "22.11.2026" / "2026-11-22" from an ISO date; other text is returned as it is.
std::string format_date(std::string_view iso_date, Language language);

/// A number as German or C-locale exports write it: "1.234,5", "1234.5", "1 234", "-3".
/// "1.234" is ambiguous: a dot followed by exactly three digits is a thousands dot only where
/// `decimal_comma` says that the file uses the comma. Nothing for anything else ("–", "x", "").
std::optional<double> parse_number(std::string_view text, bool decimal_comma);

}  // namespace nahraum::base
