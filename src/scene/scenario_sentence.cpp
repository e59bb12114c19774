#include "scene/scenario_sentence.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::scene {
namespace {

using analysis::Coverage;
using analysis::GroupCoverage;
using analysis::GroupShift;
using base::tr;

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

std::string ref_text(const model::ServiceRef& ref) {
  return ref.id > 0 ? std::to_string(ref.id) : model::to_text(ref.osm);
}

std::string number(double value) {
  return base::format_number(value, 0, base::language());
}

/// "“Neue Apotheke”", or nothing.
std::string quoted(const std::string& name) {
  return name.empty() ? std::string() : " " + say(tr("“{0}”"), name);
}

std::string crossing_name(const std::string& kind) {
  if (kind == "traffic_signals") return tr("signals");
  if (kind == "marked") return tr("zebra crossing");
  if (kind == "island") return tr("traffic island");
  return tr("unmarked");
}

std::string barrier_name(const std::string& kind) {
  if (kind == "gate") return tr("locked gate");
  if (kind == "stile") return tr("stile");
  return kind == "cycle_barrier" ? tr("narrow passage") : tr("blocked for wheels");
}

struct Teller {
  const model::Catalogue& catalogue;

  std::string operator()(const model::OpenService& change) const {
    const auto* type = catalogue.find_type(change.type);
    return say(tr("opened: {0}"), (type ? name_of(*type) : change.type) + quoted(change.name));
  }
  std::string operator()(const model::CloseService& change) const {
    return say(tr("closed: service {0}"), ref_text(change.service));
  }
  std::string operator()(const model::MoveService& change) const {
    return say(tr("moved: service {0}"), ref_text(change.service));
  }
  std::string operator()(const model::ResizeService& change) const {
    return say(tr("service {0}: {1} places"), ref_text(change.service), number(change.capacity));
  }
  std::string operator()(const model::AddPath& change) const {
    return say(tr("new path of {0}"),
               base::format_distance(geo::length(change.line), base::language()));
  }
  std::string operator()(const model::RemovePath& change) const {
    return change.between.empty() ? say(tr("path closed: way {0}"), change.way)
                                  : say(tr("path closed: part of way {0}"), change.way);
  }
  std::string operator()(const model::AddCrossing& change) const {
    const auto kind = crossing_name(change.kind);
    return change.line.size() > 1 ? say(tr("new crossing: {0}"), kind)
                                  : say(tr("crossing becomes: {0}"), kind);
  }
  std::string operator()(const model::AddBench&) const { return tr("new bench"); }
  std::string operator()(const model::RemoveBench& change) const {
    return say(tr("bench taken away: {0}"), model::to_text(change.bench));
  }
  std::string operator()(const model::AddRamp& change) const {
    return say(tr("ramp beside the steps, way {0}"), change.way);
  }
  std::string operator()(const model::LowerKerb& change) const {
    return say(tr("kerb lowered, node {0}"), change.node);
  }
  std::string operator()(const model::AddBarrier& change) const {
    const auto kind = barrier_name(change.kind);
    if (change.width_m <= 0) return say(tr("barrier: {0}"), kind);
    return say(tr("barrier: {0}, {1} m wide"), kind,
               base::format_number(change.width_m, 2, base::language()));
  }
  std::string operator()(const model::ChangePath& change) const {
    std::string tags;
    for (const auto& [key, value] : change.tags.pairs())
      tags += (tags.empty() ? "" : ", ") + key + "=" + value;
    return say(tr("way {0} is otherwise: {1}"), change.way, tags);
  }
  std::string operator()(const model::AddHousing& change) const {
    return say(tr("new housing: {0} dwellings, {1} residents"), change.dwellings,
               change.residents.all ? number(*change.residents.all) : "–");
  }
};

const GroupShift& group_of(const analysis::ScenarioShift& shift, AgeGroup group) {
  if (group == AgeGroup::age_80) return shift.age_80;
  return group == AgeGroup::age_65 ? shift.age_65 : shift.all;
}

/// Homes as if they were persons, where nobody knows who lives there.
GroupCoverage of_homes(const Coverage& coverage) {
  GroupCoverage figures;
  figures.total = coverage.homes;
  figures.covered = coverage.homes_covered;
  figures.gap = coverage.homes_gap;
  figures.not_assessable = coverage.homes_not_assessable;
  return figures;
}

const char* form_of(const GroupShift& shift, const GroupCoverage& before,
                    const GroupCoverage& after, int min_count) {
  if (!may_show_shift(shift, before, after, min_count)) {
    return tr(
        "What changes for {people} who want to reach {one} {within} cannot be shown: the counts "
        "are below {min} or would tell such a one ({profile}).");
  }
  if (shift.gained == 0 && shift.lost == 0 && before.covered == after.covered) {
    return tr(
        "For {people} nothing changes in who reaches {one} {within}: {after} of {total_after} "
        "({profile}).");
  }
  return tr(
      "With {name_after} {after} of {total_after} {people} reach {one} {within}, instead of "
      "{before} of {total_before} with {name_before} ({profile}): {gained} come within the limit, "
      "{lost} fall out of it.");
}

std::string state_name(const std::string& scenario) {
  return scenario.empty() || scenario == "base" ? std::string(tr("the project as it is"))
                                                : say(tr("“{0}”"), scenario);
}

std::string new_residents(const GroupShift& shift, const std::string& people) {
  if (shift.added == 0) return {};
  return " " + say(tr("Of {0} new residents (by plan; {1}), {2} live within the limit and {3} "
                      "beyond it."),
                   number(static_cast<double>(shift.added)), people,
                   number(static_cast<double>(shift.added_within)),
                   number(static_cast<double>(shift.added_beyond)));
}

/// Those for whom the edge of the data is now nearer than the next place.
std::string not_assessable_any_more(long persons, int min_count) {
  if (persons <= 0) return {};
  return " " +
         say(tr("{0} who were within the limit can no longer be assessed: the edge of the data "
                "is nearer to them than the next place."),
             persons_text(persons, min_count));
}

std::string ways(const analysis::ScenarioShift& shift) {
  if (shift.nearer + shift.farther == 0) return {};
  return " " + say(tr("On the same side of the limit, the way gets shorter for {0} residential "
                      "buildings and longer for {1}."),
                   number(static_cast<double>(shift.nearer)),
                   number(static_cast<double>(shift.farther)));
}

}  // namespace

