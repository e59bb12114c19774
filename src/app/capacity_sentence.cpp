#include "app/capacity_sentence.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;

std::string number(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
}

/// Whole numbers without, others with one decimal.
std::string plain(double value) {
  return number(value, std::fabs(value - std::round(value)) < 0.05 ? 0 : 1);
}

/// Two digits at least: "46", "4.6", "0.46".
std::string rate_text(double value) {
  const int decimals = value >= 20 || value == 0 ? 0 : value >= 1 ? 1 : 2;
  return number(value, decimals);
}

/// No service states a capacity: each counts as one.
bool only_counted(const CapacityAnswer& answer) {
  const auto& services = answer.result.services;
  return !services.empty() && services.front().place.basis == analysis::CapacityBasis::each_one;
}

const model::CapacityUnit& unit_of(const CapacityAnswer& answer) {
  const auto& rules = answer.catalogue->capacity;
  return rules.units.at(only_counted(answer) ? rules.counted_unit : answer.rule.unit);
}

/// "Plätze {}" with the service's name.
std::string unit_text(const CapacityAnswer& answer, bool one) {
  const auto& unit = unit_of(answer);
  const bool german = base::language() == base::Language::german;
  std::string form =
      german ? (one ? unit.de_one : unit.de_many) : (one ? unit.en_one : unit.en_many);
  const auto& name = german ? answer.type->label.de : answer.type->label.en;
  return form.replace(form.find("{}"), 2, name);
}

/// Fills {n}, {people}, {within}, {profile} and what `more` adds.
std::string fill(const char* form, const CapacityAnswer& answer, long persons,
                 std::initializer_list<std::pair<const char*, std::string>> more = {}) {
  fmt::dynamic_format_arg_store<fmt::format_context> values;
  const int min_count = answer.catalogue->people.min_count;
  values.push_back(fmt::arg("n", scene::persons_text(persons, min_count)));
  values.push_back(fmt::arg("people", people_text(answer.group)));
  values.push_back(fmt::arg("within", within_walk(answer.result.question.limit)));
  values.push_back(fmt::arg("profile", scene::name_of(answer.district->network.profile)));
  for (const auto& [name, value] : more)
    values.push_back(fmt::arg(name, value));
  std::string text = fmt::vformat(form, values);
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string no_supply(const CapacityAnswer& answer) {
  return answer.result.services.empty()
             ? fill(tr("The data name no {service} here or around: there is nothing to share out."),
                    answer, 0, {{"service", scene::name_of(*answer.type)}})
             : fill(tr("No {service} of known capacity meets a street: there is nothing to share "
                       "out."),
                    answer, 0, {{"service", scene::name_of(*answer.type)}});
}

bool any_supply(const CapacityAnswer& answer) {
  for (const auto& load : answer.result.services) {
    if (load.on_street && load.place.capacity > 0) return true;
  }
  return false;
}

/// "at least 12 places": services of unknown capacity are in reach, too.
std::string at_least(const CapacityAnswer& answer, const std::string& amount) {
  if (answer.result.totals.unknown_services == 0) return amount;
  return fmt::format(fmt::runtime(tr("at least {}")), amount);
}

/// The headline's people: where their number would tell how few have none, to the nearest ten.
long people_in_reach(const CapacityAnswer& answer) {
  const long persons = answer.result.totals.in_reach;
  return answer.shown.in_reach ? persons : std::max(10L, std::lround(persons / 10.0) * 10);
}

std::string people_in_reach_text(const CapacityAnswer& answer) {
  const auto count = number(static_cast<double>(people_in_reach(answer)), 0);
  return answer.shown.in_reach ? count : fmt::format(fmt::runtime(tr("about {}")), count);
}

std::string shared_out(const CapacityAnswer& answer) {
  const auto& totals = answer.result.totals;
  const double per_person = totals.share / static_cast<double>(people_in_reach(answer));
  const auto people = people_in_reach_text(answer);
  const auto supply = at_least(answer, amount_text(totals.reached_supply, answer));
  const auto rate = at_least(answer, rate_text(1000 * per_person));
  const bool all = totals.share > totals.reached_supply - 0.05;
  const auto n = static_cast<unsigned long>(std::ceil(totals.reached_supply));
  if (all) {
    return fill(
        tr_n("For {count} {people} {within} there is {supply}: {rate} per 1,000 ({profile}).",
             "For {count} {people} {within} there are {supply}: {rate} per 1,000 ({profile}).", n),
        answer, 0, {{"count", people}, {"supply", supply}, {"rate", rate}});
  }
  return fill(
      tr_n("For {count} {people} {within} there is {supply}, of which {share} remains for them "
           "by calculation: {rate} per 1,000 ({profile}).",
           "For {count} {people} {within} there are {supply}, of which {share} remain for them "
           "by calculation: {rate} per 1,000 ({profile}).",
           n),
      answer, 0,
      {{"count", people}, {"supply", supply}, {"share", plain(totals.share)}, {"rate", rate}});
}

std::string potential(const CapacityAnswer& answer) {
  const bool weighted = answer.result.question.decay.kind != model::Decay::Kind::equal;
  const char* form =
      weighted
          ? tr("{count} {people} have on average {mean} in reach {within}, weighted by the way "
               "({profile}).")
          : tr("{count} {people} have on average {mean} in reach {within} ({profile}).");
  const double mean = answer.result.totals.share / static_cast<double>(people_in_reach(answer));
  return fill(form, answer, 0,
              {{"count", people_in_reach_text(answer)},
               {"mean", at_least(answer, rate_text(mean) + " " + unit_text(answer, false))}});
}

// ---- remarks ------------------------------------------------------------------------------------

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
        fill(tr("{others} {people} reach only services of unknown capacity {within}."), answer, 0,
             {{"others", text(totals.unknown_in_reach, shown.unknown_in_reach)}}));
  }
  if (totals.none_in_reach > 0 && totals.in_reach > 0) {
    remarks.push_back(fill(tr("{others} {people} have none {within}."), answer, 0,
                           {{"others", text(totals.none_in_reach, shown.none_in_reach)}}));
  }
  if (totals.not_assessable > 0 && totals.not_assessable < totals.persons) {
    remarks.push_back(
        fill(tr("For {others} {people} it cannot be assessed: the edge of the data is nearer than "
                "the limit, or there is no street."),
             answer, 0, {{"others", text(totals.not_assessable, shown.not_assessable)}}));
  }
  if (totals.homes_unknown > 0) {
    remarks.push_back(fmt::format(
        fmt::runtime(tr("Of {} homes in the district the residents of this group are unknown for "
                        "{}: unknown is not zero, they compete unseen.")),
        number(static_cast<double>(totals.homes), 0),
        number(static_cast<double>(totals.homes_unknown), 0)));
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
      fmt::arg("planned", number(planning->persons_per_unit, 0)),
      fmt::arg("unit", unit_text(answer, true)),
      fmt::arg("evidence", scene::evidence_text(planning->evidence)),
      fmt::arg("note", german ? planning->note.de : planning->note.en),
      fmt::arg("here", number(static_cast<double>(totals.in_reach) / totals.share, 0))));
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
      fmt::arg("gini", number(*gini, 2)), fmt::arg("half", number(half, 0))));
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
                                  plain(*answer.result.question.rule.assumed), assumed));
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

