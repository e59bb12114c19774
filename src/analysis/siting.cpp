#include "analysis/siting.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/siting_exact.hpp"
#include "analysis/siting_parts.hpp"

namespace nahraum::analysis {
namespace {

constexpr double quick_touches = 4e7;  ///< of memory: some tenths of a second

ExactAnswer quick(const Chosen& chosen, std::int64_t bound) {
  ExactAnswer answer;
  answer.chosen = chosen;
  answer.bound = bound;
  answer.proven = bound == chosen.value;
  return answer;
}

ExactAnswer solve_mclp(const SitingCase& siting, std::optional<base::Seconds> prove,
                       jobs::Context& context) {
  const auto sites = siting.question.sites;
  const auto greedy = mclp_greedy(siting.cover, sites, context);
  const auto chosen = mclp_swap(siting.cover, greedy, sites, context);
  if (prove) return exact_mclp(siting.cover, sites, chosen, *prove, context);
  return quick(chosen, mclp_bound(siting.cover, sites, chosen, quick_touches, context).value);
}

ExactAnswer solve_lscp(const SitingCase& siting, std::optional<base::Seconds> prove,
                       jobs::Context& context) {
  const auto chosen = lscp_greedy(siting.cover, context);
  if (prove) return exact_lscp(siting.cover, chosen, *prove, context);
  return quick(chosen, lscp_bound(siting.cover, chosen, quick_touches, context).value);
}

ExactAnswer solve_median(const SitingCase& siting, std::optional<base::Seconds> prove,
                         jobs::Context& context) {
  const auto sites = siting.question.sites;
  const auto greedy = p_median_greedy(siting.median, sites, context);
  const auto chosen = p_median_swap(siting.median, greedy, sites, context);
  if (prove) return exact_p_median(siting.median, sites, chosen, *prove, context);
  return quick(chosen, p_median_bound(siting.median, sites, chosen, quick_touches, context).value);
}

ExactAnswer solve(const SitingCase& siting, std::optional<base::Seconds> prove,
                  jobs::Context& context) {
  context.update(0.9, {});
  switch (siting.question.model) {
    case SitingModel::mclp:
      return solve_mclp(siting, prove, context);
    case SitingModel::lscp:
      return solve_lscp(siting, prove, context);
    case SitingModel::p_median:
      break;
  }
  return solve_median(siting, prove, context);
}

/// The most helpful next one first.
std::vector<ChosenSite> in_order(const SitingCase& siting, std::vector<std::uint32_t> places) {
  SiteParts parts(siting);
  std::vector<ChosenSite> sites;
  while (!places.empty()) {
    const auto next = std::max_element(places.begin(), places.end(), [&](auto a, auto b) {
      const auto x = parts.worth(a);
      const auto y = parts.worth(b);
      return x != y ? x < y : a > b;
    });
    sites.push_back({parts.part(*next), SiteParts(siting).part(*next)});
    parts.choose(*next);
    places.erase(next);
  }
  return sites;
}

void count_homes(const SitingCase& siting, SitingAnswer& answer) {
  SiteParts parts(siting);
  for (const auto& site : answer.sites)
    parts.choose(site.adds.candidate);
  const auto& project = *siting.district->project;
  answer.served = tally(project, siting.homes(HomeState::served));
  answer.not_assessable = tally(project, siting.homes(HomeState::not_assessable));
  answer.gained_members = parts.helped(true);
  answer.gained = tally(project, answer.gained_members);
  answer.left = tally(project, parts.helped(false));
  if (siting.question.model == SitingModel::p_median) return;
  std::vector<std::uint32_t> beyond;
  for (std::uint32_t i = 0; i < siting.open.size(); ++i) {
    if (siting.cover.by_demand.size(i) == 0) beyond.push_back(siting.open[i]);
  }
  answer.out_of_reach = tally(project, beyond);
}

}  // namespace

SitingAnswer solve_siting(const SitingCase& siting, std::optional<base::Seconds> prove,
                          jobs::Context& context) {
  const auto solved = solve(siting, prove, context);
  SitingAnswer answer;
  answer.sites = in_order(siting, solved.chosen.places);
  answer.value = solved.chosen.value;
  answer.bound = solved.bound;
  answer.proven = solved.proven;
  answer.too_large = solved.too_large;
  answer.weight = std::accumulate(siting.weight.begin(), siting.weight.end(), std::int64_t{0});
  if (siting.question.model == SitingModel::p_median) answer.before = total_cost(siting.median, {});
  count_homes(siting, answer);
  return answer;
}

double most_below(const SitingQuestion& question, const SitingAnswer& answer) {
  const auto value = static_cast<double>(answer.value);
  const auto bound = static_cast<double>(answer.bound);
  if (answer.proven || answer.value == answer.bound) return 0;
  if (question.model == SitingModel::mclp) return bound > 0 ? (bound - value) / bound : 0;
  return bound > 0 ? (value - bound) / bound : 1;
}

}  // namespace nahraum::analysis
