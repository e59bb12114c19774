#pragma once
/// The method card: what makes a figure defensible, line by line. Every result has one; the sheet,
/// the command line and the window show the same.

#include <string>
#include <vector>

#include "analysis/walk_network.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::scene {

struct MethodLine {
  std::string key;       ///< stable, for JSON: "profile", "residents"
  std::string name;      ///< "Profile", in the user's language
  std::string value;     ///< "With a rollator: 0.65 m/s"
  std::string evidence;  ///< "from the literature: Mundt et al. 2019", "" for plain facts
};

/// What a result was computed on.
struct MethodBasis {
  const model::Project* project = nullptr;
  const model::Catalogue* catalogue = nullptr;
  const model::Profile* profile = nullptr;                      ///< nullptr: nobody walks
  const analysis::WalkNetwork::MissingTags* missing = nullptr;  ///< with the profile
};

/// `own` (method and parameters of the analysis) first, then profile, residents, data gaps, damage,
/// dates, catalogue, disclosure minimum, sources.
std::vector<MethodLine> method_card(const MethodBasis& basis, std::vector<MethodLine> own);

/// "verified: V13 …", "assumption"
std::string evidence_text(const model::Sourced& sourced);
/// "verified", "from the literature", "assumption"
std::string mark_name(model::Mark mark);
/// What a source gave: "streets and places", "residents"; an unknown role as it is.
std::string role_name(const std::string& role);

/// How residents were placed, with those that no building could take.
std::string residents_text(const model::Project& project);
/// The elevation model and how it is used; for streets walked as level.
std::string slope_text(const model::Project& project);
/// Shares of the streets' length whose tags are missing.
std::string data_gaps_text(const analysis::WalkNetwork::MissingTags& missing);
/// "streets and places 3 May 2020, residents 9 May 2011; printed …"; the print date may be "".
std::string data_dates_text(const model::Project& project, const std::string& print_date);
/// Every source's attribution and licence once.
std::string sources_text(const model::Project& project);

}  // namespace nahraum::scene
