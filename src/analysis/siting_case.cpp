#include "analysis/siting_case.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/pairs.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

using base::tr;

constexpr std::uint32_t not_open = 0xFFFFFFFFu;
constexpr std::size_t places_at_once = 512;       ///< whose pairs are in memory together
constexpr std::size_t most_entries = 60'000'000;  ///< half a gigabyte

std::optional<long> weight_of(const model::Residents& residents, Weighting weighting) {
  switch (weighting) {
    case Weighting::all:
      return residents.all;
    case Weighting::age_65:
      return residents.age_65;
    case Weighting::age_80:
      return residents.age_80;
    case Weighting::frail:
      break;
  }
  if (!residents.age_65 || !residents.age_80) return std::nullopt;
  return *residents.age_65 + *residents.age_80;
}

/// Cost in the problem's whole units, at most the cap.
std::uint32_t cost_in_units(base::Millis cost, float metres, const Limit& cap) {
  const bool in_metres = cap.kind == Limit::Kind::metres;
  const double units =
      in_metres ? std::round(static_cast<double>(metres) * 1000) : static_cast<double>(cost.value);
  return static_cast<std::uint32_t>(std::min(units, cap.value * 1000));
}

/// The edge of the data is nearer than the way found: that is an upper bound only.
bool way_unsure(const HomeReach& home, const Limit& cap) {
  if (home.status == Status::no_street) return true;
  if (home.status != Status::beyond_data) return false;
  return cap.kind == Limit::Kind::seconds ? home.frontier.value <= cap.value * 1000
                                          : home.frontier_m <= cap.value;
}

HomeState state_of(const HomeReach& home, const SitingQuestion& question) {
  if (question.model == SitingModel::p_median)
    return way_unsure(home, question.limit) ? HomeState::not_assessable : HomeState::open;
  switch (within(home, question.limit)) {
    case Within::yes:
      return HomeState::served;
    case Within::no:
      return HomeState::open;
    case Within::unknown:
      break;
  }
  return HomeState::not_assessable;
}

void set_states(SitingCase& siting, const std::vector<HomeReach>& reach) {
  const auto& homes = siting.district->project->homes;
  siting.state.assign(homes.size(), HomeState::elsewhere);
  for (std::uint32_t i = 0; i < homes.size(); ++i) {
    if (homes[i].in_district) siting.state[i] = state_of(reach[i], siting.question);
  }
  siting.open = siting.homes(HomeState::open);
}

void set_weights(SitingCase& siting) {
  const auto& homes = siting.district->project->homes;
  const auto weighting = siting.question.weighting;
  siting.counts_homes = std::none_of(homes.begin(), homes.end(), [&](const model::Home& home) {
    return home.in_district && weight_of(home.residents, weighting).has_value();
  });
  const long unknown = siting.question.model == SitingModel::lscp ? 1 : 0;
  for (const auto home : siting.open) {
    const auto known = weight_of(homes[home].residents, weighting).value_or(unknown);
    siting.weight.push_back(siting.counts_homes ? 1 : known);
  }
}

void set_present(SitingCase& siting, const std::vector<HomeReach>& reach) {
  const auto& cap = siting.question.limit;
  for (const auto home : siting.open) {
    const bool way = reach[home].cost != base::unreachable;
    siting.median.present.push_back(way ? cost_in_units(reach[home].cost, reach[home].metres, cap)
                                        : static_cast<std::uint32_t>(cap.value * 1000));
  }
}

/// Calls `row(open homes with cost)` for every place, in order.
class Rows {
 public:
  Rows(const SitingCase& siting, jobs::Context& context)
      : siting_(siting), context_(context), index_(siting.state.size(), not_open) {
    for (std::uint32_t i = 0; i < siting.open.size(); ++i)
      index_[siting.open[i]] = i;
  }

  template <class Take>
  void each(const std::vector<Candidate>& places, const Limit& limit, Take take) {
    for (std::size_t begin = 0; begin < places.size(); begin += places_at_once) {
      context_.update(static_cast<double>(begin) / static_cast<double>(places.size()),
                      tr("Looking at possible places"));
      const auto end = std::min(begin + places_at_once, places.size());
      std::vector<std::vector<Snap>> gates;
      for (auto p = begin; p < end; ++p)
        gates.push_back({places[p].snap});
      const auto pairs = homes_within(*siting_.district, gates, limit, true, context_);
      for (std::size_t p = 0; p < gates.size(); ++p) {
        if (!take(pairs.of(p), index_)) return;
      }
    }
  }

 private:
  const SitingCase& siting_;
  jobs::Context& context_;
  std::vector<std::uint32_t> index_;  ///< per home: its place in `open`
};

