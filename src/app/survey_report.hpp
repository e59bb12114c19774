#pragma once
/// The list for the next Quartiersbegehung: missing tags by the people whose answer hangs on them.

#include "analysis/certainty.hpp"
#include "io/feature_table.hpp"
#include "model/catalogue.hpp"

namespace nahraum::app {

/// Columns: rank, osm, key, street, homes, residents, residents_65, residents_80; counts below
/// `min_count` are empty, others rounded down to its multiples. Shapes: points, at the crossing or
/// the middle of the way.
io::FeatureTable survey_table(const std::vector<analysis::MissingFact>& facts,
                              const model::Project& project, int min_count);
/// "surface", in the user's language.
std::string key_name(const std::string& key);
/// The first of them in words: "surface of Lindenweg (w123): 40 people of 80 and over".
std::vector<std::string> survey_lines(const std::vector<analysis::MissingFact>& facts,
                                      int min_count, std::size_t most);

}  // namespace nahraum::app
