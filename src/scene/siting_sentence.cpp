#include "scene/siting_sentence.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::scene {
namespace {

using analysis::SitingModel;
using base::tr;
using base::tr_n;

std::string number(double value, int decimals = 0) {
  return base::format_number(value, decimals, base::language());
}

/// Persons of the headline group, or buildings where nobody knows any.
struct Headline {
  std::string people;
  SitingFigures figures;
  int min_count = 5;
};

Headline headline_of(const SitingWords& w) {
  if (w.siting.counts_homes) return {tr("home addresses"), siting_homes(w.answer), 0};
  const auto group = headline_group(w.siting.question.weighting);
  return {people_of(group), siting_figures(w.answer, group, w.min_count), w.min_count};
}

std::string fill_in(const char* form, const SitingWords& w, const std::string& count,
                    const std::string& before = {}, const std::string& after = {}) {
  const auto group = headline_group(w.siting.question.weighting);
  return fmt::format(
      fmt::runtime(form), fmt::arg("one_more", one_more(w.type)), fmt::arg("one", one_of(w.type)),
      fmt::arg("type", name_of(w.type)), fmt::arg("count", count),
      fmt::arg("people", w.siting.counts_homes ? tr("home addresses") : people_of(group)),
      fmt::arg("within", within_limit(w.siting.question.limit)),
      fmt::arg("profile", in_brackets(w.profile)),
      fmt::arg("sites", number(static_cast<double>(w.answer.sites.size()))),
      fmt::arg("candidates", number(static_cast<double>(w.siting.candidates.size()))),
      fmt::arg("bound", bound_text(w.siting, w.answer)), fmt::arg("before", before),
      fmt::arg("after", after));
}

std::string nobody_to_help(const SitingWords& w) {
  if (w.answer.weight == 0)
    return fill_in(tr("All {people} of whom this can be said reach {one} {within} already "
                      "({profile})."),
                   w, {});
  return fill_in(tr("None of the {candidates} possible places would bring {people} {one} {within} "
                    "who have none now ({profile})."),
                 w, {});
}

std::string cover_sentence(const SitingWords& w) {
  if (w.answer.sites.empty()) return nobody_to_help(w);
  const auto gained = headline_of(w).figures.gained;
  if (!gained) {
    return fill_in(tr("How many {people} the best place would bring {one} {within} ({profile}) is "
                      "too small a number to be shown; {bound}."),
                   w, {});
  }
  const auto count = number(static_cast<double>(*gained));
  return w.answer.sites.size() == 1
             ? fill_in(tr("{one_more} at the best place would bring {count} {people} {one} "
                          "{within} ({profile}); {bound}."),
                       w, count)
             : fill_in(tr("{sites} more sites (“{type}”) at the best places would bring {count} "
                          "{people} {one} {within} ({profile}); {bound}."),
                       w, count);
}

std::string covering_sentence(const SitingWords& w) {
  if (w.answer.sites.empty()) return nobody_to_help(w);
  return fill_in(tr_n("{sites} more site (“{type}”) is enough for all {people} whom a possible "
                      "place can bring {one} {within} ({profile}); {bound}.",
                      "{sites} more sites (“{type}”) are enough for all {people} whom a possible "
                      "place can bring {one} {within} ({profile}); {bound}.",
                      w.answer.sites.size()),
                 w, {});
}

std::string median_sentence(const SitingWords& w) {
  if (w.answer.weight < std::max(1, w.siting.counts_homes ? 1 : w.min_count))
    return fill_in(tr("There are too few {people} to compute ways for ({profile})."), w, {});
  if (w.answer.sites.empty())
    return fill_in(tr("None of the {candidates} possible places would shorten a way ({profile})."),
                   w, {});
  const auto before = mean_way(w.siting, w.answer.before, w.answer.weight);
  const auto after = mean_way(w.siting, w.answer.value, w.answer.weight);
  if (!w.siting.question.keep_existing)
    return fill_in(tr("With {sites} at the best places (“{type}”) the way of {people} would be "
                      "{after} on average ({profile}); {bound}."),
                   w, {}, before, after);
  return w.answer.sites.size() == 1
             ? fill_in(tr("{one_more} at the best place would shorten the way of {people} from "
                          "{before} to {after} on average ({profile}); {bound}."),
                       w, {}, before, after)
             : fill_in(tr("{sites} more sites (“{type}”) at the best places would shorten the way "
                          "of {people} from {before} to {after} on average ({profile}); {bound}."),
                       w, {}, before, after);
}

std::string share_in_words(double share) {
  return number(std::floor(share * 100 + 1e-9)) + " %";
}

/// To the nearest whole percent; but what is short of the whole is not "100 %".
std::string nearest_share(double share) {
  const double percent = std::round(share * 100);
  return number(share < 1 ? std::min(percent, 99.0) : percent) + " %";
}

std::string share_at_most(double share) {
  return number(std::min(100.0, std::ceil(share * 100 - 1e-9))) + " %";
}

}  // namespace

std::string siting_sentence(const SitingWords& words) {
  switch (words.siting.question.model) {
    case SitingModel::mclp:
      return cover_sentence(words);
    case SitingModel::lscp:
      return covering_sentence(words);
    case SitingModel::p_median:
      break;
  }
  return median_sentence(words);
}

std::string bound_text(const analysis::SitingCase& siting, const analysis::SitingAnswer& answer) {
  const auto model = siting.question.model;
  const double below = most_below(siting.question, answer);
  if (below <= 0) {
    return model == SitingModel::lscp ? tr("fewer are proven not to be enough")
                                      : tr("that is the proven optimum");
  }
  if (model == SitingModel::lscp) {
    return fmt::format(fmt::runtime(tr("fewer than {} are proven not to be enough")),
                       number(static_cast<double>(answer.bound)));
  }
  const char* form = model == SitingModel::mclp ? tr("at most {} % below the optimum")
                                                : tr("at most {} % above the shortest possible");
  return fmt::format(fmt::runtime(form), number(std::ceil(below * 100 - 1e-9)));
}

