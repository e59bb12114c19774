#include <cmath>

#include <fmt/format.h>

#include "app/capacity_sentence.hpp"
#include "app/capacity_words.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;

using Remarks = std::vector<std::string>;

void add_others(const CapacityAnswer& answer, Remarks& remarks) {
  const auto& totals = answer.result.totals;
  const auto& shown = answer.shown;
  const int min_count = answer.catalogue->people.min_count;
  const auto text = [&](long persons, bool show) {
    return show                  ? scene::persons_text(persons, min_count)
           : persons < min_count ? scene::persons_text(persons, min_count)
                                 : std::string(tr("further"));
  };
  if (totals.unknown_in_reach > 0) {
    remarks.push_back(
        fill(tr("{others} {people} reach only services of unknown capacity {within}."), answer,
             {{"others", text(totals.unknown_in_reach, shown.unknown_in_reach)}}));
  }
  if (totals.none_in_reach > 0 && totals.in_reach > 0) {
    remarks.push_back(fill(tr("{others} {people} have none {within}."), answer,
                           {{"others", text(totals.none_in_reach, shown.none_in_reach)}}));
  }
  if (totals.not_assessable > 0 && totals.not_assessable < totals.persons) {
    remarks.push_back(
        fill(tr("For {others} {people} it cannot be assessed: the edge of the data is nearer than "
                "the limit, or there is no street."),
             answer, {{"others", text(totals.not_assessable, shown.not_assessable)}}));
  }
  if (totals.homes_unknown > 0) {
    remarks.push_back(fmt::format(
        fmt::runtime(tr("Of {} homes in the district the residents of this group are unknown for "
                        "{}: unknown is not zero, they compete unseen.")),
        number_text(static_cast<double>(totals.homes), 0),
        number_text(static_cast<double>(totals.homes_unknown), 0)));
  }
}

void add_rest(const CapacityAnswer& answer, Remarks& remarks) {
  const auto& totals = answer.result.totals;
  if (!answer.per_person() || totals.in_reach == 0) return;
  if (totals.share > totals.reached_supply - 0.05) return;
  remarks.push_back(
      answer.method->method == model::AccessMethod::modified
          ? tr("The rest is lost on long ways, or goes to people outside the district or at the "
               "edge of the data.")
          : tr("The rest goes to people outside the district or at the edge of the data."));
}

void add_planning(const CapacityAnswer& answer, Remarks& remarks) {
  const auto& planning = answer.rule.planning;
  const auto& totals = answer.result.totals;
  const bool comparable = planning && answer.group == scene::AgeGroup::all && answer.per_person() &&
                          totals.unknown_services == 0;
  if (!comparable || !answer.shown.in_reach || totals.share <= 0) return;
  const bool german = base::language() == base::Language::german;
  remarks.push_back(fmt::format(
      fmt::runtime(
          tr("Planning reckons with {planned} people per {unit} ({evidence}; {note}); here "
             "there are {here}.")),
      fmt::arg("planned", number_text(planning->persons_per_unit, 0)),
      fmt::arg("unit", unit_text(answer, true)),
      fmt::arg("evidence", scene::evidence_text(planning->evidence)),
      fmt::arg("note", german ? planning->note.de : planning->note.en),
      fmt::arg("here", number_text(static_cast<double>(totals.in_reach) / totals.share, 0))));
}

/// Shares may be shown where their parts may.
bool may_show(const CapacityAnswer& answer, const analysis::GroupCoverage& group) {
  const auto shown = model::may_show_parts({group.covered, group.gap, group.not_assessable},
                                           answer.catalogue->people.min_count);
  return group.share && shown[0] && shown[1];
}

void add_group_gap(const CapacityAnswer& answer, Remarks& remarks) {
  const auto& old = answer.coverage.age_80;
  const auto& all = answer.coverage.all;
  if (!may_show(answer, old) || !may_show(answer, all)) return;
  const auto percent_old = std::lround(100 * *old.share);
  const auto percent_all = std::lround(100 * *all.share);
  const long gap = percent_old - percent_all;
  const char* form =
      gap == 0 ? tr("Of the people aged 80 and over {old} % have one in reach, as of all.")
      : gap < 0
          ? tr_n(
                "Of the people aged 80 and over {old} % have one in reach, of all {all} %: {gap} "
                "percentage point fewer.",
                "Of the people aged 80 and over {old} % have one in reach, of all {all} %: {gap} "
                "percentage points fewer.",
                static_cast<unsigned long>(-gap))
          : tr_n(
                "Of the people aged 80 and over {old} % have one in reach, of all {all} %: {gap} "
                "percentage point more.",
                "Of the people aged 80 and over {old} % have one in reach, of all {all} %: {gap} "
                "percentage points more.",
                static_cast<unsigned long>(gap));
  remarks.push_back(fmt::format(fmt::runtime(form), fmt::arg("old", percent_old),
                                fmt::arg("all", percent_all), fmt::arg("gap", std::labs(gap))));
}

