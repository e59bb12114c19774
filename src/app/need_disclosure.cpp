#include "app/need_disclosure.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "model/disclosure.hpp"

namespace nahraum::app {

std::vector<int> known_breaks(const analysis::NeedUnit& district) {
  std::set<int> wanted;
  for (const auto& kind : analysis::ratio_kinds()) {
    for (const int age : analysis::breaks_of(kind))
      wanted.insert(age);
  }
  std::vector<int> known;
  for (const int age : wanted) {
    if (district.ages.both.count(age, {})) known.push_back(age);
  }
  return known;
}

namespace {

/// The counted households of one, and the other persons of 65 and over, beside the ages.
std::vector<long> with_living_alone(const analysis::NeedUnit& unit, std::vector<long> atoms) {
  const auto older = unit.ages.both.count(65, {});
  if (!unit.living_alone_65 || !older) return atoms;
  const long alone = std::lround(*unit.living_alone_65);
  atoms.push_back(alone);
  atoms.push_back(std::max(0L, std::lround(older->count) - alone));
  return atoms;
}

std::vector<bool> shown_units(const std::vector<NeedRow>& rows, const std::vector<int>& breaks,
                              int min_count, const std::vector<bool>& kept_back) {
  std::vector<std::vector<long>> atoms;
  atoms.reserve(rows.size());
  for (const auto& row : rows)
    atoms.push_back(with_living_alone(row.unit, disclosure_atoms(row.unit, breaks)));
  return model::may_show_rows(atoms, min_count, kept_back);
}

}  // namespace

std::vector<int> affordable_breaks(const std::vector<NeedRow>& rows, const std::vector<int>& known,
                                   int min_count) {
  const auto hidden = [&](const std::vector<int>& breaks) {
    const auto shown = shown_units(rows, breaks, min_count, {});
    return std::count(shown.begin(), shown.end(), false);
  };
  std::vector<int> breaks;
  std::ptrdiff_t least = 0;
  for (const int age : {0, 65, 80, 20, 60, 50, 15}) {
    if (std::find(known.begin(), known.end(), age) == known.end()) continue;
    auto more = breaks;
    more.insert(std::upper_bound(more.begin(), more.end(), age), age);
    const auto cost = hidden(more);
    const bool needed = age == 0 || age == 65 || age == 80;
    if (!needed && cost > least) continue;
    breaks = std::move(more);
    least = cost;
  }
  return breaks;
}

void judge_units(std::vector<NeedRow>& rows, const std::vector<int>& breaks, int min_count,
                 const std::vector<bool>& kept_back) {
  const auto shown = shown_units(rows, breaks, min_count, kept_back);
  std::vector<long> totals;
  totals.reserve(rows.size());
  for (const auto& row : rows)
    totals.push_back(row.need.all ? std::lround(*row.need.all) : -1);
  const auto by_total = model::may_show_parts(totals, min_count);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].shown = shown[i];
    rows[i].total_shown = by_total[i];
    rows[i].breaks = breaks;
  }
}

void judge_district(NeedRow& row, const std::vector<int>& breaks, int min_count) {
  const auto atoms = disclosure_atoms(row.unit, breaks);
  std::vector<std::vector<long>> groups;
  groups.reserve(atoms.size());
  for (const long persons : atoms)
    groups.push_back({persons});
  row.breaks = model::breaks_to_show(breaks, groups, min_count);
  const auto alone = with_living_alone(row.unit, {});
  row.living_alone_shown = std::all_of(alone.begin(), alone.end(), [&](long persons) {
    return model::may_show(persons, min_count);
  });
  row.total_shown = !row.breaks.empty();
  row.shown = row.total_shown;
}

namespace {

long persons_between(const analysis::AgeCurve& ages, int from, std::optional<int> below) {
  const auto count = ages.count(from, below);
  return count ? std::lround(count->count) : 0;
}

/// Five-year ages that the source counts itself: nothing is interpolated.
std::vector<int> published_ages(const NeedRow& row) {
  const auto& ages = row.unit.ages;
  const auto kept = known_breaks(row.unit);
  const bool by_sex = ages.women.known() && ages.men.known();
  std::vector<int> published;
  for (int age = 0; age <= 90; age += 5) {
    if (!ages.both.knows(age)) continue;
    if (by_sex && !(ages.women.knows(age) && ages.men.knows(age))) continue;
    const bool judged = std::find(kept.begin(), kept.end(), age) != kept.end();
    const bool shown = std::find(row.breaks.begin(), row.breaks.end(), age) != row.breaks.end();
    if (!judged || shown) published.push_back(age);
  }
  return published;
}

}  // namespace

std::vector<int> pyramid_breaks(const NeedRow& row, int min_count) {
  if (!row.shown || row.breaks.empty()) return {};
  const auto published = published_ages(row);
  if (published.empty() || published.front() != 0) return {};
  const auto& ages = row.unit.ages;
  const bool by_sex = ages.women.known() && ages.men.known();
  std::vector<std::vector<long>> counts;
  for (std::size_t i = 0; i < published.size(); ++i) {
    const auto below =
        i + 1 < published.size() ? std::optional(published[i + 1]) : std::optional<int>();
    counts.push_back({persons_between(ages.both, published[i], below)});
    if (!by_sex) continue;
    counts.back() = {persons_between(ages.women, published[i], below),
                     persons_between(ages.men, published[i], below)};
  }
  return model::breaks_to_show(published, counts, min_count);
}

}  // namespace nahraum::app