std::string mean_way(const analysis::SitingCase& siting, std::int64_t total, std::int64_t weight) {
  if (weight <= 0) return "–";
  const double mean = static_cast<double>(total) / static_cast<double>(weight) / 1000;
  return siting.question.limit.kind == analysis::Limit::Kind::metres
             ? number(mean) + " m"
             : number(mean / 60, 1) + " min";
}

std::vector<std::string> siting_remarks(const SitingWords& w) {
  const auto head = headline_of(w);
  const auto& f = head.figures;
  std::vector<std::string> all;
  const auto add = [&](const char* form, const std::string& count) {
    all.push_back(fill_in(form, w, count));
  };
  const auto count = [](const Shown& shown) { return number(static_cast<double>(*shown)); };
  const bool cover = w.siting.question.model != SitingModel::p_median;
  if (cover && f.left && *f.left > 0)
    add(tr("{count} {people} would remain without."), count(f.left));
  if (cover && f.out_of_reach && *f.out_of_reach > 0)
    add(tr("No possible place is {within} of {count} {people}."), count(f.out_of_reach));
  if (w.siting.question.model == SitingModel::mclp && !w.answer.sites.empty() &&
      w.answer.sites.size() < w.siting.question.sites)
    add(tr("More than {sites} sites gain nothing."), {});
  if (!w.siting.question.keep_existing)
    add(tr("Services that are there are left out of account."), {});
  if (f.not_assessable && *f.not_assessable > 0)
    add(tr("For {count} {people} this cannot be assessed: there the street data end or no street "
           "is near."),
        count(f.not_assessable));
  if (!w.siting.counts_homes && f.homes_unknown > 0)
    add(tr("Of {count} residential buildings the number is not known; they do not weigh."),
        number(static_cast<double>(f.homes_unknown)));
  if (w.answer.too_large)
    add(tr("The question is too large for an exact proof: choose fewer candidates."), {});
  if (model::population_assumed(*w.siting.district->project))
    add(tr("Residents are estimated from floor area (assumption)."), {});
  return all;
}

namespace {

/// Where no persons can be counted: as a share of the best.
std::string share_of_best_text(const SitingWords& w, const analysis::Explanation& e) {
  const double share =
      e.best.worth > 0 ? static_cast<double>(e.worth) / static_cast<double>(e.best.worth) : 0;
  return fmt::format(
      fmt::runtime(tr("This place would be worth {share} of the best one; {better} of the "
                      "{candidates} possible places are better.")),
      fmt::arg("share", share_in_words(share)),
      fmt::arg("better", number(static_cast<double>(e.better))),
      fmt::arg("candidates", number(static_cast<double>(w.siting.candidates.size()))));
}

std::string why_text(const ExplainedFigures& f) {
  std::string text;
  const auto count = [](const Shown& shown) { return number(static_cast<double>(*shown)); };
  if (f.served_already && *f.served_already > 0) {
    text += " " + fmt::format(fmt::runtime(tr("{} who have it near are served already.")),
                              count(f.served_already));
  }
  if (f.both) {
    text += " " + fmt::format(fmt::runtime(tr("{0} only the best place reaches, {1} only this "
                                              "one, {2} both.")),
                              count(f.only_best), count(f.only_here), count(f.both));
  }
  return text;
}

}  // namespace

std::string explanation_text(const SitingWords& w, const analysis::Explanation& e,
                             const ExplainedFigures& f) {
  const bool median = w.siting.question.model == SitingModel::p_median;
  if (w.siting.counts_homes || median) return share_of_best_text(w, e);
  const auto text = [&](const Shown& count) {
    return count ? number(static_cast<double>(*count)) : std::string(tr("a number not shown"));
  };
  return fmt::format(
             fmt::runtime(tr("This place would bring {gain} {people} {one} {within}, the best one "
                             "{best}; {better} of the {candidates} possible places are better.")),
             fmt::arg("gain", text(f.gain)), fmt::arg("best", text(f.best_gain)),
             fmt::arg("people", people_of(headline_group(w.siting.question.weighting))),
             fmt::arg("one", one_of(w.type)),
             fmt::arg("within", within_limit(w.siting.question.limit)),
             fmt::arg("better", number(static_cast<double>(e.better))),
             fmt::arg("candidates", number(static_cast<double>(w.siting.candidates.size())))) +
         why_text(f);
}

std::string guess_text(const SitingWords& w, const analysis::GuessScore& score, std::size_t places,
                       const Shown& gain) {
  const bool exact = w.answer.proven || score.at_least >= score.at_most;
  if (!w.siting.counts_homes && (!gain || !headline_of(w).figures.gained))
    return tr("Your own choice cannot be scored: the numbers are too small to be shown.");
  if (w.siting.question.model == SitingModel::lscp) {
    return fmt::format(fmt::runtime(tr("Your own choice ({0} places) reaches {1} of what can be "
                                       "reached.")),
                       places, share_in_words(score.at_least));
  }
  if (exact) {
    return fmt::format(fmt::runtime(tr("Your own choice reaches {0} of the optimum.")),
                       nearest_share(score.at_least));
  }
  return fmt::format(
      fmt::runtime(tr("Your own choice reaches at least {0} of the optimum and at most {1}.")),
      share_in_words(score.at_least), share_at_most(score.at_most));
}

}  // namespace nahraum::scene
