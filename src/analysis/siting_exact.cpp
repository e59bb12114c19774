#include "analysis/siting_exact.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/siting_program.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

constexpr double patient_touches = 2e9;       ///< some seconds
constexpr std::size_t most_columns = 300000;  ///< of a program that the solver can hold

std::vector<std::uint32_t> named(const std::vector<std::uint32_t>& few,
                                 const std::vector<std::uint32_t>& names) {
  std::vector<std::uint32_t> result;
  result.reserve(few.size());
  for (const auto place : few)
    result.push_back(names[place]);
  return result;
}

/// Dominated places go, and with them demand that has become alike.
Reduced reduced(const CoverProblem& problem, const std::vector<bool>& promising, bool dominance,
                const jobs::Context& context) {
  auto small = reduced_to(problem, promising);
  if (!dominance) return small;
  auto smaller = reduced_to(small.problem, undominated(small.problem, context));
  smaller.place = named(smaller.place, small.place);
  return smaller;
}

/// Some demand has no promising place left: nothing is better than the incumbent.
bool nothing_better(const CoverProblem& problem, const std::vector<bool>& promising) {
  for (std::size_t demand = 0; demand < problem.demands(); ++demand) {
    const auto places = problem.by_demand.of(demand);
    const bool left =
        std::any_of(places.begin(), places.end(), [&](auto place) { return promising[place]; });
    if (problem.weight[demand] > 0 && !places.empty() && !left) return true;
  }
  return false;
}

ExactAnswer started(const Chosen& incumbent, std::int64_t bound) {
  ExactAnswer answer;
  answer.chosen = incumbent;
  answer.bound = bound;
  answer.proven = bound == incumbent.value;
  return answer;
}

/// A bound in whole units from the solver's, which costs `least` at the least; `fallback` where it
/// has none. Finished without anything better: the incumbent itself.
std::int64_t lower_bound(const MipAnswer& found, std::int64_t fallback, std::int64_t best,
                         double unit, double constant) {
  if (found.finished) return best;
  if (!std::isfinite(found.bound)) return fallback;
  const double exact = (found.bound + constant) * unit;
  const auto whole = static_cast<std::int64_t>(std::ceil(exact - 1e-6 * std::max(1.0, unit)));
  return std::min(best, std::max(fallback, whole));
}

void settle(ExactAnswer& answer, std::int64_t bound) {
  answer.bound = bound;
  answer.proven = bound == answer.chosen.value;
}

/// No place may be part of anything better than the incumbent, which is thereby the best. CBC does
/// not solve a program without columns.
bool settled_without_places(ExactAnswer& answer, std::size_t places_left) {
  answer.places_left = places_left;
  if (places_left == 0) settle(answer, answer.chosen.value);
  return places_left == 0;
}

}  // namespace

ExactAnswer exact_mclp(const CoverProblem& problem, std::size_t sites, const Chosen& incumbent,
                       base::Seconds time_limit, jobs::Context& context) {
  const auto first = mclp_bound(problem, sites, incumbent, patient_touches, context);
  auto answer = started(incumbent, first.value);
  if (answer.proven) return answer;
  const auto small = reduced(problem, first.promising, problem.apart.least_m <= 0, context);
  if (settled_without_places(answer, small.place.size())) return answer;
  const double cutoff = -static_cast<double>(incumbent.value) - 0.5;
  const auto found = solve_apart(mclp_program(small.problem, sites), small.problem.apart,
                                 small.place.size(), cutoff, time_limit, context);
  if (found.found()) {
    const auto places = named(places_in(found.x, small.place.size()), small.place);
    const Chosen better{places, covered_weight(problem, places)};
    if (better.value > incumbent.value) answer.chosen = better;
  }
  settle(answer, -lower_bound(found, -first.value, -answer.chosen.value, 1, 0));
  return answer;
}

ExactAnswer exact_lscp(const CoverProblem& problem, const Chosen& incumbent,
                       base::Seconds time_limit, jobs::Context& context) {
  const auto first = lscp_bound(problem, incumbent, patient_touches, context);
  auto answer = started(incumbent, first.value);
  if (answer.proven) return answer;
  if (nothing_better(problem, first.promising)) {
    settle(answer, incumbent.value);
    return answer;
  }
  const auto small = reduced(problem, first.promising, true, context);
  if (settled_without_places(answer, small.place.size())) return answer;
  const double cutoff = static_cast<double>(incumbent.value) - 0.5;
  const auto found = solve_mip(lscp_program(small.problem), cutoff, time_limit,
                               base::tr("Proving the optimum"), context);
  if (found.found()) {
    answer.chosen.places = named(places_in(found.x, small.place.size()), small.place);
    answer.chosen.value = static_cast<std::int64_t>(answer.chosen.places.size());
  }
  settle(answer, lower_bound(found, first.value, answer.chosen.value, 1, 0));
  return answer;
}

ExactAnswer exact_p_median(const PMedianProblem& problem, std::size_t sites,
                           const Chosen& incumbent, base::Seconds time_limit,
                           jobs::Context& context) {
  const auto first = p_median_bound(problem, sites, incumbent, patient_touches, context);
  auto answer = started(incumbent, first.value);
  if (answer.proven) return answer;
  const auto small = reduced_to(problem, first.promising);
  if (settled_without_places(answer, small.place.size())) return answer;
  auto program = p_median_program(small.problem, sites, most_columns);
  answer.too_large = !program.has_value();
  if (answer.too_large) return answer;
  const double cutoff =
      (static_cast<double>(incumbent.value) - 0.5) / program->unit - program->constant;
  const auto found = solve_apart(std::move(program->model), small.problem.apart, small.place.size(),
                                 cutoff, time_limit, context);
  if (found.found()) {
    const auto places = named(places_in(found.x, small.place.size()), small.place);
    const Chosen better{places, total_cost(problem, places)};
    if (better.value < incumbent.value) answer.chosen = better;
  }
  settle(answer,
         lower_bound(found, first.value, answer.chosen.value, program->unit, program->constant));
  return answer;
}

}  // namespace nahraum::analysis
