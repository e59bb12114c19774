#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/method_report.hpp"
#include "app/rests_report.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::SeatKind;
using base::tr;

std::string distance(double metres) {
  return base::format_distance(metres, base::language());
}

std::string seats_text(const RestsResult& result) {
  std::map<SeatKind, long> kinds;
  for (const auto& seat : result.seats)
    ++kinds[seat.kind];
  const auto far = std::count(result.serves.begin(), result.serves.end(), false);
  return fmt::format(
      fmt::runtime(tr("{0} benches, {1} stops with a bench, {2} shelters, {3} squares, {4} added; "
                      "{5} of them lie too far from every way. Seats that nobody has mapped are "
                      "missing: check on the spot.")),
      kinds[SeatKind::bench], kinds[SeatKind::stop], kinds[SeatKind::shelter],
      kinds[SeatKind::square], kinds[SeatKind::added], far);
}

std::string seat_evidence(const model::RestRules& rules) {
  return fmt::format(
      fmt::runtime(tr("benches: {0}; stops: {1}; shelters: {2}; squares: {3}")),
      scene::evidence_text(rules.bench.evidence), scene::evidence_text(rules.stop.evidence),
      scene::evidence_text(rules.shelter.evidence), scene::evidence_text(rules.square.evidence));
}

}  // namespace

std::vector<scene::MethodLine> rests_method(const RestsResult& result, const Workspace& workspace) {
  const auto& rules = workspace.catalogue.rests;
  const auto& profile = result.district->network.profile;
  const auto known = profile.cost_evidence.find("max_seat_gap");
  const bool sourced = !result.own_gap && known != profile.cost_evidence.end();
  std::vector<scene::MethodLine> own;
  own.push_back({"method", tr("Method"),
                 tr("For every home the cheapest way on the network on which no stretch between "
                    "two rests (home, seat, service) is longer than the limit; going aside to a "
                    "seat and back is allowed. Ways to the service, not back."),
                 ""});
  own.push_back({"max_gap", tr("From seat to seat"), distance(result.max_gap_m),
                 sourced ? scene::evidence_text(known->second) : tr("given by the user")});
  own.push_back(
      {"limit", tr("Limit"), scene::limit_name(result.limit),
       result.own_limit ? tr("given by the user") : scene::evidence_text(result.type->thresholds)});
  own.push_back({"seats", tr("Seats"), seats_text(result), seat_evidence(rules)});
  own.push_back({"serves_within", tr("A seat serves ways within"),
                 distance(rules.serves_within.value),
                 scene::evidence_text(rules.serves_within.evidence)});
  if (result.asked_seats > 0) {
    own.push_back({"new_seats", tr("Places for new seats"),
                   fmt::format(fmt::runtime(tr("{0} junctions and points at most {1} apart; one "
                                               "after the other the one that opens ways for the "
                                               "most people aged 65 and over.")),
                               base::format_number(static_cast<double>(result.places.size()), 0,
                                                   base::language()),
                               distance(rules.candidate_spacing.value)),
                   scene::evidence_text(rules.candidate_spacing.evidence)});
  }
  return method_of(workspace, *result.district, std::move(own));
}

}  // namespace nahraum::app
