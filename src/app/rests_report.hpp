#pragma once
/// Reach with rests for people and for programs.

#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "analysis/seat_siting.hpp"
#include "app/workspace.hpp"
#include "io/feature_table.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

/// Everything that was asked and found.
struct RestsResult {
  std::shared_ptr<const analysis::District> district;
  const model::ServiceType* type = nullptr;
  analysis::Limit limit;
  double max_gap_m = 0;
  bool own_gap = false;    ///< given by the user, not by the profile
  bool own_limit = false;  ///< the same of the limit
  std::vector<analysis::Seat> seats;
  std::vector<bool> serves;  ///< per seat: near enough to a way
  analysis::Rests rests;
  analysis::RestCoverage coverage;
  analysis::SeatGaps gaps;
  std::vector<analysis::SeatPlace> places;  ///< only where seats were asked for
  std::vector<analysis::SeatGain> gains;
  int asked_seats = 0;
};

/// What each new seat gains, as it may leave the program: nothing where a group is unknown or too
/// small, or would tell such a count.
struct DisclosedGains {
  std::vector<std::optional<long>> all, age_65, age_80;
  std::optional<long> left_all, left_65, left_80;  ///< after the last one
};
DisclosedGains disclosed_gains(const RestsResult& result, const Workspace& workspace);

/// "Of 1,204 people … 312 cannot do so with a seat every 100 m", and what must be said beside it.
std::string rests_sentence(const RestsResult& result, const Workspace& workspace);
std::string rests_remarks(const RestsResult& result, const Workspace& workspace);
/// Groups of age with the parts that a table shows: with rests, too far, out of reach, unclear.
struct RestsParts {
  const char* label;  ///< "65 and over", in the user's language
  long total = 0;
  std::vector<long> parts;
};
std::vector<RestsParts> parts_by_age(const RestsResult& result);
/// The sentence, and what must be said beside it.
std::string rests_headline(const RestsResult& result, const Workspace& workspace);
/// Homes of unknown age, and that no (further) single seat would help; one line each.
std::vector<std::string> rests_notes(const RestsResult& result);
/// The sentence, the table, seats that are missing, and new ones.
std::string rests_text(const RestsResult& result, const Workspace& workspace);
/// Stable keys; undisclosed counts are null.
nlohmann::json rests_json(const RestsResult& result, const Workspace& workspace);
/// One row per group of age.
io::FeatureTable rests_table(const RestsResult& result, const Workspace& workspace);
std::vector<scene::MethodLine> rests_method(const RestsResult& result, const Workspace& workspace);

}  // namespace nahraum::app
