#include "app/graded.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::app {
namespace {

using analysis::Limit;
using Standards = std::vector<const model::Standard*>;

const model::Standard* named(const Standards& standards, const std::string& id) {
  const auto found = std::find_if(standards.begin(), standards.end(),
                                  [&](const model::Standard* each) { return each->id == id; });
  return found == standards.end() ? nullptr : *found;
}

const model::Standard* chosen(const Standards& standards, const std::string& id,
                              const model::ServiceType& type) {
  if (const auto* wanted = named(standards, id)) return wanted;
  const auto two = std::find_if(
      standards.begin(), standards.end(),
      [&](const model::Standard* each) { return !analysis::thresholds_of(*each, type)->single(); });
  return two == standards.end() ? standards.front() : *two;
}

/// Far enough for every standard of that unit, with room to move beyond.
LimitRange range_for(Limit::Kind kind, const Standards& standards, const model::ServiceType& type) {
  auto range = slider_range(kind);
  for (const auto* standard : standards) {
    const auto limit = *analysis::limit_of(*standard, type);
    if (limit.kind != kind) continue;
    const double wanted = std::ceil(limit.value * 1.5 / range.step) * range.step;
    range.high = std::max(range.high, wanted);
  }
  return range;
}

std::vector<Limit> steps_of(const LimitRange& range, const Standards& standards,
                            const model::ServiceType& type) {
  std::vector<Limit> steps;
  const auto count = std::lround((range.high - range.low) / range.step);
  for (long i = 0; i <= count; ++i)
    steps.push_back({range.kind, range.low + static_cast<double>(i) * range.step});
  for (const auto* standard : standards) {
    const auto stated = *analysis::thresholds_of(*standard, type);
    if (stated.limit.kind != range.kind) continue;
    steps.push_back(stated.target);
    steps.push_back(stated.limit);
  }
  return steps;
}

/// What the question's own figures and the table of other standards tell.
std::vector<ToldCounts> told_by(const Answer& answer, const Standards& standards,
                                const model::ServiceType& type) {
  std::vector<Limit> limits{answer.question.limit};
  for (const auto* standard : standards)
    limits.push_back(*analysis::limit_of(*standard, type));
  std::vector<ToldCounts> told;
  for (const auto& limit : limits) {
    const auto counts =
        analysis::count_grades(*answer.district->project, answer.reach, {limit, limit});
    told.push_back({counts.persons[0], counts.persons[2], counts.persons[3]});
  }
  return told;
}

void keep_persons_back(Graded& graded) {
  graded.counts.persons.fill({-1, -1, -1});
  auto& b = graded.between;
  b.both = b.first_only = b.second_only = b.neither = b.unknown = {-1, -1, -1};
}

void count(Graded& graded) {
  const auto& answer = *graded.of;
  const auto& district = *answer.district;
  graded.counts = analysis::count_grades(*district.project, answer.reach, graded.thresholds);
  if (graded.against) {
    graded.between =
        analysis::compare(district, answer.reach, graded.thresholds.limit, *graded.against);
  }
  if (!answer.question.scenario.empty()) keep_persons_back(graded);
}

void group_homes(Graded& graded, const Standards& standards, const model::ServiceType& type,
                 const Graded* before) {
  const bool same_answer = before && before->of == graded.of && before->groups;
  graded.told = same_answer ? before->told : told_by(*graded.of, standards, type);
  const bool holds =
      same_answer && before->against == graded.against && before->range.kind == graded.range.kind;
  graded.groups = holds ? before->groups
                        : std::make_shared<const analysis::GradeGroups>(analysis::grade_groups(
                              *graded.of->district->project, graded.of->reach,
                              steps_of(graded.range, standards, type), graded.against));
}

}  // namespace

LimitRange slider_range(Limit::Kind kind) {
  return kind == Limit::Kind::metres ? LimitRange{kind, 100, 2000, 50}
                                     : LimitRange{kind, 60, 1800, 60};
}

Limit on_slider(const LimitRange& range, double value) {
  const double steps = std::round((value - range.low) / range.step);
  return {range.kind, std::clamp(range.low + steps * range.step, range.low, range.high)};
}

Standards standards_for(const model::ServiceType& type, const model::Catalogue& catalogue) {
  Standards standards;
  for (const auto& standard : catalogue.standards) {
    if (analysis::limit_of(standard, type)) standards.push_back(&standard);
  }
  return standards;
}

std::shared_ptr<const Graded> grade(std::shared_ptr<const Answer> answer, const Grading& by,
                                    const model::Catalogue& catalogue, const Graded* before) {
  auto graded = std::make_shared<Graded>();
  graded->of = std::move(answer);
  graded->by = by;
  const auto* type = catalogue.find_type(graded->of->question.type);
  const auto standards = type ? standards_for(*type, catalogue) : Standards{};
  if (standards.empty()) return graded;
  const auto* standard = chosen(standards, by.standard, *type);
  graded->standard = standard->id;
  graded->stated = *analysis::thresholds_of(*standard, *type);
  graded->range = range_for(graded->stated.limit.kind, standards, *type);
  const bool same_unit = by.own && by.own->limit.kind == graded->stated.limit.kind;
  graded->thresholds = same_unit ? *by.own : graded->stated;
  if (const auto* second = named(standards, by.against); second && second != standard) {
    graded->second = second->id;
    graded->against = analysis::limit_of(*second, *type);
  }
  count(*graded);
  group_homes(*graded, standards, *type, before);
  return graded;
}

}  // namespace nahraum::app
