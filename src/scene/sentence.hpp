#pragma once
/// The result as a sentence with numbers, in the user's language.

#include <string>
#include <vector>

#include "analysis/both_ways.hpp"
#include "analysis/coverage.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::scene {

enum class AgeGroup { all, age_65, age_80 };

const analysis::GroupCoverage& group_of(const analysis::Coverage& coverage, AgeGroup group);
/// 80+ where their number is known, else 65+, else everybody.
AgeGroup headline_group(const analysis::Coverage& coverage);
/// "80 and over", "65 and over", "all ages"
std::string short_name(AgeGroup group);

/// "Pharmacy" / "Apotheke"
std::string name_of(const model::ServiceType& type);
std::string name_of(const model::Profile& profile);
/// "there", "home again", "there and home again, the longer of the two counts"
std::string name_of(analysis::Way way);
/// The object of "to reach": "a pharmacy", "eine Apotheke"
std::string one_of(const model::ServiceType& type);
/// "One more pharmacy", "Eine zusätzliche Apotheke": begins a sentence
std::string one_more(const model::ServiceType& type);
/// The walker inside a sentence: "rollator", "mit Rollator"; no brackets within brackets
std::string in_brackets(const model::Profile& profile);
/// "rollator, there as well as back": each of the two ways keeps the limit
std::string in_brackets(const model::Profile& profile, analysis::Way way);
/// "in 10 minutes", "on a walk of 500 m"
std::string within_limit(const analysis::Limit& limit);
/// "people aged 80 and over"
std::string people_of(AgeGroup group);
/// "10 minutes", "500 m"
std::string limit_name(const analysis::Limit& limit);
/// "1.204" in the user's language; a count of 1 … `min_count` − 1 is "fewer than 5"; "–" unknown.
std::string persons_text(long persons, int min_count);
/// "26 %", "under 1 %", "over 99 %". `whole` > 0.
std::string share_text(long part, long whole);

/// "312 of 1,204 people aged 80 and over (26 %) cannot reach a pharmacy within 10 minutes
/// (rollator)." Homes are counted where no residents are known. Counts below the catalogue's
/// minimum are masked, with whatever would tell them; estimated residents are called so.
std::string sentence(const analysis::Coverage& coverage, const model::Catalogue& catalogue,
                     const model::Project& project);
std::string sentence(const analysis::Coverage& coverage, const model::ServiceType& type,
                     const model::Profile& profile, int min_count);

/// "This cannot be assessed for another 45 people …"; "" when it can for all.
/// Persons who cannot be assessed; "" where tables keep them back beside a gap of a few people.
std::string not_assessable_text(const analysis::GroupCoverage& group, int min_count);
std::string not_assessable_sentence(const analysis::Coverage& coverage, int min_count);
/// What must be said beside the sentence, in this order: that the data name no such service at all
/// (OSM is known to be incomplete for care), what cannot be assessed, and estimated residents.
std::vector<std::string> remarks(const analysis::Coverage& coverage,
                                 const model::Catalogue& catalogue, const model::Project& project);

/// Sentences one after the other, with a space between them.
std::string joined(const std::vector<std::string>& sentences);

}  // namespace nahraum::scene
