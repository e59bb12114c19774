#include "app/capacity_sentence.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/capacity_words.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;

/// Two digits at least: "46", "4.6", "0.46".
std::string rate_text(double value) {
  const int decimals = value >= 20 || value == 0 ? 0 : value >= 1 ? 1 : 2;
  return number_text(value, decimals);
}

std::string no_supply(const CapacityAnswer& answer) {
  return answer.result.services.empty()
             ? fill(tr("The data name no {service} here or around: there is nothing to share out."),
                    answer, {{"service", scene::name_of(*answer.type)}})
             : fill(tr("No {service} of known capacity meets a street: there is nothing to share "
                       "out."),
                    answer, {{"service", scene::name_of(*answer.type)}});
}

/// "at least 12 places": services of unknown capacity are in reach, too.
std::string at_least(const CapacityAnswer& answer, const std::string& amount) {
  if (answer.result.totals.unknown_services == 0) return amount;
  return fmt::format(fmt::runtime(tr("at least {}")), amount);
}

/// The headline's people: where their number would tell how few have none, to the nearest ten.
long people_in_reach(const CapacityAnswer& answer) {
  const long persons = answer.result.totals.in_reach;
  return answer.shown.in_reach ? persons
                               : std::max(10L, std::lround(static_cast<double>(persons) / 10) * 10);
}

/// Those of whom none has anything of known capacity.
std::string without_text(const CapacityAnswer& answer) {
  const auto& totals = answer.result.totals;
  const long persons = totals.unknown_in_reach + totals.none_in_reach;
  const int min_count = answer.catalogue->people.min_count;
  if (!model::may_show(persons, min_count)) return scene::persons_text(persons, min_count);
  const bool exact = model::may_show_parts({persons, totals.not_assessable}, min_count)[0];
  return count_text(persons, exact);
}

std::string shared_out(const CapacityAnswer& answer) {
  const auto& totals = answer.result.totals;
  const double per_person = totals.share / static_cast<double>(people_in_reach(answer));
  const auto people = count_text(answer.result.totals.in_reach, answer.shown.in_reach);
  const auto supply = at_least(answer, amount_text(totals.reached_supply, answer));
  const auto rate = at_least(answer, rate_text(1000 * per_person));
  const bool all = totals.share > totals.reached_supply - 0.05;
  const auto n = static_cast<unsigned long>(std::ceil(totals.reached_supply));
  if (all) {
    return fill(
        tr_n("For {count} {people} {within} there is {supply}: {rate} per 1,000 ({profile}).",
             "For {count} {people} {within} there are {supply}: {rate} per 1,000 ({profile}).", n),
        answer, {{"count", people}, {"supply", supply}, {"rate", rate}});
  }
  return fill(
      tr_n("For {count} {people} {within} there is {supply}, of which {share} remains for them "
           "by calculation: {rate} per 1,000 ({profile}).",
           "For {count} {people} {within} there are {supply}, of which {share} remain for them "
           "by calculation: {rate} per 1,000 ({profile}).",
           n),
      answer,
      {{"count", people}, {"supply", supply}, {"share", plain_text(totals.share)}, {"rate", rate}});
}

std::string potential(const CapacityAnswer& answer) {
  const bool weighted = answer.result.question.decay.kind != model::Decay::Kind::equal;
  const char* form =
      weighted
          ? tr("{count} {people} have on average {mean} in reach {within}, weighted by the way "
               "({profile}).")
          : tr("{count} {people} have on average {mean} in reach {within} ({profile}).");
  const double mean = answer.result.totals.share / static_cast<double>(people_in_reach(answer));
  return fill(form, answer,
              {{"count", count_text(answer.result.totals.in_reach, answer.shown.in_reach)},
               {"mean", at_least(answer, rate_text(mean) + " " + unit_text(answer, false))}});
}

}  // namespace

std::string capacity_sentence(const CapacityAnswer& answer) {
  const auto& totals = answer.result.totals;
  if (!any_supply(answer)) return no_supply(answer);
  if (totals.in_reach + totals.unknown_in_reach + totals.none_in_reach == 0) {
    return fill(tr("What there is for {people} {within} cannot be assessed ({profile}): the edge "
                   "of the data is nearer everywhere. Take a shorter --limit or a project with a "
                   "wider --rim."),
                answer);
  }
  if (totals.in_reach == 0) {
    return fill(tr("None of {n} {people} has a {service} of known capacity {within} ({profile})."),
                answer, {{"n", without_text(answer)}, {"service", scene::name_of(*answer.type)}});
  }
  if (!model::may_show(totals.in_reach, answer.catalogue->people.min_count)) {
    return fill(tr("How much there is for {people} {within} is not shown: too few people "
                   "({profile})."),
                answer);
  }
  return answer.per_person() ? shared_out(answer) : potential(answer);
}

}  // namespace nahraum::app