std::string amount_text(double amount, const CapacityAnswer& answer) {
  return plain(amount) + " " + unit_text(answer, amount == 1);
}

std::string within_walk(const analysis::Limit& limit) {
  const double minutes = limit.value / 60;
  const bool whole = std::fabs(minutes - std::round(minutes)) < 1e-9;
  if (limit.kind == analysis::Limit::Kind::seconds && whole) {
    const auto n = static_cast<unsigned long>(std::lround(minutes));
    return fmt::format(
        fmt::runtime(tr_n("within a walk of {} minute", "within a walk of {} minutes", n)), n);
  }
  return fmt::format(fmt::runtime(tr("within a walk of {}")), scene::limit_name(limit));
}

std::string people_text(scene::AgeGroup group) {
  switch (group) {
    case scene::AgeGroup::age_80:
      return tr("people aged 80 and over");
    case scene::AgeGroup::age_65:
      return tr("people aged 65 and over");
    case scene::AgeGroup::all:
      break;
  }
  return tr("people");
}

std::string name_of(const model::Service& service, const model::ServiceType& type) {
  if (!service.name.empty()) return service.name;
  const auto osm = model::to_text(service.osm);
  return scene::name_of(type) + " " + (osm.empty() ? std::to_string(service.id) : osm);
}

std::string capacity_sentence(const CapacityAnswer& answer) {
  const auto& totals = answer.result.totals;
  if (!any_supply(answer)) return no_supply(answer);
  if (totals.in_reach + totals.unknown_in_reach + totals.none_in_reach == 0) {
    return fill(tr("What there is for {people} {within} cannot be assessed ({profile}): the edge "
                   "of the data is nearer everywhere. Take a shorter --limit or a project with a "
                   "wider --rim."),
                answer, 0);
  }
  if (totals.in_reach == 0) {
    return fill(tr("None of {n} {people} has a {service} of known capacity {within} ({profile})."),
                answer, totals.unknown_in_reach + totals.none_in_reach,
                {{"service", scene::name_of(*answer.type)}});
  }
  if (!model::may_show(totals.in_reach, answer.catalogue->people.min_count)) {
    return fill(tr("How much there is for {people} {within} is not shown: too few people "
                   "({profile})."),
                answer, 0);
  }
  return answer.per_person() ? shared_out(answer) : potential(answer);
}

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
