// What groups agree on as a map of its own.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/page_participation.hpp"
#include "app/page_pieces.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using pieces::said;
using planning::AgreedPlace;

constexpr double least_mm = 4.6;  ///< of a place that one group marked: its text fits
constexpr double more_mm = 1.3;   ///< with every further group
constexpr double most_mm = 11;
constexpr std::size_t agreed_series = 0, dissent_series = 1;

double size_of(std::size_t groups) {
  return std::min(most_mm, least_mm + more_mm * static_cast<double>(groups - 1));
}

/// "4/5", as long as it fits into a sign.
std::string sign_of(std::size_t groups, std::size_t of) {
  return groups < 10 && of < 10 ? fmt::format("{}/{}", groups, of) : std::to_string(groups);
}

PageSign agreed(const AgreedPlace& place, const planning::QuestionAgreement& question) {
  PageSign sign{place.at, sign_of(place.groups.size(), question.answered.size()),
                said(tr("{0} of {1} groups: {2}"), place.groups.size(), question.answered.size(),
                     fmt::format("{}", fmt::join(place.groups, ", "))),
                agreed_series};
  sign.size_mm = size_of(place.groups.size());
  return sign;
}

PageSign disputed(const AgreedPlace& place) {
  const auto likes = place.liked_by.size(), avoids = place.avoided_by.size();
  PageSign sign{place.at, likes < 10 && avoids < 10 ? fmt::format("{}:{}", likes, avoids) : "!",
                said(tr("Dissent: {0} like to be there, {1} avoid it"),
                     fmt::format("{}", fmt::join(place.liked_by, ", ")),
                     fmt::format("{}", fmt::join(place.avoided_by, ", "))),
                dissent_series};
  sign.size_mm = size_of(place.groups.size()) + 2;  // a triangle has less room for its text
  sign.triangle = true;
  return sign;
}

void add_keys(ModulePage& page) {
  const auto any = [&](bool triangle) {
    return std::any_of(page.signs.begin(), page.signs.end(),
                       [&](const PageSign& sign) { return sign.triangle == triangle; });
  };
  PageSign key;
  key.series = agreed_series;
  if (any(false)) page.keys.push_back({key, tr("Marked by so many of the groups that answered")});
  key.series = dissent_series;
  key.triangle = true;
  if (any(true)) page.keys.push_back({key, tr("Dissent: groups that like it : avoid it")});
}

}  // namespace

SetPins set_pins(const model::Work& work) {
  SetPins set;
  for (const auto& mark : work.marks) {
    if (mark.kind != "pin" || mark.at.size() != 1) continue;
    const auto* card = model::find_row(work.questions, mark.question);
    set.marks.push_back(&mark);
    set.pins.push_back({fmt::format("{:010}", mark.id), group_of_mark(mark),
                        card ? card->text : std::string(tr("without a question")), value_of(mark),
                        mark.at[0]});
  }
  return set;
}

PageSwitch which_marks(const PageInput& input) {
  PageSwitch which{tr("Signs on the map"), {}, input.view.agreement ? 1 : 0};
  for (const bool agreement : {false, true}) {
    auto view = input.view;
    view.agreement = agreement;
    which.choices.push_back(
        {agreement ? tr("agreement") : tr("single pins"), {LookAtWork{std::move(view)}}});
  }
  return which;
}

void put_agreement(const PageInput& input, ModulePage& page) {
  const auto set = set_pins(*input.project->work);
  const auto* card = card_in_sight(input);
  std::set<std::size_t> in_dispute;
  for (const auto& place : planning::dissent(set.pins)) {
    in_dispute.insert(place.pins.begin(), place.pins.end());
    page.signs.push_back(disputed(place));
  }
  for (const auto& question : planning::agreement(set.pins, {})) {
    if (card && question.question != card->text) continue;
    for (const auto& place : question.places) {
      const bool told = std::any_of(place.pins.begin(), place.pins.end(),
                                    [&](std::size_t pin) { return in_dispute.contains(pin); });
      if (!told) page.signs.push_back(agreed(place, question));
    }
  }
  add_keys(page);
}

}  // namespace nahraum::app
