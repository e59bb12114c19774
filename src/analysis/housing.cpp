#include "analysis/housing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nahraum::analysis {
namespace {

using Column = std::array<double, dwelling_count>;

int& count(HomeDwellings& of, Dwelling kind) {
  return of.of[static_cast<std::size_t>(kind)];
}

bool storeys_known(const model::Home& home) {
  return !home.floors_assumed && home.floors > 0;
}

/// Of `all` dwellings those whose middle lies no higher than the low storeys.
int on_low_storeys(int all, double storeys) {
  return std::min(all, static_cast<int>(std::floor(low_storeys * all / storeys + 0.5)));
}

/// Those without few barriers, where there is no lift or none is known.
void sort_by_storey(const model::Home& home, int low_barrier, HomeDwellings& into) {
  const int rest = into.all - low_barrier;
  if (!storeys_known(home)) {
    count(into, Dwelling::unknown) = rest;
    into.high_most = rest;
    return;
  }
  const int high = std::min(rest, into.all - on_low_storeys(into.all, home.floors));
  into.high_most = high;
  if (home.housing.lift || home.floors <= low_storeys) {
    count(into, Dwelling::high_storeys) = high;
    count(into, Dwelling::low_storeys) = rest - high;
  } else {
    count(into, Dwelling::unknown) = rest;
  }
}

int most_with_few_barriers(const model::Home& home, int all) {
  const auto& housing = home.housing;
  if (housing.low_barrier) return *housing.low_barrier;
  if (housing.step_free == false) return 0;
  const bool stairs_only = housing.lift == false && storeys_known(home);
  return stairs_only ? on_low_storeys(all, home.floors) : all;
}

void add_known(const model::Home& home, int all, KnownDwellings& known) {
  if (!home.dwellings_assumed) known.counted += all;
  if (storeys_known(home)) known.storeys += all;
  if (home.housing.lift) known.lift += all;
  if (home.housing.step_free) known.entrance += all;
  if (home.housing.low_barrier) known.low_barrier += all;
}

/// Whole numbers that sum up to the whole: the largest remainders are rounded up, ties in order.
void round_column(const Column& exact, long whole, std::size_t column, DwellingTable& into) {
  std::array<std::size_t, dwelling_count> order{};
  std::iota(order.begin(), order.end(), 0);
  long left = whole;
  for (std::size_t k = 0; k < dwelling_count; ++k) {
    into[k][column] = static_cast<long>(std::floor(exact[k] + 1e-9));
    left -= into[k][column];
  }
  const auto remainder = [&](std::size_t k) {
    return exact[k] - static_cast<double>(into[k][column]);
  };
  std::array<double, dwelling_count> remainders{};
  for (std::size_t k = 0; k < dwelling_count; ++k)
    remainders[k] = remainder(k);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return remainders[a] > remainders[b] + 1e-9;
  });
  for (std::size_t i = 0; left > 0 && i < dwelling_count; ++i, --left)
    ++into[order[i]][column];
}

/// People of 80 and over as they are found, home by home.
struct People {
  std::array<Column, within_count> exact{};
  std::array<long, within_count> whole{};

  void add(int persons, const HomeDwellings& home, std::size_t column) {
    whole[column] += persons;
    auto& into = exact[column];
    if (home.all == 0) into[static_cast<std::size_t>(Dwelling::unknown)] += persons;
    for (std::size_t k = 0; k < dwelling_count && home.all > 0; ++k)
      into[k] += double(persons) * home.of[k] / home.all;
  }
};

void add_ranges(const HomeDwellings& home, Within within, HousingReach& into) {
  if (within == Within::yes) {
    into.low_within.least += home.of[static_cast<std::size_t>(Dwelling::low_barrier)];
    into.low_within.most += home.low_barrier_most;
  } else if (within == Within::no) {
    into.high_gap.least += home.of[static_cast<std::size_t>(Dwelling::high_storeys)];
    into.high_gap.most += home.high_most;
  }
}

}  // namespace

const char* to_text(Dwelling kind) {
  constexpr std::array<const char*, dwelling_count> words{"low_barrier", "lift", "low_storeys",
                                                          "high_storeys", "unknown"};
  return words[static_cast<std::size_t>(kind)];
}

HomeDwellings dwellings_of(const model::Home& home) {
  HomeDwellings made;
  const int low_barrier = std::max(0, home.housing.low_barrier.value_or(0));
  made.all = std::max({0, home.dwellings, low_barrier});
  count(made, Dwelling::low_barrier) = low_barrier;
  made.low_barrier_most = std::max(0, most_with_few_barriers(home, made.all));
  if (home.housing.lift == true) {
    count(made, Dwelling::lift) = made.all - low_barrier;
  } else {
    sort_by_storey(home, low_barrier, made);
  }
  return made;
}

HousingReach housing_reach(const model::Project& project, const std::vector<HomeReach>& reach,
                           const Limit& limit) {
  HousingReach found;
  People people;
  for (std::uint32_t i = 0; i < project.homes.size(); ++i) {
    const auto& home = project.homes[i];
    if (!home.in_district) continue;
    const auto dwellings = dwellings_of(home);
    const auto within = analysis::within(reach[i], limit);
    const auto column = static_cast<std::size_t>(within);
    ++found.homes;
    found.all += dwellings.all;
    for (std::size_t k = 0; k < dwelling_count; ++k)
      found.dwellings[k][column] += dwellings.of[k];
    add_known(home, dwellings.all, found.known);
    add_ranges(dwellings, within, found);
    const auto& housing = home.housing;
    if (housing.lift == true && housing.step_free == true && !housing.low_barrier)
      found.to_ask += dwellings.all;
    const int high = dwellings.of[static_cast<std::size_t>(Dwelling::high_storeys)];
    if (within == Within::no && high > 0) found.stranded.push_back({i, high});
    if (home.residents.age_80) {
      found.age_80_known = true;
      people.add(std::max(0, *home.residents.age_80), dwellings, column);
    } else {
      found.age_80_unknown += dwellings.all;
    }
  }
  for (std::size_t column = 0; column < within_count; ++column)
    round_column(people.exact[column], people.whole[column], column, found.age_80);
  std::stable_sort(
      found.stranded.begin(), found.stranded.end(),
      [](const StrandedHome& a, const StrandedHome& b) { return a.dwellings > b.dwellings; });
  return found;
}

}  // namespace nahraum::analysis