/// Nobody's way is shortened by a place farther than the longest present way.
Limit longest_way(const SitingCase& siting) {
  Limit limit = siting.question.limit;
  std::uint32_t longest = 1000;
  for (const auto cost : siting.median.present)
    longest = std::max(longest, cost);
  limit.value = std::min(limit.value, longest / 1000.0);
  return limit;
}

base::Result<void> check(const SitingQuestion& question, std::size_t candidates) {
  using base::ErrorCode;
  if (candidates == 0) {
    return base::fail(ErrorCode::bad_input, tr("there is no possible place"), {},
                      tr("give other candidates or a profile that may walk there"));
  }
  if (question.model == SitingModel::lscp) return {};
  if (question.sites == 0) {
    return base::fail(ErrorCode::bad_input, tr("no site is asked for"), {},
                      tr("ask for at least one"));
  }
  if (question.sites <= candidates) return {};
  return base::fail(ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("{0} sites are asked for, but there are only {1} "
                                                "possible places")),
                                question.sites, candidates),
                    {}, tr("ask for fewer sites or give more candidates"));
}

base::Result<void> check_size(const SitingCase& siting) {
  const auto entries = siting.cover.by_place.item.size() + siting.median.ways.size();
  if (entries < most_entries) return {};
  return base::fail(base::ErrorCode::bad_input,
                    tr("too many homes are near too many possible places"), {},
                    tr("choose a larger --spacing or a shorter --limit"));
}

}  // namespace

Tally tally(const model::Project& project, const std::vector<std::uint32_t>& homes) {
  Tally sum;
  for (const auto home : homes) {
    const auto& residents = project.homes[home].residents;
    const std::optional<int>* groups[] = {&residents.all, &residents.age_65, &residents.age_80};
    ++sum.homes;
    for (std::size_t g = 0; g < 3; ++g) {
      sum.persons[g] += groups[g]->value_or(0);
      sum.homes_unknown[g] += groups[g]->has_value() ? 0 : 1;
    }
  }
  return sum;
}

std::vector<std::uint32_t> SitingCase::homes(HomeState wanted) const {
  std::vector<std::uint32_t> result;
  for (std::uint32_t i = 0; i < state.size(); ++i) {
    if (state[i] == wanted) result.push_back(i);
  }
  return result;
}

IndexSets cover_of(const SitingCase& siting, const std::vector<Candidate>& places,
                   jobs::Context& context) {
  IndexSets sets;
  std::vector<std::uint32_t> row;
  Rows(siting, context)
      .each(places, siting.question.limit, [&](auto homes, const auto& open_index) {
        row.clear();
        for (const auto& each : homes) {
          if (open_index[each.home] != not_open) row.push_back(open_index[each.home]);
        }
        sets.add(row);
        return sets.item.size() < most_entries;
      });
  return sets;
}

PMedianProblem median_of(const SitingCase& siting, const std::vector<Candidate>& places,
                         jobs::Context& context) {
  PMedianProblem problem;
  problem.weight = siting.weight;
  problem.present = siting.median.present;
  Rows(siting, context).each(places, longest_way(siting), [&](auto homes, const auto& open_index) {
    for (const auto& each : homes) {
      const auto i = open_index[each.home];
      if (i == not_open) continue;
      const auto cost = cost_in_units(each.cost, each.metres, siting.question.limit);
      if (cost < problem.present[i]) problem.ways.push_back({i, cost});
    }
    problem.begin.push_back(problem.ways.size());
    return problem.ways.size() < most_entries;
  });
  return problem;
}

base::Result<SitingCase> siting_case(const District& district, std::string_view type,
                                     std::vector<Candidate> candidates,
                                     const SitingQuestion& question, jobs::Context& context) {
  if (const auto sound = check(question, candidates.size()); !sound)
    return tl::unexpected(sound.error());
  SitingCase siting;
  siting.district = &district;
  siting.question = question;
  siting.candidates = std::move(candidates);
  const auto reach = question.keep_existing ? analysis::reach(district, type, context)
                                            : analysis::reach(district, Targets{}, context);
  set_states(siting, reach);
  set_weights(siting);
  Apart apart{{}, question.apart_m};
  for (const auto& candidate : siting.candidates)
    apart.at.push_back(candidate.at);
  if (question.model == SitingModel::p_median) {
    set_present(siting, reach);
    siting.median = median_of(siting, siting.candidates, context);
    siting.median.apart = std::move(apart);
  } else {
    siting.cover = cover_problem(siting.weight, cover_of(siting, siting.candidates, context),
                                 std::move(apart));
  }
  if (const auto fits = check_size(siting); !fits) return tl::unexpected(fits.error());
  return siting;
}

}  // namespace nahraum::analysis
