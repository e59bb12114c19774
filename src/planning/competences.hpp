#pragma once
/// The competence radar of a team, before and after: means of sheets without names.

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace nahraum::planning {

/// Selbst-, Sozial-, Methoden-, Handlungskompetenz: the course's aims [V31].
enum class Competence : unsigned char { self, social, methods, action };
inline constexpr std::size_t competences = 4;

/// One person's sheet; it has no name and cannot be told from another by anything else.
struct CompetenceSheet {
  bool after = false;                                       ///< the course; else before it
  std::array<std::optional<double>, competences> values{};  ///< per Competence; nothing: skipped
};
struct CompetenceScale {
  double low = 0, high = 5;  ///< our default [D]
};

struct CompetenceFigures {
  std::size_t answers = 0, skipped = 0;
  std::size_t out_of_range = 0;              ///< outside the scale or no number: counted nowhere
  std::optional<double> mean;                ///< nothing where nobody answered
  double least = 0, most = 0;                ///< of the answers, where there are any
  std::optional<double> standard_deviation;  ///< of a sample (n − 1); nothing below two answers
};
struct CompetenceRadar {
  std::size_t sheets_before = 0, sheets_after = 0;
  std::array<CompetenceFigures, competences> before{}, after{};
  /// Mean after − mean before, where both are there: of groups, since nobody is followed.
  std::array<std::optional<double>, competences> change{};
};

/// The order of the sheets changes nothing. Asserts low < high. Few sheets tell of single persons:
/// the disclosure minimum is the caller's affair. Cost: O(n log n). Pure. Source: domain.md §5
/// [V31].
CompetenceRadar competence_radar(const std::vector<CompetenceSheet>& sheets,
                                 const CompetenceScale& scale = {});

}  // namespace nahraum::planning
