#pragma once
/// There and back: the way to a service, the way home again, or both.

#include "analysis/reach.hpp"

namespace nahraum::analysis {

/// Slopes, moving stairs and steps make the two ways differ.
enum class Way { to, from, both };
base::Result<Way> parse_way(std::string_view text);
const char* to_text(Way way);
/// What counts unless the user says otherwise: goods are carried home, so daily supply counts there
/// and back, everything else the way there (our assumption).
Way default_way(const model::ServiceType& type);
/// What the user says, or else the default.
base::Result<Way> way_for(std::string_view text, const model::ServiceType& type);

/// For every home (index of Project::homes):
/// - to: its cost to the nearest gate of a service, as `reach`;
/// - from: the cost home from the service that is nearest on that way;
/// - both: the service whose longer way, there or back, is shortest; the cost is that of the
///   longer way, the metres are the greater of the two: a limit holds when each way keeps it.
/// There and back may use different gates of one service. Ties by the lower service id. Status:
/// beyond_data where the edge of the data is nearer, in any of the ways asked for, than the answer.
/// Cost: to, from: one search; both: two searches, and a bounded pair of searches for each home
/// whose nearest service there is not the nearest one back. Same bytes on any number of threads.
std::vector<HomeReach> reach_by(const District& district, const Targets& targets, Way way,
                                jobs::Context& context);

}  // namespace nahraum::analysis