void add_gini(const CapacityAnswer& answer, Remarks& remarks) {
  const auto gini = analysis::gini(answer.lorenz);
  if (!gini || !answer.shown.in_reach) return;
  const double half = 100 * analysis::amount_of_first(answer.lorenz, 0.5);
  remarks.push_back(fmt::format(
      fmt::runtime(tr("Unevenness: Gini {gini} (0: the same for everybody, 1: one person has all); "
                      "the half that has least holds {half} % of it.")),
      fmt::arg("gini", number_text(*gini, 2)), fmt::arg("half", number_text(half, 0))));
}

/// "A, B, C, D, E and 3 more" of the services that a test picks; "" when there are none.
template <class Test>
std::string names_of(const CapacityAnswer& answer, Test test) {
  std::string text;
  int more = 0;
  int named = 0;
  for (const auto& load : answer.result.services) {
    if (!test(load)) continue;
    if (named == 5) {
      ++more;
      continue;
    }
    const auto& service = answer.project().services[load.place.service];
    text += (named++ == 0 ? "" : ", ") + name_of(service, *answer.type);
  }
  if (more > 0) text += " " + fmt::format(fmt::runtime(tr("and {} more")), more);
  return text;
}

template <class Test>
void add_list(const CapacityAnswer& answer, Remarks& remarks, const char* form, Test test) {
  const auto names = names_of(answer, test);
  if (!names.empty()) remarks.push_back(fmt::format(fmt::runtime(form), names));
}

void add_left_out(const CapacityAnswer& answer, Remarks& remarks) {
  using analysis::CapacityBasis;
  const auto of = [](CapacityBasis basis) {
    return [basis](const analysis::ServiceLoad& load) { return load.place.basis == basis; };
  };
  add_list(answer, remarks,
           tr("Left out, because their capacity is unknown: {}; --default-capacity sets an "
              "assumption."),
           of(CapacityBasis::unknown));
  add_list(answer, remarks, tr("Left out, because they state a capacity of 0 or less: {}."),
           of(CapacityBasis::unusable));
  const auto assumed = names_of(answer, of(CapacityBasis::assumed));
  if (!assumed.empty()) {
    remarks.push_back(fmt::format(fmt::runtime(tr("Assumption: a capacity of {} each for {}.")),
                                  plain_text(*answer.result.question.rule.assumed), assumed));
  }
  add_list(answer, remarks, tr("Without people in reach: {}."),
           [](const auto& load) { return load.without_people(); });
  add_list(answer, remarks, tr("How many people are in reach is unknown: {}."),
           [](const auto& load) { return load.people_unknown(); });
  add_list(answer, remarks, tr("Without a street near by: {}."),
           [](const auto& load) { return !load.on_street; });
  add_list(answer, remarks,
           tr("So near the edge of the data that people from behind it are missing: {}."),
           [](const auto& load) { return load.near_edge; });
}

void add_assumptions(const CapacityAnswer& answer, Remarks& remarks) {
  if (only_counted(answer))
    remarks.emplace_back(tr("None states a capacity: each counts as one (assumption)."));
  if (answer.method->method == model::AccessMethod::balanced) {
    remarks.emplace_back(
        tr("The balanced method's values of single homes compare homes with each "
           "other; they are no places per person."));
  }
  if (model::population_assumed(answer.project())) {
    remarks.emplace_back(
        tr("Residents are an assumption from floor area: no population data were given."));
  }
}

}  // namespace

std::vector<std::string> capacity_remarks(const CapacityAnswer& answer) {
  Remarks remarks;
  if (any_supply(answer)) {
    add_rest(answer, remarks);
    add_others(answer, remarks);
    add_planning(answer, remarks);
    add_group_gap(answer, remarks);
    add_gini(answer, remarks);
  }
  add_assumptions(answer, remarks);
  add_left_out(answer, remarks);
  return remarks;
}

}  // namespace nahraum::app
