#include "scene/siting_figures.hpp"

#include <algorithm>
#include <iterator>

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

Shown ShownSets::show(const std::vector<std::uint32_t>& homes) {
  const long count = persons_of(analysis::tally(project_, homes), group_);
  const bool told = std::any_of(shown_.begin(), shown_.end(), [&](const auto& other) {
    return tells(homes, other) || tells(other, homes);
  });
  const bool kept_back = std::any_of(kept_back_.begin(), kept_back_.end(),
                                     [&](const auto& other) { return same_persons(homes, other); });
  if (told || kept_back || !model::may_show(count, min_count_)) return std::nullopt;
  remember(homes);
  return count;
}

long ShownSets::persons_without(const std::vector<std::uint32_t>& from,
                                const std::vector<std::uint32_t>& taken) const {
  std::vector<std::uint32_t> rest;
  std::set_difference(from.begin(), from.end(), taken.begin(), taken.end(),
                      std::back_inserter(rest));
  return persons_of(analysis::tally(project_, rest), group_);
}

/// Whether b is all of a but for a few persons.
bool ShownSets::tells(const std::vector<std::uint32_t>& a,
                      const std::vector<std::uint32_t>& b) const {
  return persons_without(b, a) == 0 && !model::may_show(persons_without(a, b), min_count_);
}

bool ShownSets::same_persons(const std::vector<std::uint32_t>& a,
                             const std::vector<std::uint32_t>& b) const {
  return persons_without(a, b) == 0 && persons_without(b, a) == 0;
}

namespace {

/// What the table of the chosen sites tells already.
ShownSets told_by_sites(const model::Project& project, const SitingAnswer& answer,
                        const SitingFigures& figures, AgeGroup group, int min_count) {
  ShownSets sets(project, group, min_count);
  const auto note = [&](const Shown& shown, const std::vector<std::uint32_t>& members) {
    if (shown) {
      sets.remember(members);
    } else {
      sets.keep_back(members);
    }
  };
  note(figures.gained, answer.gained_members);
  for (std::size_t s = 0; s < answer.sites.size(); ++s) {
    note(figures.adds[s], answer.sites[s].adds.members);
    note(figures.alone[s], answer.sites[s].alone.members);
  }
  return sets;
}

ExplainedFigures explained(const analysis::Explanation& e, AgeGroup group, int min_count,
                           ShownSets& sets) {
  ExplainedFigures f;
  f.best_gain = sets.show(e.best.members);
  f.gain = sets.show(e.members);
  const long served = persons_of(e.served_already, group);
  f.served_already = shown_if(model::may_show(served, min_count), served);
  const long both = persons_of(e.both, group);
  const long here = persons_of(e.only_here, group);
  const long best = persons_of(e.only_best, group);
  const bool parts = f.gain && f.best_gain && model::may_show(both, min_count) &&
                     model::may_show(here, min_count) && model::may_show(best, min_count);
  f.both = shown_if(parts, both);
  f.only_here = shown_if(parts, here);
  f.only_best = shown_if(parts, best);
  return f;
}

}  // namespace

SitingShown siting_shown(const model::Project& project, const SitingAnswer& answer,
                         const SitingExtras& extras, AgeGroup group, int min_count) {
  SitingShown shown;
  shown.figures = siting_figures(answer, group, min_count);
  shown.best.resize(extras.best.size());
  shown.explained.resize(extras.explanations.size());
  if (!shown.figures.known) return shown;
  auto sets = told_by_sites(project, answer, shown.figures, group, min_count);
  for (std::size_t b = 0; b < extras.best.size(); ++b)
    shown.best[b] = sets.show(extras.best[b].members);
  if (extras.score) shown.guess = sets.show(extras.score->gained_members);
  for (std::size_t e = 0; e < extras.explanations.size(); ++e)
    shown.explained[e] = explained(extras.explanations[e], group, min_count, sets);
  return shown;
}

}  // namespace nahraum::scene
