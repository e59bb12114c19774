#pragma once
/// A siting answer for people and for programs.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/workspace.hpp"
#include "io/feature_table.hpp"
#include "scene/siting_sentence.hpp"

namespace nahraum::app {

/// The whole of what the verb found.
struct SiteResult {
  const Workspace& workspace;
  const analysis::District& district;
  scene::SitingWords words;
  std::vector<analysis::SitePart> best;  ///< single places, the best first
  std::vector<analysis::Explanation> explanations;
  std::vector<analysis::Candidate> guess;
  std::optional<analysis::GuessScore> score;
  std::string candidates;                   ///< where they come from, in words
  std::string weighting;                    ///< "65+80"
  std::array<scene::SitingShown, 3> shown;  ///< by group: all, 65+, 80+
};

/// Fills in `shown` from the rest.
void keep_back(SiteResult& result);

std::vector<scene::MethodLine> site_method(const SiteResult& result);
/// Sentence, remarks, table of the sites, the best single places, explanations, method.
std::string site_text(const SiteResult& result);
/// Why a place that was pointed at is not the best; how good the own choice is.
std::string explanation_words(const SiteResult& result, std::size_t index);
std::string guess_words(const SiteResult& result);
/// Stable keys; undisclosed counts are null.
nlohmann::json site_json(const SiteResult& result);
/// "sites": one point per row. role: site, best, guess, pointed.
io::FeatureTable site_table(const SiteResult& result);
/// "homes": every home of the district and what becomes of it, without counts.
io::FeatureTable site_homes_table(const SiteResult& result);

}  // namespace nahraum::app
