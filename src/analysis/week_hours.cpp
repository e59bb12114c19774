#include "analysis/week_hours.hpp"

#include <algorithm>
#include <bitset>
#include <map>

namespace nahraum::analysis {
namespace {

using Minutes = std::bitset<model::minutes_of_week>;
using model::WeekSpan;

bool holds(const std::vector<WeekSpan>& spans, int minute) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const WeekSpan& span) { return span.from <= minute && minute < span.to; });
}

void mark(Minutes& minutes, const std::vector<WeekSpan>& spans) {
  for (const auto& span : spans) {
    for (int m = span.from; m < span.to; ++m)
      minutes.set(static_cast<std::size_t>(m));
  }
}

std::vector<WeekSpan> spans_of(const Minutes& minutes) {
  std::vector<WeekSpan> spans;
  for (int m = 0; m < model::minutes_of_week; ++m) {
    if (!minutes.test(static_cast<std::size_t>(m))) continue;
    if (spans.empty() || spans.back().to != m) spans.push_back({m, m});
    spans.back().to = m + 1;
  }
  return spans;
}

HoursPattern pattern_of(const std::vector<std::size_t>& set,
                        const std::vector<OfferHours>& offers) {
  Minutes open;
  Minutes possible;
  for (const auto index : set) {
    const auto& hours = offers[index].hours;
    if (!hours) {
      possible.set();
      continue;
    }
    mark(open, hours->open);
    mark(possible, hours->unknown);
  }
  return {set, spans_of(open), spans_of(open | possible)};
}

/// Per home the offers within the limit, as indices of `offers`, ascending.
std::vector<std::vector<std::size_t>> offers_within(const District& district,
                                                    const std::vector<OfferHours>& offers,
                                                    std::string_view type, const Limit& limit,
                                                    jobs::Context& context) {
  const auto places = places_of(district, type);
  const auto pairs = homes_within(district, places.gates, limit, true, context);
  std::vector<std::vector<std::size_t>> within(district.homes.size());
  std::size_t offer = 0;  // both by id
  for (std::size_t place = 0; place < pairs.place_count(); ++place) {
    while (offers[offer].service != places.service[place])
      ++offer;
    for (const auto& pair : pairs.of(place))
      within[pair.home].push_back(offer);
  }
  return within;
}

bool data_end_within(const District& district, std::size_t home, const Limit& limit) {
  if (district.home_access[home].tail == none) return true;
  if (district.home_frontier[home] == base::unreachable) return false;
  return limit.kind == Limit::Kind::seconds
             ? district.home_frontier[home].value <= limit.value * 1000
             : district.home_frontier_m[home] <= limit.value;
}

struct Weighted {
  int minutes = 0;
  long persons = 0;
};

/// The largest time that half of the persons or more have.
std::optional<double> median_h(std::vector<Weighted> all) {
  std::sort(all.begin(), all.end(),
            [](const Weighted& a, const Weighted& b) { return a.minutes > b.minutes; });
  long total = 0;
  for (const auto& each : all)
    total += each.persons;
  long so_far = 0;
  for (const auto& each : all) {
    so_far += each.persons;
    if (each.persons > 0 && 2 * so_far >= total) return each.minutes / 60.0;
  }
  return std::nullopt;
}

void count(HoursGroup& group, long persons, int open, int possible,
           const std::vector<double>& breaks_h) {
  if (open == 0) {
    (possible == 0 ? group.none : group.unknown_only) += persons;
    return;
  }
  const auto above = std::upper_bound(breaks_h.begin(), breaks_h.end(), open / 60.0);
  group.classes[static_cast<std::size_t>(above - breaks_h.begin())] += persons;
}

}  // namespace

bool HoursPattern::open_at(int minute) const {
  return holds(open, minute);
}
bool HoursPattern::possible_at(int minute) const {
  return holds(possible, minute);
}

WeekHours week_hours(const District& district, std::string_view type, const Limit& limit,
                     jobs::Context& context) {
  WeekHours week;
  week.offers = hours_of(*district.project, type);
  const auto within = offers_within(district, week.offers, type, limit, context);
  std::map<std::vector<std::size_t>, std::uint32_t> index;
  for (const auto& set : within)
    index.emplace(set, 0);
  for (auto& [set, place] : index) {
    context.check();
    place = static_cast<std::uint32_t>(week.patterns.size());
    week.patterns.push_back(pattern_of(set, week.offers));
  }
  for (std::size_t home = 0; home < within.size(); ++home) {
    week.of_home.push_back(index.at(within[home]));
    week.not_assessable.push_back(data_end_within(district, home, limit));
  }
  return week;
}

HoursGroup hours_of_group(const model::Project& project, const WeekHours& week,
                          std::optional<int> model::Residents::*group,
                          const std::vector<double>& breaks_h) {
  HoursGroup result;
  result.classes.resize(breaks_h.size() + 1);
  std::vector<Weighted> open, possible;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    const auto& home = project.homes[i];
    if (!home.in_district) continue;
    const auto& persons = home.residents.*group;
    if (!persons) {
      ++result.homes_unknown;
      continue;
    }
    result.total = std::max(result.total, 0L) + *persons;
    if (week.not_assessable[i]) {
      result.not_assessable += *persons;
      continue;
    }
    const auto& pattern = week.patterns[week.of_home[i]];
    open.push_back({model::length_of(pattern.open), *persons});
    possible.push_back({model::length_of(pattern.possible), *persons});
    count(result, *persons, open.back().minutes, possible.back().minutes, breaks_h);
  }
  result.median_h = median_h(std::move(open));
  result.median_possible_h = median_h(std::move(possible));
  return result;
}

std::vector<std::uint32_t> served_at(const model::Project& project, const WeekHours& week,
                                     int minute, bool possible) {
  std::vector<bool> serves;
  serves.reserve(week.patterns.size());
  for (const auto& pattern : week.patterns)
    serves.push_back(possible ? pattern.possible_at(minute) : pattern.open_at(minute));
  std::vector<std::uint32_t> homes;
  for (std::uint32_t i = 0; i < project.homes.size(); ++i) {
    if (project.homes[i].in_district && serves[week.of_home[i]]) homes.push_back(i);
  }
  return homes;
}

}  // namespace nahraum::analysis
