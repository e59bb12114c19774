#pragma once
/// Everything of a project that has a name or an address, to be found while it is typed.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/state.hpp"

namespace nahraum::app {

/// In the order of the list's headings.
enum class FoundKind { place, service, street, address, nature, note };
inline constexpr std::size_t found_kinds = 6;

struct SearchEntry {
  FoundKind kind = FoundKind::street;
  std::string name;    ///< "Lindenstraße", "Lindenstraße 3", "Löwen-Apotheke"
  std::string detail;  ///< what it is, or where: "Apotheke · Lindenstraße 3"
  geo::Point at;
  Selection selection;  ///< none where there is nothing to choose
};

struct SearchHit {
  std::uint32_t entry = 0;
  int score = 0;      ///< 0: every word as it is written; greater is worse
  double away_m = 0;  ///< from where the view is
};

/// Immutable. Cost to build: O(names · log names), 30 000 in some 30 ms; to ask: below 3 ms there.
class SearchIndex {
 public:
  /// Streets by name (parts that lie apart apart), house numbers of homes, services by name, type
  /// in both languages and address, quarters, parks and waters, notes.
  SearchIndex(const model::Project& project, const model::Catalogue& catalogue);

  const std::vector<SearchEntry>& entries() const { return entries_; }
  /// Where every typed word fits: of each kind the `most` best, by score, then the nearest to
  /// `near`. Words may be begun, misspelt a little (only where nothing fits as it is typed), and in
  /// any order. Nothing typed: nothing found.
  std::array<std::vector<SearchHit>, found_kinds> find(std::string_view typed, geo::Point near,
                                                       std::size_t most) const;

 private:
  void add(SearchEntry entry, std::string_view also = {});
  void add_streets(const model::Project& project);
  void add_homes(const model::Project& project);
  void add_services(const model::Project& project, const model::Catalogue& catalogue);
  void add_areas(const model::Project& project);
  void add_lines(const model::Project& project);
  std::uint32_t word_number(const std::string& word);
  int score(std::size_t entry, const std::vector<std::vector<unsigned char>>& fits) const;
  std::array<std::vector<SearchHit>, found_kinds> fitting(const std::vector<std::string>& typed,
                                                          geo::Point near, std::size_t most,
                                                          bool also_similar) const;

  std::vector<SearchEntry> entries_;
  std::vector<std::string> words_;  ///< each once
  std::unordered_map<std::string, std::uint32_t> number_of_;
  std::vector<std::uint32_t> first_;     ///< per entry: where its words begin in `of_entry_`
  std::vector<std::uint32_t> of_entry_;  ///< numbers of words
  std::vector<std::uint8_t> named_by_;   ///< per entry: how many of them are its name
};

/// "Hauptstraße 5, 7, Am Markt 2 …" as a home keeps it: each house number with its street.
std::vector<std::string> single_addresses(std::string_view joined);

}  // namespace nahraum::app
