#include "scene/siting_figures.hpp"

#include "model/disclosure.hpp"

namespace nahraum::scene {
namespace {

using analysis::SitingAnswer;
using analysis::Tally;

std::size_t index_of(AgeGroup group) {
  return group == AgeGroup::all ? 0 : group == AgeGroup::age_65 ? 1 : 2;
}

Shown shown_if(bool shown, long count) {
  return shown ? Shown(count) : std::nullopt;
}

/// What each site adds, as parts of the whole gain: none where that is kept back itself.
std::vector<Shown> shown_parts_of_gain(const std::vector<long>& adds, const Shown& gained,
                                       int min_count) {
  const auto shown = model::may_show_parts(adds, min_count);
  std::vector<Shown> result;
  for (std::size_t i = 0; i < adds.size(); ++i)
    result.push_back(shown_if(gained.has_value() && shown[i], adds[i]));
  return result;
}

template <class Count>
SitingFigures figures_of(const SitingAnswer& answer, int min_count, Count count) {
  SitingFigures f;
  const std::vector<long> parts{count(answer.served), count(answer.gained), count(answer.left),
                                count(answer.not_assessable)};
  const auto shown = model::may_show_parts(parts, min_count);
  f.served = shown_if(shown[0], parts[0]);
  f.gained = shown_if(shown[1], parts[1]);
  f.left = shown_if(shown[2], parts[2]);
  f.not_assessable = shown_if(shown[3], parts[3]);
  const long beyond = count(answer.out_of_reach);
  const bool apart = model::may_show(beyond, min_count) &&
                     model::may_show(std::max(0L, parts[2] - beyond), min_count);
  f.out_of_reach = shown_if(shown[2] && apart, beyond);
  std::vector<long> adds;
  for (const auto& site : answer.sites)
    adds.push_back(count(site.adds.homes));
  f.adds = shown_parts_of_gain(adds, f.gained, min_count);
  for (std::size_t s = 0; s < adds.size(); ++s) {
    const long alone = count(answer.sites[s].alone.homes);
    const bool difference = model::may_show(std::max(0L, alone - adds[s]), min_count);
    f.alone.push_back(
        shown_if(f.adds[s].has_value() && difference && model::may_show(alone, min_count), alone));
  }
  return f;
}

long unknown_homes(const SitingAnswer& answer, std::size_t group) {
  long sum = 0;
  for (const Tally* part : {&answer.served, &answer.gained, &answer.left, &answer.not_assessable})
    sum += part->homes_unknown[group];
  return sum;
}

long all_homes(const SitingAnswer& answer) {
  return answer.served.homes + answer.gained.homes + answer.left.homes +
         answer.not_assessable.homes;
}

SitingFigures nothing_known(std::size_t sites, long homes) {
  SitingFigures figures;
  figures.adds.resize(sites);
  figures.alone.resize(sites);
  figures.homes_unknown = homes;
  figures.known = false;
  return figures;
}

}  // namespace

SitingFigures siting_figures(const SitingAnswer& answer, AgeGroup group, int min_count) {
  const long unknown = unknown_homes(answer, index_of(group));
  if (unknown == all_homes(answer)) return nothing_known(answer.sites.size(), unknown);
  auto figures =
      figures_of(answer, min_count, [&](const Tally& tally) { return persons_of(tally, group); });
  figures.homes_unknown = unknown;
  return figures;
}

SitingFigures siting_homes(const SitingAnswer& answer) {
  return figures_of(answer, 0, [](const Tally& tally) { return tally.homes; });
}

AgeGroup headline_group(analysis::Weighting weighting) {
  switch (weighting) {
    case analysis::Weighting::all:
      return AgeGroup::all;
    case analysis::Weighting::age_80:
      return AgeGroup::age_80;
    case analysis::Weighting::age_65:
    case analysis::Weighting::frail:
      break;
  }
  return AgeGroup::age_65;
}

long persons_of(const Tally& tally, AgeGroup group) {
  return tally.persons[index_of(group)];
}

Shown shown_count(const Tally& tally, AgeGroup group, int min_count) {
  const long count = persons_of(tally, group);
  return shown_if(model::may_show(count, min_count), count);
}

ExplainedFigures explained_figures(const analysis::Explanation& explanation, AgeGroup group,
                                   int min_count) {
  const long both = persons_of(explanation.both, group);
  const long here = persons_of(explanation.only_here, group);
  const long best = persons_of(explanation.only_best, group);
  ExplainedFigures f;
  f.gain = shown_if(model::may_show(both + here, min_count), both + here);
  f.best_gain = shown_if(model::may_show(both + best, min_count), both + best);
  f.served_already = shown_count(explanation.served_already, group, min_count);
  const bool parts = model::may_show(both, min_count) && model::may_show(here, min_count) &&
                     model::may_show(best, min_count);
  f.both = shown_if(parts, both);
  f.only_here = shown_if(parts, here);
  f.only_best = shown_if(parts, best);
  return f;
}

}  // namespace nahraum::scene
