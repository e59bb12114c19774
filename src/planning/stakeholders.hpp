#pragma once
/// The stakeholder matrix: influence by interest, rated by several people.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace nahraum::planning {

/// One person's view of one actor; what was skipped is nothing, never zero.
struct StakeholderRating {
  std::string actor, rater;
  std::optional<double> influence, interest;  ///< 0 … 10
};

/// What is done with an actor: eng einbinden, zufrieden halten, informieren, beobachten.
enum class Quadrant : unsigned char { engage_closely, keep_satisfied, keep_informed, monitor };

struct RatedAxis {
  std::size_t raters = 0;      ///< who rated
  std::optional<double> mean;  ///< 0 … 10; nothing where nobody rated
  double low = 0, high = 0;    ///< of the ratings, where there are any
  double spread() const { return high - low; }
  bool disputed = false;  ///< spread above the limit
};

struct Stakeholder {
  std::string actor;
  RatedAxis influence, interest;
  std::optional<Quadrant> quadrant;  ///< nothing where one of both was rated by nobody
  bool disputed() const { return influence.disputed || interest.disputed; }
};

enum class RatingFault : unsigned char { out_of_range, same_rater_again, unknown_actor };
struct FaultyRating {
  std::size_t rating = 0;
  RatingFault fault = RatingFault::out_of_range;
  friend bool operator==(const FaultyRating&, const FaultyRating&) = default;
};

struct StakeholderRules {
  double boundary = 5;       ///< a mean of exactly this is high
  double widest_spread = 3;  ///< more is disputed
};

struct StakeholderMatrix {
  std::vector<Stakeholder> actors;   ///< in the order asked for
  std::vector<FaultyRating> faulty;  ///< counted nowhere: to be shown and mended
};

/// Means over those who rated. Out of range: below 0, above 10, not a number. Cost: O(n log n).
/// Pure. Source: domain.md §5 [K: Mendelow 1991]; two raters, averaged, spread > 3 flagged.
StakeholderMatrix stakeholder_matrix(const std::vector<std::string>& actors,
                                     const std::vector<StakeholderRating>& ratings,
                                     const StakeholderRules& rules = {});

}  // namespace nahraum::planning
