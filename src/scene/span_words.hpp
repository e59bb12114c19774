#pragma once
/// What sentences of two answers to one question, the least and the most, have in common.

#include <optional>
#include <string>

#include "scene/sentence.hpp"

namespace nahraum::scene {

/// Covered persons; nothing where their number would tell a few people.
std::optional<long> covered_of(const analysis::GroupCoverage& group, int min_count);

/// Of the headline group's people, or of homes where no residents are known.
struct ToldSpan {
  std::optional<long> least, most;
  long total = 0;
  std::string total_text, people;
};
/// `asked`: the one of the two of which no group is kept back; it names the group.
ToldSpan told_span(const analysis::Coverage& least, const analysis::Coverage& most,
                   const analysis::Coverage& asked, int min_count);

/// Fills {least}, {most}, {total}, {people}, {one}, {within}, {profile} and {time}.
std::string fill_in(const char* form, const ToldSpan& span, const analysis::Coverage& asked,
                    const model::ServiceType& type, const model::Profile& profile,
                    const std::string& time = "");

}  // namespace nahraum::scene
