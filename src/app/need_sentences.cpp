#include <algorithm>

#include "app/need_report.hpp"
#include "app/need_shown.hpp"
#include "app/need_words.hpp"

namespace nahraum::app {

using base::tr;

namespace {

/// "; in 2035 it will be 600 to 680, then 640 to 750 in 2050"
std::string years_to_come(const NeedRow& row, int age, int min_count) {
  std::string text;
  for (const auto& year : row.years) {
    const auto shown = shown_year(row, year, age, min_count);
    if (!shown) continue;
    text +=
        say(text.empty() ? tr("; in {0} it will be {1} to {2}") : tr(", then {1} to {2} in {0}"),
            year.year, whole(shown->low), whole(shown->high));
  }
  return text;
}

std::string headline(const NeedAnswer& answer, int min_count) {
  const auto& row = answer.district;
  for (const int age : {80, 65}) {
    const auto persons = shown_persons(row, age);
    if (!persons) continue;
    const auto share =
        shown_value(row, ratio(row.need.ratios, age == 80 ? "share_80" : "share_65"));
    const auto later = years_to_come(row, age, min_count);
    const std::string of_all = share ? " (" + decimal(*share, 1) + " %)" : "";
    auto text =
        say(at_least(row, age) ? tr("At least {1} people aged {2} and over live in {0}{3}{4}.")
                               : tr("{1} people aged {2} and over live in {0}{3}{4}."),
            row.unit.name, whole(*persons), age, of_all, later);
    if (!later.empty() && answer.method == "cohort" && answer.rates.net_migration.empty()) {
      text += std::string(" ") + tr("This is ageing alone: nobody moves in or out.");
    }
    return text;
  }
  return say(tr("How many older people live in {} is not known or may not be shown."),
             row.unit.name);
}

/// What the residents of nursing homes do to the unit with the highest share.
std::string hot_spot(const NeedAnswer& answer, int min_count) {
  const NeedRow* highest = nullptr;
  double most = -1;
  for (const auto& row : answer.units) {
    const auto share = shown_value(row, ratio(row.need.ratios, "share_80"));
    if (!share || *share <= most) continue;
    most = *share;
    highest = &row;
  }
  if (!highest) return "";
  auto text = say(tr("The highest share of people aged 80 and over is in {0}: {1} %."),
                  highest->unit.name, decimal(most, 1));
  const auto inside = shown_institutional(*highest, 0);
  const auto without = shown_without(*highest, position("share_80"), min_count);
  if (inside && *inside > 0 && without) {
    text +=
        " " + say(tr("{0} of its people live in a home for the aged; without them it is {1} %."),
                  whole(*inside), decimal(*without, 1));
  }
  return text + "\n";
}

std::string institutional_sentence(const NeedRow& row, int min_count) {
  const auto inside = shown_institutional(row, 0);
  const auto share = shown_without(row, position("share_80"), min_count);
  if (!inside || *inside == 0 || !share) return "";
  return say(tr("{0} people live in homes for the aged; without them {1} % are 80 and over."),
             whole(*inside), decimal(*share, 1)) +
         "\n";
}

std::string unknown_sentence(const NeedRow& row) {
  if (row.unit.homes_unknown_80 == 0) return "";
  return say(tr("For {0} of {1} residential buildings the number of people aged 80 and over is not "
                "known; they are missing from the figures."),
             whole(row.unit.homes_unknown_80), whole(static_cast<long>(row.unit.homes.size()))) +
         "\n";
}

std::string first_in_rank(const NeedAnswer& answer) {
  for (const auto& row : answer.units) {
    if (row.rank != 1 || !row.basket || !row.basket->index) continue;
    const auto older = shown_persons(row, 65);
    const auto oldest = shown_persons(row, 80);
    if (!older || !oldest) continue;
    return say(tr("Most urgent is {0}: of the basket {1} % are served there, for {2} people aged "
                  "65 "
                  "and over, {3} of them 80 and over."),
               row.unit.name, decimal(*row.basket->index * 100, 0), whole(*older), whole(*oldest)) +
           "\n";
  }
  return "";
}

std::string coarse_sentence(const NeedAnswer& answer) {
  if (answer.ages_assumed) {
    return std::string(
               tr("The projection assumes the age structure of Germany inside the published "
                  "bands; its range does not hold what that may be wrong by.")) +
           "\n";
  }
  if (!answer.ages_too_coarse) return "";
  return std::string(tr("The ages are published too coarsely to project some of this; --split-ages "
                        "assumes the age structure of Germany inside the bands.")) +
         "\n";
}

std::string hidden_sentence(const NeedAnswer& answer, int min_count) {
  const auto hidden = std::count_if(answer.units.begin(), answer.units.end(),
                                    [](const NeedRow& row) { return !row.shown; });
  if (hidden == 0) return "";
  return say(base::tr_n(
                 "{0} unit is shown without its ages: a group there has fewer than {1} people, "
                 "or would tell one.",
                 "{0} units are shown without their ages: a group there has fewer than {1} "
                 "people, or would tell one.",
                 static_cast<unsigned long>(hidden)),
             hidden, min_count) +
         "\n";
}

std::string basket_text(const NeedAnswer& answer) {
  const auto& basket = answer.district.basket;
  if (!basket || !basket->index) return "";
  std::string text = say(tr("Of the basket of {0} services {1} % are served on average."),
                         answer.basket.items.size(), decimal(*basket->index * 100, 0));
  if (basket->not_assessable > 0) {
    text += " " +
            say(tr("{} residential buildings cannot be assessed."), whole(basket->not_assessable));
  }
  return text + "\n";
}

}  // namespace

std::string need_sentences(const NeedAnswer& answer, int min_count) {
  return headline(answer, min_count) + "\n" + institutional_sentence(answer.district, min_count) +
         hot_spot(answer, min_count) + first_in_rank(answer) + basket_text(answer) +
         unknown_sentence(answer.district) + coarse_sentence(answer) +
         hidden_sentence(answer, min_count);
}

}  // namespace nahraum::app
