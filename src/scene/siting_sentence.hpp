#pragma once
/// A siting answer in words and on its method card.

#include "scene/method_card.hpp"
#include "scene/siting_figures.hpp"

namespace nahraum::scene {

struct SitingWords {
  const analysis::SitingCase& siting;
  const analysis::SitingAnswer& answer;
  const model::ServiceType& type;
  const model::Profile& profile;
  int min_count = 5;
};

/// "One more supermarket at the best place would give 312 people aged 65 and over a supermarket in
/// 10 minutes (rollator); at most 3 % below the optimum."
std::string siting_sentence(const SitingWords& words);
/// What must be said beside it: whom no place reaches, what is unknown or cannot be assessed, and
/// that services that are there were left out.
std::vector<std::string> siting_remarks(const SitingWords& words);
/// "at most 3 % below the optimum", "that is the proven optimum"
std::string bound_text(const analysis::SitingCase& siting, const analysis::SitingAnswer& answer);
/// "6,4 min", "420 m": a mean of the answer's costs.
std::string mean_way(const analysis::SitingCase& siting, std::int64_t total, std::int64_t weight);

/// Why the pointed place is not the best; figures of the headline group.
std::string explanation_text(const SitingWords& words, const analysis::Explanation& explanation,
                             const ExplainedFigures& figures);
/// How somebody's own choice of so many places does; `gain` of the headline group.
std::string guess_text(const SitingWords& words, const analysis::GuessScore& score,
                       std::size_t places, const Shown& gain);

/// Model, candidates, weights, distance rules, and how good the answer is proven to be.
std::vector<MethodLine> siting_method(const SitingWords& words, const std::string& candidates);

}  // namespace nahraum::scene
