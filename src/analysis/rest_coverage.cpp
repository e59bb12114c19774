#include "analysis/rests.hpp"

namespace nahraum::analysis {
namespace {

void count(RestGroup& group, const std::optional<int>& persons, Rested answer, bool& known) {
  if (!persons) {
    ++group.homes_unknown;
    return;
  }
  known = true;
  group.total += *persons;
  switch (answer) {
    case Rested::yes:
      group.rested += *persons;
      return;
    case Rested::no:
      group.unrested += *persons;
      return;
    case Rested::out_of_reach:
      group.out_of_reach += *persons;
      return;
    case Rested::unknown:
      group.not_assessable += *persons;
  }
}

void forget_unknown(RestGroup& group, bool known) {
  if (known) return;
  group.total = group.rested = group.unrested = group.out_of_reach = group.not_assessable = -1;
}

}  // namespace

const char* to_text(Rested answer) {
  switch (answer) {
    case Rested::yes:
      return "with_rests";
    case Rested::no:
      return "without_rests";
    case Rested::out_of_reach:
      return "out_of_reach";
    case Rested::unknown:
      break;
  }
  return "not_assessable";
}

Rested rested_within(const HomeReach& plain, const HomeReach& rested, const Limit& limit) {
  switch (within(plain, limit)) {
    case Within::no:
      return Rested::out_of_reach;
    case Within::unknown:
      return Rested::unknown;
    case Within::yes:
      break;
  }
  const Within with = within(rested, limit);
  if (with == Within::unknown) return Rested::unknown;
  return with == Within::yes ? Rested::yes : Rested::no;
}

RestCoverage rest_coverage(const District& district, const Rests& rests, const Limit& limit) {
  RestCoverage coverage;
  bool known[4] = {};
  const auto& homes = district.project->homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!homes[i].in_district) continue;
    const Rested answer = rested_within(rests.plain[i], rests.rested[i], limit);
    count(coverage.all, homes[i].residents.all, answer, known[0]);
    count(coverage.age_65, homes[i].residents.age_65, answer, known[1]);
    count(coverage.age_80, homes[i].residents.age_80, answer, known[2]);
    count(coverage.homes, 1, answer, known[3]);
  }
  forget_unknown(coverage.all, known[0]);
  forget_unknown(coverage.age_65, known[1]);
  forget_unknown(coverage.age_80, known[2]);
  return coverage;
}

}  // namespace nahraum::analysis