std::string change_text(const model::Change& change, const model::Catalogue& catalogue) {
  return std::visit(Teller{catalogue}, change);
}

std::string scenario_text(const model::Scenario& scenario) {
  long residents = 0;
  for (const auto& change : scenario.changes) {
    if (const auto* housing = std::get_if<model::AddHousing>(&change))
      residents += housing->residents.all.value_or(0);
  }
  auto text = say(base::tr_n("“{0}”: {1} change, thought of and not real.",
                             "“{0}”: {1} changes, thought of and not real.",
                             static_cast<unsigned long>(scenario.changes.size())),
                  scenario.name, scenario.changes.size());
  if (residents > 0) {
    text += " " + say(tr("{0} residents of new housing are a plan's figure."),
                      number(static_cast<double>(residents)));
  }
  return text;
}

bool may_show_shift(const GroupShift& shift, const GroupCoverage& before,
                    const GroupCoverage& after, int min_count) {
  const auto fits = [&](long count) { return model::may_show(std::abs(count), min_count); };
  const bool counts =
      fits(shift.kept) && fits(shift.gained) && fits(shift.lost) && fits(shift.missing);
  // What cannot be assessed in one state may be a few people in the other.
  const bool rests = fits(shift.unclear) &&
                     fits(before.covered - shift.kept - shift.lost - shift.removed_within) &&
                     fits(before.gap - shift.missing - shift.gained - shift.removed_beyond) &&
                     fits(after.covered - shift.kept - shift.gained - shift.added_within) &&
                     fits(after.gap - shift.missing - shift.lost - shift.added_beyond);
  // One part kept back in one state would follow from the other state and the difference.
  const bool states = fits(before.covered) && fits(before.gap) && fits(before.not_assessable) &&
                      fits(after.covered) && fits(after.gap) && fits(after.not_assessable);
  return counts && rests && states;
}

std::string sentence(const analysis::ScenarioShift& shift, const Coverage& before,
                     const Coverage& after, const StatesQuestion& question) {
  const auto group = headline_group(before);
  const bool persons = group_of(shift, group).known && group_of(before, group).total >= 0;
  const auto& moved = persons ? group_of(shift, group) : shift.by_home;
  const auto was = persons ? group_of(before, group) : of_homes(before);
  const auto is = persons ? group_of(after, group) : of_homes(after);
  const int min_count = persons ? question.min_count : 0;
  const std::string people = persons ? people_of(group) : tr("home addresses");
  const auto count = [&](long value) { return persons_text(value, min_count); };
  auto text = fmt::format(
      fmt::runtime(form_of(moved, was, is, min_count)), fmt::arg("people", people),
      fmt::arg("one", one_of(question.type)), fmt::arg("within", within_limit(before.limit)),
      fmt::arg("profile", in_brackets(question.profile, before.way)),
      fmt::arg("min", question.min_count), fmt::arg("name_before", state_name(question.before)),
      fmt::arg("name_after", state_name(question.after)), fmt::arg("before", count(was.covered)),
      fmt::arg("after", count(is.covered)), fmt::arg("total_before", count(was.total)),
      fmt::arg("total_after", count(is.total)), fmt::arg("gained", count(moved.gained)),
      fmt::arg("lost", count(moved.lost)));
  const bool shown = may_show_shift(moved, was, is, min_count);
  const long left = was.covered - moved.kept - moved.lost - moved.removed_within;
  if (shown) text += not_assessable_any_more(left, min_count);
  return text + new_residents(moved, people) + ways(shift);
}

}  // namespace nahraum::scene
