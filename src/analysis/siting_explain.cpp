#include <algorithm>
#include <iterator>
#include <numeric>

#include "analysis/pairs.hpp"
#include "analysis/siting_parts.hpp"

namespace nahraum::analysis {
namespace {

bool by_cost(const SitingCase& siting) {
  return siting.question.model == SitingModel::p_median;
}

/// The same open homes with other candidates.
SitingCase with_candidates(const SitingCase& siting, const std::vector<Candidate>& places,
                           jobs::Context& context) {
  SitingCase other;
  other.district = siting.district;
  other.question = siting.question;
  other.candidates = places;
  other.state = siting.state;
  other.open = siting.open;
  other.weight = siting.weight;
  other.counts_homes = siting.counts_homes;
  if (by_cost(siting)) {
    other.median.present = siting.median.present;
    other.median = median_of(other, places, context);
  } else {
    other.cover = cover_problem(siting.weight, cover_of(other, places, context), {});
  }
  return other;
}

std::vector<std::int64_t> worths(const SitingCase& siting) {
  const SiteParts parts(siting);
  std::vector<std::int64_t> worth;
  worth.reserve(siting.candidates.size());
  for (std::uint32_t candidate = 0; candidate < siting.candidates.size(); ++candidate)
    worth.push_back(parts.worth(candidate));
  return worth;
}

std::vector<std::uint32_t> helped_by(const SitingCase& siting, std::uint32_t candidate) {
  SiteParts parts(siting);
  parts.choose(candidate);
  return parts.helped(true);
}

using Homes = std::vector<std::uint32_t>;

Homes both_of(const Homes& a, const Homes& b) {
  Homes result;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}
Homes only_first(const Homes& a, const Homes& b) {
  Homes result;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

/// Homes near the place that are served as it is.
Homes served_near(const SitingCase& siting, const Candidate& place, jobs::Context& context) {
  Homes homes;
  if (by_cost(siting)) return homes;
  const auto pairs =
      homes_within(*siting.district, {{place.snap}}, siting.question.limit, true, context);
  for (const auto& each : pairs.entries) {
    if (siting.state[each.home] == HomeState::served) homes.push_back(each.home);
  }
  return homes;
}

double share(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 1.0;
}

std::int64_t weight_covered(const SitingCase& siting, const SitingAnswer& answer) {
  std::vector<std::uint32_t> chosen;
  for (const auto& site : answer.sites)
    chosen.push_back(site.adds.candidate);
  return covered_weight(siting.cover, chosen);
}

}  // namespace

std::vector<SitePart> best_places(const SitingCase& siting, std::size_t count, double apart_m) {
  const auto worth = worths(siting);
  std::vector<std::uint32_t> order(worth.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return worth[a] > worth[b]; });
  std::vector<SitePart> best;
  for (const auto candidate : order) {
    if (best.size() == count || worth[candidate] <= 0) break;
    const auto near = [&](const SitePart& better) {
      return geo::distance(siting.candidates[better.candidate].at,
                           siting.candidates[candidate].at) < apart_m;
    };
    if (std::none_of(best.begin(), best.end(), near))
      best.push_back(SiteParts(siting).part(candidate));
  }
  return best;
}

std::vector<Explanation> explain(const SitingCase& siting, const std::vector<Candidate>& places,
                                 jobs::Context& context) {
  const auto all = worths(siting);
  const auto best = static_cast<std::uint32_t>(
      std::distance(all.begin(), std::max_element(all.begin(), all.end())));
  const auto helped_best = helped_by(siting, best);
  const auto pointed = with_candidates(siting, places, context);
  const auto& project = *siting.district->project;
  std::vector<Explanation> result;
  for (std::uint32_t p = 0; p < places.size(); ++p) {
    const auto helped = helped_by(pointed, p);
    const auto worth = SiteParts(pointed).worth(p);
    const auto better = std::count_if(all.begin(), all.end(), [&](auto w) { return w > worth; });
    result.push_back({places[p], worth, SiteParts(siting).part(best),
                      static_cast<std::size_t>(better),
                      tally(project, served_near(siting, places[p], context)),
                      tally(project, both_of(helped, helped_best)),
                      tally(project, only_first(helped, helped_best)),
                      tally(project, only_first(helped_best, helped)), helped});
  }
  return result;
}

GuessScore score(const SitingCase& siting, const SitingAnswer& answer,
                 const std::vector<Candidate>& guess, jobs::Context& context) {
  const auto pointed = with_candidates(siting, guess, context);
  SiteParts parts(pointed);
  std::int64_t worth = 0;
  for (std::uint32_t p = 0; p < guess.size(); ++p) {
    worth += parts.worth(p);
    parts.choose(p);
  }
  GuessScore result;
  const auto& project = *siting.district->project;
  result.gained_members = parts.helped(true);
  result.gained = tally(project, result.gained_members);
  result.left = tally(project, parts.helped(false));
  result.value = by_cost(siting) ? answer.before - worth : worth;
  if (siting.question.model == SitingModel::mclp) {
    result.at_least = share(result.value, answer.bound);
    result.at_most = share(result.value, answer.value);
  } else if (by_cost(siting)) {
    result.at_least = share(answer.bound, result.value);
    result.at_most = share(answer.value, result.value);
  } else {
    result.at_least = result.at_most = share(result.value, weight_covered(siting, answer));
  }
  return result;
}

}  // namespace nahraum::analysis
